import {
  applicantColumns,
  disclosureCellIds,
  documentColumns,
  reviewGroups,
  reviewResults,
  type RequestRow,
} from '../../report/statutory-tables.ts'
import { requestSums, reviewSums } from './metric-table.ts'
import type { CountMetric, Metric, RequestMetricColumn, RequestSum, ReviewMetricGroup } from './metrics.ts'

/** A part of a figure: the key it is listed under in a `detail`, and its metric. */
export interface Child {
  readonly key: string
  readonly metric: CountMetric
}

/**
 * What a figure falls into, in the order of the form; empty where it falls into nothing. What is said of one column of
 * table 三 falls into rows of that column. `by` applicant: the six columns of a row of table 三.
 */
export function childrenOf(metric: Metric, by: 'row' | 'applicant' = 'row'): readonly Child[] {
  const [table, row = '', column = 'total'] = metric.split('.')
  if (metric === 'requests') return rows(['received', 'carriedIn', 'handledTotal', 'carriedForward'])
  if (metric === 'proactiveDisclosure') {
    return disclosureCellIds.map((id) => ({ key: id.slice('proactiveDisclosure.'.length), metric: id }))
  }
  if (metric === 'proactiveDisclosure.rules' || metric === 'proactiveDisclosure.normativeDocuments') {
    return documentColumns.map(({ key }) => ({ key, metric: `${metric}.${key}` }))
  }
  if (table === 'review') return column === 'total' ? reviewChildren(row) : []
  return table === 'requests' ? requestChildren(row, column as RequestMetricColumn, by) : []
}

function requestChildren(
  row: string,
  column: RequestMetricColumn,
  by: 'row' | 'applicant',
): readonly Child[] {
  if (by === 'applicant') {
    return applicantColumns.map((key) => ({ key, metric: `requests.${row as RequestRow}.${key}` }))
  }
  if (row === 'handledTotal') return rows(results, column)
  return row in requestSums ? rows(requestSums[row as RequestSum].rows, column) : []
}

/** What an application can come to. */
const results: readonly (RequestRow | RequestSum)[] = [
  ...(['granted', 'partiallyGranted', 'denied', 'unavailable', 'notProcessed', 'otherwise'] as const),
]

function rows(
  keys: readonly (RequestRow | RequestSum)[],
  column: RequestMetricColumn = 'total',
): readonly Child[] {
  return keys.map((key) => ({ key, metric: `requests.${key}.${column}` }))
}

function reviewChildren(group: string): readonly Child[] {
  if (group === 'all') return reviewGroups.map(({ key }) => ({ key, metric: `review.${key}.total` }))
  if (!(group in reviewSums)) return []
  return reviewResults.map(({ key }) => ({ key, metric: `review.${group as ReviewMetricGroup}.${key}` }))
}
