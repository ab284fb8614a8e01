import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cellIds, requestColumns } from '../../../src/report/statutory-tables.ts'
import type { TableKey } from '../../../src/report/statutory-tables.ts'
import { cell } from '../../docx-builder.ts'
import type { DocxCell } from '../../docx-builder.ts'
import { madeTables, plainLayout } from '../../statutory-docx.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import type { PrintedCells } from '../../statutory-numbers.ts'
import type { Rows } from '../../statutory-pieces.ts'
import { headings, readBlocks, rowsOf, table } from '../../table-blocks.ts'

const shares = fc.constantFrom(0, 0.1, 0.4, 0.9)

/** Each cell of a table as printed and as read. */
function readings(key: TableKey, cells: PrintedCells, rows: Rows) {
  const { tables } = readBlocks(headings[key === 'requests' ? 3 : 2], table(rows))
  return cellIds[key].map((id) => ({
    id,
    printed: cells.get(id),
    found: tables[key].cells.get(id),
  }))
}

function expectAsPrinted(key: TableKey, cells: PrintedCells, rows: Rows): void {
  const wrong = readings(key, cells, rows).filter(
    ({ printed, found }) => printed?.state !== found?.state || printed?.value !== found?.value,
  )
  expect(wrong).toEqual([])
}

function expectNothingWrong(key: TableKey, cells: PrintedCells, rows: Rows): void {
  const wrong = readings(key, cells, rows).filter(
    ({ printed, found }) => found?.state === 'number' && found.value !== printed?.value,
  )
  expect(wrong).toEqual([])
}

/** Table 三 with one more column before the figures (0), or behind so many of them; without a header if so wished. */
function withColumn(cells: PrintedCells, name: string, place: number, hasHeader: boolean): Rows {
  const rows = madeTables(cells, plainLayout, chanceOf(1)).requests.flat()
  return rows.slice(hasHeader ? 0 : 3).map((row, index): readonly DocxCell[] => {
    const number = hasHeader ? index - 2 : index + 1
    if (number > 0) {
      const at = row.length - 7 + place
      return [...row.slice(0, at), cell(String(9_000_000 + number)), ...row.slice(at)]
    }
    return headerRow(row, index, name, place)
  })
}

function headerRow(
  row: readonly DocxCell[],
  index: number,
  name: string,
  place: number,
): readonly DocxCell[] {
  const [first, second] = row
  const own = cell(name, { rowSpan: 3 })
  if (place === 0) return index === 0 && first ? [first, own, ...row.slice(1)] : row
  if (place === 7) return index === 0 ? [...row, own] : row
  if (index === 0) return [...row.slice(0, 1), cell('申请人情况', { columnSpan: 8 })]
  if (index === 1 && first && second)
    return [first, cell('法人或其他组织', { columnSpan: 6 }), ...row.slice(2)]
  return [...row.slice(0, place - 1), cell(name), ...row.slice(place - 1)]
}

describe('a column too many in table 三 shifts no figure', () => {
  const columns = fc.constantFrom(
    ['行次', 0],
    ['序号', 0],
    ['代码', 0],
    ['小计', 6],
    ['合计', 6],
    ['备注', 7],
    ['上年总计', 7],
  ) as fc.Arbitrary<[name: string, place: number]>

  test('under its header every figure is read', () => {
    fc.assert(
      fc.property(columns, shares, fc.nat(), ([name, place], blanks, seed) => {
        const cells = printedCells(chanceOf(seed), { blanks })
        expectAsPrinted('requests', cells, withColumn(cells, name, place, true))
      }),
      { seed: 51, numRuns: 60 },
    )
  })

  test('without a header none is read in a wrong place where each column has figures', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 6, 7), fc.constantFrom(0.05, 0.2), fc.nat(), (place, blanks, seed) => {
        const cells = printedCells(chanceOf(seed), { blanks })
        expectNothingWrong('requests', cells, withColumn(cells, '', place, false))
      }),
      { seed: 52, numRuns: 60 },
    )
  })
})

