import type { Block, Paragraph, Place } from '../../readers/document.ts'
import { compacted, compactText, printedSlice } from '../wording/compact-text.ts'
import { headingNumeral, type HeadingNumeral } from './heading-numeral.ts'
import { isTableRow, partOfWording, type KnownWording, type WordingStrength } from './heading-wording.ts'
import { lineMarks } from './split-headings.ts'
import type { SectionNumber } from '../statutory-tables.ts'

/** The heading of a part, where it stands and how it is printed. */
export interface Heading {
  readonly number: SectionNumber
  /** Index of its block, and how many blocks it takes (two where the line is broken). */
  readonly index: number
  readonly blockCount: number
  /** As printed on one line, trimmed. */
  readonly text: string
  readonly printedNumber: string
  readonly wording: string
  readonly place: Place
}

interface Candidate extends Heading {
  readonly numeral: HeadingNumeral
  readonly strength: WordingStrength
  readonly isStyled: boolean
}

/**
 * The headings of the six parts, at most one each, in the order of the file. A part is known by its words and not
 * by its number; among several lines that could be its heading, the number, the wording and what follows decide.
 * The blocks are those of splitHeadings.
 */
export function findHeadings(blocks: readonly Block[]): readonly Heading[] {
  const candidates = candidatesIn(blocks)
  const sure = withoutNested(
    candidates.filter(({ strength }) => strength !== 'hint'),
    blocks,
  )
  const starts = new Set(candidates.map(({ index }) => index))
  const scored = sure.map((candidate) => ({ candidate, score: scoreOf(candidate, blocks, starts) }))
  const first = best(scored.filter(({ candidate }) => candidate.number === 1))
  const chosen = new Map<SectionNumber, Candidate>()
  for (const number of [1, 2, 3, 4, 5, 6] as const) {
    const own = scored
      .filter(({ candidate }) => candidate.number === number)
      .map(({ candidate, score }) => ({ candidate, score: score + (isAfter(candidate, first) ? 8 : 0) }))
    const winner = best(own)
    if (winner !== null) chosen.set(number, winner)
  }
  dropUnlikely(chosen)
  addHinted(chosen, candidates)
  return [...chosen.values()].sort((one, other) => one.index - other.index)
}

function candidatesIn(blocks: readonly Block[]): readonly Candidate[] {
  const found: Candidate[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    const candidate = candidateAt(blocks, index)
    if (candidate === null) continue
    found.push(candidate)
    index += candidate.blockCount - 1
  }
  return found
}

function candidateAt(blocks: readonly Block[], index: number): Candidate | null {
  const block = blocks[index]
  if (block?.kind !== 'paragraph' || block.text.length > 200) return null
  const alone = candidateOf(block, block.text, index, 1)
  const broken = alone?.strength === 'form' ? null : brokenHeading(blocks, block, index)
  const candidate = broken ?? alone
  if (candidate === null || (candidate.numeral.style === 'none' && goesOn(blocks, index))) return null
  return candidate
}

