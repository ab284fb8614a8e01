import { describe, expect, test } from '@jest/globals'
import { reviewCellIds } from '../../../src/report/statutory-tables.ts'
import { cell } from '../../docx-builder.ts'
import type { Rows } from '../../statutory-pieces.ts'
import { headings, readBlocks, rowsOf, table } from '../../table-blocks.ts'

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const figures = [7, 9, 6, 9, 31, 3, 9, 9, 2, 23, 6, 7, 8, 0, 21]
const numbers = figures.map((_, index) => index + 1)
const blanks = figures.map(() => '')

/** The three header rows of the form. */
const header: Rows = [
  [cell('行政复议', { columnSpan: 5 }), cell('行政诉讼', { columnSpan: 10 })],
  [
    ...results.map((text) => cell(text, { rowSpan: 2 })),
    cell('未经复议直接起诉', { columnSpan: 5 }),
    cell('复议后起诉', { columnSpan: 5 }),
  ],
  rowsOf([...results, ...results])[0] ?? [],
]

function review(...rows: Rows) {
  const { tables } = readBlocks(headings[4], table(rows))
  return tables.review
}

const valuesOf = ({ cells }: ReturnType<typeof review>) => reviewCellIds.map((id) => cells.get(id)?.value)
const statesOf = ({ cells }: ReturnType<typeof review>) => reviewCellIds.map((id) => cells.get(id)?.state)

describe('a row that numbers the columns holds no figures', () => {
  test.each<[string, (string | number)[]]>([
    ['1 … 15', numbers],
    ['（1） … （15）', numbers.map((number) => `（${number}）`)],
    ['① … ⑮', numbers.map((number) => String.fromCharCode(0x245f + number))],
    ['5=1+2+3+4', numbers.map((number) => (number === 5 ? '5=1+2+3+4' : number))],
  ])('%s', (_, row) => {
    expect(valuesOf(review(...header, ...rowsOf(row, figures)))).toEqual(figures)
  })

  test('also above a row that is left empty', () => {
    expect(statesOf(review(...header, ...rowsOf(numbers, blanks)))).toEqual(blanks.map(() => 'blank'))
  })

  test('but a group with the figures 1 … 5 holds them', () => {
    const rows = [
      ['', ...results],
      ['行政复议', 1, 2, 3, 4, 5],
      ['未经复议直接起诉', 0, 0, 0, 0, 0],
    ]
    expect(valuesOf(review(...rowsOf(...rows))).slice(0, 5)).toEqual([1, 2, 3, 4, 5])
  })

  test('nor does it in table 三 when the first label was lost', () => {
    const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
    const { value } = readBlocks(
      headings[3],
      table(
        rowsOf(
          ['', ...columns],
          ['栏次', 1, 2, 3, 4, 5, 6, 7],
          ['', 11, 12, 13, 14, 15, 16, 81],
          ['二、上年结转政府信息公开申请数量', 1, 2, 3, 4, 5, 6, 7],
          ['（一）予以公开', 1, 2, 3, 4, 5, 6, 21],
        ),
      ),
    )
    expect(value('requests.received.total')).toBe(81)
    expect(value('requests.carriedIn.total')).toBe(7)
  })
})

describe('an empty row', () => {
  test('between header and figures gives way to the figures', () => {
    expect(valuesOf(review(...header, ...rowsOf(blanks, figures)))).toEqual(figures)
  })

  test('inside the header belongs to the header', () => {
    const [first = [], second = [], third = []] = header
    const padded = second.map((entry, index) => (index < 5 ? { ...entry, rowSpan: 3 } : entry))
    const rows = [first, padded, ...rowsOf(blanks.slice(0, 10)), third, ...rowsOf(figures)]
    expect(valuesOf(review(...rows))).toEqual(figures)
  })

  test('alone is 15 blank cells, and so is one with a word before them', () => {
    const labelled = [
      [cell('', { rowSpan: 3 }), ...(header[0] ?? [])],
      ...header.slice(1),
      ...rowsOf(['数量', ...blanks]),
    ]
    for (const table4 of [review(...header, ...rowsOf(blanks)), review(...labelled)]) {
      expect(table4.missingRows).toEqual([])
      expect(statesOf(table4)).toEqual(blanks.map(() => 'blank'))
    }
  })
})

test('groups in rows stay groups when they are left empty', () => {
  const none = blanks.slice(0, 5)
  const rows = [
    [cell('', { columnSpan: 2 }), ...results.map((text) => cell(text))],
    [cell('行政复议', { columnSpan: 2 }), ...['', 1, '', '', 1].map((text) => cell(text))],
    [cell('行政诉讼', { rowSpan: 2 }), cell('未经复议直接起诉'), ...none.map((text) => cell(text))],
    [cell('复议后起诉'), ...none.map((text) => cell(text))],
  ]
  const read = review(...rows)
  expect(read.missingRows).toEqual([])
  expect(valuesOf(read)).toEqual([null, 1, null, null, 1, ...blanks.slice(0, 10).map(() => null)])
})

describe('a row of figures without a header', () => {
  test('is table 四 in the order of the form if all 15 stand in its part', () => {
    const read = review(...rowsOf(figures))
    expect(read.source).toBe('table')
    expect(valuesOf(read)).toEqual(figures)
  })

  test.each<[string, Rows]>([
    ['fewer figures', rowsOf(figures.slice(1))],
    ['a cell left empty', rowsOf(['', ...figures.slice(1)])],
    ['column numbers', rowsOf(numbers)],
    ['another row', rowsOf(figures, figures)],
  ])('is not with %s', (_, rows) => {
    expect(review(...rows).source).toBe('missing')
  })
})

test('table 四 printed upright, a cell a row, blanks among them', () => {
  const groups = ['行政复议', '未经复议直接起诉', '复议后起诉']
  for (const blank of [-1, 0, 7, 14]) {
    const rows = groups.flatMap((group, at) =>
      results.map((result, index) => {
        const number = at * 5 + index
        const figure = cell(number === blank ? '' : number + 1)
        const outer =
          at === 0
            ? [cell(group, { columnSpan: 2, rowSpan: 5 })]
            : [...(at === 1 ? [cell('行政诉讼', { rowSpan: 10 })] : []), cell(group, { rowSpan: 5 })]
        return [...(index === 0 ? outer : []), cell(result), figure]
      }),
    )
    const { value } = readBlocks(headings[4], table(rows))
    const expected = reviewCellIds.map((_, index) => (index === blank ? null : index + 1))
    expect(reviewCellIds.map((id) => value(id))).toEqual(expected)
  }
})
