import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'

/**
 * Whether a figure named by itself is of what was spoken of: another line, column or rate of the same statutory table
 * (questions.md section 6 says a child or a sibling; 办结几件 after 不予公开几件 is of the same agency, too).
 */
export function isNear(metric: Metric, before: Metric | undefined): boolean {
  return before !== undefined && metric !== before && tableOf(metric) === tableOf(before)
}

/** `requests`, `review` or `proactiveDisclosure`; of a rate what it counts. */
function tableOf(metric: Metric): string | undefined {
  const info = metricInfo(metric)
  return (info.kind === 'rate' ? info.numerator : metric).split('.')[0]
}
