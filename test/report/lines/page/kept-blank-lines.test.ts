import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cellIds } from '../../../../src/report/statutory-tables.ts'
import type { CellId, TableKey } from '../../../../src/report/statutory-tables.ts'
import { readTableLines } from '../../../../src/report/lines/table-lines.ts'
import { chanceOf, printedCells } from '../../../statutory-numbers.ts'
import { printedTables } from '../../../statutory-text.ts'
import { linesOf } from '../lines-of.ts'

/** A report with a cell a line; `gap` is what stands behind each cell. */
function report(printed: ReadonlyMap<CellId, string>, gap: () => string): string {
  const tables = printedTables(printed, { otherMarks: false, traditional: false })
  const rows = (key: TableKey): readonly string[] =>
    tables[key].flatMap(({ labels, figures }) => [...labels.filter((text) => text !== ''), ...figures])
  return [
    '二、主动公开政府信息情况',
    ...rows('proactiveDisclosure'),
    '三、收到和处理政府信息公开申请情况',
    ...rows('requests'),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...rows('review'),
    '五、存在的主要问题及改进情况',
  ]
    .map((line) => `${line}${gap()}`)
    .join('\n')
}

function printedWith(seed: number, blanks: number): ReadonlyMap<CellId, string> {
  const cells = [...printedCells(chanceOf(seed), { blanks: 0 })]
  const chance = chanceOf(seed + 1)
  return new Map(cells.map(([id, { text }]) => [id, chance() < blanks ? '' : text]))
}

describe('a cell a line, blank cells as empty lines', () => {
  test('every cell of 200 is at its place', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0.02, 0.1, 0.2), (seed, blanks) => {
        const printed = printedWith(seed, blanks)
        const { tables } = readTableLines(linesOf(report(printed, () => '')))
        const found = Object.values(tables).flatMap((table) => [...(table?.cells ?? [])])
        expect(found.map(([id, cell]) => `${id} ${cell.state} ${cell.text}`)).toEqual(
          Object.values(cellIds)
            .flat()
            .map((id) => `${id} ${printed.get(id) === '' ? 'blank' : 'number'} ${printed.get(id)}`),
        )
      }),
      { seed: 4, numRuns: 15 },
    )
  })

  test('empty lines that only part cells place no number', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0.1, 0.5), (seed, blanks) => {
        const printed = printedWith(seed, blanks)
        const chance = chanceOf(seed + 2)
        const text = report(printed, () => (chance() < 0.4 ? '\n' : ''))
        const { tables } = readTableLines(linesOf(text))
        const found = Object.values(tables).flatMap((table) => [...(table?.cells ?? [])])
        const astray = found.filter(([id, { value }]) => value !== null && String(value) !== printed.get(id))
        expect(astray).toEqual([])
      }),
      { seed: 4, numRuns: 15 },
    )
  })
})
