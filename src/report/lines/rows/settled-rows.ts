import { isHeaderName } from '../../labels/form-words.ts'
import { printedCount } from './row-candidates.ts'
import type { FoundRow } from './row-candidates.ts'
import type { FigureItem, TextItem } from '../items/text-items.ts'

/** A row with the figures that are its own as far as can be told. */
export interface SettledRow<Key extends string> {
  readonly row: FoundRow<Key>
  readonly figures: readonly FigureItem[]
  /** The figures stand where more than one row could own them. */
  readonly isOpen: boolean
}

/**
 * Figures that follow a row without any words between are those of rows whose labels stand before them without
 * figures, when there are exactly as many; otherwise all these rows are open.
 */
function withPartedFigures<Key extends string>(
  rows: readonly FoundRow<Key>[],
  items: readonly TextItem[],
): readonly SettledRow<Key>[] {
  const settled: SettledRow<Key>[] = rows.map((row) => ({
    row,
    figures: row.figures === null ? [] : [row.figures],
    isOpen: false,
  }))
  rows.forEach((row, index) => {
    for (const [at, each] of reassigned(
      rows,
      index,
      looseFigures(items.slice(row.to, rows[index + 1]?.from)),
    ))
      settled[at] = each
  })
  return settled
}

/** What becomes of a row, and the rows without figures before it, for the figures that stand loose behind it. */
function reassigned<Key extends string>(
  rows: readonly FoundRow<Key>[],
  index: number,
  loose: readonly FigureItem[],
): readonly (readonly [number, SettledRow<Key>])[] {
  const row = rows[index]
  const before = rows[index - 1]
  if (row === undefined) return []
  const figures = row.figures === null ? [] : [row.figures]
  if (row.isBelow && before?.figures === null && before.to === row.from) {
    // The figures between two labels may be those of either.
    return [
      [index - 1, { row: before, figures: [], isOpen: true }],
      [index, { row, figures, isOpen: true }],
    ]
  }
  const first = firstOfBareRows(rows, index)
  const bare = rows.slice(first, index + 1)
  const own = [...figures, ...loose]
  if (loose.length === 0 || (bare.length === 1 && isBeside(row))) return []
  const isList = bare.length > 1 && bare.length === own.length
  const fits = isList && bare.every(({ template }, at) => holds(own[at], template.figures))
  return bare.map((each, at) => {
    const item = own[at]
    if (fits && item !== undefined) return [first + at, { row: each, figures: [item], isOpen: false }]
    return [first + at, { row: each, figures: at === bare.length - 1 ? own : [], isOpen: true }]
  })
}

const holds = (item: FigureItem | undefined, count: number): boolean =>
  item !== undefined && printedCount(item) === count

/** Figures on the line of the row's label, or cell by cell behind it, are its own whatever follows. */
function isBeside({ labels, figures }: FoundRow<string>): boolean {
  return figures !== null && (figures.explicit || labels.some(({ line }) => line === figures.line))
}

/** The figures that stand before any words in what lies between two rows. */
function looseFigures(between: readonly TextItem[]): readonly FigureItem[] {
  const loose: FigureItem[] = []
  for (const item of between) {
    if (item.kind !== 'figures') break
    if (printedCount(item) > 0) loose.push(item)
  }
  return loose
}

/** Index of the first of the rows without figures that stand directly before a row. */
function firstOfBareRows(rows: readonly FoundRow<string>[], index: number): number {
  let first = index
  while (first > 0 && rows[first - 1]?.figures === null) first -= 1
  return first
}

