import type { ReadTable } from '../../report/read-report.ts'
import type { CellId, RequestColumn } from '../../report/statutory-tables.ts'
import { requestColumns } from '../../report/statutory-tables.ts'
import { decidingNumber, difference, exact, printedCells } from '../equation.ts'
import { headingOfTable } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** 本年新收 + 上年结转 = 办理结果总计 + 结转下年度, column by column. */
export const balance: Rule = {
  id: 'requests/balance',
  severity: 'error',
  docs: {
    summary: '表三每一列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度。',
    basis: '国办公开办函〔2021〕30号，表三所印勾稽关系',
    remedy: '核对依申请公开台账，改正该列中填错的数字。',
  },
  check: checkBalance,
}

/** A column whose four deciding cells are all numbers. */
interface Column {
  readonly key: RequestColumn
  readonly label: string
  readonly received: number
  readonly carriedIn: number
  readonly handledTotal: number
  readonly carriedForward: number
  /** Left side minus right side. */
  readonly gap: number
}

function* checkBalance({ read }: RuleContext): Iterable<Hit> {
  const table = read.tables.requests
  const columns = requestColumns
    .map(({ key, label }) => readColumn(table, key, label))
    .filter((column) => column !== null)
  const unbalanced = columns.filter((column) => column.gap !== 0)
  const swapped = swappedColumns(columns)
  for (const column of unbalanced) {
    const cells = decidingCells(column.key)
    yield {
      message: `${arithmetic(column)}${swapped.includes(column) ? noteOf(swapped) : ''}`,
      where: `${headingOfTable(read, 'requests')} / ${column.label}`,
      evidence: printedCells(table, cells),
      cells,
    }
  }
}

function readColumn(table: ReadTable, key: RequestColumn, label: string): Column | null {
  const [received, carriedIn, handledTotal, carriedForward] = decidingCells(key).map((id) =>
    decidingNumber(table, id),
  )
  if (received == null || carriedIn == null || handledTotal == null || carriedForward == null) return null
  const gap = exact(received + carriedIn - handledTotal - carriedForward)
  return { key, label, received, carriedIn, handledTotal, carriedForward, gap }
}

function decidingCells(key: RequestColumn): readonly CellId[] {
  return [
    `requests.received.${key}`,
    `requests.carriedIn.${key}`,
    `requests.handledTotal.${key}`,
    `requests.carriedForward.${key}`,
  ]
}

/** Two applicant columns off by opposite amounts while the total is right: a case counted under another applicant. */
function swappedColumns(columns: readonly Column[]): readonly Column[] {
  if (columns.find((column) => column.key === 'total')?.gap !== 0) return []
  const unbalanced = columns.filter((column) => column.gap !== 0)
  const [first, second] = unbalanced
  if (unbalanced.length !== 2 || first === undefined || second === undefined) return []
  return first.gap === -second.gap ? unbalanced : []
}

function noteOf(swapped: readonly Column[]): string {
  return `；“${swapped.map((column) => column.label).join('”与“')}”差额相反，可能是申请人类别填错`
}

function arithmetic({ label, received, carriedIn, handledTotal, carriedForward }: Column): string {
  const apart = difference(received + carriedIn, handledTotal + carriedForward)
  return `“${label}”列：本年新收 ${received} + 上年结转 ${carriedIn} ≠ 办理结果总计 ${handledTotal} + 结转下年度 ${carriedForward}（相差 ${apart}）`
}
