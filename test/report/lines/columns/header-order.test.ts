import { expect, test } from '@jest/globals'
import type { CellId } from '../../../../src/report/statutory-tables.ts'
import {
  cellIds,
  disclosureCellIds,
  requestColumns,
  requestRows,
} from '../../../../src/report/statutory-tables.ts'
import type { TextTables } from '../../../../src/report/lines/table-lines.ts'
import { readTableLines } from '../../../../src/report/lines/table-lines.ts'
import { linesOf } from '../lines-of.ts'

const read = (lines: readonly string[]): TextTables['tables'] => readTableLines(linesOf(lines)).tables

const rowsOf = (print: (label: string, numbers: readonly number[]) => string): readonly string[] =>
  requestRows.map(({ number, label }, row) =>
    print(
      `${number}${label}`,
      requestColumns.map((_, column) => 100 + row * 7 + column),
    ),
  )
const inOrder = cellIds.requests.map((_, index) => 100 + index)

function requestValues(lines: readonly string[]): readonly (number | null | undefined)[] {
  const { requests } = read(['三、收到和处理政府信息公开申请情况', ...lines])
  return cellIds.requests.map((id) => requests?.cells.get(id)?.value)
}

const totalFirst = (gap: string): readonly string[] => [
  ['总计', '自然人', '法人或其他组织'].join(gap),
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].join(gap),
  ...rowsOf((label, n) => [label, ...n.slice(-1), ...n.slice(0, -1)].join(gap)),
]
const mixedUp = ['其他', '总计', '商业企业', '自然人', '科研机构', '社会公益组织', '法律服务机构']
const places = [3, 2, 4, 5, 6, 0, 1]

test.each<[string, readonly string[]]>([
  ['总计 first, tabs', totalFirst('\t')],
  ['总计 first, pipes', totalFirst('|')],
  ['总计 first, spaces', totalFirst('   ')],
  [
    'one line for all columns',
    [
      `| 项目 | ${mixedUp.join(' | ')} |`,
      ...rowsOf((label, n) => `| ${label} | ${mixedUp.map((_, at) => n[places.indexOf(at)]).join(' | ')} |`),
    ],
  ],
])('columns in the order of the header: %s', (_, lines) => {
  expect(requestValues(lines)).toEqual(inOrder)
})

test('a header against the form that does not name every column leaves the figures unread', () => {
  const rows = rowsOf((label, numbers) => `${label}\t${numbers.join('\t')}`)
  const values = requestValues(['项目\t总计\t自然人\t单位', ...rows])
  expect(new Set(values)).toEqual(new Set([null]))
})

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const leaves = ['未经复议直接起诉', '复议后起诉']

test.each<[string, readonly string[]]>([
  [
    '行政诉讼 first',
    [
      '行政诉讼\t\t行政复议',
      ['未经复议直接起诉', '复议后起诉', ...results].join('\t'),
      [...results, ...results].join('\t'),
      [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1, 2, 3, 4, 5].join('\t'),
    ],
  ],
  [
    '总计 first in each group',
    [
      '行政复议\t\t行政诉讼',
      ['总计', ...results.slice(0, 4), ...leaves].join('\t'),
      ['总计', ...results.slice(0, 4), '总计', ...results.slice(0, 4)].join('\t'),
      [5, 1, 2, 3, 4, 10, 6, 7, 8, 9, 15, 11, 12, 13, 14].join('\t'),
    ],
  ],
])('table 四 in the order of its header: %s', (_, lines) => {
  const { review } = read(['四、政府信息公开行政复议、行政诉讼情况', ...lines])
  expect(cellIds.review.map((id) => review?.cells.get(id)?.value)).toEqual(
    cellIds.review.map((__, index) => index + 1),
  )
})

test.each([
  ['named', '信息内容\t现行有效件数\t本年制发件数\t本年废止件数', [4, 5, 3]],
  ['named in part', '信息内容\t现行有效件数\t本年制发件数\t备注', [null, null, null]],
])('columns of table 二 that are %s in another order', (_, header, expected) => {
  const { proactiveDisclosure: table } = read([
    '二、主动公开政府信息情况',
    header,
    '规章\t0\t1\t2',
    '行政规范性文件\t3\t4\t5',
    '信息内容\t本年处理决定数量',
    '行政许可\t7',
    '行政处罚\t8',
    '行政强制\t9',
  ])
  expect(['issued', 'repealed', 'inForce'].map((key) => table?.cells.get(idOf(key))?.value)).toEqual(expected)
  expect(table?.cells.get('proactiveDisclosure.penalties')?.value).toBe(8)
})

function idOf(column: string): CellId {
  const id = disclosureCellIds.find((cell) => cell === `proactiveDisclosure.normativeDocuments.${column}`)
  if (id === undefined) throw new RangeError(column)
  return id
}
