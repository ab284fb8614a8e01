import { readLetterZeros } from '../tables/cells.ts'
import type { GridCell, GridRow } from './grid.ts'
import type { Header } from './header-columns.ts'
import { headerOf, noHeader } from './header-columns.ts'
import { bestLabel } from '../labels/label-index.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { columnsOf2019, disclosureColumnLabels, disclosureRowLabels } from '../labels/labels.ts'
import type { DisclosureColumnLabel, DisclosureRowLabel } from '../labels/labels.ts'
import type { Cell, DepartingLabel } from '../read-report.ts'
import { amountWithUnit, feeUnitIn } from './fee-unit.ts'
import { columnPlan, figuresByColumn } from './row-figures.ts'
import type { ColumnPlan, Figure } from './row-figures.ts'
import { sidewaysFigures } from './sideways-disclosure.ts'
import type { SidewaysFigure } from './sideways-disclosure.ts'
import { documentColumns } from '../statutory-tables.ts'
import type { DisclosureCellId, DocumentColumn } from '../statutory-tables.ts'
import type { TablePart } from '../tables/table-part.ts'
import { cellOf, departuresOf, unreadCell } from '../tables/table-part.ts'
import type { TableSegment } from './table-segments.ts'
import { isFigure, isWording, words } from '../labels/table-words.ts'

type Column = DisclosureColumnLabel

interface HeadedRow {
  readonly key: DisclosureRowLabel
  readonly label: GridCell
  readonly figures: readonly GridCell[]
  readonly header: Header<Column>
}

/** Whether a piece of table 二 shows the 2019 form: a column or a row that only that form has. */
export function isDisclosureOf2019(segment: TableSegment): boolean {
  return segment.rows.flat().some(({ text }) => {
    const column = bestLabel(words.disclosureColumn(text))
    const row = bestLabel(words.disclosureRow(text))
    // 处理决定数量 alone may also be a shortened 本年处理决定数量.
    const isExact = column !== null && words.disclosureColumn(text).get(column) === 1
    const oldColumn = isExact && column !== 'decisions2019' && columnsOf2019.has(column)
    return oldColumn || row === 'otherServices' || row === 'procurement'
  })
}

/** Reads a piece of table 二; `form` is the form of the whole table, which decides what headless columns mean. */
export function readDisclosureSegment(segment: TableSegment, form: '2021' | '2019'): TablePart {
  const sideways = sidewaysFigures(segment)
  if (sideways !== null) return sidewaysPart(sideways, form)
  const { headed, headers } = headedRows(segment)
  const filled = headed.filter((row) => row.figures.length > 0)
  const read = filled.map((row) => [row, cellsOf(row, filled, form)] as const)
  const cells = new Map<DisclosureCellId, Cell>()
  for (const [row, found] of read) {
    for (const [column, cell] of found) {
      const id = cellIdOf(row.key, column)
      if (id !== null && !cells.has(id)) cells.set(id, cell)
    }
  }
  return {
    form,
    rows: new Set(filled.map((row) => row.key)),
    cells: withLetterZeros(cells),
    missingColumns: form === '2019' ? [] : missingOf([...cells.keys()]),
    labels: labelsOf(headed, headers, form),
  }
}

function sidewaysPart(figures: readonly SidewaysFigure[], form: '2021' | '2019'): TablePart {
  const cells = new Map(
    figures.flatMap(({ row, column, cell, shared }) => {
      const id = cellIdOf(row, column)
      const figure = { text: cell.text, cell, merged: shared }
      return id === null ? [] : [[id, cellOf(figure, row === 'fees' ? 'fees' : 'count')] as const]
    }),
  )
  return {
    form,
    rows: new Set(figures.map(({ row }) => row)),
    cells: withLetterZeros(cells),
    missingColumns: form === '2019' ? [] : missingOf([...cells.keys()]),
    labels: [],
  }
}

function headedRows(segment: TableSegment) {
  const headed: HeadedRow[] = []
  const headers: Header<Column>[] = []
  let header: Header<Column> = noHeader
  let open: GridRow[] = []
  segment.rows.forEach((row, index) => {
    const labels = row.filter((cell) => cell.row === segment.from + index && isRowLabel(cell))
    const isHeader = labels.length === 0 && !row.some((cell) => isFigure(cell.text))
    if (!isHeader) open = []
    else {
      const own = headerOver(open, row)
      if (own.columns.length > 0 || own.isUnclear) headers.push((header = own))
      open.push(row)
    }
    labels.forEach((label, at) => {
      const next = labels[at + 1]
      const from = row.indexOf(label) + 1
      const figures = row.slice(from, next === undefined ? row.length : row.indexOf(next))
      const key = bestLabel(words.disclosureRow(label.text))
      if (key !== null) headed.push({ key, label, figures, header })
    })
  })
  return { headed, headers }
}

function isRowLabel(cell: GridCell): boolean {
  return isWording(cell.text) && bestLabel(words.disclosureRow(cell.text)) !== null
}

/** The header that a row ends: two rows high (本年, 上年 below each name) where both agree, else the row alone. */
function headerOver(above: readonly GridRow[], row: GridRow): Header<Column> {
  const rows = [...above.slice(-1), row].map(columnCells)
  const both = headerOf(rows, words.disclosureColumn, documentColumns)
  const own = headerOf(rows.slice(-1), words.disclosureColumn, documentColumns)
  return both.columns.length > own.columns.length ? both : own
}

