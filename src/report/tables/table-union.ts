import { absentCell } from './cells.ts'
import type { DepartingLabel, ReadTable } from '../read-report.ts'
import { cellIds, disclosureRows, documentRows, requestRows, reviewGroups } from '../statutory-tables.ts'
import type { TableKey } from '../statutory-tables.ts'
import type { FoundPart } from '../grids/table-grids.ts'
import type { Union } from './row-choice.ts'
import { unionOf } from './row-choice.ts'
import { rowOf } from './table-part.ts'
import { printedTables, tablesOfYear } from './rival-tables.ts'
import type { TextTable } from '../lines/text-table.ts'

type Form = '2021' | '2019'

/** The rows of each table by key, in printed order; in table 四 its groups. */
const rowKeys: Readonly<Record<TableKey, readonly string[]>> = {
  proactiveDisclosure: [...documentRows, ...disclosureRows].map((row) => row.key),
  requests: requestRows.map((row) => row.key),
  review: reviewGroups.map((group) => group.key),
}

/** Rows of table 三 that the 2019 form does not have. */
const newRows = ['correctionOverdue', 'paymentOverdue']

/** Whether the pieces found as true tables leave no row to be looked for. */
export function isWhole(table: TableKey, parts: readonly FoundPart[]): boolean {
  return missingRows(table, formOf(table, parts), rowsOf(parts)).length === 0
}

/**
 * A table out of its pieces, a row from the first piece that has it; rows that are in none come from the lines of
 * text. The table is null where there is nothing of it: a piece without rows counts only if its labels are sure.
 */
export function uniteParts(
  table: TableKey,
  {
    found,
    lines,
    year,
  }: { readonly found: readonly FoundPart[]; readonly lines: TextTable | null; readonly year: number | null },
): { readonly table: ReadTable | null; readonly usesText: boolean } {
  const tables = tablesOfYear(printedTables(withoutOtherTables(found)), year)
  const parts = found.filter((part) => tables.some((printed) => printed.parts.includes(part)))
  const union = unionOf(parts, tables, rowKeys[table].length)
  const isGrid = union.rows.size > 0 || (lines === null && parts.some(({ sure }) => sure))
  if (!isGrid) return { table: lines === null ? null : { source: 'text', ...lines }, usesText: true }
  const form = formOf(table, parts)
  const usesText = lines !== null && addLines(union, lines)
  const used = parts.filter(({ part }) => part.rows.size === 0 || union.used.has(part))
  return {
    table: {
      source: 'table',
      form,
      cells: new Map(cellIds[table].map((id) => [id, union.cells.get(id) ?? absentCell] as const)),
      missingRows: missingRows(table, form, union.rows),
      missingColumns: missingColumns(used),
      labels: distinct([...used.flatMap(({ part }) => part.labels), ...(usesText ? lines.labels : [])]),
    },
    usesText,
  }
}

/**
 * Leaves out tables of another part that repeat rows of the table in its own part: an appendix, last year's figures.
 * Pieces with other rows only are its continuation.
 */
function withoutOtherTables(parts: readonly FoundPart[]): readonly FoundPart[] {
  const own = rowsOf(parts.filter(({ home }) => home))
  return parts.filter(({ home, part }) => home || ![...part.rows].some((row) => own.has(row)))
}

/** Adds the rows that only the lines of text have; tells whether there were any. */
function addLines({ cells, rows }: Union, lines: TextTable): boolean {
  const printed = [...lines.cells].filter(([id, cell]) => cell.state !== 'absent' && !rows.has(rowOf(id)))
  for (const [id, cell] of printed) {
    cells.set(id, cell)
    rows.add(rowOf(id))
  }
  return printed.length > 0
}

/** A table of which nothing was read. */
export function emptyTable(table: TableKey, source: 'image' | 'missing'): ReadTable {
  return {
    source,
    form: null,
    cells: new Map(cellIds[table].map((id) => [id, absentCell] as const)),
    missingRows: [],
    missingColumns: [],
    labels: [],
  }
}

function rowsOf(parts: readonly FoundPart[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ part }) => [...part.rows]))
}

function formOf(table: TableKey, parts: readonly FoundPart[]): Form {
  const rows = rowsOf(parts)
  if (table === 'requests' && newRows.some((row) => rows.has(row))) return '2021'
  return parts.some(({ part }) => part.form === '2019') ? '2019' : '2021'
}

function missingRows(table: TableKey, form: Form, rows: ReadonlySet<string>): readonly string[] {
  return rowKeys[table].filter((row) => !rows.has(row) && !(form === '2019' && newRows.includes(row)))
}

/** A column is missing where every piece with figures lacks it. */
function missingColumns(parts: readonly FoundPart[]): readonly string[] {
  const [first, ...others] = parts
    .filter(({ part }) => part.cells.size > 0)
    .map(({ part }) => part.missingColumns)
  return (first ?? []).filter((column) => others.every((columns) => columns.includes(column)))
}

function distinct(labels: readonly DepartingLabel[]): readonly DepartingLabel[] {
  return [...new Map(labels.map((label) => [`${label.printed}\n${label.official}`, label])).values()]
}
