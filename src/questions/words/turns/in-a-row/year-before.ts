import type { Token } from '../../tokens/roles.ts'
import type { Before, ParseContext } from '../reading.ts'
import { togetherWords } from './asks-together.ts'
import { slotOf } from './chain.ts'
import { together, type OfChain } from './links-together.ts'

/** 今年几件, 去年呢, then 比去年多几件: of the two years spoken of, and not of the year before the last. */
export function ofYearBefore(
  tokens: readonly Token[],
  before: Before,
  context: ParseContext,
): OfChain | null {
  const isPlain = tokens.every(({ role }) => [...togetherWords, 'than', 'and', 'years'].includes(role.is))
  const compares = tokens.some(({ role }) => ['than', 'compared', 'change'].includes(role.is))
  const links = before.chain.slice(-2)
  const [one = 0, two = 0] = links.flatMap(({ query }) => query.years)
  const isOfThem = slotOf(links) === 'years' && Math.abs(one - two) === 1
  const year = Math.min(one, two)
  if (!isPlain || !compares || !isOfThem || lastYearSaid(tokens, before, context) !== year) return null
  return together(linked(tokens), before, links, 'compare', context)
}

/** 去年; 上年 is counted from the year spoken of. */
function lastYearSaid(
  tokens: readonly Token[],
  { byDefault }: Before,
  { calendar }: ParseContext,
): number | null {
  const years = tokens.filter(({ role }) => role.is === 'years')
  const { thisYear, reportingYear } = calendar
  const from = byDefault ? (reportingYear ?? thisYear - 1) : thisYear
  return years.length === 1 && years[0]?.text.startsWith('去年') === true ? from - 1 : null
}

/** 比去年多几件 → 相比多几件. */
function linked(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token): Token => {
    if (token.role.is === 'than') return { ...token, role: { is: 'compared' } }
    return token.role.is === 'and' || token.role.is === 'years' ? { ...token, role: { is: 'empty' } } : token
  })
}
