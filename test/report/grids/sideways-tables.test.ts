import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Table } from '../../../src/readers/document.ts'
import { cellIds } from '../../../src/report/statutory-tables.ts'
import type { DisclosureCellId } from '../../../src/report/statutory-tables.ts'
import { cell } from '../../docx-builder.ts'
import type { DocxCell } from '../../docx-builder.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import type { PrintedCells } from '../../statutory-numbers.ts'
import { requestPiece, reviewPieces } from '../../statutory-pieces.ts'
import { headings, readBlocks, rowsOf, table, wholeRequests } from '../../table-blocks.ts'

const documents = ['规章', '行政规范性文件']
const others = ['行政许可', '行政处罚', '行政强制', '行政事业性收费']
const counts = ['本年制发件数', '本年废止件数', '现行有效件数']
const otherCounts = ['本年处理决定数量', '本年处理决定数量', '本年处理决定数量', '本年收费金额（单位：万元）']

function figuresOf(cells: PrintedCells): DocxCell[] {
  return cellIds.proactiveDisclosure.map((id) => cell(cells.get(id)?.text ?? ''))
}

const text = (cells: PrintedCells, id: DisclosureCellId): string => cells.get(id)?.text ?? ''

/** Table 二 with its labels side by side and what is counted below them. */
function labelsAbove(cells: PrintedCells): Table {
  return table([
    [...documents.map((words) => cell(words, { columnSpan: 3 })), ...others.map((words) => cell(words))],
    [...counts, ...counts, ...otherCounts].map((words) => cell(words)),
    figuresOf(cells),
  ])
}

/** Table 二 turned: a column for each label, a row for each count. */
function turned(cells: PrintedCells): Table {
  const own = (column: 'issued' | 'repealed' | 'inForce'): string[] => [
    text(cells, `proactiveDisclosure.rules.${column}`),
    text(cells, `proactiveDisclosure.normativeDocuments.${column}`),
    ...others.map(() => ''),
  ]
  return table(
    rowsOf(
      ['信息内容', ...documents, ...others],
      ['本年制发件数', ...own('issued')],
      ['本年废止件数', ...own('repealed')],
      ['现行有效件数', ...own('inForce')],
      [
        '本年处理决定数量',
        '',
        '',
        text(cells, 'proactiveDisclosure.licenses'),
        text(cells, 'proactiveDisclosure.penalties'),
        text(cells, 'proactiveDisclosure.coerciveMeasures'),
        '',
      ],
      ['本年收费金额（单位：万元）', '', '', '', '', '', text(cells, 'proactiveDisclosure.fees')],
    ),
  )
}

function transposed(own: Table): Table {
  return {
    ...own,
    rowCount: own.columnCount,
    columnCount: own.rowCount,
    cells: own.cells
      .map((entry) => ({
        ...entry,
        row: entry.column,
        column: entry.row,
        rowSpan: entry.columnSpan,
        columnSpan: entry.rowSpan,
      }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

describe('200 different numbers, blanks among them, in tables printed sideways', () => {
  test.each([
    ['its labels above', labelsAbove],
    ['turned', turned],
  ])('table 二 with %s, table 三 turned', (_, disclosure) => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0, 0.2, 0.6), (seed, blanks) => {
        const cells = printedCells(chanceOf(seed), { blanks })
        const { value, state } = readBlocks(
          headings[2],
          disclosure(cells),
          headings[3],
          transposed(table(requestPiece(cells, wholeRequests))),
          headings[4],
          ...reviewPieces(cells, 'whole', (label) => label).map(table),
          headings[5],
        )
        const ids = Object.values(cellIds).flat()
        expect(ids.map((id) => `${id} ${state(id)} ${value(id)}`)).toEqual(
          ids.map((id) => `${id} ${cells.get(id)?.state} ${cells.get(id)?.value}`),
        )
      }),
      { seed: 4, numRuns: 25 },
    )
  })

  test('a figure over two labels is nobody’s', () => {
    const cells = printedCells(chanceOf(1))
    const figures = figuresOf(cells)
    const { state, value } = readBlocks(
      headings[2],
      table([
        [...documents.map((words) => cell(words, { columnSpan: 3 })), ...others.map((words) => cell(words))],
        [...counts, ...counts, ...otherCounts].map((words) => cell(words)),
        [...figures.slice(0, 6), cell('7', { columnSpan: 2 }), ...figures.slice(8)],
      ]),
    )
    expect([state('proactiveDisclosure.licenses'), state('proactiveDisclosure.penalties')]).toEqual([
      'unread',
      'unread',
    ])
    expect(value('proactiveDisclosure.fees')).toBe(cells.get('proactiveDisclosure.fees')?.value)
  })
})
