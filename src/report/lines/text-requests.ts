import { absentCell } from '../tables/cells.ts'
import { departingLabel, matchLabel } from '../labels/label-match.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { requestHeaderLabels } from '../labels/table-words.ts'
import { matchRequestColumn, matchRequestGroup, requestRowLabels } from '../labels/labels.ts'
import type { Cell, DepartingLabel } from '../read-report.ts'
import type { CellId, RequestRow } from '../statutory-tables.ts'
import { requestCellIds, requestColumns, requestRows } from '../statutory-tables.ts'
import { columnOrder, headerAbove, inFormOrder } from './header-order.ts'
import type { ColumnOrder } from './header-order.ts'
import type { RowTemplate } from './row-candidates.ts'
import { printedCount, rowTemplate } from './row-candidates.ts'
import { withoutSerialNumbers } from './serial-numbers.ts'
import type { FigureItem, LabelItem, TextItem } from './text-items.ts'
import type { TextLine } from './text-lines.ts'
import type { TextRow } from './text-rows.ts'
import { cellsOfRow, departureOfRow, readRows } from './text-rows.ts'
import type { FoundTable } from './text-table.ts'

const count = requestColumns.length
const oneRowLabel = '其他处理'

const templates: readonly RowTemplate<RequestRow>[] = requestRowLabels.map(
  ({ key, official, aliases = [], same = [], short = [] }, index) =>
    rowTemplate({
      key,
      wordings: [official, ...same, ...aliases, ...short]
        .map((wording) => normalizeLabel(wording))
        .filter((wording) => wording !== oneRowLabel),
      withFigures: key === 'otherHandling' ? [oneRowLabel] : [],
      number: requestRows[index]?.number ?? '',
      figures: count,
    }),
)

/** Reads table 三 out of words and figures; null where they do not hold it. */
export function readRequestText(items: readonly TextItem[], lines: readonly TextLine[]): FoundTable | null {
  const parted = partRows(withoutSerialNumbers(items))
  const rows = readRows(parted, lines, templates)
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined || !isTable(rows)) return null
  const cells = new Map<CellId, Cell>(requestCellIds.map((id) => [id, absentCell]))
  const order = orderAbove(first, parted)
  for (const row of rows) {
    const placed = { ...row, figures: inFormOrder(row.figures, order) }
    const read = cellsOfRow(placed, count, 'count', lines, parted[row.from]?.line ?? 0)
    requestColumns.forEach((column, index) => {
      cells.set(`requests.${row.key}.${column.key}`, read[index] ?? absentCell)
    })
  }
  const isOneRow = isOneRowForm(rows)
  return {
    form: isOneRow ? '2019' : '2021',
    cells,
    missingRows: missingRows(rows, isOneRow),
    missingColumns: [],
    labels: labelsOf(rows, parted, isOneRow),
    firstLine: parted[first.from]?.line ?? 0,
    lastLine: parted[last.to - 1]?.line ?? 0,
  }
}

const columnKeys = requestColumns.map(({ key }) => key)
const organizations = { key: 'organizations', under: columnKeys.slice(1, -1) }

/** The order of the columns by the header over the first row. */
function orderAbove(first: TextRow<RequestRow>, items: readonly TextItem[]): ColumnOrder {
  const label = first.labels.find(({ side }) => !side)
  const header = headerAbove(items, label?.line ?? items[first.from]?.line ?? 0)
  const keyOf = (text: string): string | null =>
    matchLabel(text, requestHeaderLabels)?.key ?? matchRequestColumn(text)?.key ?? null
  return columnOrder(header, columnKeys, keyOf, organizations)
}

/**
 * Figures one to a line that hold several whole rows are parted into rows; figures of one row that stand on two
 * lines are joined.
 */
function partRows(items: readonly TextItem[]): readonly TextItem[] {
  const parted: TextItem[] = []
  for (const item of items) {
    const last = parted.at(-1)
    if (item.kind !== 'figures') parted.push(item)
    else if (last?.kind === 'figures' && isRestOf(last, item)) {
      parted[parted.length - 1] = { ...last, figures: [...last.figures, ...item.figures] }
    } else parted.push(...rowsOf(item))
  }
  return parted
}

function isRestOf(last: FigureItem, item: FigureItem): boolean {
  const [before, more] = [printedCount(last), printedCount(item)]
  return !last.explicit && !item.explicit && before < count && more > 1 && before + more === count
}

function rowsOf(item: FigureItem): readonly FigureItem[] {
  const { figures } = item
  const rows = figures.length / count
  if (rows < 2 || !Number.isInteger(rows) || printedCount(item) !== figures.length) return [item]
  return Array.from({ length: rows }, (_, row) => {
    const own = figures.slice(row * count, (row + 1) * count)
    return { ...item, figures: own, line: own[0]?.line ?? item.line }
  })
}

/** Three rows make a table, or two with all their figures. */
function isTable(rows: readonly TextRow<RequestRow>[]): boolean {
  const whole = rows.filter(({ figures, printed }) => figures !== null && printed.length >= count)
  return (
    whole.length >= 2 ||
    rows.length >= 5 ||
    (rows.length >= 3 && rows.some(({ printed }) => printed.length > 2))
  )
}

function isOneRowForm(rows: readonly TextRow<RequestRow>[]): boolean {
  const own = rows.filter(({ key }) => ['correctionOverdue', 'paymentOverdue', 'otherHandling'].includes(key))
  return own.length === 1 && own[0]?.labels.some(({ letters }) => letters.endsWith('处理')) === true
}

function missingRows(rows: readonly TextRow<RequestRow>[], isOneRow: boolean): readonly string[] {
  const found = new Set(rows.map(({ key }) => key))
  if (isOneRow) found.add('correctionOverdue').add('paymentOverdue')
  return requestRows.map(({ key }) => key).filter((key) => !found.has(key))
}

function labelsOf(
  rows: readonly TextRow<RequestRow>[],
  items: readonly TextItem[],
  isOneRow: boolean,
): readonly DepartingLabel[] {
  const ofRows = rows.flatMap(({ key, labels }) => {
    const official = requestRowLabels.find((label) => label.key === key)
    if (official === undefined || (isOneRow && key === 'otherHandling')) return []
    return departureOfRow(labels, official) ?? []
  })
  const used = new Set(rows.flatMap(({ labels }) => labels.filter(({ side }) => !side)))
  const [start, end] = [rows[0]?.from ?? 0, rows.at(-1)?.to ?? 0]
  const rest = items.filter(
    (item): item is LabelItem => item.kind === 'label' && item.explicit && !used.has(item),
  )
  const inTable = new Set(items.slice(start, end))
  const groups = rest
    .filter((item) => inTable.has(item))
    .flatMap((item) => departingOf(matchRequestGroup(item.text)))
  const header = rest.filter((item) => items.indexOf(item) < start && items.indexOf(item) > start - 16)
  return [...ofRows, ...groups, ...header.flatMap((item) => departingOf(matchRequestColumn(item.text)))]
}

function departingOf(match: Parameters<typeof departingLabel>[0] | null): readonly DepartingLabel[] {
  const departing = match === null ? null : departingLabel(match)
  return departing === null ? [] : [departing]
}
