import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from '@jest/globals'
import type { Block } from '../../../src/readers/document.ts'
import { openBudget } from '../../../src/readers/limits.ts'
import { readTxt } from '../../../src/readers/txt.ts'
import type { Cell } from '../../../src/report/read-report.ts'
import type { CellId, TableKey } from '../../../src/report/statutory-tables.ts'
import { cellIds, requestRows, tableKeys } from '../../../src/report/statutory-tables.ts'
import type { TextTables } from '../../../src/report/lines/table-lines.ts'
import { readTableLines } from '../../../src/report/lines/table-lines.ts'
import type { Choose, Layout, PrintedCells } from '../../statutory-text.ts'
import { explicitLayouts, onTwoPages, printedTables, tracelessLayouts } from '../../statutory-text.ts'

const allIds: readonly CellId[] = tableKeys.flatMap((key) => cellIds[key])
const tableOf = (id: CellId): TableKey => {
  const key = tableKeys.find((table) => id.startsWith(`${table}.`))
  if (key === undefined) throw new RangeError(id)
  return key
}

function paragraphs(text: string): readonly Block[] {
  return text
    .split('\n')
    .map((line, index) => ({ kind: 'paragraph', text: line, style: 'body', place: { line: index + 1 } }))
}

function cellIn(read: TextTables, id: CellId): Cell | undefined {
  return read.tables[tableOf(id)]?.cells.get(id)
}

/** A generator of its own, so that a run depends on its seed alone. */
function chooser(seed: number): Choose {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** 200 different numbers of one to six digits, in no order; each is left out with the chance of `blanks` in 100. */
function differentNumbers(choose: Choose, blanks: number): PrintedCells {
  const numbers = allIds.map(
    (_, index) => [index, 1000 + index * 13, 100000 + index * 17][index % 3] ?? index,
  )
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = choose(at + 1)
    ;[numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0]
  }
  const printed = allIds.map((id, at): readonly [CellId, string] => {
    const text = String(numbers[at])
    return [id, id === 'proactiveDisclosure.fees' ? `${text}.3701` : text]
  })
  return new Map(printed.filter(() => choose(100) >= blanks))
}

function printed(cells: PrintedCells, layout: Layout, seed: number): string {
  const choose = chooser(seed)
  const tables = printedTables(cells, { otherMarks: seed % 3 === 1, traditional: seed % 4 === 1 })
  const requests =
    seed % 2 === 0 ? onTwoPages(tables.requests, layout, choose) : layout(tables.requests, choose)
  return [
    '某市某局2024年政府信息公开工作年度报告',
    '一、总体情况',
    '2024年，我局主动公开政府信息466条，收到申请5件，予以公开3件。',
    '二、主动公开政府信息情况',
    ...layout(tables.proactiveDisclosure, choose),
    '',
    '三、收到和处理政府信息公开申请情况',
    '本年度未收到政府信息公开申请。',
    ...requests,
    '',
    '四、政府信息公开行政复议、行政诉讼情况',
    ...layout(tables.review, choose),
    '',
    '五、存在的主要问题及改进情况',
    '存在公开不够及时的问题。下一步将改进。',
  ].join('\n')
}

const seeds = { seed: 20240131, numRuns: 5 } as const
const anySeed = fc.integer({ min: 1, max: 2 ** 31 - 1 })

