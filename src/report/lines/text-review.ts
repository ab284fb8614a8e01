import { absentCell, readLetterZeros, readCell } from '../tables/cells.ts'
import { departingLabel } from '../labels/label-match.ts'
import { lettersOf } from '../labels/label-text.ts'
import {
  matchReviewGroup,
  matchReviewResult,
  reviewGroupLabels,
  reviewResultLabels,
} from '../labels/labels.ts'
import type { Cell, DepartingLabel } from '../read-report.ts'
import type { CellId, ReviewGroup } from '../statutory-tables.ts'
import { reviewCellIds, reviewGroups, reviewResults } from '../statutory-tables.ts'
import { isFormOrder, reviewOrder } from './columns/review-order.ts'
import { printedCount } from './rows/row-candidates.ts'
import { areSummed, isOverLines, isUneven } from './rows/exact-count.ts'
import { placeFigures } from './columns/text-columns.ts'
import type { Figure, FigureItem, LabelItem, TextItem } from './items/text-items.ts'
import type { TextLine } from './page/text-lines.ts'
import { splitRun } from './columns/text-runs.ts'
import type { FoundTable } from './text-table.ts'

const count = reviewCellIds.length
const perGroup = reviewResults.length

/** Header words and figures of table 四 in reading order, without anything else between. */
interface Zone {
  readonly from: number
  readonly items: readonly (LabelItem | FigureItem)[]
}

/** Reads table 四 out of words and figures; null where they do not hold it. */
export function readReviewText(items: readonly TextItem[], lines: readonly TextLine[]): FoundTable | null {
  const zone = zonesOf(items)
    .filter(isTable)
    .reduce<Zone | null>((best, next) => (best === null || weight(next) > weight(best) ? next : best), null)
  if (zone === null) return null
  const first = zone.items[0]?.line ?? 0
  const place = lines[first]?.place ?? null
  if (place === null) return null
  const { figures, absent } = figuresIn(zone, items, lines)
  const printed = zone.items.flatMap((item) => (item.kind === 'figures' ? item.figures : []))
  const text = printed
    .map((figure) => figure.text)
    .filter((shown) => shown !== '')
    .join(' ')
  const cellAt = (index: number): Cell => {
    if (figures === null) return { state: 'unread', value: null, text, repaired: false, place }
    const figure = figures[index]
    return readCell(figure?.text ?? '', 'count', lines[figure?.line ?? -1]?.place ?? place)
  }
  const cells = new Map<CellId, Cell>()
  reviewGroups.forEach(({ key }, group) => {
    const read = reviewResults.map((_, result) =>
      absent.has(key) ? absentCell : cellAt(group * perGroup + result),
    )
    readLetterZeros(read).forEach((cell, result) => {
      const id = reviewCellIds[group * perGroup + result]
      if (id !== undefined) cells.set(id, cell)
    })
  })
  return {
    form: '2021',
    cells,
    missingRows: [...absent],
    missingColumns: [],
    labels: labelsOf(zone),
    firstLine: first,
    lastLine: lastLine(zone),
  }
}

const headerWords = [...reviewGroupLabels, ...reviewResultLabels, { official: '合计' }].map(({ official }) =>
  lettersOf(official),
)

function isReviewWord({ text, letters }: LabelItem): boolean {
  if (letters === '') return true
  const words = text.split(/\s+/).map((word) => lettersOf(word))
  const isPiece = (word: string): boolean => headerWords.some((header) => header.includes(word))
  if (words.every(isPiece) || isPiece(letters)) return true
  return letters.length > 2 && (matchReviewResult(text) !== null || matchReviewGroup(text) !== null)
}

function zonesOf(items: readonly TextItem[]): readonly Zone[] {
  const zones: Zone[] = []
  let open: (LabelItem | FigureItem)[] = []
  const close = (before: number): void => {
    if (open.length > 0) zones.push({ from: before - open.length, items: open })
    open = []
  }
  items.forEach((item, index) => {
    const isPart = item.kind === 'figures' ? open.length > 0 : item.kind === 'label' && isReviewWord(item)
    if (isPart && item.kind !== 'barrier') open.push(item)
    else close(index)
  })
  close(items.length)
  return zones
}

