import { expect, test } from '@jest/globals'
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

const labels = requestRows.map(({ number, label }) => `${number}${label}`)
const figures = requestRows.map((_, row) => requestColumns.map((__, column) => 100 + row * 7 + column))
const inOrder = cellIds.requests.map((_, index) => 100 + index)

function requestValues(lines: readonly string[]): readonly (number | null | undefined)[] {
  const { requests } = read(['三、收到和处理政府信息公开申请情况', ...lines])
  return cellIds.requests.map((id) => requests?.cells.get(id)?.value)
}

test('labels below their figures, merged labels between them', () => {
  const lines = requestRows.flatMap(({ key }, row) => [
    figures[row]?.join(' ') ?? '',
    ...(key === 'granted' ? ['三、本年度办理结果'] : []),
    ...(key === 'stateSecret' ? ['（三）不予公开'] : []),
    labels[row] ?? '',
  ])
  expect(requestValues(['自然人 法人或其他组织 总计', ...lines])).toEqual(inOrder)
})

test('labels over twenty short lines take no other row’s figures', () => {
  const lines = labels.flatMap((label, row) => [
    ...(label.match(/.{1,2}/gu) ?? []),
    figures[row]?.join(' ') ?? '',
  ])
  const values = requestValues(lines)
  const astray = values.filter((value, at) => typeof value === 'number' && value !== inOrder[at])
  expect(astray).toEqual([])
  expect(values.slice(140, 154)).toEqual(inOrder.slice(140, 154))
})

test('numbers that are broken over two lines are unread, not cut short', () => {
  const lines = labels.flatMap((label, row) => {
    const gap = '     '
    const [head, tail] = [label.slice(0, 3), label.slice(3)]
    const own = figures[row] ?? []
    return [
      [head.padEnd(12, ' '), ...own.map((n) => String(n).slice(0, 2))].join(gap),
      [tail.padEnd(12, ' '), ...own.map((n) => String(n).slice(2))].join(gap),
    ]
  })
  expect(new Set(requestValues(lines))).toEqual(new Set([null]))
})

test('a total whose last digit stands below with a remark is unread', () => {
  const lines = labels.flatMap((label, row) => {
    const line = `${label}   ${figures[row]?.join('   ') ?? ''}`
    return row === 4
      ? [line, `${' '.repeat(line.length - 3)}0（其`, `${' '.repeat(line.length - 3)}中修`]
      : [line]
  })
  const values = requestValues(lines)
  expect(values.slice(28, 35)).toEqual(Array.from({ length: 7 }, () => null))
  expect(values.filter((value) => value === null)).toHaveLength(7)
})

test('a page number between two rows breaks no row', () => {
  const lines = labels.map((label, row) => `${label}   ${figures[row]?.join('   ') ?? ''}`)
  expect(requestValues([...lines.slice(0, 9), '', '12', '', ...lines.slice(9)])).toEqual(inOrder)
})

test('a figure between two labels is nobody’s where another stands above its label', () => {
  const { proactiveDisclosure: table } = read([
    '二、主动公开政府信息情况',
    '信息内容 本年制发件数 本年废止件数 现行有效件数',
    '规章 0 0 0',
    '行政规范性文件 1 2 4',
    '本年处理决定数量',
    '49',
    '',
    '行政许可',
    '本年处理决定数量',
    '行政处罚',
    '3',
    '',
    '行政强制',
    '行政事业性收费 5',
  ])
  expect(disclosureCellIds.map((id) => table?.cells.get(id)?.value)).toEqual([
    0,
    0,
    0,
    1,
    2,
    4,
    null,
    null,
    null,
    5,
  ])
})
