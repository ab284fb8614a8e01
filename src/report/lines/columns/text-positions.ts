import type { Figure, FigureItem } from '../items/text-items.ts'
import type { TextLine } from '../page/text-lines.ts'
import { foldCharacters } from '../items/text-pieces.ts'

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

/** Which edge of a figure its column is aligned by. */
const edges = ['start', 'middle', 'end'] as const
type Edge = (typeof edges)[number]

/** How many columns wide a Chinese character is: 1 in what most converters write, 2 on a terminal. */
const widths = [1, 2] as const

interface Ruler {
  readonly wide: 1 | 2
  readonly edge: Edge
}

const rulers: readonly Ruler[] = widths.flatMap((wide) => edges.map((edge) => ({ wide, edge })))

/** Columns stand at most so far apart inside, and at least so far from each other. */
const widestColumn = 2
const narrowestGap = 3
/** Fewer rows could fall into the right number of columns by chance. */
const fewestRows = 4

/**
 * Puts the figures of an incomplete row into columns by where they stand in the line: when the figures of all
 * rows of the page stand in exactly `count` columns, or when the complete rows next to it all say the same.
 */
export function placeByPosition(
  figures: readonly Figure[],
  count: number,
  evidence: ColumnEvidence,
): PlacedFigures {
  const [head] = figures
  if (head === undefined || !isInColumns(figures, evidence.lines)) return null
  const { line } = head
  const page = {
    ...evidence,
    all: onPage(line, evidence.all, evidence.lines),
    complete: onPage(line, evidence.complete, evidence.lines),
  }
  const columns = byColumnsOfPage(figures, count, page) ?? byNearRows(figures, line, page)
  if (columns === null) return null
  return Array.from({ length: count }, (_, column) => figures[columns.indexOf(column)])
}

/**
 * Whether the figures of a line stand in columns at all: a label that reaches close to the first one may have
 * pushed them all to the right, and single spaces between them part words, not columns.
 */
function isInColumns(figures: readonly Figure[], lines: readonly TextLine[]): boolean {
  return figures.every((figure, index) => {
    const before = lines[figure.line]?.text.slice(0, figure.start) ?? ''
    const gap = before.length - before.trimEnd().length
    return index === 0 ? gap > 2 : gap > 1
  })
}

/** Items of one line each on the same page as a line, in their places. */
function onPage(
  line: number,
  items: readonly FigureItem[],
  lines: readonly TextLine[],
): readonly FigureItem[] {
  const isBreak = ({ isPageNumber, text }: TextLine): boolean => isPageNumber || text.includes('\f')
  const first = lines.slice(0, line + 1).findLastIndex(isBreak)
  const next = lines.slice(line + 1).findIndex(isBreak)
  const last = next < 0 ? lines.length : line + 1 + next
  return items.filter((item) => {
    const isOneLine = item.figures.every((figure) => figure.line === item.line)
    const isHere = item.line > first && item.line < last && !item.explicit && !item.stacked
    return isHere && isOneLine && isInColumns(item.figures, lines)
  })
}

function positionOf(figure: Figure, { wide, edge }: Ruler, lines: readonly TextLine[]): number {
  const text = lines[figure.line]?.text ?? ''
  const start = columnsWide(text.slice(0, figure.start), wide)
  const length = figure.end - figure.start
  return start + { start: 0, middle: length / 2, end: length }[edge]
}

function columnsWide(text: string, wide: 1 | 2): number {
  if (wide === 1) return text.length
  const folded = foldCharacters(text)
  const halfWidth = folded.split('').filter((letter, at) => letter !== text[at] && letter !== ' ').length
  const ideographs = folded.match(/[\u2E80-\u9FFF\uF900-\uFAFF“”‘’—…、。·]/g)?.length ?? 0
  return text.length + ideographs + halfWidth + (text.match(/\u3000/g)?.length ?? 0)
}

