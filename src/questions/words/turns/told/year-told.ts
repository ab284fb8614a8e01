import type { Query } from '../../../query/query.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { plain } from '../plain-query.ts'
import { askBack, type Before, type Outcome } from '../reading.ts'
import { spanOf, withSpan } from '../span.ts'

/** 那年, 该年, 最高那年: the year that an answer picked out, or that was spoken of. */
const thatYear = /(?:最[高多低少大小]的?)?(?:那|该|当|这)一?年(?:度)?/u

/** The turn with that year in its place; `ask`: it cannot be told which. */
export interface OfYearTold {
  readonly tokens: readonly Token[]
  readonly before: Before
  readonly ask: Outcome<never> | null
}

/** Null where the turn speaks of no such year, or says 当年 of the year reported on. */
export function ofYearTold(tokens: readonly Token[], before: Before): OfYearTold | null {
  const span = spanOf(tokens, thatYear)
  const { query, yearsTold, byDefault } = before
  if (span === null) return asksWhoThen(tokens, query) ? whoThen(tokens, before) : null
  const text = span.found[0]
  if (yearsTold === null && byDefault && !/那|该/u.test(text)) return null
  const [year, ...others] = yearsTold ?? yearsOf(before)
  if (year === undefined || others.length > 0) return { tokens, before, ask: askBack('year', [], null) }
  if (yearsTold === null) return { tokens: withSpan(tokens, span, []), before, ask: null }
  const said = withSpan(tokens, span, [{ is: 'years', word: { is: 'year', year, short: false } }])
  return { tokens: said, before: { ...before, yearsTold: null, query: inYear(query, year) }, ask: null }
}

/** What was spoken of, in that year alone. */
function inYear(query: Query, year: number): Query {
  return { ...plain(query), years: [year], operation: query.agencies.length > 1 ? 'sum' : 'value' }
}

/** 谁最多 after 哪年最多: somebody, and no year again. */
function asksWhoThen(tokens: readonly Token[], { operation, by }: Query): boolean {
  const isOfYears = operation === 'rank' && by === 'year'
  const asksWho = tokens.some(
    ({ role, text }) => role.is === 'which' && /谁|[家局办镇街]|单位|部门/u.test(text),
  )
  return isOfYears && asksWho && tokens.every(({ role }) => besideWho.includes(role.is))
}

const besideWho: readonly Role['is'][] = ['which', 'most', 'whoMore', 'empty', 'mark', 'goesOn', 'thanks']

function whoThen(tokens: readonly Token[], before: Before): OfYearTold {
  const [year, ...others] = before.yearsTold ?? []
  if (year === undefined || others.length > 0) return { tokens, before, ask: askBack('year', [], null) }
  return { tokens, before: { ...before, yearsTold: null, query: inYear(before.query, year) }, ask: null }
}

/** Of two that were compared the subject. */
function yearsOf({ query: { operation, subject, years } }: Before): readonly number[] {
  return operation === 'compare' && typeof subject === 'number' ? [subject] : years
}
