import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { Table } from '../../../src/readers/document.ts'
import { readDocument } from '../../../src/readers/index.ts'
import { buildDocx, cell, table, xml, type DocxBlock, type DocxCell } from '../../docx-builder.ts'
import { readBuilt } from '../outline.ts'

describe('merged cells stand once, at their top left corner', () => {
  test.each<[name: string, block: DocxBlock, printed: readonly string[]]>([
    [
      'columns',
      table([
        [cell('甲', { columnSpan: 2 }), '乙'],
        [1, 2, 3],
      ]),
      ['甲{1×2}|乙', '1|2|3'],
    ],
    ['rows', table([[cell('甲', { rowSpan: 2 }), 1], [2]]), ['甲{2×1}|1', '2']],
    [
      'both',
      table([[cell('甲', { rowSpan: 2, columnSpan: 2 }), 1], [2], [3, 4, 5]]),
      ['甲{2×2}|1', '2', '3|4|5'],
    ],
    [
      'w:hMerge',
      table([[cell('甲', { columnSpan: 3, horizontalMerge: true })], [1, 2, 3]]),
      ['甲{1×3}', '1|2|3'],
    ],
    [
      'w:hMerge and w:vMerge',
      table([[cell('甲', { rowSpan: 2, columnSpan: 2, horizontalMerge: true }), 1], [2]]),
      ['甲{2×2}|1', '2'],
    ],
    [
      'two merges below each other',
      table([[cell('甲', { rowSpan: 2 }), 1], [2], [cell('乙', { rowSpan: 2 }), 3], [4]]),
      ['甲{2×1}|1', '2', '乙{2×1}|3', '4'],
    ],
    ['rows of uneven width', table([[1, 2, 3], [4], [5, 6]]), ['1|2|3', '4', '5|6']],
    ['a row that starts later', table([[1, 2, 3], { cells: [cell(4)], gridBefore: 2 }]), ['1|2|3', '4']],
  ])('%s', async (_name, block, printed) => {
    expect(await readBuilt([block])).toEqual(printed)
  })

  test('columns left out before and after a row count in the grid', async () => {
    const body = [table([{ cells: [cell('甲')], gridBefore: 2, gridAfter: 1 }])]
    const [read] = (await readDocument(buildDocx({ body }), 'a.docx')).document.blocks
    expect(read).toMatchObject({ rowCount: 1, columnCount: 4, cells: [{ row: 0, column: 2, text: '甲' }] })
  })

  test.each<[name: string, xmlText: string, printed: readonly string[]]>([
    [
      'a continued cell under none stands for itself',
      tr(tc('甲', '<w:vMerge/>')) + tr(tc('', '<w:vMerge/>')),
      ['甲{2×1}', ''],
    ],
    [
      'one that is too wide, too',
      tr(tc('甲', '<w:vMerge w:val="restart"/>') + tc('乙')) +
        tr(tc('丙', '<w:gridSpan w:val="2"/><w:vMerge/>')),
      ['甲|乙', '丙{1×2}'],
    ],
    [
      'several narrow ones may continue a wide one',
      tr(tc('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')) +
        tr(tc('', '<w:vMerge/>') + tc('', '<w:vMerge/>')),
      ['甲{2×2}', ''],
    ],
    [
      'but not if another cell stands between',
      tr(tc('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')) +
        tr(tc('', '<w:vMerge/>') + tc('1')),
      ['甲{1×2}', '|1'],
    ],
    [
      'a text under a merge does not print',
      tr(tc('甲', '<w:vMerge w:val="restart"/>') + tc('1')) +
        tr(tc('旧', '<w:vMerge w:val="continue"/>') + tc('2')),
      ['甲{2×1}|1', '2'],
    ],
    [
      'tracked merges',
      tr(tc('甲', '<w:cellMerge w:vMerge="rest"/>')) + tr(tc('', '<w:cellMerge w:vMerge="cont"/>')),
      ['甲{2×1}', ''],
    ],
    [
      'spans that are no numbers count as one',
      tr(tc('甲', '<w:gridSpan w:val="x"/>') + tc('乙', '<w:gridSpan w:val="0"/>')),
      ['甲|乙'],
    ],
    [
      'rows and cells may stand in content controls',
      `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('甲')}</w:sdtContent></w:sdt>${tc('1')}`)}</w:sdtContent></w:sdt>`,
      ['甲|1'],
    ],
  ])('%s', async (_name, rows, printed) => {
    expect(await readBuilt([xml(`<w:tbl>${rows}</w:tbl>`)])).toEqual(printed)
  })
})

function tr(cells: string): string {
  return `<w:tr>${cells}</w:tr>`
}

function tc(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
}

/** A cell of a random grid, with where it must be read back. */
interface PlannedCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

/** Fills a grid with cells of random spans, row by row, each as large as the wishes and the free room allow. */
function planGrid(rowCount: number, columnCount: number, wishes: readonly (readonly [number, number])[]) {
  const taken = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => false))
  const isFree = (row: number, column: number) => taken[row]?.[column] === false
  const planned: PlannedCell[] = []
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (!isFree(row, column)) continue
      const [rows, columns] = wishes[planned.length % wishes.length] ?? [1, 1]
      let columnSpan = 1
      while (columnSpan < columns && isFree(row, column + columnSpan)) columnSpan++
      const rowSpan = Math.min(rows, rowCount - row)
      for (let inner = row; inner < row + rowSpan; inner++)
        taken[inner]?.fill(true, column, column + columnSpan)
      planned.push({ row, column, rowSpan, columnSpan, text: `格${planned.length}` })
    }
  }
  return planned
}

test('random tables of spans read back to the same grid', async () => {
  const span = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  const grid = fc.record({
    rowCount: fc.integer({ min: 1, max: 12 }),
    columnCount: fc.integer({ min: 1, max: 15 }),
    wishes: fc.array(span, { minLength: 1, maxLength: 20 }),
    horizontalMerge: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(grid, async ({ rowCount, columnCount, wishes, horizontalMerge }) => {
      const planned = planGrid(rowCount, columnCount, wishes)
      const rows = Array.from({ length: rowCount }, (_, row): DocxCell[] =>
        planned
          .filter((entry) => entry.row === row)
          .map(({ text, rowSpan, columnSpan }) => cell(text, { rowSpan, columnSpan, horizontalMerge })),
      )
      const { document } = await readDocument(buildDocx({ body: [table(rows)] }), 'a.docx')
      const [read] = document.blocks
      expect(read).toMatchObject({ kind: 'table', rowCount, columnCount } satisfies Partial<Table>)
      const cells = read?.kind === 'table' ? read.cells : []
      expect(
        cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
          row,
          column,
          rowSpan,
          columnSpan,
          text,
        })),
      ).toEqual(planned)
    }),
    { seed: 20_240_131, numRuns: 150 },
  )
})
