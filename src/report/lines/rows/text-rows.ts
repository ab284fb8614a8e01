import { absentCell, readCell, readLetterZeros } from '../../tables/cells.ts'
import type { CellKind } from '../../tables/cells.ts'
import type { DepartingLabel, Cell } from '../../read-report.ts'
import { departingLabel, matchAs } from '../../labels/label-match.ts'
import type { OfficialLabel } from '../../labels/label-match.ts'
import { areBareRowsBlank, isCutOff } from './bare-rows.ts'
import { withRowsElsewhere } from './rows-elsewhere.ts'
import { alignRows } from './text-alignment.ts'
import { goodAgreement, printedCount } from './row-candidates.ts'
import type { FoundRow, RowTemplate } from './row-candidates.ts'
import {
  areEven,
  areMostlyBeside,
  areMostlyOneLine,
  areSummed,
  hasStrangers,
  isOverLines,
  isUneven,
} from './exact-count.ts'
import { placeFigures } from '../columns/text-columns.ts'
import type { ColumnEvidence, PlacedFigures } from '../columns/text-positions.ts'
import type { Figure, FigureItem, LabelItem, TextItem } from '../items/text-items.ts'
import type { TextLine } from '../page/text-lines.ts'
import { settledRows } from './settled-rows.ts'
import type { SettledRow } from './settled-rows.ts'
import { showsBlank, splitRun } from '../columns/text-runs.ts'

/** A row of a table of text with what stands in it. */
export interface TextRow<Key extends string> {
  readonly key: Key
  readonly labels: readonly LabelItem[]
  /** In printed order, undefined for a blank cell; null where they cannot be told apart. */
  readonly figures: PlacedFigures
  /** All that is printed for figures, for rows whose figures are null. */
  readonly printed: readonly Figure[]
  /** Items of the row. */
  readonly from: number
  readonly to: number
}

/** The rows of one table that the lines hold, in the form's order. */
export function readRows<Key extends string>(
  items: readonly TextItem[],
  lines: readonly TextLine[],
  templates: readonly RowTemplate<Key>[],
): readonly TextRow<Key>[] {
  const found = withRowsElsewhere(certainRows(alignRows(items, templates), templates), items, templates)
  const settled = withoutCutOff(settledRows(found, items), items, templates)
  const evidence = evidenceOf(settled, lines)
  const isBareBlank = areBareRowsBlank(settled, items)
  const doubt: Doubt = {
    hasBlank: settled.some(
      (row) => row.figures.length === 1 && showsBlank(row.figures, row.row.template.figures),
    ),
    isBeside: areMostlyBeside(settled),
    isStrange: hasStrangers(settled),
    isOneLine: areMostlyOneLine(settled),
    isEven: areEven(
      settled.flatMap((row) => row.figures),
      lines,
    ),
  }
  const blank = settled.filter(({ row, figures }) => showsBlank(figures, row.template.figures))
  return settled.map(({ row, figures, isOpen }) => {
    const count = row.template.figures
    const printed = figures.flatMap((item) => item.figures)
    const [only] = figures
    return {
      key: row.template.key,
      labels: row.labels,
      from: row.from,
      to: row.to,
      printed,
      figures: isOpen
        ? null
        : only === undefined
          ? bare(count, isBareBlank)
          : isDoubtful(only, row, doubt, lines)
            ? null
            : placed(only, count, evidence, blank.length > 0),
    }
  })
}

/** A label whose figures the document's end cut off is no row. */
function withoutCutOff<Key extends string>(
  rows: readonly SettledRow<Key>[],
  items: readonly TextItem[],
  templates: readonly RowTemplate<Key>[],
): readonly SettledRow<Key>[] {
  const last = rows.at(-1)
  if (last === undefined) return rows
  return isCutOff(last, rows, items, last.row.template === templates.at(-1)) ? rows.slice(0, -1) : rows
}

function bare(count: number, isBlank: boolean): PlacedFigures {
  return isBlank ? Array.from({ length: count }, () => undefined) : null
}

/** What a table shows about figures over several lines. */
interface Doubt {
  /** Rows have fewer figures than cells. */
  readonly hasBlank: boolean
  readonly isStrange: boolean
  readonly isEven: boolean
  /** Most rows stand on one line. */
  readonly isOneLine: boolean
  /** Labels and their figures stand on one line. */
  readonly isBeside: boolean
}

