import { absentCell } from '../tables/cells.ts'
import { departingLabel } from '../labels/label-match.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import type { DisclosureColumnLabel, DisclosureRowLabel } from '../labels/labels.ts'
import { columnsOf2019, disclosureRowLabels, matchDisclosureColumn } from '../labels/labels.ts'
import type { Cell, DepartingLabel } from '../read-report.ts'
import type { CellId, DisclosureCellId } from '../statutory-tables.ts'
import { disclosureCellIds, disclosureRows, documentRows } from '../statutory-tables.ts'
import { columnOrder, headerAbove, inFormOrder } from './columns/header-order.ts'
import type { ColumnOrder } from './columns/header-order.ts'
import type { RowTemplate } from './rows/row-candidates.ts'
import { rowTemplate } from './rows/row-candidates.ts'
import type { LabelItem, TextItem } from './items/text-items.ts'
import type { TextLine } from './page/text-lines.ts'
import type { TextRow } from './rows/text-rows.ts'
import { cellsOfRow, departureOfRow, readRows } from './rows/text-rows.ts'
import type { FoundTable } from './text-table.ts'

/** Printed order of both forms: the 2019 form has two rows more. */
const printedOrder: readonly DisclosureRowLabel[] = [
  'rules',
  'normativeDocuments',
  'licenses',
  'otherServices',
  'penalties',
  'coerciveMeasures',
  'fees',
  'procurement',
]

/** Which form the columns over the document rows and over the rows of decisions belong to. */
interface Forms {
  readonly documents: '2021' | '2019'
  readonly decisions: '2021' | '2019'
  readonly table: '2021' | '2019'
}

const of2021: Forms = { documents: '2021', decisions: '2021', table: '2021' }

/** What each figure of a row is; null for what has no place in the report's JSON. */
function columnsOf(key: DisclosureRowLabel, forms: Forms): readonly (DisclosureCellId | null)[] {
  if (key === 'rules' || key === 'normativeDocuments') {
    const issued = `proactiveDisclosure.${key}.issued` as const
    if (forms.documents === '2019') return [issued, null, null]
    return [issued, `proactiveDisclosure.${key}.repealed`, `proactiveDisclosure.${key}.inForce`]
  }
  if (key === 'procurement') return [null, null]
  if (key === 'otherServices') return [null, null, null]
  if (forms.decisions === '2021') return [`proactiveDisclosure.${key}`]
  return key === 'fees' ? [null, null] : [null, null, `proactiveDisclosure.${key}`]
}

function templatesOf(forms: Forms): readonly RowTemplate<DisclosureRowLabel>[] {
  return printedOrder.flatMap((key) => {
    const label = disclosureRowLabels.find((entry) => entry.key === key)
    if (label === undefined) return []
    const { official, aliases = [], short = [] } = label
    const wordings = [official, ...aliases, ...short].map((wording) => normalizeLabel(wording))
    return [
      rowTemplate({ key, wordings, withFigures: [], number: '', figures: columnsOf(key, forms).length }),
    ]
  })
}

const headerReach = 24
/** A piece of one column's label may resemble another's. */
const sureColumn = 0.8

/** Reads table 二 out of words and figures; null where they do not hold it. */
export function readDisclosureText(
  items: readonly TextItem[],
  lines: readonly TextLine[],
): FoundTable | null {
  const guess = readRows(items, lines, templatesOf(of2021))
  const nearby = around(guess, items)
  const forms = formsOf(nearby)
  const rows = forms.table === '2021' ? guess : readRows(items, lines, templatesOf(forms))
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined || !isTable(rows, nearby)) return null
  return {
    form: forms.table,
    cells: cellsOf(rows, items, lines, forms),
    missingRows: missingRows(rows),
    missingColumns: [],
    labels: labelsOf(rows, nearby, forms),
    firstLine: items[first.from]?.line ?? 0,
    lastLine: items[last.to - 1]?.line ?? 0,
  }
}

function around(
  rows: readonly TextRow<DisclosureRowLabel>[],
  items: readonly TextItem[],
): readonly LabelItem[] {
  const [from, to] = [rows[0]?.from ?? 0, rows.at(-1)?.to ?? 0]
  const window = items.slice(Math.max(0, from - headerReach), to + headerReach)
  const start = window
    .slice(0, from)
    .findLastIndex((item, index) => item.kind === 'barrier' && index < headerReach)
  const beforeRows = Math.min(from, headerReach)
  const end = window.findIndex((item, index) => item.kind === 'barrier' && index >= beforeRows + (to - from))
  return window
    .slice(start < beforeRows ? start + 1 : 0, end < 0 ? window.length : end)
    .filter((item): item is LabelItem => item.kind === 'label')
}

function columnsIn(labels: readonly LabelItem[]): ReadonlySet<DisclosureColumnLabel> {
  const matches = labels.flatMap(({ text }) => matchDisclosureColumn(text) ?? [])
  return new Set(matches.filter(({ similarity }) => similarity >= sureColumn).map(({ key }) => key))
}