/** The rows with their figures; open where figures stand so that they could be part of another number or row. */
export function settledRows<Key extends string>(
  rows: readonly FoundRow<Key>[],
  items: readonly TextItem[],
): readonly SettledRow<Key>[] {
  const parted = withPartedFigures(rows, items)
  const bareBelow = rows.map((_, index) => figuresRightBefore(rows, index, items))
  const hasBelow = rows.some((row, index) => (row.isBelow && !isBeside(row)) || bareBelow[index] !== null)
  return parted.map((settled, index) => {
    const above = bareBelow[index] ?? null
    if (above !== null && settled.figures.length === 0) return { ...settled, figures: [above], isOpen: true }
    if (
      isBetweenRows(rows, index, items) ||
      isBetweenRows(rows, index + 1, items) ||
      isBehindHeader(rows[index], items)
    )
      return { ...settled, isOpen: true }
    const rest = restsOf(rows, index, items)
    if (rest.length > 0) return { ...settled, figures: [...settled.figures, ...rest], isOpen: true }
    const isEither = hasBelow && (sharesFigures(rows, index) || sharesFigures(rows, index - 1))
    return isEither ? { ...settled, isOpen: true } : settled
  })
}

/** Whether a row's figures stand over its label and right below the line of the row before and its figures. */
function isBetweenRows(
  rows: readonly FoundRow<string>[],
  index: number,
  items: readonly TextItem[],
): boolean {
  const [before, row] = [rows[index - 1], rows[index]]
  if (row?.figures == null || before?.figures == null || before.figures.explicit) return false
  const isApart = row.isBelow && !isBeside(row) && isBeside(before) && !before.isBelow
  const { line } = row.figures
  const isAlone = items.every((item) => item.line !== line || item === row.figures)
  return isApart && isAlone && line <= before.figures.line + 1
}

/** Whether the name of a column stands between a label and its only figure: a list of labels, then the columns. */
function isBehindHeader(row: FoundRow<string> | undefined, items: readonly TextItem[]): boolean {
  if (row?.figures == null || row.figures.explicit || row.isBelow) return false
  const at = items.indexOf(row.figures)
  const before = row.labels.filter((label) => items.indexOf(label) < at)
  const last = before.findLastIndex(({ side }) => !side)
  return before
    .slice(last + 1)
    .some(({ letters, line }) => last >= 0 && line > (before[last]?.line ?? 0) && isHeaderName(letters))
}

/** Figures of no row that stand right before a row without figures. */
function figuresRightBefore(
  rows: readonly FoundRow<string>[],
  index: number,
  items: readonly TextItem[],
): FigureItem | null {
  const [row, before] = [rows[index], items[(rows[index]?.from ?? 0) - 1]]
  if (row?.figures !== null || before?.kind !== 'figures' || before.explicit) return null
  const isFree = row.from > (rows[index - 1]?.to ?? 0)
  return isFree && printedCount(before) > 0 ? before : null
}

/** In a table with labels below their figures, figures between a label and a bare one may be those of either. */
function sharesFigures(rows: readonly FoundRow<string>[], index: number): boolean {
  const [row, next] = [rows[index], rows[index + 1]]
  if (row === undefined || next === undefined || row.figures === null || next.figures !== null) return false
  return !row.figures.explicit && !row.isBelow && !isBeside(row)
}

/**
 * Further figures right above or below a row that stands in one line with its figures: the rest of numbers that
 * were broken in a narrow cell. A figure alone on its line is one only right below, else it is a page number.
 */
function restsOf(
  rows: readonly FoundRow<string>[],
  index: number,
  items: readonly TextItem[],
): readonly FigureItem[] {
  const row = rows[index]
  if (row?.figures === null || row === undefined || row.figures.explicit || !isBeside(row)) return []
  const own = [...row.labels.map(({ line }) => line), row.figures.line]
  const [first, last] = [Math.min(...own), Math.max(...own)]
  const before = items.slice(rows[index - 1]?.to ?? 0, row.from)
  const after = items.slice(row.to, rows[index + 1]?.from)
  const isRest = (item: TextItem, isNear: (line: number) => boolean): item is FigureItem =>
    item.kind === 'figures' && !item.explicit && printedCount(item) > 0 && isNear(item.line)
  const isAlone = (item: FigureItem): boolean =>
    item.figures.length === 1 && !items.some((other) => other !== item && other.line === item.line)
  return [
    ...before.filter(
      (item) => isRest(item, (line) => line === first - 1 || line === first) && !isAlone(item),
    ),
    ...after.filter((item) => isRest(item, (line) => line <= last + 1)),
  ].filter((item): item is FigureItem => item.kind === 'figures')
}
