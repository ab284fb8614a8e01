import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Block, Document } from '../../../src/readers/document.ts'
import { readDocument } from '../../../src/readers/index.ts'
import { flowOf } from '../../../src/report/grids/flow.ts'
import { findHeadings } from '../../../src/report/parts/headings.ts'
import type { ReadTables } from '../../../src/report/tables/read-tables.ts'
import { readTables } from '../../../src/report/tables/read-tables.ts'
import { cellIds, tableKeys } from '../../../src/report/statutory-tables.ts'
import type { CellId } from '../../../src/report/statutory-tables.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import type { Chance, Dressing, PrintedCells } from '../../statutory-numbers.ts'
import type { Layout, MadeTables } from '../../statutory-docx.ts'
import { isPrinted, madeTables, reportDocx, tableBlock } from '../../statutory-docx.ts'
import type { Rows } from '../../statutory-pieces.ts'
import { cell } from '../../docx-builder.ts'

/** Every cell of the form as `state value`: absent where its row was left out. */
function expectedCells(cells: PrintedCells, made: MadeTables): Map<CellId, string> {
  return new Map(
    tableKeys
      .flatMap((key) => cellIds[key])
      .map((id) => {
        const printed = cells.get(id)
        return [id, isPrinted(id, made) ? `${printed?.state} ${printed?.value}` : 'absent null'] as const
      }),
  )
}

function readCells({ tables }: ReadTables): Map<CellId, string> {
  return new Map(
    tableKeys.flatMap((key) =>
      [...tables[key].cells].map(([id, cell]) => [id, `${cell.state} ${cell.value}`] as const),
    ),
  )
}

/** The cells that were read otherwise than they are printed. */
function differences(expected: Map<CellId, string>, found: Map<CellId, string>): readonly string[] {
  return [...expected].flatMap(([id, cell]) =>
    found.get(id) === cell ? [] : [`${id}: ${cell}, read as ${found.get(id)}`],
  )
}

function readFlow(document: Document): ReadTables {
  const blocks = flowOf(document)
  return readTables(blocks, findHeadings(blocks))
}

/** Read values that the report does not print in that place; what is merely not read is not among them. */
function madeUp(expected: Map<CellId, string>, found: Map<CellId, string>): readonly string[] {
  return differences(expected, found).filter((line) => line.includes('read as number'))
}

/** The pieces of a report as blocks, placed as HTML places cells: rows may be uneven. */
function reportBlocks(made: MadeTables): Block[] {
  const line = (text: string, number: number): Block => {
    return { kind: 'paragraph', text, style: 'body', place: { line: number } }
  }
  return [
    line('一、总体情况', 1),
    line('二、主动公开政府信息情况', 2),
    ...made.disclosure.map((rows) => tableBlock(rows, 3)),
    line('三、收到和处理政府信息公开申请情况', 4),
    ...made.requests.map((rows) => tableBlock(rows, 5)),
    line('四、政府信息公开行政复议、行政诉讼情况', 6),
    ...made.review.map((rows) => tableBlock(rows, 7)),
    line('五、存在的主要问题及改进情况', 8),
    line('六、其他需要报告的事项', 9),
  ]
}

