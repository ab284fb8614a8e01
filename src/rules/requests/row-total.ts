import type { CellId } from '../../report/statutory-tables.ts'
import { applicantColumns, requestRows } from '../../report/statutory-tables.ts'
import { requestRowName } from '../cell-names.ts'
import { decidingNumber, difference, printedCells, sumOf } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** In every row of table 三 the six kinds of applicants add up to 总计. */
export const rowTotal: Rule = {
  id: 'requests/row-total',
  severity: 'error',
  docs: {
    summary: '表三每一行：自然人与法人或其他组织各列之和 = 总计。',
    basis: '国办公开办函〔2021〕30号，表三',
    remedy: '核对该行各类申请人的数量，改正填错的列或总计。',
  },
  check: checkRowTotal,
}

function* checkRowTotal({ read }: RuleContext): Iterable<Hit> {
  const table = read.tables.requests
  for (const { key } of requestRows) {
    const total: CellId = `requests.${key}.total`
    const applicants = applicantColumns.map((column): CellId => `requests.${key}.${column}`)
    const sum = sumOf(table, applicants)
    const stated = decidingNumber(table, total)
    if (sum === null || stated === null || sum === stated) continue
    const cells = [...applicants, total]
    const row = requestRowName(key)
    yield {
      message: `“${row}”行：各类申请人之和为 ${sum}，“总计”为 ${stated}（相差 ${difference(sum, stated)}）`,
      where: `${headingOfTable(read, 'requests')} / ${row}`,
      evidence: printedCells(table, cells),
      cells,
    }
  }
}