function candidateOf(block: Paragraph, printed: string, index: number, blockCount: number): Candidate | null {
  const compact = compactText(printed)
  const marks = lineMarks.exec(compact.text)?.[0].length ?? 0
  const closing = /[|*#_]*$/.exec(compact.text)?.[0].length ?? 0
  const end = compact.text.length - closing
  const line = compact.text.slice(marks, end)
  const numeral = headingNumeral(line)
  const known = partOfWording(line.slice(numeral.length), numeral.value)
  if (known === null || !isBelievable(known, numeral, block.style === 'heading')) return null
  const oneLine = (start: number, stop: number): string =>
    printedSlice(compact, start, stop)
      .replace(/\s*\n\s*/g, '')
      .trim()
  return {
    number: known.number,
    strength: known.strength,
    numeral,
    isStyled: block.style === 'heading',
    index,
    blockCount,
    text: oneLine(marks, end),
    printedNumber: compact.text.length === 0 ? '' : oneLine(marks, marks + numeral.length).replace(/\s/g, ''),
    wording: oneLine(marks + numeral.length, end),
    place: block.place,
  }
}

/** A line without a proper numeral needs the more in its wording. */
function isBelievable(known: KnownWording, numeral: HeadingNumeral, isStyled: boolean): boolean {
  const isForm = known.strength === 'form'
  if (known.strength === 'hint') return numeral.style === 'chinese' && numeral.marked
  if (numeral.style === 'none') return isForm || isStyled
  if (numeral.style === 'chinese') return isForm || numeral.marked
  return (numeral.value === known.number && (isForm || numeral.marked)) || (isForm && isStyled)
}

/** A heading broken over two lines: `四、政府信息公开行政复议、行政诉` / `讼情况`, `一、` / `总体情况`. */
function brokenHeading(blocks: readonly Block[], block: Paragraph, index: number): Candidate | null {
  const next = blocks[index + 1]
  if (next?.kind !== 'paragraph') return null
  const head = compacted(block.text)
  const rest = compacted(next.text)
  if (rest === '' || rest.length > 30 || head.length > 40 || headingNumeral(rest).style !== 'none')
    return null
  if (headingNumeral(head.replace(lineMarks, '')).style !== 'chinese') return null
  const whole = candidateOf(block, `${block.text}\n${next.text}`, index, 2)
  if (whole === null || whole.strength === 'hint') return null
  return whole.strength === 'form' || /(?:情况|事项|措施|意见|打算)$/.test(compacted(whole.wording))
    ? whole
    : null
}

/** True where the line before is an unfinished sentence: this line is its next piece, such as a list of the parts. */
function goesOn(blocks: readonly Block[], index: number): boolean {
  const before = blocks[index - 1]
  if (before?.kind !== 'paragraph') return false
  const text = compacted(before.text)
  if (/[、,;和及与括含:]$/.test(text)) return true
  return text.length >= 25 && /[,。]/.test(text) && !/[。!?:;)”]$/.test(text)
}

/**
 * Leaves out sub-headings that bear the words of a part: they stand in a run of sub-headings numbered alike
 * (`（一）主动公开政府信息情况`, `（二）依申请公开情况` inside part 一).
 */
function withoutNested(candidates: readonly Candidate[], blocks: readonly Block[]): readonly Candidate[] {
  const partStyle = styleOfParts(candidates)
  const kept: Candidate[] = []
  candidates.forEach((candidate, at) => {
    const from = kept.at(-1)?.index ?? -1
    const to = candidates[at + 1]?.index ?? blocks.length
    const isOfParts = candidate.numeral.style === partStyle && candidate.numeral.value === candidate.number
    if (isOfParts || !isNested(candidate, blocks, from + 1, to)) kept.push(candidate)
  })
  return kept
}

/** Fewest headings that show how a report numbers its parts. */
const fewestAlike = 4

/**
 * The numerals other than 一 … 六 under which a report prints its parts (`1、总体情况` … `6、…`): most official
 * headings stand under the right one, in order, and none under 一 … 六. Null for the usual ones.
 */
function styleOfParts(candidates: readonly Candidate[]): HeadingNumeral['style'] | null {
  const right = candidates.filter(({ number, numeral }) => numeral.value === number)
  if (right.some(({ numeral }) => numeral.style === 'chinese')) return null
  const styles = ['digit', 'bracket'] as const
  return (
    styles.find((style) => {
      const numbers = right.flatMap(({ strength, numeral, number }) =>
        strength === 'form' && numeral.style === style ? [number] : [],
      )
      const isInOrder = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
      return isInOrder && numbers.length >= fewestAlike
    }) ?? null
  )
}

