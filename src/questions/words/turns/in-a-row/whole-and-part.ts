import { childrenOf } from '../../../query/children.ts'
import { isMetric, metricInfo } from '../../../query/metric-table.ts'
import type { Metric } from '../../../query/metrics.ts'

/** Whether some of these are counted in another of them (复议 and 复议维持, 全部申请人 and 自然人): added up they count twice. */
export function areWholeAndPart(metrics: readonly Metric[]): boolean {
  const reached = metrics.map(cellsIn)
  return reached.some((cells, index) =>
    reached.slice(index + 1).some((others) => cells.some((cell) => others.includes(cell))),
  )
}

/** The cells of a figure, with those that each of them falls into by the form. */
function cellsIn(metric: Metric): readonly string[] {
  return cellsOf(metric).flatMap((cell) => {
    const parts = childrenOf(cell).flatMap((child) => cellsOf(child.metric))
    const columns = [cell, ...parts].flatMap((one) =>
      one.startsWith('requests.') && one.endsWith('.total')
        ? childrenOf(one, 'applicant').flatMap((child) => cellsOf(child.metric))
        : [],
    )
    return [cell, ...parts, ...columns]
  })
}

function cellsOf(metric: Metric): readonly Metric[] {
  const info = metricInfo(metric)
  return info.kind === 'count' ? info.cells.filter(isMetric) : []
}
