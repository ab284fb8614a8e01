import type { GridCell } from './grid.ts'
import type { Header, HeaderColumn } from './header-columns.ts'
import { isBlank, isFigure, isPlaceholder, isWording } from '../labels/table-words.ts'

/** The cell that holds a column's figure; `merged`: rows share the cell, so that its number is nobody's. */
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
  /** Whether all rows are cut alike: a column that the header lacks is then missing, and no cell was lost. */
  readonly even: boolean
  /** How many cells most rows have: counting cells of a row with fewer or more says nothing. */
  readonly usual: number
  /** Whether a blank cell of a row stands where no row has a figure. */
  readonly isUnused: (cell: GridCell, row: readonly GridCell[]) => boolean
}

/** The plan for rows that stand under one header; `rows` are the cells to the right of their labels. */
export function columnPlan<Key extends string>(
  header: Header<Key>,
  form: readonly Key[],
  rows: readonly (readonly GridCell[])[],
): ColumnPlan<Key> {
  const shapes = new Set(rows.map((row) => [row.length, row[0]?.column, row.at(-1)?.columnEnd].join()))
  const even = shapes.size === 1
  const isSurplus = header.isUnclear || header.others.length > 0
  const counts = rows.map((row) => row.length).sort((a, b) => a - b)
  const usual = mostFrequent(counts)
  const window = even && !isSurplus ? windowOf(rows, form.length) : null
  return { header, form, window, even, usual, isUnused: unusedIn(rows) }
}

/** Whether no row has a figure in a cell's place, counted from the left or, where labels were lost, from the right. */
function unusedIn(rows: readonly (readonly GridCell[])[]): ColumnPlan<string>['isUnused'] {
  const fromLeft = new Set<number>()
  const fromRight = new Set<number>()
  for (const row of rows) {
    for (const cell of row.filter(({ text }) => isFigure(text))) {
      fromLeft.add(cell.column)
      fromRight.add(placeFromRight(cell, row))
    }
  }
  return (cell, row) => !fromLeft.has(cell.column) || !fromRight.has(placeFromRight(cell, row))
}

function placeFromRight(cell: GridCell, row: readonly GridCell[]): number {
  return (row.at(-1)?.columnEnd ?? 0) - cell.columnEnd
}

function mostFrequent(counts: readonly number[]): number {
  const times = (count: number) => counts.filter((other) => other === count).length
  return counts.reduce((best, count) => (times(count) > times(best) ? count : best), counts[0] ?? 0)
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
    byHeaderPlace(cells, plan) ??
    byHeaderCount(cells, plan) ??
    byCount(cells, plan) ??
    byWindow(cells, plan) ??
    byFiguresInOneCell(cells, plan)
  )
}

/** Grid columns of the figures as all rows of a table show them: see `byWindow`. */
function windowOf(rows: readonly (readonly GridCell[])[], count: number): readonly number[] | null {
  const starts = [...new Set(rows.flat().map((cell) => cell.column))].sort((a, b) => a - b)
  const filled = starts.filter((start) =>
    rows.some((row) => row.some((cell) => cell.column === start && isFigure(cell.text))),
  )
  if (filled.length === count) return filled
  // Label cells whose merge was lost stand before the figures, two at the most; the totals close the row.
  const spare = starts.length - count
  const isAfterLabels = starts.indexOf(filled[0] ?? -1) >= spare && filled.at(-1) === starts.at(-1)
  return rows.length >= 3 && spare > 0 && spare <= 2 && isAfterLabels ? starts.slice(spare) : null
}

function byHeaderCount<Key extends string>(
  cells: readonly GridCell[],
  { header, form, even, usual }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const { columns, others } = header
  const count = columns.length + others.length
  if (columns.length === 0 || cells.length !== count || usual !== count) return null
  const isPartial = columns.length < form.length
  if ((isPartial && others.length > 0) || ((isPartial || others.length > 0) && !even)) return null
  const all: readonly (HeaderColumn<Key> | { from: number })[] = [...columns, ...others].sort(
    (a, b) => a.from - b.from,
  )
  const counted = new Map(
    all.flatMap((column, index) => {
      const cell = cells[index]
      return 'key' in column && cell !== undefined ? [[column.key, alone(cell)] as const] : []
    }),
  )
  return !isPartial || standsOver(header, counted, cells) ? counted : null
}

function byHeaderPlace<Key extends string>(
  cells: readonly GridCell[],
  { header, form }: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const shift = shiftUnder(header, cells)
  if (header.columns.length < form.length || shift === null) return null
  const under = ({ from, to }: { from: number; to: number }) =>
    cells.filter((cell) => cell.column < to - shift && cell.columnEnd > from - shift)
  const found = new Map<Key, Figure>()
  const used = new Set<GridCell>()
  for (const column of header.columns) {
    const cell = onlyFigure(under(column)) ?? (shift === 0 ? leftOut(column, cells) : undefined)
    // Blank cells and placeholders may be merged over several columns; a number there is nobody's.
    const isShared = cell !== undefined && used.has(cell) && !isBlank(cell.text) && !isPlaceholder(cell.text)
    if (cell === undefined || isShared) return null
    used.add(cell)
    found.set(column.key, alone(cell))
  }
  const remarks = new Set([...header.before, ...header.others].flatMap((other) => under(other)))
  const left = cells.filter((cell) => !isBlank(cell.text) && !used.has(cell) && !remarks.has(cell))
  return left.length > 0 ? null : found
}

