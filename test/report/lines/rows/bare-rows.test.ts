import { describe, expect, test } from '@jest/globals'
import type { CellState } from '../../../../src/report/read-report.ts'
import { cellIds, requestColumns, requestRows } from '../../../../src/report/statutory-tables.ts'
import type { RequestRow, TableKey } from '../../../../src/report/statutory-tables.ts'
import { readTableLines } from '../../../../src/report/lines/table-lines.ts'
import type { TextTable } from '../../../../src/report/lines/text-table.ts'
import { linesOf } from '../lines-of.ts'

const headings = {
  requests: '三、收到和处理政府信息公开申请情况',
  review: '四、政府信息公开行政复议、行政诉讼情况',
  next: '五、存在的主要问题及改进情况',
}
const labels = requestRows.map(({ number, label }) => `${number}${label}`)
const figures = requestRows.map((_, row) => requestColumns.map((__, column) => 100 + row * 7 + column))
const rows = labels.map((label, row) => `${label}\t${figures[row]?.join('\t') ?? ''}`)
const cellLines = labels.map((label, row) => [label, ...(figures[row] ?? [])].join('\n'))

function tableIn(key: TableKey, lines: readonly string[]): TextTable | null {
  return readTableLines(linesOf(lines.join('\n'))).tables[key]
}

function statesOf(key: TableKey, lines: readonly string[]): ReadonlySet<CellState | undefined> {
  const table = tableIn(key, lines)
  return new Set(cellIds[key].map((id) => table?.cells.get(id)?.state))
}

function stateOfRow(row: RequestRow, lines: readonly string[]): CellState | undefined {
  return tableIn('requests', [headings.requests, ...lines])?.cells.get(`requests.${row}.total`)?.state
}

describe('a label without figures', () => {
  test.each<[string, readonly string[], CellState]>([
    ['is blank where all others have theirs', cellLines.with(4, labels[4] ?? ''), 'blank'],
    [
      'is unread where seven figures stand loose behind the table',
      [...cellLines.with(4, labels[4] ?? ''), '合计', '1 2 3 4 5 6 7'],
      'unread',
    ],
    [
      'is unread where figures stand loose before the first row',
      ['自然人', '1', ...cellLines.with(4, labels[4] ?? '')],
      'unread',
    ],
    [
      'is unread where another row has more figures than it can hold',
      cellLines.with(4, labels[4] ?? '').with(9, `${cellLines[9] ?? ''}\n55\n56`),
      'unread',
    ],
  ])('%s', (_, lines, state) => {
    expect(stateOfRow('stateSecret', [...lines, headings.review])).toBe(state)
  })

  test('is no row where the document ends behind it', () => {
    const table = tableIn('requests', [headings.requests, ...rows.slice(0, 9), labels[9] ?? ''])
    expect(table?.missingRows).toHaveLength(16)
    expect(table?.missingRows[0]).toBe('deliberativeProcess')
    expect(table?.cells.get('requests.internalAffairs.total')?.value).toBe(162)
  })

  test('ends a table of labels alone', () => {
    expect(statesOf('requests', [headings.requests, ...labels])).toEqual(new Set(['blank']))
  })
})

describe('the header of table 四 without figures', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const header = [
    '行政复议',
    '行政诉讼',
    ...results,
    '未经复议直接起诉',
    '复议后起诉',
    ...results,
    ...results,
  ]

  test.each([
    ['cells a line', '\n'],
    ['tabs', '\t'],
    ['spaces', '   '],
  ])('is blank before the next heading: %s', (_, gap) => {
    const lines = [headings.review, header.join(gap), headings.next, '无。']
    expect(statesOf('review', lines)).toEqual(new Set(['blank']))
  })

  test.each(header.flatMap((_, at) => (at > 7 ? [[at + 1] as const] : [])))(
    'is a table cut off where the document ends behind %i cells',
    (cells) => {
      for (const gap of ['\n', '\t', '   ', '|', '\t\n']) {
        const lines = [headings.review, header.slice(0, cells).join(gap)]
        const table = tableIn('review', lines)
        expect([...(table?.cells.values() ?? [])].filter(({ state }) => state === 'blank')).toEqual([])
        expect(table === null || table.missingRows.length === 3).toBe(true)
      }
    },
  )

  test('is unread where figures stand behind other words', () => {
    const lines = [headings.review, ...header, '（此处为本机关统计）', '1 2 3 4 5', headings.next]
    expect(statesOf('review', lines)).toEqual(new Set(['unread']))
  })
})
