import { describe, expect, test } from '@jest/globals'
import { cellIds, requestColumns, requestRows } from '../../../../src/report/statutory-tables.ts'
import { readTableLines } from '../../../../src/report/lines/table-lines.ts'
import { linesOf } from '../lines-of.ts'

const labels = requestRows.map(({ number, label }) => `${number}${label}`)
const inOrder = cellIds.requests.map((_, index) => 3 + index * 11)
const heading = '三、收到和处理政府信息公开申请情况'

function valuesOf(print: (label: string, figures: readonly string[]) => string, mark: string): unknown {
  const lines = labels.map((label, row) =>
    print(
      label,
      requestColumns.map((_, column) => `${3 + (row * 7 + column) * 11}${column % 3 === 0 ? mark : ''}`),
    ),
  )
  const { requests } = readTableLines(linesOf([heading, ...lines].join('\n'))).tables
  return cellIds.requests.map((id) => requests?.cells.get(id)?.value)
}

describe.each(['①', '⑫', ' ②', '*', '※', '[1]', '〔2〕', '（注1）', '[注1]', '注2'])(
  'a figure with the mark %s',
  (mark) => {
    test.each<[string, (label: string, figures: readonly string[]) => string]>([
      ['in a row of spaces', (label, figures) => `${label}   ${figures.join('   ')}`],
      ['in a row of tabs', (label, figures) => `${label}\t${figures.join('\t')}`],
      ['in a row of pipes', (label, figures) => `| ${label} | ${figures.join(' | ')} |`],
      ['one cell a line', (label, figures) => [label, ...figures].join('\n')],
    ])('%s is the figure', (_, print) => {
      expect(valuesOf(print, mark)).toEqual(inOrder)
    })
  },
)

test('a circled numeral with words behind it is no mark', () => {
  const { requests } = readTableLines(
    linesOf(
      [
        heading,
        labels
          .slice(0, 8)
          .map((label) => `${label} 1 2 3 4 5 6 7 ①备注`)
          .join('\n'),
      ].join('\n'),
    ),
  ).tables
  expect(requests?.cells.get('requests.received.total')?.text).toBe('7')
})