/**
 * By how many grid columns a row stands further left than its header: 0 where both end together. Label cells lost
 * on the left move a whole row; then its figures are exactly as wide as the header over them. Else null.
 */
function shiftUnder(header: Header<string>, cells: readonly GridCell[]): number | null {
  const last = cells.at(-1)
  const first = header.columns[0]
  if (last === undefined || first === undefined) return null
  const shift = header.end - last.columnEnd
  return shift === 0 || cells[0]?.column === first.from - shift ? shift : null
}

/** A column before the first cell of a row, which begins further to the right: blank, as it prints. */
function leftOut(column: { readonly to: number }, [first]: readonly GridCell[]): GridCell | undefined {
  if (first === undefined || column.to > first.column) return undefined
  return { ...first, text: '', column: column.to - 1, columnEnd: column.to }
}

/** The one cell that is filled, or a blank one where none is; undefined where several are. */
function onlyFigure(cells: readonly GridCell[]): GridCell | undefined {
  const [cell, ...others] = cells.filter((entry) => !isBlank(entry.text))
  return others.length > 0 ? undefined : (cell ?? cells[0])
}

function byCount<Key extends string>(
  cells: readonly GridCell[],
  plan: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const { header, form, usual } = plan
  const order = orderOf(header, form)
  if (order === null) return null
  const filled = filledCells(cells, plan)
  if (filled?.length === order.length && filled.every((cell) => isFigure(cell.text)))
    return zip(order, filled)
  const headerTellsMore = header.columns.length === form.length && header.others.length > 0
  if (cells.length !== order.length || usual !== order.length || headerTellsMore) return null
  const counted = zip(order, cells)
  const isPartial = header.columns.length < form.length
  return !isPartial || standsOver(header, counted, cells) ? counted : null
}

/**
 * The filled cells of a row, if they may be counted: no blank among them stands where other rows have a figure, and
 * the header names no column beside the form's before their end.
 */
function filledCells(
  cells: readonly GridCell[],
  { header, isUnused }: ColumnPlan<string>,
): readonly GridCell[] | null {
  const filled = withoutRemark(cells.filter((cell) => !isBlank(cell.text)))
  const blanks = cells.filter((cell) => isBlank(cell.text))
  if (blanks.some((cell) => !isUnused(cell, cells))) return null
  if (header.isUnclear && blanks.length > 0) return null
  const last = header.columns.at(-1)
  const hasOtherInside = header.others.some((other) => last !== undefined && other.from < last.to)
  return hasOtherInside ? null : filled
}

/** Whether each named column stands over the cell that counting gives it: asked where a header names only some. */
function standsOver<Key extends string>(
  header: Header<Key>,
  counted: ReadonlyMap<Key, Figure>,
  cells: readonly GridCell[],
): boolean {
  const shift = header.end - (cells.at(-1)?.columnEnd ?? 0)
  return header.columns.every(({ key, from, to }) => {
    const cell = counted.get(key)?.cell
    return cell !== undefined && cell.column < to - shift && cell.columnEnd > from - shift
  })
}

/** A remark that closes the row is none of its figures. */
function withoutRemark(cells: readonly GridCell[]): readonly GridCell[] {
  const lastFigure = cells.findLastIndex((cell) => isFigure(cell.text))
  return cells.slice(lastFigure + 1).every((cell) => isWording(cell.text))
    ? cells.slice(0, lastFigure + 1)
    : cells
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
  if (cells.some((cell) => !chosen.includes(cell) && isFigure(cell.text))) return null
  const whole = chosen.filter((cell) => cell !== undefined)
  return whole.length === order.length ? zip(order, whole) : null
}

/**
 * Blanks say the same of every column, however many cells there are, and so does a placeholder in one cell over
 * all columns; a number there is nobody's.
 */
function bySameText<Key extends string>(
  cells: readonly GridCell[],
  plan: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const { form } = plan
  const [cell] = cells
  if (cell === undefined) return null
  if (form.length < 2) return byOneFigure(cells, plan)
  const same = cells.every((other) => other.text.trim() === cell.text.trim())
  const spread = cells.length === 1 && cell.columnEnd - cell.column > 1
  if (!same || (!isBlank(cell.text) && !(spread && isPlaceholder(cell.text)))) return null
  return new Map(form.map((key) => [key, { text: cell.text, cell, merged: false }] as const))
}

/** The figure of a row that has one: under its header, or anywhere where no other column is in sight. */
function byOneFigure<Key extends string>(
  cells: readonly GridCell[],
  plan: ColumnPlan<Key>,
): Map<Key, Figure> | null {
  const { header, form } = plan
  const placed = header.columns.length > 0 ? byHeaderPlace(cells, plan) : null
  if (placed !== null || header.others.length > 0 || header.before.length > 0) return placed
  if (header.isUnclear && cells.some((cell) => isBlank(cell.text))) return null
  return byRepetition(cells, form)
}

/** The one figure of a row printed in each of its cells: a merge that was lost. */
function byRepetition<Key extends string>(
  cells: readonly GridCell[],
  form: readonly Key[],
): Map<Key, Figure> | null {
  const [first, ...others] = cells.filter((cell) => !isBlank(cell.text))
  if (first === undefined) return cells[0] === undefined ? null : zip(form, cells)
  return others.every((cell) => cell.text.trim() === first.text.trim()) ? zip(form, [first]) : null
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
