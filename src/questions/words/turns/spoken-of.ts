import type { Query } from '../../query/query.ts'
import type { Metric } from '../../query/metrics.ts'
import { inRosterOrder } from '../whose/whose.ts'
import { readWhose } from '../whose/whose-read.ts'
import { readYears } from '../years/years-read.ts'
import type { Reading, Refusal } from './reading.ts'

/** What a question without a query spoke of: whose, when, and the figures it named. */
export function spokenOf(reading: Reading, metrics: readonly Metric[]): Query {
  const found = readWhose(reading, { all: false, withGovernment: false, groupBeside: true })
  // Another place's agency is nobody here, and not everybody.
  const whose = found.ok && !reading.has('elsewhere') ? found.value : null
  const agencies = whose === null ? [] : inRosterOrder(whose.names, reading.context.audience)
  const years = readYears(reading, agencies)
  return {
    ...{ intent: 'none', metrics, agencies, operation: null },
    years: years.ok ? years.value.years : [],
    ...(whose === null ? {} : { whose: whose.whose }),
  }
}

/**
 * Whether a refusal is remembered like a query (questions.md section 6): what was asked is clear, but for a figure, a
 * name or a year that is not there. What is not understood, and what is no question, leaves the memory as it was.
 */
export function isRemembered(refusal: Refusal): boolean {
  if (refusal.kind === 'help') return false
  return refusal.kind === 'clarify' || !['out_of_scope', 'not_understood'].includes(refusal.reason)
}
