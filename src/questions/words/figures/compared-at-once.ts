import { textsOf, type Reading } from '../turns/reading.ts'

/** Whether the words set two things of one time against each other: 差几件, 哪个多, 相比; not 同比, 比上年, 哪年多. */
export function comparesAtOnce({ tokens, has, whose }: Reading): boolean {
  if (whose.named.length > 1) return false
  const years = tokens.flatMap(({ role }, index) =>
    role.is === 'years' && role.word.is !== 'wholeYear' ? [index] : [],
  )
  const isBase = years.some((index) => followsLink(tokens, index))
  if (years.length > 1 || isBase || textsOf(tokens, 'whoMore').some((text) => text.includes('年')))
    return false
  const changes = textsOf(tokens, 'change')
  const isDistance = changes.every((text) => /^(?:多|少|高|低|相差|差)/u.test(text))
  return isDistance && (has('compared') || has('whoMore') || changes.some((text) => text.includes('差')))
}

/** After 比 or 和. */
function followsLink(tokens: Reading['tokens'], index: number): boolean {
  const link = tokens.slice(0, index).findLast(({ role }) => role.is !== 'empty')?.role.is
  return link === 'than' || link === 'and'
}
