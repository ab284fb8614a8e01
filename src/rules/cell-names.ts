import type { CellId, RequestRow, TableKey } from '../report/statutory-tables.ts'
import {
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../report/statutory-tables.ts'

/** 表二, 表三, 表四: what people call the tables. */
export const tableNames: Readonly<Record<TableKey, string>> = {
  proactiveDisclosure: '表二',
  requests: '表三',
  review: '表四',
}

/** Rows of table 三 whose label is too long, or says too little, beside a column's label. */
const shortRowNames: Partial<Record<RequestRow, string>> = {
  received: '本年新收',
  carriedIn: '上年结转',
  partiallyGranted: '部分公开',
  correctionOverdue: '申请人逾期不补正',
  paymentOverdue: '申请人逾期不缴费',
  otherHandling: '其他处理的“3.其他”',
  handledTotal: '办理结果总计',
  carriedForward: '结转下年度',
}

const cellNames: ReadonlyMap<CellId, string> = new Map<CellId, string>([
  ...documentRows.flatMap((row) =>
    documentColumns.map((column): [CellId, string] => [
      `proactiveDisclosure.${row.key}.${column.key}`,
      `${row.label}／${column.label}`,
    ]),
  ),
  ...disclosureRows.map((row): [CellId, string] => [
    `proactiveDisclosure.${row.key}`,
    `${row.label}／${row.column.replace(/（.*）/, '')}`,
  ]),
  ...requestRows.flatMap((row) =>
    requestColumns.map((column): [CellId, string] => [
      `requests.${row.key}.${column.key}`,
      `${shortRowNames[row.key] ?? row.label}／${column.label}`,
    ]),
  ),
  ...reviewGroups.flatMap((group) =>
    reviewResults.map((result): [CellId, string] => [
      `review.${group.key}.${result.key}`,
      `${group.label}／${result.label}`,
    ]),
  ),
])

/** Row and column of a cell in words: `本年新收／总计`. */
export function cellName(id: CellId): string {
  return cellNames.get(id) ?? id
}

/** The table a cell belongs to. */
export function tableOfCell(id: CellId): TableKey {
  if (id.startsWith('requests.')) return 'requests'
  return id.startsWith('review.') ? 'review' : 'proactiveDisclosure'
}

/** A cell with its table: `表三“本年新收／总计”`. */
export function cellPlace(id: CellId): string {
  return `${tableNames[tableOfCell(id)]}“${cellName(id)}”`
}

/** A row of table 三 as the form prints it, with its numeral but without its note: `（二）部分公开`. */
export function requestRowName(key: RequestRow): string {
  const row = requestRows.find((candidate) => candidate.key === key)
  return row === undefined ? key : `${row.number}${row.label.replace(/（.*）$/, '')}`
}
