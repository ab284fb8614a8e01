import { describe, expect, test } from '@jest/globals'
import { childrenOf } from '../../../src/questions/query/children.ts'
import { metricInfo, metricTable } from '../../../src/questions/query/metric-table.ts'
import type { Metric } from '../../../src/questions/query/metrics.ts'

const counts = [...metricTable.values()].filter((info) => info.kind === 'count')

function cellsOf(metric: Metric): readonly string[] {
  const info = metricInfo(metric)
  return info.kind === 'count' ? info.cells : []
}

describe('the parts of a figure', () => {
  test('of a sum of rows are its cells, whichever column is asked for', () => {
    const sums = counts.filter(
      ({ id }) => /^requests\.(?!handledTotal)/u.test(id) && childrenOf(id).length > 0,
    )
    const columns = new Set(sums.map(({ id }) => id.split('.')[2]))
    expect(columns.size).toBe(8)
    for (const { id, cells } of sums) {
      const parts = childrenOf(id).flatMap(({ metric }) => cellsOf(metric))
      expect([id, parts.toSorted()]).toEqual([id, [...cells].sort()])
    }
  })

  test.each<[Metric, readonly Metric[]]>([
    [
      'requests.handledTotal.enterprise',
      (['granted', 'partiallyGranted', 'denied', 'unavailable', 'notProcessed', 'otherwise'] as const).map(
        (row) => `requests.${row}.enterprise` as const,
      ),
    ],
    [
      'review.all.total',
      [
        'review.reconsideration.total',
        'review.litigationDirect.total',
        'review.litigationAfterReconsideration.total',
      ],
    ],
    ['review.reconsideration.corrected', []],
    ['requests.received.enterprise', []],
  ])('of %s', (metric, parts) => {
    expect(childrenOf(metric).map((child) => child.metric)).toEqual(parts)
  })
})
