import type { ColumnEvidence, PlacedFigures } from './text-positions.ts'
import { placeByPosition } from './text-positions.ts'
import type { Figure, FigureItem } from '../items/text-items.ts'

const printed = (figures: readonly Figure[]): readonly Figure[] => figures.filter(({ text }) => text !== '')

/**
 * Puts the figures of a row into its `count` columns: all there – the order decides; cells by tabs or pipes – their
 * place in the row; aligned by spaces – the columns of complete rows near by. Otherwise null: never a guess.
 */
export function placeFigures(item: FigureItem, count: number, evidence: ColumnEvidence): PlacedFigures {
  const filled = printed(item.figures)
  if (filled.length === count && !hasStranger(item, count)) return filled
  if (item.explicit) return placeCells(item, count, evidence)
  if (filled.length > count || item.stacked) return null
  return placeByPosition(filled, count, evidence)
}

/** Whether a blank cell stands among cells one to a line that are more than the row has: a filled one is not the row's. */
function hasStranger({ explicit, row, figures }: FigureItem, count: number): boolean {
  const isFilled = ({ text }: Figure): boolean => text !== ''
  const between = figures.slice(figures.findIndex(isFilled), figures.findLastIndex(isFilled))
  return explicit && row === null && figures.length > count && !between.every(isFilled)
}

function placeCells(item: FigureItem, count: number, { complete, all }: ColumnEvidence): PlacedFigures {
  const { figures, row } = item
  const filled = printed(figures)
  if (filled.length === 0) return Array.from({ length: count }, () => undefined)
  if (filled.length > count) return sameRepeated(filled, count)
  const cut = (from: number): PlacedFigures => {
    if (from < 0) return null
    const cells = figures.slice(from, from + count)
    const isWhole = cells.length === count && printed(cells).length === filled.length
    return isWhole ? cells.map((cell) => (cell.text === '' ? undefined : cell)) : null
  }
  if (row !== null && isTrimmed(all, count)) return trimmedCells(item, count, all)
  if (figures.length === count) return cut(0)
  if (row === null) return complete.some(startsAtLabel) || isStackedTable(all, count) ? cut(0) : null
  const start = startOf(row, count, all)
  return start === null ? onlyWindow(figures, count, cut) : cut(start - row.first)
}

const fewestTrimmed = 3

/** Whether the blank cells at the ends of rows were lost: no row ends in one, and several end before their last. */
function isTrimmed(all: readonly FigureItem[], count: number): boolean {
  const rows = all.filter(({ row, explicit }) => row !== null && explicit)
  const short = rows.filter(({ figures }) => figures.length < count)
  const isOpenEnd = rows.some(({ figures }) => figures.at(-1)?.text === '')
  const hasBlank = rows.some(({ figures }) => figures.some(({ text }) => text === ''))
  return short.length >= fewestTrimmed && !isOpenEnd && hasBlank
}

/**
 * The cells of a row without its blank last ones, from the left: the number columns begin in one cell for all rows,
 * behind the labels, and the longest row reaches the last column. Null where more than one cell would do.
 */
function trimmedCells(
  { figures, row }: FigureItem,
  count: number,
  all: readonly FigureItem[],
): PlacedFigures {
  const rows = all.flatMap((item) => (item.row === null ? [] : [{ ...item.row, figures: item.figures }]))
  const widest = Math.max(...rows.map(({ width }) => width))
  const behindLabels = Math.max(...rows.map(({ first }) => first))
  const firstFilled = Math.min(
    ...rows.map(({ first, figures: cells }) => first + cells.findIndex(({ text }) => text !== '')),
  )
  const start = Math.max(behindLabels, widest - count)
  if (row === null || start !== firstFilled) return null
  return Array.from({ length: count }, (_, column) => {
    const cell = figures[start - row.first + column]
    return cell === undefined || cell.text === '' ? undefined : cell
  })
}

/** The only run of `count` cells that holds all figures of the row, if there is just one. */
function onlyWindow(
  figures: readonly Figure[],
  count: number,
  cut: (from: number) => PlacedFigures,
): PlacedFigures {
  const windows = Array.from({ length: Math.max(0, figures.length - count + 1) }, (_, from) => cut(from))
  const [only, ...more] = windows.filter((window) => window !== null)
  return more.length === 0 ? (only ?? null) : null
}

type RowCells = NonNullable<FigureItem['row']>

/**
 * Where the number columns of a row begin, as complete rows show it: at the cell where those of the same width and
 * with as many labels begin; else at the same cell whatever the labels, or right behind them, when rows with more
 * and with fewer labels agree in it. Null where they do not.
 */
function startOf(row: RowCells, count: number, all: readonly FigureItem[]): number | null {
  const shown = all.flatMap((item) => {
    const other = item.row
    return other?.width === row.width
      ? firstColumn(item, count).map((at) => ({ at, first: other.first }))
      : []
  })
  const alike = agreed(shown.filter(({ first }) => first === row.first).map(({ at }) => at))
  const isVaried = new Set(shown.map(({ first }) => first)).size > 1
  if (alike !== null || !isVaried) return alike
  return agreed(shown.map(({ at }) => at)) ?? agreed(shown.map(({ at, first }) => at - first + row.first))
}

function agreed(starts: readonly number[]): number | null {
  const [start] = starts
  return start !== undefined && starts.every((other) => other === start) ? start : null
}

/** One value printed in each cell of a span that was taken apart. */
function sameRepeated(filled: readonly Figure[], count: number): PlacedFigures {
  const same = count === 1 && filled.every(({ text }) => text === filled[0]?.text)
  return same ? filled.slice(0, 1) : null
}

const startsAtLabel = ({ row, figures }: FigureItem): boolean => row === null && figures[0]?.text !== ''

/** Cells one to a line, where a row holds at least all its cells, and merged cells of the next row behind them. */
function isStackedTable(all: readonly FigureItem[], count: number): boolean {
  return all.some(({ figures }) => figures.length === count)
}

/** Where the number columns of a row on one line begin, if the row itself shows it: one run of cells holds all. */
function firstColumn(item: FigureItem, count: number): readonly number[] {
  const { row, figures, explicit } = item
  if (row === null || !explicit || printed(figures).length === 0) return []
  const total = printed(figures).length
  const starts = Array.from({ length: Math.max(0, figures.length - count + 1) }, (_, from) => from).filter(
    (from) => printed(figures.slice(from, from + count)).length === total,
  )
  return starts.length === 1 ? starts.map((from) => row.first + from) : []
}
