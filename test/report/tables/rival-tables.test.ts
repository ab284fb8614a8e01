import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block } from '../../../src/readers/document.ts'
import { flowOf } from '../../../src/report/grids/flow.ts'
import { findHeadings } from '../../../src/report/parts/headings.ts'
import { readTables } from '../../../src/report/tables/read-tables.ts'
import { cellIds, requestColumns } from '../../../src/report/statutory-tables.ts'
import type { TableKey } from '../../../src/report/statutory-tables.ts'
import { cell } from '../../docx-builder.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import type { PrintedCells } from '../../statutory-numbers.ts'
import { madeTables, plainLayout } from '../../statutory-docx.ts'
import type { Rows } from '../../statutory-pieces.ts'
import { requestPiece } from '../../statutory-pieces.ts'
import { headings, paragraph, rowsOf, table, wholeRequests } from '../../table-blocks.ts'

const reportYear = 2023
const homes = { proactiveDisclosure: 2, requests: 3, review: 4 } as const

function rowsFor(key: TableKey, cells: PrintedCells): Rows {
  const { disclosure, requests, review } = madeTables(cells, plainLayout, chanceOf(1))
  return { proactiveDisclosure: disclosure, requests, review }[key].flat()
}

function read(key: TableKey, year: number | null, ...printed: (Rows | string)[]) {
  const all = [headings[homes[key]], ...printed]
  const blocks = all.map((entry, index): Block =>
    typeof entry === 'string' ? paragraph(entry, index) : { ...table(entry), place: { line: index } },
  )
  const flow = flowOf({ format: 'docx', blocks })
  return readTables(flow, findHeadings(flow), year).tables[key]
}

/** The cells of a table as `state value`. */
function valuesIn(
  cells: ReadonlyMap<string, { readonly state: string; readonly value: number | null }>,
  key: TableKey,
) {
  return cellIds[key].map((id) => `${id} ${cells.get(id)?.state} ${cells.get(id)?.value}`)
}

const keys = fc.constantFrom<TableKey>('proactiveDisclosure', 'requests', 'review')
/** Captions of last year's table and of this year's, and whether this needs the report's year to be known. */
const captions = fc.constantFrom(
  { last: '2022年情况：', now: '2023年情况：' },
  { last: '2022年度政府信息公开工作统计表', now: '2023年度政府信息公开工作统计表' },
  { last: '上年度数据', now: '本年度数据' },
  { last: '去年', now: '2023年' },
  { last: '二〇二二年：', now: '二〇二三年：' },
  { last: '上一年度情况如下。', now: '' },
  { last: '', now: '本年度数据' },
  { last: '（2022年，单位：件）', now: '（2023年，单位：件）' },
)

test("this year's figures are read, whatever stands beside them", () => {
  fc.assert(
    fc.property(
      keys,
      captions,
      fc.boolean(),
      fc.constantFrom('over', 'row'),
      fc.nat(),
      (key, caption, isFirst, kind, seed) => {
        const [now, last] = [printedCells(chanceOf(seed)), printedCells(chanceOf(seed + 1))]
        const wide = (text: string): Rows => (text === '' ? [] : [[cell(text, { columnSpan: 4 })]])
        const print = (text: string, cells: PrintedCells): (Rows | string)[] =>
          kind === 'row' ? ['', [...wide(text), ...rowsFor(key, cells)]] : [text, rowsFor(key, cells)]
        const [one, other] = [print(caption.now, now), print(caption.last, last)]
        const found = read(key, reportYear, ...(isFirst ? [...one, ...other] : [...other, ...one]))
        expect(valuesIn(found.cells, key)).toEqual(valuesIn(now, key))
        expect(found.missingRows).toEqual([])
      },
    ),
    { seed: 23, numRuns: 80 },
  )
})

