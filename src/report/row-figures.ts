import type { GridCell } from './grid.ts'
import type { Header, HeaderColumn } from './header-columns.ts'
import { isBlank, isFigure } from './table-words.ts'

/** The cell that holds a column's figure, or `merged`: several columns share a cell with words or a number. */
export interface Figure {
  readonly text: string
  readonly cell: GridCell
  readonly merged: boolean
}

/** What the rows of one table show together about their number columns. */
export interface ColumnPlan<Key extends string> {
  readonly header: Header<Key>
  /** The columns in the order of the form. */
  readonly form: readonly Key[]
  /** Grid columns that hold the figures, in the form's order, where the rows together show it; else null. */
  readonly window: readonly number[] | null
  /** Whether all rows have as many cells: a column that the header lacks is then missing, and no cell was lost. */
  readonly even: boolean
}

/** The plan for rows that stand under one header; `rows` are the cells to the right of their labels. */
export function columnPlan<Key extends string>(
  header: Header<Key>,
  form: readonly Key[],
  rows: readonly (readonly GridCell[])[],
): ColumnPlan<Key> {
  const counts = new Set(rows.map((row) => row.length))
  return { header, form, window: windowOf(rows, form.length), even: counts.size === 1 }
}

/**
 * Which cell of a row holds which column's figure: by the header where it stands over the row, else by count where
 * the row has exactly as many cells, or as many figures, as the form has columns. Null where neither decides:
 * blank cells never shift a figure.
 */
export function figuresByColumn<Key extends string>(
  cells: readonly GridCell[],
  plan: ColumnPlan<Key>,
): ReadonlyMap<Key, Figure> | null {
  return (
    bySameText(cells, plan) ??
    byHeaderCount(cells, plan) ??
    byHeaderPlace(cells, plan) ??
    byCount(cells, plan) ??
    byWindow(cells, plan) ??
    byFiguresInOneCell(cells, plan)
  )
}

/** Grid columns of the figures as all rows of a table show them: see `byWindow`. */
function windowOf(rows: readonly (readonly GridCell[])[], count: number): readonly number[] | null {
  const starts = [...new Set(rows.flat().map((cell) => cell.column))].sort((a, b) => a - b)
  const filled = starts.filter((start) =>
    rows.some((row) => row.some((cell) => cell.column === start && !isBlank(cell.text))),
  )
  if (filled.length === count) return filled
  const first = starts.indexOf(filled[0] ?? -1)
  const last = starts.lastIndexOf(filled.at(-1) ?? -1)
  if (first < 0 || filled.length > count) return null
  if (last - first + 1 === count) return starts.slice(first, last + 1)
  // Label cells whose merge was lost stand before the figures, two at the most; the totals close the row.
  const spare = starts.length - count
  return spare > 0 && spare <= 2 && first >= spare && last === starts.length - 1 ? starts.slice(spare) : null
}

function byHeaderCount<Key extends string>(
  cells: readonly GridCell[],
  { header: { columns, others }, form, even }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  if (columns.length === 0 || cells.length !== columns.length + others.length) return null
  if (columns.length < form.length && !even) return null
  const all: readonly (HeaderColumn<Key> | { from: number })[] = [...columns, ...others].sort(
    (a, b) => a.from - b.from,
  )
  return new Map(
    all.flatMap((column, index) => {
      const cell = cells[index]
      return 'key' in column && cell !== undefined ? [[column.key, alone(cell)] as const] : []
    }),
  )
}

function byHeaderPlace<Key extends string>(
  cells: readonly GridCell[],
  { header: { columns, others }, form }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  if (columns.length < form.length) return null
  const under = (range: { from: number; to: number }) =>
    cells.filter((cell) => cell.column < range.to && cell.columnEnd > range.from)
  const found = new Map<Key, Figure>()
  const used = new Set<GridCell>()
  for (const column of columns) {
    const covering = under(column)
    const filled = covering.filter((cell) => !isBlank(cell.text))
    const cell = filled[0] ?? covering[0]
    if (cell === undefined || filled.length > 1 || used.has(cell)) return null
    used.add(cell)
    found.set(column.key, alone(cell))
  }
  const remarks = new Set(others.flatMap((other) => under(other)))
  const left = cells.filter((cell) => !isBlank(cell.text) && !used.has(cell) && !remarks.has(cell))
  return left.length > 0 ? null : found
}

function byCount<Key extends string>(
  cells: readonly GridCell[],
  { header, form }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const order = orderOf(header, form)
  if (order === null) return null
  const filled = cells.filter((cell) => !isBlank(cell.text))
  if (filled.length === order.length && filled.every((cell) => isFigure(cell.text))) return zip(order, filled)
  const headerTellsMore = header.columns.length === form.length && header.others.length > 0
  return cells.length === order.length && !headerTellsMore ? zip(order, cells) : null
}

/** The header's order where it names every column, else the form's where the header does not contradict it. */
function orderOf<Key extends string>(header: Header<Key>, form: readonly Key[]): readonly Key[] | null {
  const named = header.columns.map((column) => column.key)
  if (named.length === form.length) return named
  const places = named.map((key) => form.indexOf(key))
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0)) ? form : null
}

function byWindow<Key extends string>(
  cells: readonly GridCell[],
  { header, form, window }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const order = orderOf(header, form)
  if (order === null || window?.length !== order.length) return null
  const chosen = window.map((start) => cells.find((cell) => cell.column === start))
  const filled = cells.filter((cell) => !isBlank(cell.text))
  if (filled.some((cell) => !chosen.includes(cell))) return null
  const whole = chosen.filter((cell) => cell !== undefined)
  return whole.length === order.length ? zip(order, whole) : null
}

/**
 * Blanks say the same of every column, however many cells there are, and so does a placeholder; a number or words
 * in one cell over several columns are nobody's.
 */
function bySameText<Key extends string>(
  cells: readonly GridCell[],
  { form }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const [cell] = cells
  if (cell === undefined || form.length < 2) return null
  const same = cells.every((other) => other.text.trim() === cell.text.trim())
  const spread = cells.length === 1 && cell.columnEnd - cell.column > 1
  if (!same || (!isBlank(cell.text) && !spread)) return null
  return new Map(form.map((key) => [key, { text: cell.text, cell, merged: !isBlank(cell.text) }] as const))
}

/** All figures of the row, parted by spaces, in one cell or two: only where there are exactly as many as columns. */
function byFiguresInOneCell<Key extends string>(
  cells: readonly GridCell[],
  { header, form }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const order = orderOf(header, form)
  const filled = cells.filter((cell) => !isBlank(cell.text))
  if (order === null || form.length < 5 || filled.length > 2) return null
  const parts = filled.flatMap((cell) =>
    cell.text
      .trim()
      .split(/\s+/)
      .map((text) => ({ text, cell, merged: false })),
  )
  if (parts.length !== order.length || !parts.every((part) => isFigure(part.text))) return null
  return new Map(
    order.flatMap((key, index) => {
      const part = parts[index]
      return part === undefined ? [] : [[key, part] as const]
    }),
  )
}

function zip<Key>(keys: readonly Key[], cells: readonly GridCell[]): Map<Key, Figure> {
  return new Map(
    keys.flatMap((key, index) => {
      const cell = cells[index]
      return cell === undefined ? [] : [[key, alone(cell)] as const]
    }),
  )
}

function alone(cell: GridCell): Figure {
  return { text: cell.text, cell, merged: cell.rowEnd - cell.row > 1 && !isBlank(cell.text) }
}