/**
 * Figures over several lines prove by their number alone that they are their row's only in a table without strangers
 * and without blank cells. Nor does a figure by itself on a line where others
 * stand beside their labels.
 */
function isDoubtful(
  item: FigureItem,
  { template, labels }: FoundRow<string>,
  { hasBlank, isStrange, isEven, isOneLine, isBeside }: Doubt,
  lines: readonly TextLine[],
): boolean {
  const count = template.figures
  if (printedCount(item) !== count || item.explicit) return false
  if (!isOverLines(item)) return isBeside && item.stacked && labels.every(({ line }) => line < item.line)
  if (!isStrange && !hasBlank && !isOneLine && !(isEven && isUneven(item, lines))) return false
  return count < fewestSummed || !areSummed(item.figures, count)
}

/** Rows of fewer figures have no total. */
const fewestSummed = 5

function placed(
  item: FigureItem,
  count: number,
  evidence: ColumnEvidence,
  mayBeBlank: boolean,
): PlacedFigures {
  return placeFigures(item, count, evidence) ?? splitRun(item, count, mayBeBlank)
}

/** A label unlike the form's is its row only where it stands alone between the two rows due around it. */
function certainRows<Key extends string>(
  rows: readonly FoundRow<Key>[],
  templates: readonly RowTemplate<Key>[],
): readonly FoundRow<Key>[] {
  const place = (row: FoundRow<Key> | undefined): number =>
    row === undefined ? -2 : templates.indexOf(row.template)
  return rows.filter((row, index) => {
    if (row.agreement >= goodAgreement) return true
    const [before, after] = [rows[index - 1], rows[index + 1]]
    const isBetween = place(before) === place(row) - 1 && place(after) === place(row) + 1
    return isBetween && Math.min(before?.agreement ?? 0, after?.agreement ?? 0) >= goodAgreement
  })
}

function evidenceOf(rows: readonly SettledRow<string>[], lines: readonly TextLine[]): ColumnEvidence {
  const widest = Math.max(...rows.map(({ row }) => row.template.figures), 0)
  const ofWidest = rows.filter(({ row }) => row.template.figures === widest)
  const all = ofWidest.flatMap(({ figures }) => figures)
  return { lines, all, complete: all.filter((item) => printedCount(item) === widest) }
}

/** The cells of a row, in printed order. */
export function cellsOfRow(
  row: Pick<TextRow<string>, 'figures' | 'printed'>,
  count: number,
  kind: CellKind,
  lines: readonly TextLine[],
  at: number,
): readonly Cell[] {
  const place = lines[row.printed[0]?.line ?? at]?.place ?? null
  if (place === null) return Array.from({ length: count }, () => absentCell)
  if (row.figures === null) {
    const text = row.printed
      .map((figure) => figure.text)
      .filter((printed) => printed !== '')
      .join(' ')
    return Array.from({ length: count }, () => ({
      state: 'unread',
      value: null,
      text,
      repaired: false,
      place,
    }))
  }
  const cells = row.figures.map((figure) =>
    readCell(figure?.text ?? '', kind, lines[figure?.line ?? -1]?.place ?? place),
  )
  return readLetterZeros(cells)
}

const mostSideWords = 6

/**
 * How a row's label departs from the form's. Pieces of merged labels and headers between its words count only
 * where they make it the official one; a label with its like on two lines is put together without them.
 */
export function departureOfRow(
  labels: readonly LabelItem[],
  official: OfficialLabel<string>,
): DepartingLabel | null {
  const side = labels.filter((label) => label.side).slice(0, mostSideWords)
  for (let choice = 0; choice < 2 ** side.length; choice++) {
    const printed = labels.filter((label) => !label.side || ((choice >> side.indexOf(label)) & 1) === 1)
    if (matchAs(joined(printed), official).departure === 'none') return null
  }
  const words = labels.filter((label) => !label.side)
  return departingLabel(matchAs(joined(words.length > 0 ? words : labels), official))
}

function joined(labels: readonly LabelItem[]): string {
  return labels.map(({ text }) => text).join('')
}
