/**
 * Writes out an entry of the lexicon: `|` between two ways to say it, `{a|b}` for one of them, `(a|b)` for one of them
 * or nothing. `依申请(公开)` → 依申请公开, 依申请. Brackets may stand in brackets.
 */
export function expand(entry: string): readonly string[] {
  const alternatives = split(entry).flatMap(expandSequence)
  return [...new Set(alternatives)].filter((word) => word !== '')
}

/** Cuts at the bars that stand in no bracket. */
function split(entry: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const character of entry) {
    if ('({'.includes(character)) depth++
    if (')}'.includes(character)) depth--
    if (character === '|' && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + character)
  }
  return parts
}

function expandSequence(sequence: string): readonly string[] {
  const open = sequence.search(/[({]/)
  if (open === -1) return [sequence]
  const close = matching(sequence, open)
  const inner = split(sequence.slice(open + 1, close)).flatMap(expandSequence)
  const choices = sequence[open] === '(' ? [...inner, ''] : inner
  const tails = expandSequence(sequence.slice(close + 1))
  const head = sequence.slice(0, open)
  return choices.flatMap((choice) => tails.map((tail) => head + choice + tail))
}

function matching(sequence: string, open: number): number {
  let depth = 0
  for (let index = open; index < sequence.length; index++) {
    if ('({'.includes(sequence.charAt(index))) depth++
    if (')}'.includes(sequence.charAt(index)) && --depth === 0) return index
  }
  throw new Error(`unbalanced brackets in lexicon entry ${sequence}`)
}