function lettersIn(zone: Zone): string {
  return zone.items.map((item) => (item.kind === 'label' ? item.letters : '')).join('')
}

/** A group's name that no other table has, and the results. */
function isTable(zone: Zone): boolean {
  const letters = lettersIn(zone)
  return letters.includes('起诉') && /维持|纠正|审结/.test(letters)
}

function weight(zone: Zone): number {
  const figures = zone.items.reduce(
    (sum, item) => sum + (item.kind === 'figures' ? printedCount(item) : 0),
    0,
  )
  return lettersIn(zone).length + figures * 4
}

function lastLine(zone: Zone): number {
  const last = zone.items.at(-1)
  return last?.kind === 'figures' ? (last.figures.at(-1)?.line ?? last.line) : (last?.line ?? 0)
}

interface ZoneFigures {
  /** In the form's order; undefined for blank; null if they cannot be told apart. */
  readonly figures: readonly (Figure | undefined)[] | null
  /** Groups that are not printed. */
  readonly absent: ReadonlySet<ReviewGroup>
}

const noneAbsent: ReadonlySet<ReviewGroup> = new Set()

/** Header words with the figures behind them. */
interface Band {
  readonly labels: readonly LabelItem[]
  readonly figures: FigureItem
  /** A figure alone stands behind the row of them: a page number, or a piece of a broken one. */
  readonly hasStray: boolean
}

function bandsOf({ items }: Zone): readonly Band[] {
  const bands: Band[] = []
  let labels: LabelItem[] = []
  for (const item of items) {
    const last = bands.at(-1)
    if (item.kind === 'label') labels.push(item)
    else if (labels.length === 0 && last !== undefined) {
      if (isStray(last.figures, item)) {
        bands[bands.length - 1] = { ...last, hasStray: true }
        continue
      }
      const figures = { ...last.figures, figures: [...last.figures.figures, ...item.figures] }
      bands[bands.length - 1] = { ...last, figures }
    } else {
      bands.push({ labels, figures: item, hasStray: false })
      labels = []
    }
  }
  return bands
}

function isStray(row: FigureItem, item: FigureItem): boolean {
  return !row.stacked && row.figures.length >= perGroup && item.stacked && item.figures.length === 1
}

/** Where a header without figures leaves them: cut off by the document's end, elsewhere, or blank. */
function figuresBehind({ from, items: own }: Zone, items: readonly TextItem[]): ZoneFigures {
  const behind = items.slice(from + own.length)
  const afterHeader = own.slice(own.findLastIndex(({ kind }) => kind === 'label') + 1)
  const traces = afterHeader.flatMap((item) => (item.kind === 'figures' ? item.figures : []))
  if (behind.length === 0 && traces.length < count)
    return { figures: null, absent: new Set(reviewGroups.map(({ key }) => key)) }
  const start = items.slice(0, from).findLastIndex(({ kind }) => kind === 'barrier') + 1
  const end = behind.findIndex(({ kind }) => kind === 'barrier')
  const around = [...items.slice(start, from), ...behind.slice(0, end < 0 ? behind.length : end)]
  const isElsewhere = around.some((item) => item.kind === 'figures' && printedCount(item) > 0)
  return {
    figures: isElsewhere ? null : Array.from({ length: count }, () => undefined),
    absent: noneAbsent,
  }
}

function figuresIn(zone: Zone, items: readonly TextItem[], lines: readonly TextLine[]): ZoneFigures {
  const all = bandsOf(zone)
  const bands = all.filter(({ figures }) => printedCount(figures) > 0)
  const order = reviewOrder(zone.items.filter((item): item is LabelItem => item.kind === 'label'))
  const [only] = bands
  if (only === undefined) return figuresBehind(zone, items)
  if (order === null) return { figures: null, absent: noneAbsent }
  if (bands.length === 1) return { figures: inOrder(oneBand(only, lines), order), absent: noneAbsent }
  const sizes = bands.map(({ figures }) => printedCount(figures))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total === count) return { figures: inOrder(severalBands(bands, sizes), order), absent: noneAbsent }
  return isFormOrder(order) ? byGroups(bands) : { figures: null, absent: noneAbsent }
}

