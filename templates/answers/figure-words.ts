import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { Metric } from '../../src/questions/query/metrics.ts'
import type { AskReply, Label, Unit } from '../../src/questions/query/reply.ts'
import { labelWords } from './label-words.ts'

/** A figure with its unit: `11 件`, `62.5%`, `1.25 万元`, `没有数字`. */
export function inUnit(value: number | null, unit: Unit | null): string {
  if (value === null) return '没有数字'
  if (unit === null) return String(value)
  return unit === '%' ? `${value}%` : `${value} ${unit}`
}

/** The unit of one line of an answer: figures asked for together may have several. */
export function unitOfLine({ query, unit }: AskReply, labels: readonly Label[]): Unit | null {
  if (unit !== null || query.metrics.length < 2) return unit
  const named = labels.find((label): label is Metric => query.metrics.some((metric) => metric === label))
  return named === undefined ? null : metricInfo(named).unit
}

/** The figures asked for, by the form's labels. */
export function metricWords({ metrics }: Pick<AskReply['query'], 'metrics'>): string {
  return metrics.map((metric) => metricInfo(metric).label).join('、')
}

/** One line of a list: whose, which year, what, and the figure. */
export function lineWords(reply: AskReply, labels: readonly Label[], value: number | null): string {
  const words = labels.map((label) => labelWords(label, reply.query)).join(' ')
  return `${words}：${inUnit(value, unitOfLine(reply, labels))}`
}
