import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Document } from '../../../src/readers/document.ts'
import { openBudget } from '../../../src/readers/limits.ts'
import { readTxt } from '../../../src/readers/txt.ts'
import { flowOf } from '../../../src/report/grids/flow.ts'
import { findHeadings } from '../../../src/report/parts/headings.ts'
import { readTables } from '../../../src/report/tables/read-tables.ts'
import { cellIds, tableKeys } from '../../../src/report/statutory-tables.ts'
import { isPrinted, madeTables, plainLayout, tableBlock } from '../../statutory-docx.ts'
import type { Layout, MadeTables } from '../../statutory-docx.ts'
import { anyDrawnStyle, commaLines, drawTable } from '../../statutory-lines.ts'
import { chanceOf, printedCells } from '../../statutory-numbers.ts'
import type { Chance, Dressing, PrintedCells } from '../../statutory-numbers.ts'
import type { Rows } from '../../statutory-pieces.ts'

type Print = (rows: Rows) => readonly string[]

function report(made: MadeTables, print: Print): string {
  return [
    '某市某区某局2023年政府信息公开工作年度报告',
    '一、总体情况',
    '2023年,我局主动公开政府信息1,234条,其中规范性文件3件,政策解读5件。',
    '二、主动公开政府信息情况',
    ...made.disclosure.flatMap((rows) => [...print(rows), '']),
    '三、收到和处理政府信息公开申请情况',
    ...made.requests.flatMap((rows) => [...print(rows), '']),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...made.review.flatMap((rows) => [...print(rows), '']),
    '五、存在的主要问题及改进情况',
    '问题是,公开不够及时。下一步,我局将改进。',
    '六、其他需要报告的事项',
    '无。',
  ].join('\n')
}

/** The cells that are read otherwise than they are printed. */
function differences(cells: PrintedCells, made: MadeTables, text: string): readonly string[] {
  const document: Document = readTxt(text, openBudget())
  const blocks = flowOf(document)
  const { tables } = readTables(blocks, findHeadings(blocks))
  return tableKeys.flatMap((key) =>
    cellIds[key].flatMap((id) => {
      const cell = tables[key].cells.get(id)
      const printed = cells.get(id)
      const due = isPrinted(id, made) ? `${printed?.state} ${printed?.value}` : 'absent null'
      const found = `${cell?.state} ${cell?.value}`
      return due === found ? [] : [`${id}: ${due}, read as ${found}`]
    }),
  )
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  labels: fc.constantFrom('plain', 'half', 'edited', 'traditional'),
  requests: fc.constantFrom('whole', 'pageWithHeader', 'pageWithout', 'groups'),
  header: fc.constant('full'),
  merges: fc.constantFrom('merged', 'repeated', 'blank'),
  order: fc.constantFrom('form', 'totalFirst', 'swapped'),
  phantoms: fc.constantFrom(0, 0, 1, 7),
  remarks: fc.boolean(),
  oldForm: fc.boolean(),
  lost: fc.constantFrom(0, 0, 0.2),
  disclosure: fc.constantFrom('whole', 'blocks'),
  singles: fc.constantFrom('spanned', 'empty'),
  titles: fc.boolean(),
  disclosureHeader: fc.constant('full'),
  review: fc.constantFrom('whole', 'groups', 'rows'),
  frame: fc.constant('none'),
  cells: fc.constant('plain'),
})
const dressings = fc.constantFrom<Dressing>('plain', 'grouped', 'wide')
const shares = fc.constantFrom(0, 0.2, 0.8)

/** Without blank cells all is read; with them nothing is read otherwise than printed, and no number called blank. */
function checkAll(printer: (chance: Chance) => Print): void {
  fc.assert(
    fc.property(layouts, dressings, shares, fc.nat(), (layout, dressing, blanks, seed) => {
      const chance = chanceOf(seed)
      const cells = printedCells(chance, { dressing, blanks })
      const made = madeTables(cells, layout, chance)
      const found = differences(cells, made, report(made, printer(chance)))
      const isAllowed = (line: string): boolean => blanks > 0 && line.endsWith('read as unread null')
      expect(found.filter((line) => !isAllowed(line)).slice(0, 5)).toEqual([])
    }),
    { seed: 4, numRuns: 40 },
  )
}

describe('200 different numbers in a text file', () => {
  test('drawn with rules, whatever the layout', () => {
    checkAll((chance) => {
      const style = anyDrawnStyle(chance)
      return (rows) => drawTable(tableBlock(rows, 1), style, chance)
    })
  })

  test.each(['all', 'words', 'needed'] as const)(
    'comma-separated, quotes: %s, whatever the layout',
    (quotes) => {
      checkAll(() => (rows) => commaLines(tableBlock(rows, 1), { quotes, trimmed: false }))
    },
  )

  test.each(['all', 'words', 'needed'] as const)('comma-separated, rows cut short, quotes: %s', (quotes) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const chance = chanceOf(seed)
        const cells = printedCells(chance)
        const made = madeTables(cells, plainLayout, chance)
        const print: Print = (rows) => commaLines(tableBlock(rows, 1), { quotes, trimmed: true })
        expect(differences(cells, made, report(made, print)).slice(0, 5)).toEqual([])
      }),
      { seed: 4, numRuns: 20 },
    )
  })
})