describe('a column too many in table 二 shifts no figure', () => {
  const names = fc.constantFrom('上年现行有效件数', '本年修订件数', '备注', '上年制发件数')
  test('beside the documents', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 3 }), shares, fc.nat(), (name, place, blanks, seed) => {
        const cells = printedCells(chanceOf(seed), { blanks })
        const value = (id: string) =>
          [...cells].find(([key]) => key === `proactiveDisclosure.${id}`)?.[1].text ?? ''
        const columns = ['issued', 'repealed', 'inForce']
        const rows = rowsOf(
          ['信息内容', ...['本年制发件数', '本年废止件数', '现行有效件数'].toSpliced(place, 0, name)],
          ['规章', ...columns.map((column) => value(`rules.${column}`)).toSpliced(place, 0, '9000001')],
          [
            '行政规范性文件',
            ...columns.map((column) => value(`normativeDocuments.${column}`)).toSpliced(place, 0, '9000002'),
          ],
        )
        const own = readings('proactiveDisclosure', cells, rows).slice(0, 6)
        expect(own.map(({ found }) => found?.value)).toEqual(own.map(({ printed }) => printed?.value))
      }),
      { seed: 53, numRuns: 60 },
    )
  })

  test.each<[header: string[], row: string[], value: number | null, state: string]>([
    [['本年处理决定数量', '上年处理决定数量'], ['', '45'], null, 'blank'],
    [['上年处理决定数量', '本年处理决定数量'], ['45', ''], null, 'blank'],
    [['上年处理决定数量', '本年处理决定数量'], ['45', '67'], 67, 'number'],
    [['本年处理决定数量', '备注'], ['', '3'], null, 'blank'],
    [['本年处理决定数量', '备注'], ['3', '含委托'], 3, 'number'],
    [['本年公开件数', '本年处理决定数量'], ['45', ''], null, 'blank'],
    [['本年处理决定数量', '本年处理决定数量'], ['45', ''], null, 'unread'],
  ])('beside the decisions: %j over %j', (header, row, value, state) => {
    const { tables } = readBlocks(headings[2], table(rowsOf(['信息内容', ...header], ['行政许可', ...row])))
    const found = tables.proactiveDisclosure.cells.get('proactiveDisclosure.licenses')
    expect([found?.value, found?.state]).toEqual([value, state])
    expect(tables.proactiveDisclosure.form).toBe('2021')
  })

  test('this year and last year below each name', () => {
    const rows = [
      [
        cell('信息内容'),
        ...['本年制发件数', '本年废止件数', '现行有效件数'].map((name) => cell(name, { columnSpan: 2 })),
      ],
      ...rowsOf(['', '本年', '上年', '本年', '上年', '本年', '上年'], ['规章', 1, 2, 3, 4, '', 6]),
    ]
    const { value } = readBlocks(headings[2], table(rows))
    expect([
      value('proactiveDisclosure.rules.issued'),
      value('proactiveDisclosure.rules.repealed'),
      value('proactiveDisclosure.rules.inForce'),
    ]).toEqual([1, 3, null])
  })
})

describe('the unit of 行政事业性收费 in its header or label', () => {
  test.each<[header: string, label: string, text: string, value: number | null]>([
    ['本年收费金额（单位：万元）', '行政事业性收费', '12.5', 12.5],
    ['本年收费金额', '行政事业性收费', '12.5', 12.5],
    ['本年收费金额（单位：元）', '行政事业性收费', '12953000', 1295.3],
    ['本年收费金额（元）', '行政事业性收费', '1,000', 0.1],
    ['本年收费金额', '行政事业性收费（元）', '12953000', 1295.3],
    ['本年收费金额（单位：元）', '行政事业性收费', '0', 0],
    ['本年收费金额（单位：元）', '行政事业性收费', '12.5', null],
    ['本年收费金额（单位：元）', '行政事业性收费', '12.5万元', 12.5],
    ['本年收费金额（单位：千元）', '行政事业性收费', '12', null],
    ['本年收费金额（单位：亿元）', '行政事业性收费', '0', 0],
  ])('%s %s %s', (header, label, text, value) => {
    const { tables } = readBlocks(headings[2], table(rowsOf(['信息内容', header], [label, text])))
    const found = tables.proactiveDisclosure.cells.get('proactiveDisclosure.fees')
    expect(found?.value).toBe(value)
    expect(found?.state).toBe(value === null ? 'unread' : 'number')
  })
})