describe('200 different numbers', () => {
  test.each(Object.entries({ ...explicitLayouts, ...tracelessLayouts }))(
    '%s: every cell is read',
    (_, layout) => {
      fc.assert(
        fc.property(anySeed, (seed) => {
          const cells = differentNumbers(chooser(seed), 0)
          const read = readTableLines(paragraphs(printed(cells, layout, seed)))
          const values = allIds.map((id) => [id, cellIn(read, id)?.value])
          expect(values).toEqual(allIds.map((id) => [id, Number(cells.get(id))]))
          expect(tableKeys.flatMap((key) => read.tables[key]?.labels ?? [])).toEqual([])
        }),
        seeds,
      )
    },
  )

  test.each(['a cell a line behind a tab', 'a row a line with tabs', 'tabs without fields for merged cells'])(
    '%s: blank cells are blank and shift nothing',
    (name) => {
      fc.assert(
        fc.property(anySeed, fc.integer({ min: 5, max: 80 }), (seed, blanks) => {
          const cells = differentNumbers(chooser(seed), blanks)
          const read = readTableLines(paragraphs(printed(cells, explicitLayouts[name] ?? (() => []), seed)))
          const found = allIds.map((id) => [id, cellIn(read, id)?.state, cellIn(read, id)?.text])
          expect(found).toEqual(
            allIds.map((id) => [id, cells.has(id) ? 'number' : 'blank', cells.get(id) ?? '']),
          )
        }),
        seeds,
      )
    },
  )

  test.each(Object.entries({ ...explicitLayouts, ...tracelessLayouts }))(
    '%s: with blank cells no number goes astray, and full rows are read',
    (name, layout) => {
      fc.assert(
        fc.property(anySeed, fc.integer({ min: 2, max: 85 }), (seed, blanks) => {
          const cells = differentNumbers(chooser(seed), blanks)
          const read = readTableLines(paragraphs(printed(cells, layout, seed)))
          const astray = allIds.filter((id) => {
            const value = cellIn(read, id)?.value ?? null
            return value !== null && value !== Number(cells.get(id))
          })
          expect(astray).toEqual([])
          const full = requestRows
            .map(({ key }) => cellIds.requests.filter((id) => id.startsWith(`requests.${key}.`)))
            .filter((row) => row.every((id) => cells.has(id)))
          // A few full rows among incomplete ones may be too little to be a table at all, and a cell a line, the
          // number of figures proves nothing where blank cells leave no trace.
          if (full.length >= 5 && name !== 'one cell a line') {
            expect(full.flat().map((id) => cellIn(read, id)?.value)).toEqual(
              full.flat().map((id) => Number(cells.get(id))),
            )
          }
        }),
        seeds,
      )
    },
  )

  test('sentences and headings around the tables are left alone', () => {
    const text = printed(
      differentNumbers(chooser(7), 0),
      explicitLayouts['a row a line with tabs'] ?? (() => []),
      7,
    )
    const { claimed } = readTableLines(paragraphs(text))
    const left = text.split('\n').filter((_, index) => !claimed.has(index))
    expect(left.filter((line) => line !== '')).toEqual([
      '某市某局2024年政府信息公开工作年度报告',
      '一、总体情况',
      '2024年，我局主动公开政府信息466条，收到申请5件，予以公开3件。',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '本年度未收到政府信息公开申请。',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '存在公开不够及时的问题。下一步将改进。',
    ])
  })
})

describe('samples', () => {
  const folder = new URL('../../fixtures/reports/samples/', import.meta.url)

  test.each(['001-gaoxinqu-kechuang-2024.txt', '002-shanting-keji-2023.txt', '004-yanzhou-gongxin-2023.txt'])(
    '%s is read as expected',
    (name) => {
      const document = readTxt(readFileSync(new URL(name, folder), 'utf8'), openBudget())
      const read = readTableLines(document.blocks)
      const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'))
      const values = allIds.map((id) => [id, cellIn(read, id)?.value ?? null])
      expect(values).toEqual(allIds.map((id) => [id, valueAt(expected, ['tables', ...id.split('.')])]))
    },
  )

  test.each(['000-yanzhou-keji-2023.txt', '003-wendeng-keji-2023.txt'])(
    '%s holds no table as text',
    (name) => {
      const document = readTxt(readFileSync(new URL(name, folder), 'utf8'), openBudget())
      const { tables, claimed } = readTableLines(document.blocks)
      expect(tables).toEqual({ proactiveDisclosure: null, requests: null, review: null })
      expect(claimed.size).toBe(0)
    },
  )

  test('004: ten rows, two departing labels, no table 四', () => {
    const text = readFileSync(new URL('004-yanzhou-gongxin-2023.txt', folder), 'utf8')
    const { tables } = readTableLines(readTxt(text, openBudget()).blocks)
    expect(tables.proactiveDisclosure?.labels).toEqual([
      { printed: '本年度止件数', official: '本年废止件数', alias: false },
    ])
    expect(tables.requests?.labels).toEqual([
      { printed: '三、本年度办理结束', official: '三、本年度办理结果', alias: false },
    ])
    expect(tables.requests?.missingRows).toHaveLength(15)
    expect(tables.requests?.missingRows[0]).toBe('enforcementFile')
    expect(tables.review).toBeNull()
  })
})

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (Object.entries(found).find(([k]) => k === key)?.[1] as unknown)
        : null,
    value,
  )
}