/** A header row without the 信息内容 over the labels. */
function columnCells(row: GridRow): GridRow {
  return row.filter((cell) => normalizeLabel(cell.text) !== '信息内容')
}

/** The columns that a row may have figures in, in the order of its form. */
function columnsFor(key: DisclosureRowLabel, form: '2021' | '2019'): readonly Column[] {
  if (key === 'rules' || key === 'normativeDocuments') {
    return form === '2021'
      ? ['issued', 'repealed', 'inForce']
      : ['newlyMade', 'newlyPublished', 'publicTotal']
  }
  if (key === 'procurement') return ['procurementItems', 'procurementAmount']
  if (key === 'fees') return form === '2021' ? ['feeAmount'] : ['lastYearItems', 'change']
  return form === '2021' ? ['decisions'] : ['lastYearItems', 'change', 'decisions2019']
}

/** The header as far as it speaks of this row, and the form its words belong to. */
function planFor(row: HeadedRow, rows: readonly HeadedRow[], tableForm: '2021' | '2019'): ColumnPlan<Column> {
  const own = { ...row.header, columns: row.header.columns.map((column) => renamed(column, tableForm)) }
  const forms = [columnsFor(row.key, '2021'), columnsFor(row.key, '2019')] as const
  const form = forms.find((keys) => own.columns.some((column) => keys.includes(column.key)))
  const header = form === undefined ? { ...noHeader, isUnclear: own.isUnclear } : own
  const isAlike = (other: HeadedRow) =>
    other.header === row.header && columnsFor(other.key, tableForm)[0] === columnsFor(row.key, tableForm)[0]
  const neighbours = rows.filter(isAlike).map((other) => other.figures)
  return columnPlan(header, form ?? columnsFor(row.key, tableForm), neighbours)
}

function renamed<T extends { readonly key: Column }>(column: T, form: '2021' | '2019'): T {
  return form === '2021' && column.key === 'decisions2019' ? { ...column, key: 'decisions' } : column
}

function cellsOf(
  row: HeadedRow,
  rows: readonly HeadedRow[],
  form: '2021' | '2019',
): readonly (readonly [Column, Cell])[] {
  const plan = planFor(row, rows, form)
  const figures = figuresByColumn(row.figures, plan)
  if (figures === null) return plan.form.map((column) => [column, unreadCell(row.figures)] as const)
  return [...figures].map(([column, figure]) => {
    const isFee = column === 'feeAmount'
    return [
      column,
      isFee ? feeCell(figure, row) : cellOf(figure, row.key === 'fees' ? 'fees' : 'count'),
    ] as const
  })
}

/** The amount in 万元, by the unit that its header or its label prints. */
function feeCell(figure: Figure, { label, header }: HeadedRow): Cell {
  const words = [label.text, ...header.columns.map(({ printed }) => printed)]
  const text = amountWithUnit(figure.text, feeUnitIn(words))
  if (text === null) return unreadCell([figure.cell])
  const cell = cellOf({ ...figure, text }, 'fees')
  // The cell itself holds nothing but a number.
  return text === figure.text ? cell : { ...cell, repaired: false }
}

const documentColumnOf: Readonly<Partial<Record<Column, DocumentColumn>>> = {
  issued: 'issued',
  newlyMade: 'issued',
  repealed: 'repealed',
  inForce: 'inForce',
}

/** The cell of the form, or null for what only the 2019 form counts. */
function cellIdOf(row: DisclosureRowLabel, column: Column): DisclosureCellId | null {
  if (row === 'otherServices' || row === 'procurement') return null
  if (row === 'rules' || row === 'normativeDocuments') {
    const documentColumn = documentColumnOf[column]
    return documentColumn === undefined ? null : `proactiveDisclosure.${row}.${documentColumn}`
  }
  const own: readonly Column[] = row === 'fees' ? ['feeAmount'] : ['decisions', 'decisions2019']
  return own.includes(column) ? `proactiveDisclosure.${row}` : null
}

function withLetterZeros(cells: ReadonlyMap<DisclosureCellId, Cell>): ReadonlyMap<DisclosureCellId, Cell> {
  const settled = readLetterZeros([...cells.values()])
  return new Map([...cells].map(([id, cell], index) => [id, settled[index] ?? cell] as const))
}

function missingOf(ids: readonly DisclosureCellId[]): readonly string[] {
  const printed = ids.filter((id) => id.split('.').length === 3)
  if (printed.length === 0) return []
  return documentColumns
    .map((column) => column.key)
    .filter((key) => !printed.some((id) => id.endsWith(`.${key}`)))
}

function labelsOf(
  rows: readonly HeadedRow[],
  headers: readonly Header<Column>[],
  form: '2021' | '2019',
): readonly DepartingLabel[] {
  const columns = headers
    .flatMap((header) => header.columns.map((column) => renamed(column, form)))
    .filter(({ key }) => form === '2019' || !columnsOf2019.has(key))
  // The 2019 form itself prints 规范性文件.
  const printed = rows.filter(({ key }) => form === '2021' || key !== 'normativeDocuments')
  return [
    ...departuresOf(
      columns.map(({ key, printed: text }) => ({ key, text })),
      disclosureColumnLabels,
    ),
    ...departuresOf(
      printed.map(({ key, label }) => ({ key, text: label.text })),
      disclosureRowLabels,
    ),
  ]
}