test('both years in one table, each under a row of its own', () => {
  const [now, last] = [printedCells(chanceOf(4)), printedCells(chanceOf(5))]
  for (const key of ['proactiveDisclosure', 'requests', 'review'] as const) {
    const rows = [
      [cell('2022年', { columnSpan: 4 })],
      ...rowsFor(key, last),
      [cell('2023年', { columnSpan: 4 })],
      ...rowsFor(key, now),
    ]
    expect(valuesIn(read(key, null, rows).cells, key)).toEqual(valuesIn(now, key))
  }
})

describe('where nothing tells which table is meant', () => {
  test('numbers in which two whole tables differ are unread', () => {
    const [one, other] = [printedCells(chanceOf(6)), printedCells(chanceOf(7))]
    for (const key of ['proactiveDisclosure', 'requests', 'review'] as const) {
      const found = read(key, reportYear, rowsFor(key, one), '', rowsFor(key, other))
      expect([...found.cells.values()].filter(({ value }) => value !== null)).toEqual([])
      expect([...found.cells.values()].map(({ state }) => state)).not.toContain('blank')
    }
  })

  test('neither is of the report’s year', () => {
    const [one, other] = [printedCells(chanceOf(6)), printedCells(chanceOf(7))]
    const found = read(
      'requests',
      2023,
      '2021年',
      rowsFor('requests', one),
      '2022年',
      rowsFor('requests', other),
    )
    expect(found.cells.get('requests.received.total')?.state).toBe('unread')
  })

  test('the same table twice is read', () => {
    const cells = printedCells(chanceOf(8))
    const found = read('requests', reportYear, rowsFor('requests', cells), '', rowsFor('requests', cells))
    expect(valuesIn(found.cells, 'requests')).toEqual(valuesIn(cells, 'requests'))
  })
})

test('a blank form before the filled one is passed over', () => {
  const cells = printedCells(chanceOf(9))
  for (const key of ['proactiveDisclosure', 'requests', 'review'] as const) {
    const blank = rowsFor(key, new Map())
    expect(valuesIn(read(key, reportYear, blank, '', rowsFor(key, cells)).cells, key)).toEqual(
      valuesIn(cells, key),
    )
  }
})

test('one table captioned with another year is the report’s all the same', () => {
  const cells = printedCells(chanceOf(10))
  const found = read('requests', reportYear, '2022年', rowsFor('requests', cells))
  expect(valuesIn(found.cells, 'requests')).toEqual(valuesIn(cells, 'requests'))
})

describe('table 四 with a row a year', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const header = rowsOf(['年度', '行政复议', '', '', '', ''], ['', ...results])
  test.each<[heads: [string, string], year: number | null, upheld: number | null]>([
    [['2022年', '2023年'], 2023, 6],
    [['2023年', '2022年'], 2023, 1],
    [['2022', '2023'], null, 6],
    [['上年', '本年'], null, 6],
    [['去年', '2023年度'], 2023, 6],
    [['2021年', '2022年'], 2023, null],
    [['甲', '乙'], 2023, null],
  ])('%j', (heads, year, upheld) => {
    const rows = [...header, ...rowsOf([heads[0], 1, 2, 3, 4, 10], [heads[1], 6, 7, 8, 9, 30])]
    const found = read('review', year, rows).cells.get('review.reconsideration.upheld')
    expect(found?.value).toBe(upheld)
    expect(found?.state).toBe(upheld === null ? 'unread' : 'number')
  })
})

test('table 三 printed as a left and a right half is read as one', () => {
  const cells = printedCells(chanceOf(11))
  const columns = requestColumns.map(({ key }) => key)
  for (const cut of [2, 3, 4, 5]) {
    const halves = [columns.slice(0, cut), columns.slice(cut)].map((own) =>
      requestPiece(cells, { ...wholeRequests, columns: own }),
    )
    const [left, right] = halves
    const found = read('requests', reportYear, left ?? [], '', right ?? [])
    expect(valuesIn(found.cells, 'requests')).toEqual(valuesIn(cells, 'requests'))
    expect(found.missingColumns).toEqual([])
  }
})