const anyLayout = {
  labels: fc.constantFrom('plain', 'broken', 'half', 'edited', 'traditional'),
  requests: fc.constantFrom('whole', 'pageWithHeader', 'pageWithout', 'groups', 'rows'),
  header: fc.constant('full'),
  merges: fc.constantFrom('merged', 'repeated', 'blank', 'dropped'),
  order: fc.constantFrom('form', 'form', 'totalFirst', 'swapped'),
  phantoms: fc.constantFrom(0, 0, 1, 3, 7),
  remarks: fc.boolean(),
  oldForm: fc.boolean(),
  lost: fc.constantFrom(0, 0, 0.2),
  disclosure: fc.constantFrom('whole', 'blocks'),
  singles: fc.constantFrom('spanned', 'empty', 'thrice'),
  titles: fc.boolean(),
  disclosureHeader: fc.constantFrom('full', 'none'),
  review: fc.constantFrom('whole', 'flat', 'groups', 'rows'),
  frame: fc.constantFrom('none', 'frames', 'layout', 'oneGrid'),
  cells: fc.constantFrom('plain', 'runs', 'tracked', 'hidden', 'boxes', 'struck', 'noted'),
} satisfies { [Key in keyof Layout]: fc.Arbitrary<Layout[Key]> }
const layouts: fc.Arbitrary<Layout> = fc.record(anyLayout)
/** Without a header the form's own order must hold, and nothing tells a blank cell from a column that is none. */
const headless: fc.Arbitrary<Layout> = fc.record({
  ...anyLayout,
  header: fc.constant('none'),
  order: fc.constant('form'),
  review: fc.constantFrom('whole', 'line'),
})
const dressings = fc.constantFrom<Dressing>('plain', 'grouped', 'wide', 'lines', 'remark')
const shares = fc.constantFrom(0, 0.2, 0.8)

describe('every cell of a Word report is read into its place', () => {
  test('whatever the layout, figures and blanks', async () => {
    await fc.assert(
      fc.asyncProperty(layouts, dressings, shares, fc.nat(), async (layout, dressing, blanks, seed) => {
        const chance = chanceOf(seed)
        const cells = printedCells(chance, { dressing, blanks })
        const made = madeTables(cells, layout, chance)
        const { document } = await readDocument(reportDocx(made, layout), 'report.docx')
        expect(differences(expectedCells(cells, made), readCells(readFlow(document)))).toEqual([])
      }),
      { seed: 4, numRuns: 60 },
    )
  })

  test('by count alone where the header was lost', async () => {
    await fc.assert(
      fc.asyncProperty(headless, fc.nat(), async (layout, seed) => {
        const chance = chanceOf(seed)
        const cells = printedCells(chance)
        const made = madeTables(cells, layout, chance)
        const { document } = await readDocument(reportDocx(made, layout), 'report.docx')
        expect(differences(expectedCells(cells, made), readCells(readFlow(document)))).toEqual([])
      }),
      { seed: 4, numRuns: 25 },
    )
  })
})

describe('every cell of uneven rows is read into its place', () => {
  test('whatever the layout, figures and blanks', () => {
    fc.assert(
      fc.property(layouts, dressings, shares, fc.nat(), (layout, dressing, blanks, seed) => {
        const chance = chanceOf(seed)
        const cells = printedCells(chance, { dressing, blanks })
        const made = madeTables(cells, layout, chance)
        const document: Document = { format: 'docx', blocks: reportBlocks(made) }
        expect(differences(expectedCells(cells, made), readCells(readFlow(document)))).toEqual([])
      }),
      { seed: 4, numRuns: 60 },
    )
  })

  test('a row that lost a cell, or has one too many, gives no number to a wrong cell', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), (layout, seed) => {
        const chance = chanceOf(seed)
        const cells = printedCells(chance, { blanks: 0.1 })
        const whole = madeTables(cells, { ...layout, requests: 'whole', phantoms: 0 }, chance)
        const made: MadeTables = { ...whole, requests: whole.requests.map((rows) => damaged(rows, chance)) }
        const document: Document = { format: 'docx', blocks: reportBlocks(made) }
        expect(madeUp(expectedCells(cells, made), readCells(readFlow(document)))).toEqual([])
      }),
      { seed: 4, numRuns: 60 },
    )
  })
})

/** One figure cell of one row below the header lost, or an empty one put in. */
function damaged(rows: Rows, chance: Chance): Rows {
  const at = 3 + Math.floor(chance() * (rows.length - 3))
  const row = rows[at] ?? []
  const from = row.length - 1 - Math.floor(chance() * Math.min(6, row.length - 1))
  return rows.with(at, chance() < 0.5 ? row.toSpliced(from, 1) : row.toSpliced(from, 0, cell('')))
}