function oneBand(
  { figures: item, hasStray }: Band,
  lines: readonly TextLine[],
): readonly (Figure | undefined)[] | null {
  const { figures, explicit } = item
  const isDoubtful = explicit ? false : hasStray || (isOverLines(item) && isUneven(item, lines))
  if (isDoubtful && !areSummed(figures, perGroup)) return null
  // A pipe behind the last cell looks like one more blank cell.
  const isClosed =
    explicit && figures[0]?.text !== '' && figures.slice(count).every(({ text }) => text === '')
  const own = isClosed ? { ...item, figures: figures.slice(0, count) } : item
  return placeFigures(own, count, { lines: [], complete: [], all: [] }) ?? splitRun(own, count, true)
}

function inOrder(
  figures: readonly (Figure | undefined)[] | null,
  order: readonly number[],
): readonly (Figure | undefined)[] | null {
  return figures === null ? null : order.map((at) => figures[at])
}

/** All figures, under several headers: by groups, one by one behind their results, or a row for each result. */
function severalBands(
  bands: readonly Band[],
  sizes: readonly number[],
): readonly (Figure | undefined)[] | null {
  const figures = bands.flatMap((band) => band.figures.figures.filter(({ text }) => text !== ''))
  const results = bands.map(({ labels }) => labels.map((label) => matchReviewResult(label.text)?.key ?? null))
  const isResult = (band: number, result: number): boolean =>
    results[band]?.at(-1) === reviewResults[result]?.key
  if (sizes.every((size) => size % perGroup === 0))
    return isEachOfGroups(bands, sizes) || areSummed(figures, perGroup) ? figures : null
  if (sizes.every((size) => size === 1)) {
    return bands.every((_, index) => isResult(index, index % perGroup)) ? figures : null
  }
  const isTransposed =
    sizes.length === perGroup && sizes.every((size, index) => size === 3 && isResult(index, index))
  if (!isTransposed) return null
  return reviewCellIds.map((_, index) => figures[(index % perGroup) * 3 + Math.floor(index / perGroup)])
}

/** Whether the figures stand behind the names of as many groups as they fill, or in cells. */
function isEachOfGroups(bands: readonly Band[], sizes: readonly number[]): boolean {
  return bands.every(({ labels, figures }, index) => {
    const named = new Set(labels.flatMap(({ text }) => matchReviewGroup(text)?.key ?? []))
    named.delete('litigation')
    return figures.explicit || named.size * perGroup === sizes[index]
  })
}

const blankGroup: readonly undefined[] = Array.from({ length: perGroup }, () => undefined)

/** Groups of which some are missing or incomplete: those that have a header and five figures of their own. */
function byGroups(bands: readonly Band[]): ZoneFigures {
  const found = new Map<ReviewGroup, readonly Figure[]>()
  for (const { labels, figures } of bands) {
    const groups = labels
      .flatMap(({ text }) => matchReviewGroup(text)?.key ?? [])
      .filter((key) => key !== 'litigation')
    const [only] = groups
    const own = figures.figures.filter(({ text }) => text !== '')
    if (groups.length !== 1 || only === undefined || own.length !== perGroup || found.has(only)) {
      return { figures: null, absent: noneAbsent }
    }
    found.set(only, own)
  }
  return {
    figures: reviewGroups.flatMap(({ key }): readonly (Figure | undefined)[] => found.get(key) ?? blankGroup),
    absent: new Set(reviewGroups.map(({ key }) => key).filter((key) => !found.has(key))),
  }
}

function labelsOf(zone: Zone): readonly DepartingLabel[] {
  return zone.items
    .filter((item): item is LabelItem => item.kind === 'label' && item.explicit)
    .flatMap((item) => {
      const match = matchReviewGroup(item.text) ?? matchReviewResult(item.text)
      const departing = match === null ? null : departingLabel(match)
      return departing ?? []
    })
}
