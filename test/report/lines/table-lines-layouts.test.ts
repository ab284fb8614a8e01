import { describe, expect, test } from '@jest/globals'
import type { Block } from '../../../src/readers/document.ts'
import type { Cell } from '../../../src/report/read-report.ts'
import type { RequestRow } from '../../../src/report/statutory-tables.ts'
import {
  cellIds,
  disclosureCellIds,
  requestColumns,
  requestRows,
} from '../../../src/report/statutory-tables.ts'
import { readTableLines } from '../../../src/report/lines/table-lines.ts'

function read(lines: readonly string[]): ReturnType<typeof readTableLines> {
  const blocks = lines
    .join('\n')
    .split('\n')
    .map((text, index): Block => ({ kind: 'paragraph', text, style: 'body', place: { line: index + 1 } }))
  return readTableLines(blocks)
}

const part3 = '三、收到和处理政府信息公开申请情况'
const part4 = '四、政府信息公开行政复议、行政诉讼情况'
const labels = requestRows.map(({ number, label }) => `${number}${label}`)
/** Seven different numbers for each row. */
const figures = requestRows.map((_, row) => requestColumns.map((__, column) => 100 + row * 7 + column))
const inOrder = cellIds.requests.map((_, index) => 100 + index)

function requestValues(lines: readonly string[]): readonly (number | null | undefined)[] {
  const { requests } = read([part3, ...lines]).tables
  return cellIds.requests.map((id) => requests?.cells.get(id)?.value)
}

const rowsOf = (print: (label: string, numbers: readonly number[]) => string): readonly string[] =>
  labels.map((label, row) => print(label, figures[row] ?? []))

