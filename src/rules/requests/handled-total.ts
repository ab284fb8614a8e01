import type { ReadTable } from '../../report/read-report.ts'
import type { CellId, RequestColumn } from '../../report/statutory-tables.ts'
import { applicantColumns, requestColumns, resultRows } from '../../report/statutory-tables.ts'
import { decidingNumber, difference, isLeftEmpty, printedCells, sumOf } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The result rows add up to （七）总计, column by column; 21 rows, 19 in the 2019 form. */
export const handledTotal: Rule = {
  id: 'requests/handled-total',
  severity: 'error',
  docs: {
    summary: '表三每一列：办理结果（一）至（六）各项之和 = （七）总计。',
    basis: '国办公开办函〔2021〕30号，表三',
    remedy: '逐项核对办理结果，改正填错的项目或总计。',
  },
  check: checkHandledTotal,
}

function* checkHandledTotal({ read }: RuleContext): Iterable<Hit> {
  const table = read.tables.requests
  const rows = rowsOf(table)
  for (const { key, label } of requestColumns) {
    const total: CellId = `requests.handledTotal.${key}`
    const items = rows.map((row): CellId => `requests.${row}.${key}`)
    if (key === 'total' && rows.some((row) => lacksTotal(table, row))) continue
    const sum = sumOf(table, items)
    const stated = decidingNumber(table, total)
    if (sum === null || stated === null || sum === stated) continue
    const shown = [...items.filter((id) => (table.cells.get(id)?.value ?? 0) !== 0), total]
    yield {
      message: `“${label}”列：办理结果各项之和为 ${sum}，“（七）总计”为 ${stated}（相差 ${difference(sum, stated)}）`,
      where: `${headingOfTable(read, 'requests')} / ${label}`,
      evidence: printedCells(table, shown),
      cells: shown,
    }
  }
}

type ResultRow = (typeof resultRows)[number]

/** The 2019 form has one row for （六）其他处理. */
function rowsOf(table: ReadTable): readonly ResultRow[] {
  return table.form === '2019'
    ? resultRows.filter((row) => row !== 'correctionOverdue' && row !== 'paymentOverdue')
    : resultRows
}

/**
 * A row that has cases but no total: the total column cannot be added up then. An empty total in a row without
 * cases is a 0 like any other.
 */
function lacksTotal(table: ReadTable, row: ResultRow): boolean {
  const cell = (column: RequestColumn): CellId => `requests.${row}.${column}`
  if (!isLeftEmpty(table.cells.get(cell('total')))) return false
  const applicants = applicantColumns.map(cell)
  return sumOf(table, applicants) !== 0 && !applicants.every((id) => isLeftEmpty(table.cells.get(id)))
}
