import { limits, unsafeFile } from '../limits.ts'
import type { DraftBlock, DraftCell, DraftRow } from './draft.ts'

/** A table's cells, each once at its top left corner, by row and then by column. */
export interface SpanGrid {
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly GridCell[]
}

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly DraftBlock[]
}

/**
 * Lays rows of merging cells out on a grid. Deleted rows and cells are left out; a cell that continues a merge
 * without one above it in the same columns stands for itself, as it prints.
 */
export function layOutGrid(rows: readonly DraftRow[]): SpanGrid {
  const cells: OpenCell[] = []
  let above: readonly (OpenCell | undefined)[] = []
  let rowCount = 0
  let columnCount = 0
  for (const row of rows) {
    if (isGone(row)) continue
    const placed = placeCells(row)
    const open = mergeRow(placed, above, rowCount, cells)
    above = open
    rowCount += 1
    columnCount = Math.max(columnCount, row.gridAfter + endOf(placed.at(-1), row.gridBefore))
    if (columnCount > limits.tableColumns) throw unsafeFile(`表格超过 ${limits.tableColumns} 列`)
  }
  return { rowCount, columnCount, cells }
}

interface OpenCell extends GridCell {
  rowSpan: number
}

interface PlacedCell {
  readonly column: number
  columnSpan: number
  readonly cell: DraftCell
}

function isGone(row: DraftRow): boolean {
  return (
    row.isDeleted || (row.isHidden && row.cells.every((cell) => cell.blocks.every((block) => isBlank(block))))
  )
}

function isBlank(block: DraftBlock): boolean {
  return (
    block.kind === 'paragraph' &&
    block.text === '' &&
    block.number === undefined &&
    block.before.length + block.after.length === 0
  )
}

function endOf(last: PlacedCell | undefined, start: number): number {
  return last === undefined ? start : last.column + last.columnSpan
}

function placeCells(row: DraftRow): readonly PlacedCell[] {
  const placed: PlacedCell[] = []
  let column = row.gridBefore
  for (const cell of row.cells) {
    if (cell.isDeleted) continue
    const left = placed.at(-1)
    if (cell.horizontal === 'continue' && left?.cell.horizontal !== undefined)
      left.columnSpan += cell.columnSpan
    else placed.push({ column, columnSpan: cell.columnSpan, cell })
    column += cell.columnSpan
    if (column > limits.tableColumns) throw unsafeFile(`表格超过 ${limits.tableColumns} 列`)
  }
  return placed
}

/** Adds one row's cells to `cells`, or its rows to the cells above; returns what the next row may continue. */
function mergeRow(
  placed: readonly PlacedCell[],
  above: readonly (OpenCell | undefined)[],
  row: number,
  cells: OpenCell[],
): readonly (OpenCell | undefined)[] {
  const continued = continuedCells(placed, above)
  const open: (OpenCell | undefined)[] = []
  for (const { column, columnSpan, cell } of placed) {
    const owner = cell.vertical === 'continue' ? above[column] : undefined
    const isCovered = owner !== undefined && continued.has(owner)
    const standing = isCovered ? owner : { row, column, rowSpan: 1, columnSpan, blocks: cell.blocks }
    if (!isCovered) cells.push(standing)
    for (let index = column; cell.vertical !== undefined && index < column + columnSpan; index++) {
      open[index] = standing
    }
  }
  for (const cell of continued) cell.rowSpan += 1
  return open
}

/** The cells above that go on in this row: those whose columns are all taken by continuing cells, and no others. */
function continuedCells(
  placed: readonly PlacedCell[],
  above: readonly (OpenCell | undefined)[],
): ReadonlySet<OpenCell> {
  const covered = new Map<OpenCell, number>()
  for (const { column, columnSpan, cell } of placed) {
    const owner = cell.vertical === 'continue' ? above[column] : undefined
    if (owner === undefined || column + columnSpan > owner.column + owner.columnSpan) continue
    covered.set(owner, (covered.get(owner) ?? 0) + columnSpan)
  }
  return new Set(
    [...covered].filter(([owner, columns]) => columns === owner.columnSpan).map(([owner]) => owner),
  )
}