describe('another statistic in the place of a table is not the table', () => {
  test.each<[header: string[]]>([
    [['申请方式', '当面', '网络', '信函', '传真', '其他', '总计']],
    [['单位', '办公室', '一科', '二科', '三科', '四科', '五科', '六科']],
    [['年度', '2021年', '2022年', '2023年']],
  ])('%j', (header) => {
    const figures = header.slice(1).map((_, index) => index + 1)
    const rows = [
      '本年新收政府信息公开申请数量',
      '上年结转政府信息公开申请数量',
      '予以公开',
      '结转下年度继续办理',
    ]
    const statistic = table(rowsOf(header, ...rows.map((label) => [label, ...figures])))
    expect(readBlocks(headings[3], statistic).tables.requests.source).toBe('missing')
    const cells = printedCells(chanceOf(3))
    const own = table(madeTables(cells, plainLayout, chanceOf(1)).requests.flat())
    for (const blocks of [
      [statistic, own],
      [own, statistic],
    ]) {
      const { tables, value } = readBlocks(headings[3], ...blocks)
      expect(cellIds.requests.map((id) => value(id))).toEqual(
        cellIds.requests.map((id) => cells.get(id)?.value),
      )
      expect(tables.requests.labels).toEqual([])
    }
  })

  test('a list of decisions alone is no table 二', () => {
    const rows = rowsOf(
      ['项目', '数量'],
      ['行政许可', 111],
      ['行政处罚', 333],
      ['行政强制', 5],
      ['行政事业性收费（万元）', 7.5],
    )
    expect(readBlocks(headings[2], table(rows)).tables.proactiveDisclosure.source).toBe('missing')
  })
})

describe('cells that stand for several columns under a header', () => {
  const header = rowsOf([
    '',
    '自然人',
    '商业企业',
    '科研机构',
    '社会公益组织',
    '法律服务机构',
    '其他',
    '总计',
  ])
  const row = (...cells: DocxCell[]) => [cell('一、本年新收政府信息公开申请数量'), ...cells]
  const states = (...cells: DocxCell[]) => {
    const { state } = readBlocks(headings[3], table([...header, row(...cells)]))
    return requestColumns.map(({ key }) => state(`requests.received.${key}`)).join(' ')
  }

  test('blanks and placeholders are each column’s', () => {
    expect(states(cell(1), cell('', { columnSpan: 2 }), cell(2), cell(3), cell(4), cell(5))).toBe(
      'number blank blank number number number number',
    )
    expect(states(cell(1), cell('/', { columnSpan: 5 }), cell(5))).toBe(
      'number placeholder placeholder placeholder placeholder placeholder number',
    )
  })

  test('a number is nobody’s', () => {
    expect(states(cell(1), cell(7, { columnSpan: 2 }), cell(2), cell(3), cell(4), cell(5))).not.toContain(
      'number',
    )
  })

  test('a total that closes table 四 is none of its groups', () => {
    const cells = printedCells(chanceOf(12))
    const rows = madeTables(cells, plainLayout, chanceOf(1)).review.flat()
    const closing = [cell('合计', { rowSpan: 3 }), null, null, cell(999)]
    const wider = rows.map((own, index) => [...own, ...[closing[index] ?? []].flat()])
    const { value } = readBlocks(headings[4], table(wider))
    expect(cellIds.review.map((id) => value(id))).toEqual(cellIds.review.map((id) => cells.get(id)?.value))
  })
})
