import { textsOf, type Reading } from '../turns/reading.ts'

/** Whether the words set two things of one time against each other: 差几件, 哪个多, 相比; not 同比, 比上年, 哪年多. */
export function comparesAtOnce({ tokens, has, whose }: Reading): boolean {
  if (whose.named.length > 1) return false
  const years = tokens.flatMap(({ role }, index) =>
    role.is === 'years' && role.word.is !== 'wholeYear' ? [index] : [],
  )
  const isBase = years.some((index) => linkBefore(tokens, index) !== undefined)
  if (years.length > 1 || isBase || textsOf(tokens, 'whoMore').some((text) => text.includes('年')))
    return false
  const changes = textsOf(tokens, 'change')
  const isDistance = changes.every((text) => /^(?:多|少|高|低|相差|差)/u.test(text))
  return isDistance && (has('compared') || has('whoMore') || changes.some((text) => text.includes('差')))
}

/** 比 or 和 before a word. */
function linkBefore(tokens: Reading['tokens'], index: number): 'than' | 'and' | undefined {
  const link = tokens.slice(0, index).findLast(({ role }) => role.is !== 'empty')?.role.is
  return link === 'than' || link === 'and' ? link : undefined
}