function formsOf(labels: readonly LabelItem[]): Forms {
  const columns = columnsIn(labels)
  const hasAny = (...keys: readonly DisclosureColumnLabel[]): boolean => keys.some((key) => columns.has(key))
  const hasOldRow = labels.some(({ letters }) => ['其他对外管理服务事项', '政府集中采购'].includes(letters))
  // 处理决定数量 alone may also be a shortened 本年处理决定数量.
  const hasOldColumn = [...columns].some((key) => key !== 'decisions2019' && columnsOf2019.has(key))
  if (!hasOldRow && !hasOldColumn) return of2021
  const documents =
    hasAny('issued', 'repealed', 'inForce') && !hasAny('newlyMade', 'publicTotal') ? '2021' : '2019'
  const decisions = hasAny('decisions') && !hasAny('lastYearItems', 'change') ? '2021' : '2019'
  return { documents, decisions, table: '2019' }
}

/** Most rows with their figures; fewer, or labels alone, only with words of the header. */
function isTable(rows: readonly TextRow<DisclosureRowLabel>[], nearby: readonly LabelItem[]): boolean {
  const whole = rows.filter(({ printed, figures }) => printed.length > 0 && figures !== null)
  const hasHeader = columnsIn(nearby).size > 0
  return whole.length >= 4 || (hasHeader && (whole.length >= 1 || rows.length >= 3))
}

function cellsOf(
  rows: readonly TextRow<DisclosureRowLabel>[],
  items: readonly TextItem[],
  lines: readonly TextLine[],
  forms: Forms,
): ReadonlyMap<CellId, Cell> {
  const cells = new Map<CellId, Cell>(disclosureCellIds.map((id) => [id, absentCell]))
  for (const row of rows) {
    const columns = columnsOf(row.key, forms)
    const kind = row.key === 'fees' ? 'fees' : 'count'
    const order = orderAbove(row, columnNames(row.key, forms), items)
    const placed = { ...row, figures: inFormOrder(row.figures, order) }
    const read = cellsOfRow(placed, columns.length, kind, lines, items[row.from]?.line ?? 0)
    columns.forEach((id, index) => {
      if (id !== null) cells.set(id, read[index] ?? absentCell)
    })
  }
  return cells
}

/** The names of a row's columns in the form's order. */
function columnNames(key: DisclosureRowLabel, forms: Forms): readonly DisclosureColumnLabel[] {
  if (key === 'rules' || key === 'normativeDocuments') {
    return forms.documents === '2019'
      ? ['newlyMade', 'newlyPublished', 'publicTotal']
      : ['issued', 'repealed', 'inForce']
  }
  if (key === 'procurement') return ['procurementItems', 'procurementAmount']
  if (key === 'fees') return forms.decisions === '2019' ? ['lastYearItems', 'change'] : ['feeAmount']
  if (key === 'otherServices' || forms.decisions === '2019')
    return ['lastYearItems', 'change', 'decisions2019']
  return ['decisions']
}

/** The order of a row's columns by the nearest header above it. */
function orderAbove(
  row: TextRow<DisclosureRowLabel>,
  names: readonly DisclosureColumnLabel[],
  items: readonly TextItem[],
): ColumnOrder {
  const label = row.labels.find(({ side }) => !side)
  const header = headerAbove(items, label?.line ?? items[row.from]?.line ?? 0)
  const start = header.findLastIndex(({ letters }) => letters.startsWith('信息内容'))
  const keyOf = (text: string): string | null => {
    const match = matchDisclosureColumn(text)
    return match !== null && match.similarity >= sureColumn ? match.key : null
  }
  return columnOrder(header.slice(Math.max(0, start)), names, keyOf)
}

function missingRows(rows: readonly TextRow<DisclosureRowLabel>[]): readonly string[] {
  const found = new Set<string>(rows.map(({ key }) => key))
  return [...documentRows, ...disclosureRows].map(({ key }) => key).filter((key) => !found.has(key))
}

function labelsOf(
  rows: readonly TextRow<DisclosureRowLabel>[],
  nearby: readonly LabelItem[],
  forms: Forms,
): readonly DepartingLabel[] {
  const used = new Set(rows.flatMap(({ labels }) => labels))
  const ofRows = rows.flatMap(({ key, labels }) => {
    const official = disclosureRowLabels.find((label) => label.key === key)
    // The 2019 form itself prints 规范性文件.
    if (official === undefined || (key === 'normativeDocuments' && forms.table === '2019')) return []
    return departureOfRow(labels, official) ?? []
  })
  const ofColumns = nearby
    .filter((item) => !used.has(item))
    .flatMap((item) => {
      const match = matchDisclosureColumn(item.text)
      if (match === null || (forms.table === '2021' && columnsOf2019.has(match.key))) return []
      // A piece of a label that goes on elsewhere is no departure.
      const isWhole = item.explicit || item.letters.length >= normalizeLabel(match.official).length
      return isWhole ? (departingLabel(match) ?? []) : []
    })
  return [...ofRows, ...ofColumns]
}
