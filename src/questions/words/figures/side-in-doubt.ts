import { isMetric } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import { asksToConfirm } from '../reckoning/draft.ts'
import { rolesOf, type Reading } from '../turns/reading.ts'
import type { Mention } from './figures.ts'

/**
 * 诉讼4件对吧 after 复议纠正2件对吧: of all lawsuits (questions.md section 6), or of those with that result. The number is
 * judged by neither before it is known which; none where nothing is in doubt.
 */
export function sidesInDoubt(metric: Metric, { parts }: Mention, reading: Reading): readonly Metric[] {
  const [spoken, ...others] = reading.before?.query.metrics ?? []
  const isChosen = parts.some(({ is }) => is === 'metric')
  if (spoken === undefined || others.length > 0 || isChosen || !statesFigure(reading)) return []
  const kept = withSideOf(metric, spoken)
  return kept === null || kept === metric || kept === spoken ? [] : [metric, kept]
}

function statesFigure(reading: Reading): boolean {
  const { has, tokens } = reading
  return has('number') && asksToConfirm(reading) && !has('sum') && rolesOf(tokens, 'number').length === 1
}

/** The column or result of one figure for another row or group of its table; null where that has none. */
export function withSideOf(metric: Metric, spoken: Metric): Metric | null {
  const [table, row = '', column] = metric.split('.')
  const [other, first = '', side = 'total'] = spoken.split('.')
  if (column !== 'total') return null
  if (table === 'review' && other === 'rate') return found(`rate.${first}.${row}`)
  return table === other && side !== 'total' ? found(`${table}.${row}.${side}`) : null
}

function found(id: string): Metric | null {
  return isMetric(id) ? id : null
}
