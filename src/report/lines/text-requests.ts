import { absentCell } from '../tables/cells.ts'
import { departingLabel, matchLabel } from '../labels/label-match.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { requestHeaderLabels } from '../labels/table-words.ts'
import { matchRequestColumn, matchRequestGroup, requestRowLabels } from '../labels/labels.ts'
import type { Cell, DepartingLabel } from '../read-report.ts'
import type { CellId, RequestColumn, RequestRow } from '../statutory-tables.ts'
import { requestCellIds, requestColumns, requestRows } from '../statutory-tables.ts'
import { columnOrder, columnsNamed, headerAbove, inFormOrder, isNamedInRows } from './columns/header-order.ts'
import type { ColumnOrder } from './columns/header-order.ts'
import type { RowTemplate } from './rows/row-candidates.ts'
import { printedCount, rowTemplate } from './rows/row-candidates.ts'
import { withoutSerialNumbers } from './rows/serial-numbers.ts'
import type { FigureItem, LabelItem, TextItem } from './items/text-items.ts'
import type { TextLine } from './page/text-lines.ts'
import type { TextRow } from './rows/text-rows.ts'
import { cellsOfRow, departureOfRow, readRows } from './rows/text-rows.ts'
import type { FoundTable } from './text-table.ts'

const columnKeys = requestColumns.map(({ key }) => key)
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
      figures: columnKeys.length,
    }),
)

/** Rows of the table with the items they were read from, and the columns they hold in printed order. */
interface PrintedRows {
  readonly rows: readonly TextRow<RequestRow>[]
  readonly items: readonly TextItem[]
  readonly columns: readonly RequestColumn[]
}

/** Reads table 三 out of words and figures; null where they do not hold it. */
export function readRequestText(items: readonly TextItem[], lines: readonly TextLine[]): FoundTable | null {
  const unnumbered = withoutSerialNumbers(items)
  const full = rowsUnder(columnKeys, unnumbered, lines)
  const named = columnsNamed(headerOf(full), columnKeys, keyOfColumn, organizations)
  const isNamed = named !== null && holdMostly(full.rows, named.length)
  return tableOf(isNamed ? rowsUnder(named, unnumbered, lines) : full, lines)
}

function rowsUnder(
  columns: readonly RequestColumn[],
  unnumbered: readonly TextItem[],
  lines: readonly TextLine[],
): PrintedRows {
  const items = partRows(unnumbered, columns.length)
  const own = templates.map((template) => ({ ...template, figures: columns.length }))
  return { rows: readRows(items, lines, own), items, columns }
}

function tableOf(printed: PrintedRows, lines: readonly TextLine[]): FoundTable | null {
  const { rows, items, columns } = printed
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || !isTable(rows, columns.length)) return null
  const isOneRow = isOneRowForm(rows)
  return {
    form: isOneRow ? '2019' : '2021',
    cells: cellsUnder(printed, lines),
    missingRows: missingRows(rows, isOneRow),
    missingColumns: columnKeys.filter((key) => !columns.includes(key)),
    labels: labelsOf(rows, items, isOneRow),
    firstLine: items[first.from]?.line ?? 0,
    lastLine: items[last.to - 1]?.line ?? 0,
  }
}

function cellsUnder(printed: PrintedRows, lines: readonly TextLine[]): ReadonlyMap<CellId, Cell> {
  const { rows, items, columns } = printed
  const cells = new Map<CellId, Cell>(requestCellIds.map((id) => [id, absentCell]))
  const isWhole = columns.length === columnKeys.length
  const order = isWhole ? orderAbove(printed) : columns.map((_, index) => index)
  for (const row of rows) {
    const placed = { ...row, figures: inFormOrder(row.figures, order) }
    const read = cellsOfRow(placed, columns.length, 'count', lines, items[row.from]?.line ?? 0)
    columns.forEach((column, index) => {
      cells.set(`requests.${row.key}.${column}`, read[index] ?? absentCell)
    })
  }
  return cells
}

const organizations = { key: 'organizations', under: columnKeys.slice(1, -1) }

function keyOfColumn(text: string): string | null {
  return matchLabel(text, requestHeaderLabels)?.key ?? matchRequestColumn(text)?.key ?? null
}

/** The words over the first row. */
function headerOf({ rows: [first], items }: PrintedRows): readonly LabelItem[] {
  if (first === undefined) return []
  const label = first.labels.find(({ side }) => !side)
  return headerAbove(items, label?.line ?? items[first.from]?.line ?? 0)
}

/**
 * The order of the columns by the header over the first row. Names one to a line, as in a text in reading order, may
 * have lost theirs: where they move the total, the sums must bear them out.
 */
function orderAbove(printed: PrintedRows): ColumnOrder {
  const header = headerOf(printed)
  const order = columnOrder(header, columnKeys, keyOfColumn, organizations)
  const total = columnKeys.length - 1
  if (
    order === null ||
    order[total] === total ||
    isNamedInRows(header, columnKeys, keyOfColumn, organizations)
  )
    return order
  return timesSummed(printed.rows, order[total] ?? total) > timesSummed(printed.rows, total) ? order : null
}

/** In how many rows the other figures add up to the one at a place, which is not zero. */
function timesSummed(rows: readonly TextRow<RequestRow>[], at: number): number {
  return rows.filter(({ figures }) => {
    const numbers = (figures ?? []).map((figure) => Number(figure?.text.replace(/,/g, '')))
    const sum = numbers.reduce((whole, number) => whole + number, 0)
    return sum > 0 && numbers[at] === sum / 2
  }).length
}

/** Whether most rows with figures hold just so many. */
function holdMostly(rows: readonly TextRow<RequestRow>[], count: number): boolean {
  const filled = rows
    .map(({ printed }) => printed.filter(({ text }) => text !== '').length)
    .filter((figures) => figures > 0)
  return filled.filter((figures) => figures === count).length * 2 > filled.length
}

/**
 * Figures one to a line that hold several whole rows are parted into rows; figures of one row that stand on two
 * lines are joined.
 */
function partRows(items: readonly TextItem[], count: number): readonly TextItem[] {
  const parted: TextItem[] = []
  for (const item of items) {
    const last = parted.at(-1)
    if (item.kind !== 'figures') parted.push(item)
    else if (last?.kind === 'figures' && isRestOf(last, item, count)) {
      parted[parted.length - 1] = { ...last, figures: [...last.figures, ...item.figures] }
    } else parted.push(...rowsOf(item, count))
  }
  return parted
}

function isRestOf(last: FigureItem, item: FigureItem, count: number): boolean {
  const [before, more] = [printedCount(last), printedCount(item)]
  return !last.explicit && !item.explicit && before < count && more > 1 && before + more === count
}

function rowsOf(item: FigureItem, count: number): readonly FigureItem[] {
  const { figures } = item
  const rows = figures.length / count
  if (item.row !== null || rows < 2 || !Number.isInteger(rows) || printedCount(item) !== figures.length)
    return [item]
  return Array.from({ length: rows }, (_, row) => {
    const own = figures.slice(row * count, (row + 1) * count)
    return { ...item, figures: own, line: own[0]?.line ?? item.line }
  })
}

/** Three rows make a table, or two with all their figures. */
function isTable(rows: readonly TextRow<RequestRow>[], count: number): boolean {
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
