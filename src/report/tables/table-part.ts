import type { Cell, DepartingLabel } from '../read-report.ts'
import type { CellKind } from './cells.ts'
import { readCell } from './cells.ts'
import type { GridCell, GridRow } from '../grids/grid.ts'
import type { LabelIndex } from '../labels/label-index.ts'
import { bestLabel } from '../labels/label-index.ts'
import type { OfficialLabel } from '../labels/label-match.ts'
import { departingLabel, matchAs } from '../labels/label-match.ts'
import type { Figure } from '../grids/row-figures.ts'
import type { CellId } from '../statutory-tables.ts'

/** What one piece of a statutory table holds; pieces of one table are put together by `readTables`. */
export interface TablePart {
  readonly form: '2021' | '2019'
  /** Keys of the rows found; in table 四 of the groups. */
  readonly rows: ReadonlySet<string>
  /** The cells printed in it, by id; no absent ones. */
  readonly cells: ReadonlyMap<CellId, Cell>
  /** Columns that its header lacks. */
  readonly missingColumns: readonly string[]
  readonly labels: readonly DepartingLabel[]
}

/** The row of a cell's id: its second step. */
export function rowOf(id: CellId): string {
  return id.split('.')[1] ?? ''
}

/** The cell that a figure prints. One shared by several columns or rows is a placeholder or unread. */
export function cellOf(figure: Figure, kind: CellKind): Cell {
  const cell = readCell(figure.text, kind, figure.cell.place)
  return figure.merged && cell.state === 'number'
    ? { ...cell, state: 'unread', value: null, repaired: false }
    : cell
}

/** An unread cell that stands for figures which cannot be told from each other; `text` is all of them. */
export function unreadCell(figures: readonly GridCell[]): Cell {
  const text = figures
    .map((cell) => cell.text.trim())
    .filter((printed) => printed !== '')
    .join(' ')
  return { state: 'unread', value: null, text, repaired: false, place: figures[0]?.place ?? null }
}

/** Departing labels among printed ones, each wording once. */
export function departuresOf<Key extends string>(
  printed: readonly { readonly text: string; readonly key: Key }[],
  labels: readonly OfficialLabel<Key>[],
): readonly DepartingLabel[] {
  return printed.flatMap(({ text, key }) => {
    const label = labels.find((entry) => entry.key === key)
    const departing = label === undefined ? null : departingLabel(matchAs(text, label))
    return departing === null ? [] : [departing]
  })
}

/** Departing labels among all cells of some rows, known by an index alone: merged label and header cells. */
export function departuresIn<Key extends string>(
  rows: readonly GridRow[],
  index: LabelIndex<Key>,
  labels: readonly OfficialLabel<Key>[],
): readonly DepartingLabel[] {
  const cells = [...new Set(rows.flat())]
  const known = cells.flatMap(({ text }) => {
    const key = bestLabel(index(text))
    return key === null ? [] : [{ text, key }]
  })
  return departuresOf(known, labels)
}
