import type { Place, Table, TableCell } from '../../readers/document.ts'

/** A cell of a grid, with spans cut to the table's size. Columns and rows from 0; `end` is the first beyond. */
export interface GridCell {
  readonly text: string
  readonly row: number
  readonly rowEnd: number
  readonly column: number
  readonly columnEnd: number
  readonly place: Place
}

/** The cells that stand in one row, from left to right, those that reach into it from above among them. */
export type GridRow = readonly GridCell[]

/**
 * A table row by row. Spans that overlap a cell already placed are cut: the first cell keeps the position, as
 * it does on the page.
 */
export function gridOf(table: Table): readonly GridRow[] {
  const rows: GridCell[][] = Array.from({ length: rowCountOf(table) }, () => [])
  for (const cell of table.cells) {
    const placed = fit(cell, rows, table)
    if (placed === null) continue
    for (let row = placed.row; row < placed.rowEnd; row += 1) rows[row]?.push(placed)
  }
  return rows.map((row) => row.sort((a, b) => a.column - b.column))
}

/** Where a cell stands in the file: its own first line, else its table's. */
export function placeOf(cell: TableCell, table: Table): Place {
  return cell.blocks[0]?.place ?? table.place
}

/** The row count a table really has; a reader may state fewer rows than it lists. */
function rowCountOf(table: Table): number {
  return table.cells.reduce((count, cell) => Math.max(count, cell.row + 1), 0)
}

function fit(cell: TableCell, rows: readonly GridCell[][], table: Table): GridCell | null {
  const columnEnd = cell.column + Math.max(1, cell.columnSpan)
  const beside = (rows[cell.row] ?? []).filter((other) => other.columnEnd > cell.column)
  if (beside.some((other) => other.column <= cell.column)) return null
  const free = Math.min(columnEnd, ...beside.map((other) => other.column))
  let rowEnd = cell.row + 1
  const lastRow = Math.min(rows.length, cell.row + cell.rowSpan)
  while (rowEnd < lastRow && isFree(rows[rowEnd] ?? [], cell.column, free)) rowEnd += 1
  const place = placeOf(cell, table)
  return { text: cell.text, row: cell.row, rowEnd, column: cell.column, columnEnd: free, place }
}

function isFree(row: readonly GridCell[], from: number, to: number): boolean {
  return row.every((cell) => cell.columnEnd <= from || cell.column >= to)
}
