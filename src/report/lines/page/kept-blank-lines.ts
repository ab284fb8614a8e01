import { lettersOf, normalizeLabel, splitLabelNumber } from '../../labels/label-text.ts'
import { disclosureRowLabels, requestRowLabels } from '../../labels/labels.ts'
import { requestColumns, reviewCellIds } from '../../statutory-tables.ts'
import { isFigureCell } from '../items/text-items.ts'
import type { TextLine } from './text-lines.ts'
import { isBlankLine } from './text-lines.ts'

const requestLabels = new Set(requestRowLabels.map(({ official }) => normalizeLabel(official)))
const documentLabels = new Set(['规章', '行政规范性文件'])
const disclosureLabels = new Set(
  disclosureRowLabels
    .map(({ official }) => normalizeLabel(official))
    .filter((label) => !documentLabels.has(label)),
)
const fewestRows = 20

/**
 * The lines of a text that has a cell on each line with its blank cells kept as empty lines, marked as cells by a
 * tab; other texts as they are. Empty lines are cells only where each of twenty rows or more of table 三 has exactly
 * as many lines behind its label as it has columns, full rows among them: between full rows there are then no empty
 * lines that only part cells.
 */
export function withKeptBlankLines(lines: readonly TextLine[]): readonly TextLine[] {
  const rows = labelledRows(lines)
  const requests = rows.filter(({ count }) => count === requestColumns.length)
  const isExact = requests.length >= fewestRows && rows.every(({ own, count }) => own.length === count)
  const isFull = requests.some(({ own }) => !own.some(isBlankLine))
  if (!isExact || !isFull || !rows.some(({ own }) => own.some(isBlankLine))) return lines
  const review = lines.flatMap((line, index) =>
    isLastOfHeader(line.text) ? [cellsBehind(lines, index)] : [],
  )
  const cells = new Set([
    ...rows.flatMap(({ own }) => own),
    ...review.filter((own) => own.length === reviewCellIds.length).flat(),
  ])
  const last = lines.findLastIndex((line) => cells.has(line))
  // Words below a cell of its own tab would go on with it.
  const isCell = (line: TextLine, index: number): boolean =>
    cells.has(line) || (index <= last && !line.isBarrier && !isBlankLine(line) && !/[\t|]/.test(line.text))
  return lines.map((line, index) => (isCell(line, index) ? { ...line, text: `\t${line.text.trim()}` } : line))
}

interface LabelledRow {
  readonly count: number
  readonly own: readonly TextLine[]
}

function labelledRows(lines: readonly TextLine[]): readonly LabelledRow[] {
  return lines.flatMap((line, index) => {
    const count = columnsOf(line.text)
    if (count === null) return []
    return [{ count, own: cellsBehind(lines, index) }]
  })
}

/** The lines up to the next words. */
function cellsBehind(lines: readonly TextLine[], index: number): readonly TextLine[] {
  const behind = lines.slice(index + 1, index + 2 + reviewCellIds.length)
  const end = behind.findIndex((line) => line.isBarrier || (!isBlankLine(line) && !isFigureLine(line)))
  return behind.slice(0, end < 0 ? behind.length : end)
}

/** The header of table 四 ends in its third 总计. */
function isLastOfHeader(text: string): boolean {
  return !hasNumber(text) && normalizeLabel(text) === '总计'
}

function hasNumber(text: string): boolean {
  return splitLabelNumber(text.trim()).number !== ''
}

function isFigureLine({ text }: TextLine): boolean {
  return isFigureCell(text.trim()) && !/\s/.test(text.trim())
}

/** How many cells follow the label that a line is; null where it is none. */
function columnsOf(text: string): number | null {
  if (lettersOf(text) === '' || /[\t|]/.test(text)) return null
  const label = normalizeLabel(text)
  if (hasNumber(text)) return requestLabels.has(label) ? requestColumns.length : null
  if (documentLabels.has(label)) return 3
  return disclosureLabels.has(label) ? 1 : null
}
