import { foldCharacters } from './text-pieces.ts'
import type { Figure, FigureItem, TextLine } from './text-items.ts'

/** The figures of a row in their columns; undefined for a blank cell. Null: it cannot be told which is which. */
export type PlacedFigures = readonly (Figure | undefined)[] | null

/** What the complete rows of a table show about where its columns stand. */
export interface ColumnEvidence {
  readonly lines: readonly TextLine[]
  /** Figure items that hold all figures of their row, with how many that are. */
  readonly complete: readonly FigureItem[]
  /** Every figure item of the table's rows. */
  readonly all: readonly FigureItem[]
}

const printed = (figures: readonly Figure[]): readonly Figure[] => figures.filter(({ text }) => text !== '')

/**
 * Puts the figures of a row into its `count` columns: all there – the order decides; cells by tabs or pipes – their
 * place in the row; aligned by spaces – the columns of complete rows near by. Otherwise null: never a guess.
 */
export function placeFigures(item: FigureItem, count: number, evidence: ColumnEvidence): PlacedFigures {
  const filled = printed(item.figures)
  if (filled.length === count) return filled
  if (item.explicit) return placeCells(item, count, evidence)
  if (filled.length > count || item.stacked) return null
  return placeByPosition(filled, count, evidence)
}

function placeCells(item: FigureItem, count: number, { complete, all }: ColumnEvidence): PlacedFigures {
  const { figures, row } = item
  const filled = printed(figures)
  if (filled.length === 0) return Array.from({ length: count }, () => undefined)
  if (filled.length > count) return sameRepeated(filled, count)
  const cut = (from: number): PlacedFigures => {
    const cells = figures.slice(from, from + count)
    const isWhole = cells.length === count && printed(cells).length === filled.length
    return isWhole ? cells.map((cell) => (cell.text === '' ? undefined : cell)) : null
  }
  if (figures.length === count) return cut(0)
  if (row === null) return complete.some(startsAtLabel) || isStackedTable(all, count) ? cut(0) : null
  const starts = new Set(
    all.filter((other) => other.row?.width === row.width).flatMap((other) => firstColumn(other, count)),
  )
  const [start] = starts
  return starts.size === 1 && start !== undefined && start >= row.first ? cut(start - row.first) : null
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

/** Where the number columns of a row on one line begin, if the row itself shows it. */
function firstColumn({ row, figures, explicit }: FigureItem, count: number): readonly number[] {
  if (row === null || !explicit) return []
  if (figures.length === count) return [row.first]
  if (printed(figures).length !== count) return []
  const from = figures.findIndex(({ text }) => text !== '')
  const isClosed = printed(figures.slice(from, from + count)).length === count
  return isClosed ? [row.first + from] : []
}

/** How many columns wide a Chinese character is: 2 on a terminal, 1 in what most converters write. */
type Width = 1 | 2

const nearRows = 3
const furthest = 40

function placeByPosition(filled: readonly Figure[], count: number, evidence: ColumnEvidence): PlacedFigures {
  const line = filled[0]?.line ?? 0
  const near = nearest(line, evidence)
  if (near.length < 2) return null
  const width = bestWidth(near, evidence.lines)
  const places = near.map((item) => columnsBy(filled, item, width, evidence.lines))
  const [first] = places
  if (first === undefined || first === null) return null
  if (!places.every((place) => place !== null && place.join() === first.join())) return null
  return Array.from({ length: count }, (_, column) => filled[first.indexOf(column)])
}

/** Complete rows on the same page, nearest first, from both sides. */
function nearest(line: number, { complete, lines }: ColumnEvidence): readonly FigureItem[] {
  const onPage = complete.filter((item) => {
    const [from, to] = [Math.min(line, item.line), Math.max(line, item.line)]
    const isNear = to - from <= furthest && item.row === null && !item.stacked
    return (
      isNear && !lines.slice(from, to).some(({ isPageNumber, text }) => isPageNumber || text.includes('\f'))
    )
  })
  const above = onPage.filter((item) => item.line < line).slice(-nearRows)
  const below = onPage.filter((item) => item.line > line).slice(0, nearRows)
  return [...above, ...below]
}

function centre(figure: Figure, width: Width, lines: readonly TextLine[]): number {
  const text = lines[figure.line]?.text ?? ''
  return columnsWide(text.slice(0, figure.start), width) + (figure.end - figure.start) / 2
}

function columnsWide(text: string, width: Width): number {
  if (width === 1) return text.length
  const wide = foldCharacters(text).match(/[\u2E80-\u9FFF\uF900-\uFAFF“”‘’—…、。·]/g)?.length ?? 0
  return text.length + wide + (text.match(/[\u3000\uFF01-\uFF5E]/g)?.length ?? 0)
}

/** The width under which the columns of complete rows stand straightest. */
function bestWidth(rows: readonly FigureItem[], lines: readonly TextLine[]): Width {
  const spread = (width: Width): number => {
    const centres = rows.map((row) => printed(row.figures).map((figure) => centre(figure, width, lines)))
    const columns = centres[0]?.map((_, column) => centres.map((row) => row[column] ?? 0)) ?? []
    return columns.reduce((sum, column) => sum + Math.max(...column) - Math.min(...column), 0)
  }
  return spread(1) <= spread(2) ? 1 : 2
}

/** The columns in which figures stand by one complete row; null where one is not clearly nearest. */
function columnsBy(
  figures: readonly Figure[],
  complete: FigureItem,
  width: Width,
  lines: readonly TextLine[],
): readonly number[] | null {
  const centres = printed(complete.figures).map((figure) => centre(figure, width, lines))
  const columns = figures.map((figure) => {
    const at = centre(figure, width, lines)
    const distances = centres.map((column) => Math.abs(column - at))
    const least = Math.min(...distances)
    const second = Math.min(...distances.filter((_, column) => column !== distances.indexOf(least)))
    return least <= 3 && second >= least * 2 + 1.5 ? distances.indexOf(least) : -1
  })
  const ascends = columns.every((column, index) => column >= 0 && column > (columns[index - 1] ?? -1))
  return ascends ? columns : null
}
