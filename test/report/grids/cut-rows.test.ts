import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cellIds } from '../../../src/report/statutory-tables.ts'
import type { TableKey } from '../../../src/report/statutory-tables.ts'
import type { DocxCell } from '../../docx-builder.ts'
import { madeTables, plainLayout } from '../../statutory-docx.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import type { Rows } from '../../statutory-pieces.ts'
import { reviewPieces } from '../../statutory-pieces.ts'
import { headings, readBlocks, rowsOf, table } from '../../table-blocks.ts'

const form = { proactiveDisclosure: 2, requests: 3, review: 4 } as const

const textOf = (entry: DocxCell | undefined): string => {
  const [text] = entry?.content ?? []
  return typeof text === 'string' ? text : ''
}

/** The cells of a row that is cut: its label after so many letters, its figures on one side. */
function halves(
  row: readonly DocxCell[],
  label: number,
  letters: number,
  isAbove: boolean,
): [DocxCell[], DocxCell[]] {
  const half = (isUpper: boolean): DocxCell[] =>
    row.map((entry, index): DocxCell => {
      const text = textOf(entry)
      if (index < label) return { ...entry, content: [isUpper ? text : ''] }
      if (index > label) return { ...entry, content: [isUpper === isAbove ? text : ''] }
      return { ...entry, content: [isUpper ? text.slice(0, letters) : text.slice(letters)] }
    })
  return [half(true), half(false)]
}

const plain = (rows: Rows): Rows => rows.map((row) => row.map((entry) => ({ ...entry, rowSpan: 1 })))

function expectAll(key: TableKey, seed: number, ...pieces: Rows[]) {
  const cells = printedCells(chanceOf(seed))
  const { tables } = readBlocks(headings[form[key]], ...pieces.flatMap((rows) => [table(rows), '', '']))
  const found = cellIds[key].map((id) => `${id} ${tables[key].cells.get(id)?.value}`)
  expect(found).toEqual(cellIds[key].map((id) => `${id} ${cells.get(id)?.value}`))
  expect([tables[key].labels, tables[key].missingRows]).toEqual([[], []])
}

describe('a row cut by the end of a page is made whole', () => {
  test('in table 三, wherever its label is cut, its figures above or below', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 27 }),
        fc.nat(),
        fc.boolean(),
        fc.nat(),
        (at, cut, isAbove, seed) => {
          const layout = { ...plainLayout, merges: 'repeated' } as const
          const rows = plain(madeTables(printedCells(chanceOf(seed)), layout, chanceOf(1)).requests.flat())
          const row = rows[at] ?? []
          const label = row.length - 8
          const text = textOf(row[label])
          const [upper, lower] = halves(
            row,
            label,
            2 + (cut % (isAbove ? text.length - 2 : text.length - 1)),
            isAbove,
          )
          expectAll('requests', seed, [...rows.slice(0, at), upper], [lower, ...rows.slice(at + 1)])
        },
      ),
      { seed: 61, numRuns: 150 },
    )
  })

  test('in table 二', () => {
    const rows = madeTables(printedCells(chanceOf(7)), plainLayout, chanceOf(1)).disclosure.flat()
    for (const [at, row] of rows.entries()) {
      const text = textOf(row[0])
      if (row.length < 2 || text === '信息内容') continue
      for (let letters = 1; letters < text.length; letters += 1) {
        for (const isAbove of [true, false]) {
          const [upper, lower] = halves(row, 0, letters, isAbove)
          expectAll('proactiveDisclosure', 7, [...rows.slice(0, at), upper], [lower, ...rows.slice(at + 1)])
        }
      }
    }
  })
})

test('table 四 is one table wherever its header is cut from what stands below it', () => {
  const rows = reviewPieces(printedCells(chanceOf(8)), 'whole', (label) => label).flat()
  for (const at of [1, 3]) expectAll('review', 8, rows.slice(0, at), rows.slice(at))
})

test('two whole rows are not joined', () => {
  const [upper, lower] = [
    rowsOf(['1.属于国家秘密', 1, 2, 3, 4, 5, 6, 21]),
    rowsOf(['2.其他法律行政法规禁止公开', '', '', '', '', '', '', '']),
  ]
  const { value, state } = readBlocks(headings[3], table(upper), '', table(lower))
  expect(value('requests.stateSecret.total')).toBe(21)
  expect(state('requests.prohibitedByLaw.total')).toBe('blank')
})