function isNested(
  { index, number, numeral }: Candidate,
  blocks: readonly Block[],
  from: number,
  to: number,
): boolean {
  // Sub-headings count from one again; a top-level numeral that is right or too high is none of theirs.
  if (numeral.style === 'none' || (numeral.style === 'chinese' && numeral.value >= number)) return false
  const isAlike = (block: Block): boolean => numeralOfSubHeading(block, numeral.style) !== null
  const before = blocks.slice(from, index).findLast(isAlike)
  const behind = blocks.slice(index + 1, to).find(isAlike)
  return (
    (before !== undefined && numeralOfSubHeading(before, numeral.style) === numeral.value - 1) ||
    (behind !== undefined && numeralOfSubHeading(behind, numeral.style) === numeral.value + 1)
  )
}

/** The value of a line's numeral, if it is of this style and the line is no row of a table. */
function numeralOfSubHeading(block: Block, wanted: HeadingNumeral['style']): number | null {
  if (block.kind !== 'paragraph') return null
  const text = compacted(block.text.slice(0, 80))
  const { style, marked, value, length } = headingNumeral(text)
  return style === wanted && marked && !isTableRow(text.slice(length)) ? value : null
}

const tableWords =
  /第二十条第|信息内容|制发件数|本列数据|勾稽关系|申请人情况|自然人|本年度?新收|结果维持|复议后起诉|未经复议|新制作数量/

/** How likely a line is the heading; `starts` are the indices of all lines that could be one. */
function scoreOf(candidate: Candidate, blocks: readonly Block[], starts: ReadonlySet<number>): number {
  const next = candidate.index + candidate.blockCount
  const hasText = !starts.has(next)
  const needsTable = candidate.number >= 2 && candidate.number <= 4
  const hasTable =
    needsTable &&
    blocks
      .slice(next, next + 6)
      .some((block) => block.kind !== 'paragraph' || tableWords.test(compacted(block.text.slice(0, 200))))
  return (
    numeralScore(candidate) +
    (candidate.strength === 'form' ? 6 : 0) +
    (candidate.isStyled ? 4 : 0) +
    (hasText ? 6 : 0) +
    (hasTable ? 7 : 0)
  )
}

function numeralScore({ numeral, number }: Candidate): number {
  const isRight = numeral.value === number
  switch (numeral.style) {
    case 'chinese':
      return isRight ? 40 : 20
    case 'digit':
      return isRight ? 22 : 8
    case 'none':
      return 18
    case 'bracket':
      return isRight ? 14 : 6
  }
}

interface Scored {
  readonly candidate: Candidate
  readonly score: number
}

function best(scored: readonly Scored[]): Candidate | null {
  let winner: Scored | null = null
  for (const one of scored) if (winner === null || one.score > winner.score) winner = one
  return winner?.candidate ?? null
}

function isAfter(candidate: Candidate, first: Candidate | null): boolean {
  return first === null || candidate.index >= first.index
}

/** A heading whose numeral does not speak for it must at least stand where its part belongs. */
function dropUnlikely(chosen: Map<SectionNumber, Candidate>): void {
  const certain = [...chosen.values()].filter(
    ({ numeral, number }) => numeral.style === 'chinese' && numeral.value === number,
  )
  for (const [number, candidate] of chosen) {
    if (
      certain.includes(candidate) ||
      (candidate.strength === 'form' && candidate.numeral.style === 'chinese')
    )
      continue
    if (certain.some((other) => other.number < number !== other.index < candidate.index))
      chosen.delete(number)
  }
}

/** Parts without a heading so far: a line under their own numeral, at their place, with one of their words. */
function addHinted(chosen: Map<SectionNumber, Candidate>, candidates: readonly Candidate[]): void {
  for (const candidate of candidates) {
    const { number, strength, index } = candidate
    if (strength !== 'hint' || chosen.has(number) || chosen.size === 0) continue
    if ([...chosen.values()].every((other) => other.number < number === other.index < index))
      chosen.set(number, candidate)
  }
}
