import { readLetterZeros } from '../tables/cells.ts'
import { isColumnNumbers } from './column-numbers.ts'
import type { GridRow } from './grid.ts'
import type { Header } from './header-columns.ts'
import { headerOf, noHeader } from './header-columns.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { requestColumnLabels, requestGroupLabels, requestRowLabels } from '../labels/labels.ts'
import type { Cell, DepartingLabel } from '../read-report.ts'
import type { RequestDataRow } from './request-rows.ts'
import { isRequestHeader, placeRequestRows, requestDataRow } from './request-rows.ts'
import type { ColumnPlan } from './row-figures.ts'
import { columnPlan, figuresByColumn } from './row-figures.ts'
import { requestColumns, requestRows } from '../statutory-tables.ts'
import type { CellId, RequestColumn, RequestRow } from '../statutory-tables.ts'
import type { TablePart } from '../tables/table-part.ts'
import { cellOf, departuresIn, departuresOf, unreadCell } from '../tables/table-part.ts'
import type { TableSegment } from './table-segments.ts'
import { requestHeaderLabels, words } from '../labels/table-words.ts'

/** What goes over from one piece of table 三 to the next: a piece cut off by a page may have no header. */
export interface RequestContext {
  readonly header: Header<RequestColumn>
  /** Index of the last row read; −1 at the start. */
  readonly lastRow: number
}

export const requestStart: RequestContext = { header: noHeader, lastRow: -1 }

interface HeadedRow {
  readonly row: RequestDataRow
  readonly header: Header<RequestColumn>
}

/** Reads a piece of table 三: rows by their labels in the form's order, figures by their columns. */
export function readRequestSegment(
  segment: TableSegment,
  context: RequestContext,
): { readonly part: TablePart; readonly context: RequestContext } {
  const { headed, headerRows, header } = headedRows(segment, context.header)
  const places = placeRequestRows(
    headed.map(({ row }) => row),
    context.lastRow,
  )
  const placed = headed.flatMap(({ row, header: own }, index) => {
    const form = requestRows[places[index] ?? -1]
    return form === undefined ? [] : [{ row, header: own, key: form.key }]
  })
  const { cells, columns } = cellsOf(placed)
  const rows = new Set(placed.filter(({ row }) => row.figures.length > 0).map(({ key }) => key))
  const lastRow = Math.max(context.lastRow, ...places.map((place) => place ?? -1))
  return {
    part: {
      form: isFormOf2019(placed) ? '2019' : '2021',
      rows,
      cells,
      missingColumns: columns.size === 0 ? [] : missingOf(columns),
      labels: labelsOf(segment, placed, headerRows, header),
    },
    context: { header, lastRow },
  }
}

/** The data rows with the header that stands over each; a header may be printed again after a page break. */
function headedRows(segment: TableSegment, inherited: Header<RequestColumn>) {
  const headed: HeadedRow[] = []
  const headerRows: GridRow[] = []
  let header = inherited
  let open: GridRow[] = []
  segment.rows.forEach((row, index) => {
    if (isRequestHeader(row)) {
      open.push(row)
      headerRows.push(row)
      return
    }
    if (open.length > 0) {
      const own = headerOf(open, words.requestColumn, requestColumns)
      header = own.columns.length > 0 || headed.length === 0 ? own : header
    }
    open = []
    if (isColumnNumbers(row)) return
    headed.push({ row: requestDataRow(row, segment.from + index), header })
  })
  return { headed: withFigureColumns(headed), headerRows, header }
}

/** Where a label was lost, the figures begin in the column in which they begin in the other rows. */
function withFigureColumns(headed: readonly HeadedRow[]): readonly HeadedRow[] {
  const ends = headed.flatMap(({ row }) => (row.label === null ? [] : [row.label.columnEnd]))
  const start = ends.sort((a, b) => a - b)[Math.floor(ends.length / 2)] ?? 0
  return headed.map((entry) =>
    entry.row.label === null
      ? { ...entry, row: { ...entry.row, figures: entry.row.figures.filter((cell) => cell.column >= start) } }
      : entry,
  )
}

interface PlacedRow extends HeadedRow {
  readonly key: RequestRow
}

function cellsOf(placed: readonly PlacedRow[]) {
  const cells = new Map<CellId, Cell>()
  const columns = new Set<RequestColumn>()
  const form = requestColumns.map((column) => column.key)
  const plans = new Map<Header<RequestColumn>, ColumnPlan<RequestColumn>>()
  for (const { row, header, key } of placed) {
    const plan =
      plans.get(header) ??
      columnPlan(
        header,
        form,
        placed.filter((other) => other.header === header).map((other) => other.row.figures),
      )
    plans.set(header, plan)
    const read = readRow(row, plan)
    for (const [column, cell] of read) {
      columns.add(column)
      cells.set(`requests.${key}.${column}`, cell)
    }
  }
  return { cells, columns }
}

/** The cells of a row; where no figure can be told from another, all are unread. */
function readRow(
  row: RequestDataRow,
  plan: ColumnPlan<RequestColumn>,
): readonly (readonly [RequestColumn, Cell])[] {
  if (row.figures.length === 0) return []
  const figures = figuresByColumn(row.figures, plan)
  if (figures === null) return plan.form.map((column) => [column, unreadCell(row.figures)] as const)
  const keys = [...figures.keys()]
  const cells = readLetterZeros([...figures.values()].map((figure) => cellOf(figure, 'count')))
  return keys.flatMap((column, index) => {
    const cell = cells[index]
    return cell === undefined ? [] : [[column, cell] as const]
  })
}

function missingOf(columns: ReadonlySet<RequestColumn>): readonly string[] {
  return requestColumns.filter((column) => !columns.has(column.key)).map((column) => column.key)
}

/** The 2019 form has one row （六）其他处理, not three below it. */
function isFormOf2019(placed: readonly PlacedRow[]): boolean {
  const others = placed.filter(({ key }) =>
    ['correctionOverdue', 'paymentOverdue', 'otherHandling'].includes(key),
  )
  const [only] = others
  return others.length === 1 && normalizeLabel(only?.row.label?.text ?? '') === '其他处理'
}

function labelsOf(
  segment: TableSegment,
  placed: readonly PlacedRow[],
  headerRows: readonly GridRow[],
  header: Header<RequestColumn>,
): readonly DepartingLabel[] {
  const old = isFormOf2019(placed)
  const rows = placed
    .filter(({ key }) => !(old && key === 'otherHandling'))
    .map(({ row, key }) => ({ key, text: row.label?.text ?? row.unknownWords }))
    .filter(({ text }) => text !== '')
  const columns = headerRows.length > 0 ? header.columns : []
  return [
    ...departuresOf(
      columns.map(({ key, printed }) => ({ key, text: printed })),
      requestColumnLabels,
    ),
    ...departuresIn(headerRows, words.requestHeader, requestHeaderLabels),
    ...departuresOf(rows, requestRowLabels),
    ...departuresIn(
      segment.rows.map((row) => row.filter((cell) => !placed.some((other) => other.row.label === cell))),
      words.requestGroup,
      requestGroupLabels,
    ),
  ]
}
