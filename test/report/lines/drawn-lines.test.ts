import { expect, test } from '@jest/globals'
import { cellIds } from '../../../src/report/statutory-tables.ts'
import { readTableLines } from '../../../src/report/lines/table-lines.ts'
import { linesOf } from './lines-of.ts'

const label = '一、本年新收政府信息公开申请数量'
const other = '二、上年结转政府信息公开申请数量'
const granted = '（一）予以公开'

function received(lines: readonly string[]): readonly (number | null | undefined)[] {
  const { requests } = readTableLines(linesOf(['三、收到和处理政府信息公开申请情况', ...lines])).tables
  return cellIds.requests.slice(0, 7).map((id) => requests?.cells.get(id)?.value)
}

test('rows of a drawing without rules between them are read', () => {
  const rows = [label, other, granted].map(
    (text, at) => `|${text} | ${[1, 2, 3, 4, 5, 6, 7 + at].join(' | ')} |`,
  )
  expect(received(['+-----+---+', ...rows, '+-----+---+'])).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('a number over two lines of a drawing is not cut short', () => {
  const rows = [label, other, granted].flatMap((text) => [
    `│${text.slice(0, 7)}  │ 12 │ 2 │ 3 │ 4 │ 5 │ 6 │ 32 │`,
    `│${text.slice(7)}  │ 34 │   │   │   │   │   │ 54 │`,
    '├──┼──┼──┼──┼──┼──┼──┼──┤',
  ])
  expect(received(rows)).toEqual(Array.from({ length: 7 }, () => null))
})
