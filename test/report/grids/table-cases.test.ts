import { describe, expect, test } from '@jest/globals'
import { cell } from '../../docx-builder.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import { requestPiece, reviewPieces } from '../../statutory-pieces.ts'
import { headings, readBlocks, rowsOf, table, wholeRequests } from '../../table-blocks.ts'

const requestHeader = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
describe('table 二', () => {
  test('of the 2019 form gives what both forms count', () => {
    const { tables, value, state } = readBlocks(
      headings[2],
      table(
        rowsOf(
          ['第二十条第（一）项', '', '', ''],
          ['信息内容', '本年新\n制作数量', '本年新\n公开数量', '对外公开总数量'],
          ['规章', 1, 2, 3],
          ['规范性文件', 4, 5, 6],
          ['第二十条第（五）项', '', '', ''],
          ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
          ['行政许可', 7, '+8', 9],
          ['其他对外管理服务事项', 10, '-3', 11],
          ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
          ['行政处罚', 12, 13, 14],
          ['行政强制', 15, 16, 17],
          ['信息内容', '上一年项目数量', '本年增/减', ''],
          ['行政事业性收费', 18, 19, ''],
          ['信息内容', '采购项目数量', '采购总金额', ''],
          ['政府集中采购', 20, '240万元', ''],
        ),
      ),
    )
    const own = tables.proactiveDisclosure
    expect(own.form).toBe('2019')
    expect([...own.cells.values()].map((entry) => entry.value)).toEqual([
      1,
      null,
      null,
      4,
      null,
      null,
      9,
      14,
      17,
      null,
    ])
    expect(state('proactiveDisclosure.fees')).toBe('absent')
    expect(value('proactiveDisclosure.licenses')).toBe(9)
    expect([own.missingRows, own.missingColumns, own.labels]).toEqual([[], [], []])
  })

  test('a shortened 处理决定数量 does not make it the 2019 form', () => {
    const { tables, value } = readBlocks(
      headings[2],
      table(rowsOf(['信息内容', '处理决定数量'], ['行政许可', 5])),
    )
    expect(tables.proactiveDisclosure.form).toBe('2021')
    expect(value('proactiveDisclosure.licenses')).toBe(5)
    expect(tables.proactiveDisclosure.labels).toEqual([
      { printed: '处理决定数量', official: '本年处理决定数量', alias: false },
    ])
  })

  test('fees keep their unit, the letter O among zeros is one, 规范性文件 is an alias', () => {
    const { tables, value } = readBlocks(
      headings[2],
      table(
        rowsOf(
          ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
          ['规章', 0, 'O', 0],
          ['规范性文件', 3, 1, 8],
          ['信息内容', '本年收费金额（单位：万元）'],
          ['行政事业性收费', '251000元'],
        ),
      ),
    )
    expect(value('proactiveDisclosure.rules.repealed')).toBe(0)
    expect(value('proactiveDisclosure.fees')).toBe(25.1)
    expect(tables.proactiveDisclosure.missingRows).toEqual(['licenses', 'penalties', 'coerciveMeasures'])
    expect(tables.proactiveDisclosure.labels).toEqual([
      { printed: '规范性文件', official: '行政规范性文件', alias: true },
    ])
  })
})

