import { childrenOf } from '../../src/questions/query/children.ts'
import { metricInfo, metricTable } from '../../src/questions/query/metric-table.ts'
import { groupNames, type Query } from '../../src/questions/query/query.ts'
import type { Label } from '../../src/questions/query/reply.ts'
import { requestColumns } from '../../src/report/statutory-tables.ts'
import { escapeMarkdown } from '../markdown.ts'

/** A label of an answer as people read it: an agency's full name, a year, a group, a figure, a row or a column. */
export function labelWords(label: Label, query: Query): string {
  if (typeof label === 'number') return `${label}年`
  const group = query.groups?.find((one) => one.group === label)?.group
  if (group !== undefined && group !== 'all') return groupNames[group]
  const info = metricTable.get(label)
  if (info !== undefined && query.metrics.some((metric) => metric === label)) return info.label
  return partWords(label, query) ?? escapeMarkdown(label)
}

/** Of the parts of a figure: what is added only by being a part is left out (行政复议（结果维持） → 结果维持). */
function partWords(key: string, { metrics, by }: Query): string | null {
  const [metric] = metrics
  if (metric === undefined) return null
  const isByApplicant = by === 'applicant'
  if (isByApplicant) {
    const column = requestColumns.find((one) => one.key === key)
    if (column !== undefined) return column.key === 'otherOrganization' ? '其他组织' : column.label
  }
  const child = childrenOf(metric, isByApplicant ? 'applicant' : 'row').find((one) => one.key === key)
  if (child === undefined) return null
  const { label } = metricInfo(child.metric)
  return metric.startsWith('review.') && !metric.startsWith('review.all')
    ? (/（(.+)）$/u.exec(label)?.[1] ?? '总计')
    : label
}
