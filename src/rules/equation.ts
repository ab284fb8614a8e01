import type { Cell, ReadTable } from '../report/read-report.ts'
import { isPossible } from '../report/tables/possible-value.ts'
import type { CellId } from '../report/statutory-tables.ts'
import { cellName } from './cell-names.ts'

/**
 * The number in a cell that decides an equation; null where it is blank, a placeholder, unread, absent or a count
 * with decimals: the equation is not evaluated then.
 */
export function decidingNumber(table: ReadTable, id: CellId): number | null {
  const cell = table.cells.get(id)
  return cell?.state === 'number' && isKnown(id, cell) ? cell.value : null
}

/**
 * The sum of cells, blanks and placeholders counting 0; null where it cannot be known: one of them is unread, absent or
 * a count with decimals, or not one of them holds a number.
 */
export function sumOf(table: ReadTable, ids: readonly CellId[]): number | null {
  const cells = ids.flatMap((id) => {
    const cell = table.cells.get(id)
    return isKnown(id, cell) ? [cell] : []
  })
  if (cells.length < ids.length) return null
  if (!cells.some((cell) => cell.state === 'number')) return null
  return exact(cells.reduce((sum, cell) => sum + (cell.value ?? 0), 0))
}

/** Whether a cell is left empty by the report: nothing printed, or `/`, `-`, 不涉及. */
export function isLeftEmpty(cell: Cell | undefined): boolean {
  return cell?.state === 'blank' || cell?.state === 'placeholder'
}

/** How far two sides of an equation are apart, never negative. */
export function difference(left: number, right: number): number {
  return exact(Math.abs(left - right))
}

/** A sum without the dust of binary fractions. */
export function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Cells as evidence, with what they print: `本年新收／总计：3`. */
export function printedCells(table: ReadTable, ids: readonly CellId[]): readonly string[] {
  return ids.map((id) => `${cellName(id)}：${printedText(table.cells.get(id))}`)
}

/** What a cell prints; in words where that is nothing. */
function printedText(cell: Cell | undefined): string {
  if (cell === undefined || cell.state === 'absent') return '（无此格）'
  return cell.text === '' ? '（空白）' : cell.text
}

function isKnown(id: CellId, cell: Cell | undefined): cell is Cell {
  if (cell === undefined || cell.state === 'unread' || cell.state === 'absent') return false
  return cell.value === null || isPossible(id, cell.value)
}
