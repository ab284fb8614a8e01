import { expect, test } from '@jest/globals'
import { cellIds, requestColumns, requestRows } from '../../../../src/report/statutory-tables.ts'
import { readTableLines } from '../../../../src/report/lines/table-lines.ts'
import { linesOf } from '../lines-of.ts'

const part3 = '三、收到和处理政府信息公开申请情况'
/** The last of each row is the sum of the others. */
const figures = requestRows.map((_, row) => {
  const own = requestColumns.slice(1).map((__, column) => 100 + row * 6 + column)
  return [...own, own.reduce((sum, figure) => sum + figure, 0)]
})

test('a column of serial numbers, a cell a line, is no figure', () => {
  const lines = requestRows.flatMap(({ number, label }, row) => [
    String(row + 1),
    `${number}${label}`,
    ...(figures[row] ?? []).filter((_, column) => row !== 4 || column !== 2).map(String),
  ])
  const { requests } = readTableLines(linesOf([part3, '总计', ...lines])).tables
  const values = cellIds.requests.map((id) => requests?.cells.get(id)?.value)
  expect(values).toEqual(figures.flatMap((row, at) => (at === 4 ? row.map(() => null) : row)))
})

test('rows whose blank last cells were cut off are placed from the left', () => {
  const own = figures.map((row, at) =>
    row.map((n, column) => ((at + column) % 3 === 0 && at > 0 ? '' : String(n))),
  )
  const lines = requestRows.map(({ number, label, group }, row) =>
    [...(group === null ? [`${number}${label}`, ''] : ['', `${number}${label}`]), ...(own[row] ?? [])]
      .join('\t')
      .replace(/\t+$/, ''),
  )
  const { requests } = readTableLines(linesOf([part3, ...lines])).tables
  const values = cellIds.requests.map((id) => requests?.cells.get(id)?.value ?? '')
  expect(values.map(String)).toEqual(own.flat())
})

test.each([
  ['full-width pipes', '｜', '7'],
  ['escaped marks', ' | ', '\\-'],
])('%s are read as what they stand for', (_, gap, last) => {
  const lines = requestRows.map(({ number, label }, row) =>
    ['', `${number}${label}`, ...(figures[row] ?? []).slice(0, 6), last, ''].join(gap).trim(),
  )
  const { requests } = readTableLines(linesOf([part3, ...lines])).tables
  expect(requests?.cells.get('requests.received.otherOrganization')?.value).toBe(105)
  expect(requests?.cells.get('requests.received.total')?.text).toBe(last === '7' ? '7' : '-')
})
