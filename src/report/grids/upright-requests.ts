import type { Table, TableCell } from '../../readers/document.ts'
import type { RequestRow } from '../statutory-tables.ts'
import { bestLabel } from '../labels/label-index.ts'
import { isWording, words } from '../labels/table-words.ts'

const fewestRows = 6

/**
 * A table 三 printed sideways, the applicants one below the other and the results side by side, turned upright;
 * every other table as it is.
 */
export function uprightRequests(table: Table): Table {
  if (!isSideways(table)) return table
  const cells = table.cells
    .map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column)
  return { ...table, rowCount: table.columnCount, columnCount: table.rowCount, cells }
}

/** Many of its row labels stand in one row, and hardly any two below each other. */
function isSideways({ cells }: Table): boolean {
  const labels = cells.flatMap((cell) => {
    const key = rowLabelOf(cell)
    return key === null ? [] : [{ key, cell }]
  })
  if (labels.length < fewestRows) return false
  const most = (lineOf: (cell: TableCell) => number): number => {
    const lines = new Map<number, Set<RequestRow>>()
    for (const { key, cell } of labels) {
      lines.set(lineOf(cell), (lines.get(lineOf(cell)) ?? new Set<RequestRow>()).add(key))
    }
    return Math.max(...[...lines.values()].map(({ size }) => size))
  }
  return most(({ row }) => row) >= fewestRows && most(({ column }) => column) <= 2
}

function rowLabelOf({ text }: TableCell): RequestRow | null {
  return isWording(text) ? bestLabel(words.requestRow(text)) : null
}
