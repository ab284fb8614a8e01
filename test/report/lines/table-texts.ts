import type { Block } from '../../../src/readers/document.ts'
import { readTableLines } from '../../../src/report/lines/table-lines.ts'
import type { TextTables } from '../../../src/report/lines/table-lines.ts'
import {
  cellIds,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
} from '../../../src/report/statutory-tables.ts'
import type { TableKey } from '../../../src/report/statutory-tables.ts'

/** The headings of the parts with tables. */
export const part2 = '二、主动公开政府信息情况'
export const part3 = '三、收到和处理政府信息公开申请情况'
export const part4 = '四、政府信息公开行政复议、行政诉讼情况'
export const part5 = '五、存在的主要问题及改进情况'

/** The printed labels of table 三 with their numerals. */
export const requestLabels: readonly string[] = requestRows.map(({ number, label }) => `${number}${label}`)
export const columnNames: readonly string[] = requestColumns.map(({ label }) => label)
export const resultNames: readonly string[] = reviewResults.map(({ label }) => label)
export const groupNames: readonly string[] = reviewGroups.map(({ label }) => label)

/** Seven different figures a row whose last is the sum of the others. */
export const requestFigures: readonly (readonly number[])[] = requestRows.map((_, row) => {
  const own = requestColumns.slice(1).map((__, column) => 11 + row * 6 + column)
  return [...own, own.reduce((sum, figure) => sum + figure, 0)]
})
/** Fifteen figures, the last of each five the sum of the others. */
export const reviewFigures: readonly number[] = [0, 1, 2].flatMap((group) => {
  const own = [201, 202, 203, 204].map((figure) => figure + group * 4)
  return [...own, own.reduce((sum, figure) => sum + figure, 0)]
})
/** The ten figures of table 二, row by row. */
export const disclosureFigures = [701, 702, 703, 704, 705, 706, 707, 708, 709, 710.5] as const

/** Reads the lines of a text, each a paragraph. */
export function readLines(lines: readonly string[]): TextTables {
  const blocks = lines
    .join('\n')
    .split('\n')
    .map((text, index): Block => ({ kind: 'paragraph', text, style: 'body', place: { line: index + 1 } }))
  return readTableLines(blocks)
}

/** The values of a table in the form's order; undefined for all where the table was not found. */
export function valuesOf(key: TableKey, lines: readonly string[]): readonly (number | null | undefined)[] {
  const table = readLines(lines).tables[key]
  return cellIds[key].map((id) => table?.cells.get(id)?.value)
}

/** How many of the cells are read as another number than the expected one. */
export function wrongIn(
  values: readonly (number | null | undefined)[],
  expected: readonly (number | null)[],
): number {
  return values.filter((value, index) => typeof value === 'number' && value !== expected[index]).length
}
