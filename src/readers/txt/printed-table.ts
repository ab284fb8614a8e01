import type { Place, Table, TableCell } from '../document.ts'
import { limits } from '../limits.ts'
import type { Budget } from '../limits.ts'

/** A table that lines of text print in full, with every cell's edges: lines `from` … `to` (not included), from 0. */
export interface PrintedTable {
  readonly from: number
  readonly to: number
  readonly cells: readonly PrintedCell[]
}

/** A cell on the table's grid. */
export interface PrintedCell extends Pick<TableCell, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'text'> {
  /** The line of text on which it begins, from 0. */
  readonly line: number
}

const columnEnd = ({ column, columnSpan }: PrintedCell): number => column + columnSpan
const rowEnd = ({ row, rowSpan }: PrintedCell): number => row + rowSpan

/** As many of the tables, from the first, as a file may hold; the others stay lines. */
export function withinLimits(tables: readonly PrintedTable[]): readonly PrintedTable[] {
  let left: number = limits.tableCells
  return tables.slice(0, limits.tables).filter(({ cells }) => {
    const [rows, columns] = sizeOf(cells)
    left -= rows * columns
    return left >= 0 && rows <= limits.tableRows && columns <= limits.tableColumns
  })
}

function sizeOf(cells: readonly PrintedCell[]): readonly [rows: number, columns: number] {
  return cells.reduce<readonly [number, number]>(
    ([rows, columns], cell) => [Math.max(rows, rowEnd(cell)), Math.max(columns, columnEnd(cell))],
    [0, 0],
  )
}

/** The table as a block of the document. */
export function tableOf({ from, cells }: PrintedTable, budget: Budget): Table {
  const [rowCount, columnCount] = sizeOf(cells)
  budget.spendTable()
  budget.spendCells(rowCount * columnCount)
  return {
    kind: 'table',
    rowCount,
    columnCount,
    cells: cells.map(({ row, column, rowSpan, columnSpan, text, line }) => {
      budget.spendParagraph(0)
      const place: Place = { line: line + 1 }
      return {
        row,
        column,
        rowSpan,
        columnSpan,
        text,
        blocks: [{ kind: 'paragraph', text, style: 'body', place }],
      }
    }),
    place: { line: from + 1 },
  }
}