describe('table 三', () => {
  test('a column that the header lacks is missing, and the others keep their figures', () => {
    const { tables, value, state } = readBlocks(
      headings[3],
      table(
        rowsOf(
          requestHeader.slice(0, 7),
          ['一、本年新收政府信息公开申请数量', 1, 2, 3, 4, 5, 6],
          ['二、上年结转政府信息公开申请数量', 7, 8, 9, 10, 11, 12],
        ),
      ),
    )
    expect(tables.requests.missingColumns).toEqual(['total'])
    expect(value('requests.carriedIn.otherOrganization')).toBe(12)
    expect(state('requests.carriedIn.total')).toBe('absent')
  })

  test('a number over several columns or rows belongs to none', () => {
    const { state } = readBlocks(
      headings[3],
      table([
        ...rowsOf(requestHeader),
        [cell('一、本年新收政府信息公开申请数量'), cell(3, { columnSpan: 7 })],
        [cell('二、上年结转政府信息公开申请数量'), cell('/', { columnSpan: 7 })],
      ]),
    )
    expect(state('requests.received.total')).toBe('unread')
    expect(state('requests.carriedIn.total')).toBe('placeholder')
  })

  test('rows that lost their labels are known by their place', () => {
    const cells = printedCells(chanceOf(1))
    const rows = requestPiece(cells, wholeRequests).map((row, index) =>
      [6, 12].includes(index)
        ? row.map((entry, at) => (at === row.length - 8 ? { ...entry, content: [''] } : entry))
        : row,
    )
    const { tables, value } = readBlocks(headings[3], table(rows))
    expect(tables.requests.missingRows).toEqual([])
    for (const [id, { value: printed }] of cells) {
      if (id.startsWith('requests.')) expect([id, value(id)]).toEqual([id, printed])
    }
  })

  test('a row with other words is none of the form, whatever its place', () => {
    const rows = rowsOf(
      requestHeader,
      ['7.属于行政执法案卷', 1, 2, 3, 4, 5, 6, 7],
      ['9.涉及个人隐私', 8, 9, 10, 11, 12, 13, 14],
      ['1.本机关不掌握相关政府信息', 15, 16, 17, 18, 19, 20, 21],
    )
    const { tables } = readBlocks(headings[3], table(rows))
    expect(tables.requests.missingRows).toContain('administrativeInquiry')
  })

  test('a row that this year lacks is not taken from the table of last year', () => {
    const [first, second] = [printedCells(chanceOf(2)), printedCells(chanceOf(3))]
    const short = { ...wholeRequests, rows: wholeRequests.rows.slice(0, 20) }
    const { value, tables } = readBlocks(
      headings[3],
      table(requestPiece(first, short)),
      '上一年度情况如下。',
      table(requestPiece(second, wholeRequests)),
    )
    expect(value('requests.received.total')).toBe(first.get('requests.received.total')?.value)
    expect(value('requests.carriedForward.total')).toBeNull()
    expect(tables.requests.missingRows).toContain('carriedForward')
  })
})

describe('a table in another part', () => {
  const requests = (...rows: (string | number)[][]) => table(rowsOf(requestHeader, ...rows))
  const received = ['一、本年新收政府信息公开申请数量', 1, 2, 3, 4, 5, 6, 21]

  test('that repeats a row is another table: neither its labels nor its rows count', () => {
    const { tables } = readBlocks(
      headings[3],
      requests(received),
      headings[5],
      requests(
        ['本年新收政府信息公开申请数量（2022年）', 9, 9, 9, 9, 9, 9, 9],
        ['二、上年结转政府信息公开申请数量', 8, 8, 8, 8, 8, 8, 8],
      ),
    )
    expect(tables.requests.labels).toEqual([])
    expect(tables.requests.cells.get('requests.received.total')?.value).toBe(21)
    expect(tables.requests.missingRows).toContain('carriedIn')
  })

  test('with other rows is its continuation', () => {
    const { value } = readBlocks(
      headings[3],
      requests(received),
      headings[5],
      requests(['二、上年结转政府信息公开申请数量', 8, 8, 8, 8, 8, 8, 48]),
    )
    expect(value('requests.carriedIn.total')).toBe(48)
  })
})

describe('table 四', () => {
  const cells = printedCells(chanceOf(5))

  test('header on one page, figures on the next', () => {
    const rows = reviewPieces(cells, 'whole', wholeRequests.label)[0] ?? []
    const { tables, value } = readBlocks(headings[4], table(rows.slice(0, 3)), table(rows.slice(3)))
    expect(tables.review.missingRows).toEqual([])
    expect(value('review.litigationDirect.pending')).toBe(cells.get('review.litigationDirect.pending')?.value)
  })

  test('two header bands above one row of figures', () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const figures = Array.from({ length: 15 }, (_, index) => index + 1)
    const { value } = readBlocks(
      headings[4],
      table(
        rowsOf(
          ['行政复议'],
          results,
          ['行政诉讼'],
          ['未经复议直接起诉', '复议后起诉'],
          [...results, ...results],
          figures,
        ),
      ),
    )
    expect(value('review.reconsideration.total')).toBe(5)
    expect(value('review.litigationAfterReconsideration.upheld')).toBe(11)
  })

  test('a group that is not there is a missing row', () => {
    const { tables } = readBlocks(
      headings[4],
      table(reviewPieces(cells, 'groups', wholeRequests.label)[0] ?? []),
    )
    expect(tables.review.missingRows).toEqual(['litigationDirect', 'litigationAfterReconsideration'])
  })
})
