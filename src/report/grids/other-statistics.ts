import type { GridCell, GridRow } from './grid.ts'
import { requestDataRow } from './request-rows.ts'
import { bestLabel } from '../labels/label-index.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { isBlank, isFigure, isWording, words } from '../labels/table-words.ts'
import type { TableSegment } from './table-segments.ts'
import { yearMarkOf } from './year-mark.ts'

/** Fewest columns with other names that make a table another one. */
const fewestNames = 2
/** Column names that any statistic may have. */
const anybodys = new Set(['其他', '其它', '总计', '合计', '小计', '总数', '共计', '个人', '企业'])

/**
 * Whether a table with rows of table 三 counts something else: over its figures stand the names of other columns (当面,
 * 网络; 2021年, 2022年) and none of the form's.
 */
export function isOtherRequestStatistic({ rows, from }: TableSegment): boolean {
  const labels = rows.map((row, index) => requestDataRow(row, from + index).label)
  // 其他 and 总计 are rows and columns.
  const first = labels.findIndex((cell) => cell !== null && !anybodys.has(normalizeLabel(cell.text)))
  const label = labels[first] ?? null
  if (label === null) return false
  const names = rows
    .slice(0, first)
    .flatMap((row) => row.filter((cell) => cell.columnEnd > label.columnEnd && isName(cell)))
  if (names.some(isOfRequests)) return false
  return names.filter((cell) => !anybodys.has(normalizeLabel(cell.text))).length >= fewestNames
}

function isName(cell: GridCell): boolean {
  return (
    isWording(cell.text) || (!isBlank(cell.text) && !isFigure(cell.text) && yearMarkOf(cell.text) !== null)
  )
}

function isOfRequests({ text }: GridCell): boolean {
  if (anybodys.has(normalizeLabel(text))) return false
  const known = [words.requestColumn(text), words.requestHeader(text)]
  return known.some((index) => bestLabel(index) !== null) || /勾稽|之和/.test(text)
}

/**
 * Whether pieces with rows of table 二 are that table: one of its columns is named, or its documents are there. A
 * list of 行政许可, 行政处罚 and their like alone is any statistic.
 */
export function isDisclosureTable(segments: readonly { readonly rows: readonly GridRow[] }[]): boolean {
  return segments.some(({ rows }) => rows.flat().some(({ text }) => isWording(text) && isOfDisclosure(text)))
}

function isOfDisclosure(text: string): boolean {
  if (/二十条|信息内容/.test(text) || bestLabel(words.disclosureColumn(text)) !== null) return true
  const row = bestLabel(words.disclosureRow(text))
  return row === 'rules' || row === 'normativeDocuments'
}