describe('table 三 in', () => {
  test.each<[string, readonly string[]]>([
    ['labels right of their figures', rowsOf((label, numbers) => `${numbers.join('   ')}      ${label}`)],
    ['labels below their figures', rowsOf((label, numbers) => `          ${numbers.join('   ')}\n${label}`)],
    ['labels above their figures', rowsOf((label, numbers) => `${label}\n          ${numbers.join('   ')}`)],
    ['a list of labels, then the rows of figures', [...labels, ...figures.map((row) => row.join(' '))]],
    ['a list of labels, then all figures one to a line', [...labels, ...figures.flat().map(String)]],
    [
      'empty columns between the figures',
      rowsOf((label, numbers) => `| | ${label} | ${numbers.join(' | | ')} | | |`),
    ],
    [
      'a small table for each row under a meaningless header',
      rowsOf(
        (label, numbers) => `| 项目 | 列1 | 列2 |\n|---|---|---|\n| ${label} | ${numbers.join(' | ')} |\n`,
      ),
    ],
    [
      'figures over two lines',
      rowsOf((label, n) => `${label}\n${n.slice(0, 4).join(' ')}\n${n.slice(4).join(' ')}`),
    ],
    [
      'numerals in a cell of their own',
      rowsOf((label, numbers) => `${label.replace(/^(\d)\./, '$1\t')}\t${numbers.join('\t')}`),
    ],
    [
      'merged labels repeated in every cell of their span',
      rowsOf((label, numbers) => `| ${label} | ${label} | ${label} | ${numbers.join(' | ')} |`),
    ],
  ])('%s', (_, lines) => {
    expect(requestValues(lines)).toEqual(inOrder)
  })

  test('a list of labels with one row of figures less is unread as a whole', () => {
    const { requests } = read([part3, ...labels, ...figures.slice(1).map((row) => row.join(' '))]).tables
    expect(new Set([...(requests?.cells.values() ?? [])].map(({ state }) => state))).toEqual(
      new Set(['unread']),
    )
  })

  test('a lone figure behind a row of six does not join it', () => {
    const lines = rowsOf((label, numbers) => `${label} ${numbers.join(' ')}`)
    const last = lines.at(-1)?.split(' ') ?? []
    const values = requestValues([...lines.slice(0, -1), last.slice(0, -1).join(' '), last.at(-1) ?? ''])
    expect(values.slice(0, -7)).toEqual(inOrder.slice(0, -7))
    expect(values.slice(-7)).toEqual(Array.from({ length: 7 }, () => null))
  })

  test('a document that ends inside a row leaves that row unread and the rest absent', () => {
    const lines = rowsOf((label, numbers) => `${label}\t${numbers.join('\t')}`).slice(0, 9)
    const { requests } = read([part3, ...lines, `${labels[9] ?? ''}\t51\t52\t5`]).tables
    expect(requests?.cells.get('requests.internalAffairs.total')?.value).toBe(162)
    expect(requests?.cells.get('requests.deliberativeProcess.naturalPerson')).toMatchObject({
      state: 'unread',
      text: '51 52 5',
    })
    expect(requests?.cells.get('requests.enforcementFile.total')?.state).toBe('absent')
    expect(requests?.missingRows).toHaveLength(15)
  })

  test('digits that ran together are parted only where there is one way', () => {
    const runs = ['0000000', '21000021', '1000001', '210000021', '12 0 0 0 0 0 12']
    const text = labels.slice(0, 5).map((label, row) => `${label}${runs[row] ?? ''}`)
    const { requests } = read([part3, text.join('')]).tables
    const row = (key: RequestRow): unknown[] =>
      requestColumns.map((column) => requests?.cells.get(`requests.${key}.${column.key}`)?.value)
    expect(row('received')).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(row('carriedIn')).toEqual(Array.from({ length: 7 }, () => null))
    expect(row('granted')).toEqual([1, 0, 0, 0, 0, 0, 1])
    expect(row('partiallyGranted')).toEqual([21, 0, 0, 0, 0, 0, 21])
    expect(row('stateSecret')).toEqual([12, 0, 0, 0, 0, 0, 12])
  })

  test.each([
    ['figures that only add up', ['174708572833', '0000000', '0000000', '0000000', '0000000']],
    ['a table with blank cells', ['210000021', '0000000', '00000', '0000000', '0000000']],
  ])('digits that ran together are unread: %s', (_, runs) => {
    const text = labels.slice(0, 5).map((label, row) => `${label}${runs[row] ?? ''}`)
    const values = requestValues(text)
    expect(values.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => null))
    expect(values.slice(21, 28)).toEqual(Array.from({ length: 7 }, () => 0))
  })

  test('a numeral alone on the line of the figures belongs to the words below', () => {
    const lines = rowsOf((label, numbers) => {
      const [, numeral = '', words = ''] = /^(\d\.|)(.*)$/u.exec(label) ?? []
      if (numeral === '') return `${label}   ${numbers.join('   ')}`
      const pieces = words.match(/.{1,5}/gu) ?? []
      return [`   ${numeral}   ${numbers.join('   ')}`, ...pieces.map((piece) => `   ${piece}`)].join('\n')
    })
    expect(requestValues(lines)).toEqual(inOrder)
  })

  test('labels without any figures are blank rows, not absent ones', () => {
    const { requests } = read([part3, ...labels]).tables
    const states = cellIds.requests.map((id) => requests?.cells.get(id)?.state)
    expect(new Set(states)).toEqual(new Set(['blank']))
  })

  test('what is no number stays at its place and is unread', () => {
    const odd = ['若干', '约10', '1/2', '一', '#REF!', '/', '7']
    const lines = labels.slice(0, 4).map((label) => `| ${label} | ${odd.join(' | ')} |`)
    const { requests } = read([part3, ...lines]).tables
    const cells = requestColumns.map(({ key }): Cell | undefined =>
      requests?.cells.get(`requests.granted.${key}`),
    )
    expect(cells.map((cell) => [cell?.state, cell?.text])).toEqual(
      odd.map((text) => [text === '7' ? 'number' : text === '/' ? 'placeholder' : 'unread', text]),
    )
  })

  test('one row （六）其他处理 is the form of 2019', () => {
    const kept = rowsOf((label, numbers) => `${label}    ${numbers.join('   ')}`).filter(
      (_, row) => requestRows[row]?.group !== 'otherwise',
    )
    const { requests } = read([
      part3,
      ...kept.slice(0, 20),
      '（六）其他处理  1  2  3  4  5  6  7',
      ...kept.slice(20),
    ]).tables
    expect(requests?.form).toBe('2019')
    expect(requests?.missingRows).toEqual([])
    expect(requests?.labels).toEqual([])
    expect(requests?.cells.get('requests.otherHandling.total')?.value).toBe(7)
    expect(requests?.cells.get('requests.correctionOverdue.total')?.state).toBe('absent')
    expect(requests?.cells.get('requests.handledTotal.total')?.value).toBe(267)
  })
})