/** The columns by the first ruler under which the page has exactly `count`; null if rulers disagree or none does. */
function byColumnsOfPage(
  figures: readonly Figure[],
  count: number,
  { all, complete, lines }: ColumnEvidence,
): readonly number[] | null {
  if (all.length < fewestRows) return null
  const answers = rulers.flatMap((ruler) => {
    const at = (figure: Figure): number => positionOf(figure, ruler, lines)
    const columns = clusters(all.flatMap((item) => item.figures.map(at)))
    if (columns?.length !== count || columns.some(({ figures: own }) => own < 2)) return []
    const columnOf = (figure: Figure): number =>
      columns.findIndex(({ from, to }) => at(figure) >= from && at(figure) <= to)
    const agrees = complete.every((row) => row.figures.every((figure, index) => columnOf(figure) === index))
    return agrees ? [figures.map(columnOf)] : []
  })
  const [first] = answers
  const isOne = first !== undefined && answers.every((answer) => answer.join() === first.join())
  return isOne && isAscending(first) ? first : null
}

interface Column {
  readonly from: number
  readonly to: number
  /** How many figures stand in it. */
  readonly figures: number
}

/** Positions gathered into narrow columns with clear gaps; null where they are not. */
function clusters(positions: readonly number[]): readonly Column[] | null {
  const columns: Column[] = []
  for (const position of positions.toSorted((a, b) => a - b)) {
    const last = columns.at(-1)
    if (last !== undefined && position - last.to < narrowestGap) {
      columns[columns.length - 1] = { from: last.from, to: position, figures: last.figures + 1 }
    } else columns.push({ from: position, to: position, figures: 1 })
  }
  return columns.every(({ from, to }) => to - from <= widestColumn) ? columns : null
}

function isAscending(columns: readonly number[]): boolean {
  return columns.every((column, index) => column >= 0 && column > (columns[index - 1] ?? -1))
}

const nearRows = 3

/** The columns by the complete rows nearest above and below, at least two, when they all agree. */
function byNearRows(
  figures: readonly Figure[],
  line: number,
  { complete, lines }: ColumnEvidence,
): readonly number[] | null {
  const above = complete.filter((item) => item.line < line).slice(-nearRows)
  const below = complete.filter((item) => item.line > line).slice(0, nearRows)
  const near = [...above, ...below]
  if (near.length < 2) return null
  const ruler = straightest(near, lines)
  const answers = near.map((row) => columnsBy(figures, row, ruler, lines))
  const [first] = answers
  if (first === undefined || first === null) return null
  return answers.every((answer) => answer?.join() === first.join()) ? first : null
}

/** The ruler under which the columns of complete rows stand straightest. */
function straightest(rows: readonly FigureItem[], lines: readonly TextLine[]): Ruler {
  const spread = (ruler: Ruler): number => {
    const places = rows.map((row) => row.figures.map((figure) => positionOf(figure, ruler, lines)))
    const columns = places[0]?.map((_, column) => places.map((row) => row[column] ?? 0)) ?? []
    return columns.reduce((sum, column) => sum + Math.max(...column) - Math.min(...column), 0)
  }
  return rulers.reduce((best, ruler) => (spread(ruler) < spread(best) ? ruler : best))
}

/** The columns in which figures stand by one complete row; null where one is not clearly nearest. */
function columnsBy(
  figures: readonly Figure[],
  complete: FigureItem,
  ruler: Ruler,
  lines: readonly TextLine[],
): readonly number[] | null {
  const places = complete.figures.map((figure) => positionOf(figure, ruler, lines))
  const columns = figures.map((figure) => {
    const at = positionOf(figure, ruler, lines)
    const distances = places.map((place) => Math.abs(place - at))
    const least = Math.min(...distances)
    const nearest = distances.indexOf(least)
    const second = Math.min(...distances.filter((_, column) => column !== nearest))
    return least <= 2 && second >= least * 2 + 1.5 ? nearest : -1
  })
  return isAscending(columns) ? columns : null
}
