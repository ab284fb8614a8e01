import type { Cell } from '../read-report.ts'
import type { YearMark } from './year-mark.ts'
import { areOfOtherYear } from './year-mark.ts'

/** A cell as one of several rows prints it, and the year at the head of that row. */
export interface YearCell {
  readonly cell: Cell
  readonly mark: YearMark | null
}

/**
 * The cell of the report's year among those that several rows print in one place; unread where they are different
 * numbers and nothing tells which of them is this year's.
 */
export function cellOfYear(cells: readonly YearCell[], reportYear: number | null): Cell {
  const [only] = cells
  if (only !== undefined && cells.length === 1) return only.cell
  const other = areOfOtherYear(
    cells.map(({ mark }) => mark),
    reportYear,
  )
  const current = cells.filter((_, index) => other[index] === false)
  const marked = current.filter(({ mark }) => mark !== null)
  const left = marked.length > 0 ? marked : current
  const [chosen] = left
  const numbers = new Set(left.flatMap(({ cell }) => cell.value ?? []))
  return chosen === undefined || numbers.size > 1 ? undecided(cells) : chosen.cell
}

function undecided(cells: readonly YearCell[]): Cell {
  const text = cells.map(({ cell }) => cell.text).join(' ')
  const [first] = cells
  return { state: 'unread', value: null, text, repaired: false, place: first?.cell.place ?? null }
}
