import type { FoundPart } from '../grids/table-grids.ts'
import type { YearMark } from '../grids/year-mark.ts'
import { rowOf } from './table-part.ts'
import { areOfOtherYear } from '../grids/year-mark.ts'

/** Pieces that make one printed table; `year` is the one its caption names. */
export interface PrintedTable {
  readonly parts: readonly FoundPart[]
  readonly rows: ReadonlySet<string>
  readonly year: YearMark | null
}

/**
 * The pieces put together as they are printed, in the order of the file: where a row comes again with numbers, or a
 * caption names another year, another table begins.
 */
export function printedTables(parts: readonly FoundPart[]): readonly PrintedTable[] {
  const tables: { parts: FoundPart[]; rows: Set<string>; year: YearMark | null }[] = []
  for (const part of [...parts].sort((a, b) => a.index - b.index)) {
    const last = tables.at(-1)
    const rows = [...part.part.rows]
    if (last === undefined || !continues(last, part, rows)) {
      tables.push({ parts: [part], rows: new Set(rows), year: part.year })
    } else {
      last.parts.push(part)
      for (const row of rows) last.rows.add(row)
    }
  }
  return tables
}

function continues(table: PrintedTable, part: FoundPart, rows: readonly string[]): boolean {
  if (part.year !== null && part.year !== table.year) return false
  const again = rows.filter((row) => isFilled(row, [part]) && isFilled(row, table.parts))
  // A row cut by the page stands in both pieces.
  const isCut = again.length === 1 && again[0] === rows[0] && again[0] === [...table.rows].at(-1)
  return again.length === 0 || isCut
}

function isFilled(row: string, parts: readonly FoundPart[]): boolean {
  return parts.some(({ part }) =>
    [...part.cells].some(([id, { state }]) => rowOf(id) === row && state === 'number'),
  )
}

/**
 * The tables that are this year's, of several with the same rows: those of another year are left out, and where a
 * caption names this year, those without a caption. All of them where every one seems to be of another year.
 */
export function tablesOfYear(
  tables: readonly PrintedTable[],
  reportYear: number | null,
): readonly PrintedTable[] {
  const other = areOfOtherYear(
    tables.map(({ year }) => year),
    reportYear,
  )
  const current = tables.filter((_, index) => other[index] === false)
  const kept = tables.filter(
    (table, index) => other[index] === false || !current.some((rival) => shareRows(table, rival)),
  )
  return kept.filter(
    (table) => table.year !== null || !kept.some((rival) => rival.year !== null && shareRows(table, rival)),
  )
}

/** Whether two tables print a row in common. */
export function shareRows(one: PrintedTable, other: PrintedTable): boolean {
  return one !== other && [...one.rows].some((row) => other.rows.has(row))
}
