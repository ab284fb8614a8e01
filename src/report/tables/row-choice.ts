import type { Cell } from '../read-report.ts'
import type { FoundPart } from '../grids/table-grids.ts'
import type { CellId } from '../statutory-tables.ts'
import type { PrintedTable } from './rival-tables.ts'
import type { TablePart } from './table-part.ts'
import { rowOf } from './table-part.ts'

/** The cells and rows of a table that was put together, and the pieces they come from. */
export interface Union {
  readonly cells: Map<CellId, Cell>
  readonly rows: Set<string>
  readonly used: ReadonlySet<TablePart>
}

type RowCells = ReadonlyMap<CellId, Cell>

interface Candidate {
  readonly part: TablePart
  readonly table: PrintedTable
  readonly cells: RowCells
}

/**
 * Each row whole from the first piece that has it: rows of two tables are never mixed. A row without a number is taken
 * from another table that has at least as many rows (the filled one behind a blank one). Two halves of a table side by side are
 * one row each. Where two whole tables say different numbers, and nothing tells which is this year's, the row is unread.
 */
export function unionOf(
  parts: readonly FoundPart[],
  tables: readonly PrintedTable[],
  rowCount: number,
): Union {
  const cells = new Map<CellId, Cell>()
  const used = new Set<TablePart>()
  const rows = new Set(parts.flatMap(({ part }) => [...part.rows]))
  for (const row of rows) {
    const candidates = candidatesFor(row, parts, tables)
    const chosen = chosenOf(candidates)
    const rival = chosen === undefined ? undefined : rivalOf(chosen, candidates, rowCount)
    for (const { part, cells: own } of chosen === undefined
      ? []
      : [chosen, ...halvesBeside(chosen, candidates)]) {
      used.add(part)
      for (const [id, cell] of own)
        cells.set(id, rival === undefined ? cell : disputed(cell, rival.cells.get(id)))
    }
  }
  return { cells, rows, used }
}

function candidatesFor(
  row: string,
  parts: readonly FoundPart[],
  tables: readonly PrintedTable[],
): readonly Candidate[] {
  return parts.flatMap((found) => {
    const table = tables.find((printed) => printed.parts.includes(found))
    if (table === undefined || !found.part.rows.has(row)) return []
    return [
      { part: found.part, table, cells: new Map([...found.part.cells].filter(([id]) => rowOf(id) === row)) },
    ]
  })
}

function chosenOf(candidates: readonly Candidate[]): Candidate | undefined {
  const [first] = candidates
  if (first === undefined || hasNumbers(first)) return first
  return (
    candidates.find((other) => hasNumbers(other) && other.table.rows.size >= first.table.rows.size) ?? first
  )
}

function hasNumbers({ cells }: Candidate): boolean {
  return [...cells.values()].some(({ state }) => state === 'number')
}

/** Another whole table that prints other numbers in this row. */
function rivalOf(
  chosen: Candidate,
  candidates: readonly Candidate[],
  rowCount: number,
): Candidate | undefined {
  const isWhole = ({ table }: Candidate) => table.rows.size * 2 > rowCount
  if (!isWhole(chosen)) return undefined
  return candidates.find(
    (other) =>
      other.table !== chosen.table &&
      isWhole(other) &&
      [...chosen.cells].some(([id, { value }]) => {
        const said = other.cells.get(id)?.value ?? null
        return value !== null && said !== null && value !== said
      }),
  )
}

function disputed(cell: Cell, other: Cell | undefined): Cell {
  if (cell.value === other?.value || (cell.value === null && other === undefined)) return cell
  const text = [cell.text, other?.text ?? ''].filter((printed) => printed !== '').join(' ')
  return { ...cell, state: 'unread', value: null, text, repaired: false }
}

/** The other half of a table that was parted between its columns: the same row with the columns that this one lacks. */
function halvesBeside(chosen: Candidate, candidates: readonly Candidate[]): readonly Candidate[] {
  if (chosen.part.missingColumns.length === 0) return []
  const taken = new Set(chosen.cells.keys())
  return candidates.filter((other) => {
    const ids = [...other.cells.keys()]
    const isHalf =
      other !== chosen && other.part.missingColumns.length > 0 && ids.every((id) => !taken.has(id))
    if (isHalf) for (const id of ids) taken.add(id)
    return isHalf
  })
}