describe('table 四', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const groups = ['行政复议', '未经复议直接起诉', '复议后起诉']

  test.each<[string, readonly string[]]>([
    [
      'two bands with their figures below',
      [
        '行政复议',
        results.join(' '),
        '1 2 3 4 5',
        '行政诉讼',
        groups.slice(1).join(' '),
        [...results, ...results].join(' '),
        '6 7 8 9 10 11 12 13 14 15',
      ],
    ],
    [
      'a figure behind each result',
      groups.flatMap((group, at) => [group, ...results.map((result, n) => `${result} ${at * 5 + n + 1}`)]),
    ],
    [
      'a row for each result',
      [
        `| | ${groups.join(' | ')} |`,
        ...results.map((result, n) => `| ${result} | ${n + 1} | ${n + 6} | ${n + 11} |`),
      ],
    ],
    [
      'a row for each group',
      [
        `类型 ${results.join(' ')}`,
        ...groups.map((group, at) => `${group} ${[1, 2, 3, 4, 5].map((n) => at * 5 + n).join(' ')}`),
      ],
    ],
  ])('in %s', (_, lines) => {
    const { review } = read([part4, ...lines]).tables
    expect(cellIds.review.map((id) => review?.cells.get(id)?.value)).toEqual(
      cellIds.review.map((__, index) => index + 1),
    )
  })

  test('fourteen figures cannot be told apart', () => {
    const header = ['行政复议 行政诉讼', [...results, ...groups.slice(1), ...results, ...results].join(' ')]
    const { review } = read([part4, ...header, Array.from({ length: 14 }, (_, n) => n).join(' ')]).tables
    expect(new Set([...(review?.cells.values() ?? [])].map(({ state }) => state))).toEqual(
      new Set(['unread']),
    )
  })
})

describe('table 二', () => {
  const of2019 = [
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
    '规章\t1\t2\t3',
    '规范性文件\t4\t5\t6',
    '第二十条第（五）项',
    '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
    '行政许可\t7\t+8\t9',
    '其他对外管理服务事项\t10\t-11\t12',
    '第二十条第（六）项',
    '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
    '行政处罚\t13\t0\t15',
    '行政强制\t16\t-17\t18',
    '第二十条第（八）项',
    '信息内容\t上一年项目数量\t本年增/减',
    '行政事业性收费\t19\t+2',
    '第二十条第（九）项',
    '信息内容\t采购项目数量\t采购总金额',
    '政府集中采购\t22\t160.5964万元',
  ]

  test.each([
    ['tabs', '\t'],
    ['spaces', '      '],
    ['a cell a line', '\n'],
  ])('of 2019 in %s gives what that form has', (_, gap) => {
    const { proactiveDisclosure: table } = read(of2019.map((line) => line.replaceAll('\t', gap))).tables
    expect(table?.form).toBe('2019')
    expect(table?.labels).toEqual([])
    expect(disclosureCellIds.map((id) => table?.cells.get(id)?.value)).toEqual([
      1,
      null,
      null,
      4,
      null,
      null,
      9,
      15,
      18,
      null,
    ])
    expect(table?.cells.get('proactiveDisclosure.fees')?.state).toBe('absent')
  })
})

test('narrative with the words of the tables is no table', () => {
  const { tables, claimed } = read([
    '一、总体情况',
    '全市全年共收办政府信息公开申请案件3607件，其中，予以公开',
    '1191件、部分公开328件、不予公开',
    '142件、无法提供 1078 件',
    '重复申请 12 件',
    '行政许可 5 件',
    '行政处罚 6 件',
    '行政强制 7 件',
    part3,
    '五、存在的主要问题及改进情况',
  ])
  expect(tables).toEqual({ proactiveDisclosure: null, requests: null, review: null })
  expect(claimed.size).toBe(0)
})
