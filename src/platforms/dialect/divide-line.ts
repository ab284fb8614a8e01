import type { Inline, Line } from './inline.ts'

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Where a reader does not mind a break: behind these. */
const restingPlace = /[\s。；，、：！？,;!?）]/u

/** How far back a resting place is looked for. */
const lookBack = 40

/** A line that is too long, cut in two where the first half fits; a link is not cut. null: not even one character fits. */
export function divideLine(line: Line, fits: (head: Line) => boolean): readonly [Line, Line] | null {
  const units = unitsOf(line)
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(lineOf(units.slice(0, middle)))) low = middle
    else high = middle - 1
  }
  if (low === 0) {
    const [first, ...others] = units
    return first?.inline.kind === 'link'
      ? divideLine([...shortLink(first.inline), ...lineOf(others)], fits)
      : null
  }
  const resting = units.slice(Math.max(0, low - lookBack), low).findLastIndex((unit) => rests(unit))
  const at = resting < 0 || low === units.length ? low : Math.max(0, low - lookBack) + resting + 1
  return [lineOf(units.slice(0, at)), lineOf(units.slice(at))]
}

const opener: Line = [{ kind: 'text', text: '打开' }]

/** A link longer than a part: its words as words, and a short link behind them; at last the bare address as words. */
function shortLink({ href, content }: Extract<Inline, { kind: 'link' }>): Line {
  const isShort = content.length === 1 && content[0]?.kind === 'text' && content[0].text === '打开'
  return isShort ? [{ kind: 'text', text: href }] : [...content, { kind: 'link', href, content: opener }]
}

/** One character, or a link, with the formats around it. */
interface Unit {
  readonly formats: readonly ('strong' | 'emphasis' | 'struck')[]
  readonly inline: Inline
}

function unitsOf(line: Line, formats: Unit['formats'] = []): readonly Unit[] {
  return line.flatMap((inline): readonly Unit[] => {
    switch (inline.kind) {
      case 'text':
      case 'code':
        return [...graphemes.segment(inline.text)].map(({ segment }) => ({
          formats,
          inline: { kind: inline.kind, text: segment },
        }))
      case 'link':
        return [{ formats, inline }]
      case 'strong':
      case 'emphasis':
      case 'struck':
        return unitsOf(inline.content, [...formats, inline.kind])
    }
  })
}

function rests({ inline }: Unit): boolean {
  return inline.kind === 'text' && restingPlace.test(inline.text)
}

/** Units as a line: neighbours of one kind are one stretch again. */
function lineOf(units: readonly Unit[], depth = 0): Line {
  const line: Inline[] = []
  for (let at = 0; at < units.length;) {
    const unit = units[at]
    if (unit === undefined) break
    const format = unit.formats[depth]
    const next = units.findIndex((other, index) => index > at && !isSame(unit, other, depth))
    const end = next < 0 ? units.length : next
    const run = units.slice(at, end)
    if (format !== undefined) line.push({ kind: format, content: lineOf(run, depth + 1) })
    else line.push(...merged(run))
    at = end
  }
  return line
}

function isSame(one: Unit, other: Unit, depth: number): boolean {
  return (
    one.formats[depth] === other.formats[depth] &&
    (one.formats[depth] !== undefined || one.inline.kind === other.inline.kind)
  )
}

function merged(run: readonly Unit[]): readonly Inline[] {
  const [first] = run
  if (first === undefined || first.inline.kind === 'link') return run.map(({ inline }) => inline)
  const text = run.map(({ inline }) => ('text' in inline ? inline.text : '')).join('')
  return [{ kind: first.inline.kind === 'code' ? 'code' : 'text', text }]
}
