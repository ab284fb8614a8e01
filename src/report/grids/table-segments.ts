import type { Table } from '../../readers/document.ts'
import type { GridCell, GridRow } from './grid.ts'
import { gridOf } from './grid.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import type { TableKey } from '../statutory-tables.ts'
import { tableKeys } from '../statutory-tables.ts'
import { isBlank, isFigure, isPartHeading, isWording, isWordOf } from '../labels/table-words.ts'
import type { YearMark } from './year-mark.ts'
import { yearMarkOf } from './year-mark.ts'

/** Neighbouring rows of one grid that belong to one statutory table. */
export interface TableSegment {
  readonly table: TableKey
  readonly rows: readonly GridRow[]
  /** Rows of the grid `from` … `to` (not included). */
  readonly from: number
  readonly to: number
  /** How many different labels of the statutory table stand in it: how sure it is. */
  readonly words: number
  /** The year that a row of its own over the rows names. */
  readonly year: YearMark | null
}

/**
 * The parts of a grid that are statutory tables, known by their labels: none in most tables, one in a table of its
 * own, up to three where a whole report stands in one grid. Rows of prose or with a part's heading belong to none.
 */
export function segmentsOf(table: Table): readonly TableSegment[] {
  const rows = gridOf(table)
  const memory = new Map<GridCell, readonly TableKey[]>()
  const kinds = withInherited(rows.map((row) => kindOf(row, memory)))
  const segments: TableSegment[] = []
  for (let from = 0; from < rows.length;) {
    const kind = kinds[from]
    let to = from + 1
    while (to < rows.length && kinds[to] === kind && yearOver(rows[to]) === null) to += 1
    if (kind !== undefined && kind !== 'prose' && kind !== null) {
      const part = rows.slice(from, to)
      const year = yearOver(part[0])
      segments.push({ table: kind, rows: part, from, to, words: wordsIn(part, kind, memory), year })
    }
    from = to
  }
  return segments
}

/** A row that is nothing but the title of a year's figures: where it stands, another table begins. */
function yearOver(row: GridRow | undefined): YearMark | null {
  const filled = row?.filter((cell) => !isBlank(cell.text)) ?? []
  const [only] = filled
  if (only === undefined || filled.length > 1 || only.rowEnd - only.row > 1) return null
  const isLabel = tableKeys.some((table) => isWordOf(table, only.text))
  return isLabel || isFigure(only.text) ? null : yearMarkOf(only.text)
}

type RowKind = TableKey | 'prose' | null

/** A row without labels (figures under a header, a label that was lost) goes with the rows around it. */
function withInherited(kinds: readonly RowKind[]): readonly RowKind[] {
  const inherited: RowKind[] = [...kinds]
  for (let row = 1; row < inherited.length; row += 1) inherited[row] ??= inherited[row - 1] ?? null
  for (let row = inherited.length - 2; row >= 0; row -= 1) inherited[row] ??= inherited[row + 1] ?? null
  return inherited
}

function kindOf(row: GridRow, memory: Map<GridCell, readonly TableKey[]>): RowKind {
  if (isProse(row)) return 'prose'
  const counts = new Map<TableKey, number>()
  for (const table of row.flatMap((cell) => tablesOf(cell, memory))) {
    counts.set(table, (counts.get(table) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? null
}

function tablesOf(cell: GridCell, memory: Map<GridCell, readonly TableKey[]>): readonly TableKey[] {
  const known = memory.get(cell)
  if (known !== undefined) return known
  const tables = isWording(cell.text) ? tableKeys.filter((table) => isWordOf(table, cell.text)) : []
  memory.set(cell, tables)
  return tables
}

/** A part's heading, or one long text alone in its row that is no label. */
function isProse(row: GridRow): boolean {
  const filled = row.filter((cell) => !isBlank(cell.text))
  const [only] = filled
  if (only === undefined || filled.length > 1) return false
  if (isPartHeading(only.text)) return true
  return (
    (only.text.match(/\p{Script=Han}/gu)?.length ?? 0) > 24 &&
    !tableKeys.some((table) => isWordOf(table, only.text))
  )
}

function wordsIn(
  rows: readonly GridRow[],
  table: TableKey,
  memory: Map<GridCell, readonly TableKey[]>,
): number {
  const cells = rows.flat().filter((cell) => tablesOf(cell, memory).includes(table))
  return new Set(cells.map((cell) => normalizeLabel(cell.text))).size
}
