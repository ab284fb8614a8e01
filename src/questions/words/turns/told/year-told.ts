import type { Query } from '../../../query/query.ts'
import type { Token } from '../../tokens/roles.ts'
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
  if (span === null) return null
  const { query, yearsTold, byDefault } = before
  const text = span.found[0]
  if (yearsTold === null && byDefault && !/那|该/u.test(text)) return null
  const [year, ...others] = yearsTold ?? yearsOf(before)
  if (year === undefined || others.length > 0) return { tokens, before, ask: askBack('year', [], null) }
  if (yearsTold === null) return { tokens: withSpan(tokens, span, []), before, ask: null }
  const { intent, metrics, agencies, whose, without } = query
  const operation = agencies.length > 1 ? 'sum' : 'value'
  const spoken: Query = {
    ...{ intent, metrics, agencies, operation, years: [year] },
    ...(whose === undefined ? {} : { whose }),
    ...(without === undefined ? {} : { without }),
  }
  const said = withSpan(tokens, span, [{ is: 'years', word: { is: 'year', year, short: false } }])
  return { tokens: said, before: { ...before, yearsTold: null, query: spoken }, ask: null }
}

/** Of two that were compared the subject. */
function yearsOf({ query: { operation, subject, years } }: Before): readonly number[] {
  return operation === 'compare' && typeof subject === 'number' ? [subject] : years
}
