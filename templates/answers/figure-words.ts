import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { Metric } from '../../src/questions/query/metrics.ts'
import type { AskReply, Label, Parts, Unit } from '../../src/questions/query/reply.ts'
import type { AnswerLine } from './answer-line.ts'
import { labelWords } from './label-words.ts'

/** A figure with its unit: `11 件`, `62.5%`, `1.25 万元`, `没有数字`. */
export function inUnit(value: number | null, unit: Unit | null): string {
  if (value === null) return '没有数字'
  if (unit === null) return String(value)
  return unit === '%' ? percent(value) : `${value} ${unit}`
}

/** A percentage has one decimal, also where it is 0: `46.0%`. */
export function percent(value: number): string {
  return `${value.toFixed(1)}%`
}

/** A threshold as it was asked for: `60%`, `30 件`. */
export function asAsked(value: number, unit: Unit): string {
  return unit === '%' ? `${value}%` : inUnit(value, unit)
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

/** （35 ÷ 56）; nothing for a count. */
export function partsWords(parts: Parts | null): string {
  if (parts === null) return ''
  return parts[1] === 0 ? '（分母是 0）' : `（${parts[0]} ÷ ${parts[1]}）`
}

/** One line of a list: whose, which year, what, and the figure, of a rate with its fraction. */
export function lineWords(reply: AskReply, { labels, value, parts }: AnswerLine): string {
  const words = labels.map((label) => labelWords(label, reply.query)).join(' ')
  return `${words}：${inUnit(value, unitOfLine(reply, labels))}${partsWords(parts)}`
}
