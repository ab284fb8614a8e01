import type { CheckedReport } from '../src/report/report.ts'
import type { CellNote } from '../src/report/stored-report.ts'
import { tableKeys, tableSection, type CellId, type TableKey } from '../src/report/statutory-tables.ts'
import { sectionNumerals } from '../src/report/statutory-tables.ts'

type CellNotes = Readonly<Partial<Record<CellId, CellNote>>>

/** The figures of a report that people look at first, one line each. What was not read is said so, never shown as 0. */
export function keyNumbers(report: CheckedReport, notes: CellNotes): readonly string[] {
  const { requests, review } = report.tables
  const request = (row: 'received' | 'handledTotal' | 'carriedForward'): string =>
    count(requests?.[row].total ?? null, [`requests.${row}.total`], 'requests', report, notes)
  const direct = review?.litigationDirect.total ?? null
  const after = review?.litigationAfterReconsideration.total ?? null
  return [
    `本年新收申请：${request('received')}`,
    `办结（办理结果总计）：${request('handledTotal')}`,
    `结转下年度：${request('carriedForward')}`,
    `行政复议：${count(review?.reconsideration.total ?? null, ['review.reconsideration.total'], 'review', report, notes)}`,
    `行政诉讼：${count(
      direct === null || after === null ? null : direct + after,
      ['review.litigationDirect.total', 'review.litigationAfterReconsideration.total'],
      'review',
      report,
      notes,
    )}`,
  ]
}

/** Tables whose figures nothing is known of: they could not be checked. */
export function unreadTables(report: CheckedReport): readonly string[] {
  return tableKeys.filter((key) => report.tables[key] === null).map((key) => tableName(key))
}

function count(
  value: number | null,
  cells: readonly CellId[],
  table: TableKey,
  report: CheckedReport,
  notes: CellNotes,
): string {
  if (value !== null) return `${value} 件`
  if (report.tableSources[table] === 'image') return '没读出来（表格是图片）'
  if (report.tableSources[table] === 'missing') return `没有数字（报告里没有${tableName(table)}）`
  if (cells.some((cell) => notes[cell]?.state === 'absent')) return '没有数字（报告里没有这一行）'
  const isLeftBlank = cells.some((cell) => ['blank', 'placeholder'].includes(notes[cell]?.state ?? ''))
  return isLeftBlank ? '没读出来（表里没有填数字）' : '没读出来'
}

/** `表三`, by the section that holds it. */
export function tableName(table: TableKey): string {
  return `表${sectionNumerals[tableSection[table] - 1] ?? ''}`
}
