import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { Cell, ReadReport, ReadSection, ReadTable } from '../../src/report/read-report.ts'
import type { CellId, RequestCellId, ReviewCellId, SectionNumber } from '../../src/report/statutory-tables.ts'
import {
  applicantColumns,
  cellIds,
  requestCellIds,
  requestColumns,
  requestRows,
  resultRows,
  reviewCellIds,
  reviewGroups,
} from '../../src/report/statutory-tables.ts'
import { cellName } from '../../src/rules/cell-names.ts'
import { applyRules } from '../../src/rules/index.ts'
import type { CellChanges } from '../a-read-report.ts'
import { aReadReport } from '../a-read-report.ts'
import { contextOf } from '../rule-tester.ts'

const seed = 20210926

type Numbers = Record<string, number>

/** A number of a table of which every cell is there. */
function at(numbers: Numbers, id: CellId): number {
  return numbers[id] ?? 0
}

const few = fc.nat({ max: 40 })

/** Table 三 whose equations all hold: applicants at random, the sums after them. */
const balancedRequests: fc.Arbitrary<Numbers> = fc
  .record({
    results: fc.array(few, { minLength: 21 * 6, maxLength: 21 * 6 }),
    carriedForward: fc.array(few, { minLength: 6, maxLength: 6 }),
    carriedIn: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ results, carriedForward, carriedIn }) => {
    const numbers: Numbers = {}
    for (const [index, column] of applicantColumns.entries()) {
      let handled = 0
      for (const [place, row] of resultRows.entries()) {
        const value = results[place * 6 + index] ?? 0
        numbers[`requests.${row}.${column}`] = value
        handled += value
      }
      const forward = carriedForward[index] ?? 0
      const from = Math.floor((handled + forward) * (carriedIn[index] ?? 0))
      numbers[`requests.handledTotal.${column}`] = handled
      numbers[`requests.carriedForward.${column}`] = forward
      numbers[`requests.carriedIn.${column}`] = from
      numbers[`requests.received.${column}`] = handled + forward - from
    }
    for (const { key } of requestRows) {
      numbers[`requests.${key}.total`] = applicantColumns.reduce(
        (sum, column) => sum + at(numbers, `requests.${key}.${column}`),
        0,
      )
    }
    return numbers
  })

/** Table 四 whose groups add up. */
const balancedReview: fc.Arbitrary<Numbers> = fc.array(few, { minLength: 12, maxLength: 12 }).map((values) =>
  Object.fromEntries(
    reviewGroups.flatMap(({ key }, index) => {
      const four = values.slice(index * 4, index * 4 + 4)
      const total = four.reduce((sum, value) => sum + value, 0)
      return (['upheld', 'corrected', 'other', 'pending', 'total'] as const).map((result, place) => [
        `review.${key}.${result}`,
        four[place] ?? total,
      ])
    }),
  ),
)

/** Rule, place and difference of the arithmetic findings: `requests/balance 总计 3`. */
function arithmetic(cells: CellChanges): readonly string[] {
  return applyRules(contextOf(aReadReport({ cells })))
    .findings.filter((finding) => /^(?:requests|review)\//.test(finding.rule))
    .map(({ rule, where, message }) => {
      const apart = /相差 (\d+)）/.exec(message)?.[1] ?? '?'
      return `${rule} ${where.split(' / ')[1] ?? ''} ${apart}`
    })
}

describe('tables that balance', () => {
  test('give no finding', () => {
    fc.assert(
      fc.property(balancedRequests, balancedReview, (requests, review) => {
        expect(arithmetic({ ...requests, ...review })).toEqual([])
      }),
      { seed, numRuns: 60 },
    )
  })
})

/** The printed name of a row of table 三, as the findings give it. */
function rowName(key: string): string {
  const row = requestRows.find((candidate) => candidate.key === key)
  return `${row?.number ?? ''}${row?.label.replace(/（.*/, '') ?? ''}`
}

/** What one wrong cell of a balanced table 三 must give. */
function expectedOf(id: RequestCellId, apart: number): readonly string[] {
  const [, row = '', column = ''] = id.split('.')
  const columnName = requestColumns.find((candidate) => candidate.key === column)?.label ?? ''
  const isResult = resultRows.some((key) => key === row)
  const balance = isResult ? [] : [`requests/balance ${columnName} ${apart}`]
  const handled = isResult || row === 'handledTotal' ? [`requests/handled-total ${columnName} ${apart}`] : []
  return [...balance, ...handled, `requests/row-total ${rowName(row)} ${apart}`]
}

const step = fc.integer({ min: 1, max: 500 })

describe('one cell changed in tables that balance', () => {
  test('of table 三 gives the findings of that cell, each with the right difference', () => {
    fc.assert(
      fc.property(
        balancedRequests,
        fc.constantFrom(...requestCellIds),
        step,
        fc.boolean(),
        (numbers, id, by, up) => {
          const before = at(numbers, id)
          const after = up ? before + by : Math.max(0, before - by)
          fc.pre(after !== before)
          expect(arithmetic({ ...numbers, [id]: after })).toEqual(expectedOf(id, Math.abs(after - before)))
        },
      ),
      { seed, numRuns: 300 },
    )
  })

  test('of table 四 gives the finding of its group', () => {
    fc.assert(
      fc.property(
        balancedReview,
        fc.constantFrom(...reviewCellIds),
        step,
        (numbers, id: ReviewCellId, by) => {
          const group = cellName(id).split('／')[0] ?? ''
          expect(arithmetic({ ...numbers, [id]: at(numbers, id) + by })).toEqual([
            `review/row-total ${group} ${by}`,
          ])
        },
      ),
      { seed, numRuns: 100 },
    )
  })
})

const wildText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '（一）依据《政府信息公开信息处理费管理办法》收取信息处理费的情况',
    '收费12500元',
    '无。',
    '5、',
    '\n\t　',
    '2023年1月1日',
    '电话：0537-3413872',
  ),
)
const wildNumber = fc.oneof(
  fc.integer({ min: -5, max: 50 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 1e21, 0.1),
)
const place = fc.oneof(fc.constant(null), fc.record({ line: fc.nat() }))
const wildCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({
    state: fc.constant('number' as const),
    value: wildNumber,
    text: wildText,
    repaired: fc.boolean(),
    place,
  }),
  fc.record({
    state: fc.constantFrom('blank' as const, 'placeholder' as const, 'unread' as const, 'absent' as const),
    value: fc.constant(null),
    text: wildText,
    repaired: fc.constant(false),
    place,
  }),
)

/** A table in any state, some of its cells not even listed. */
function wildTable(ids: readonly CellId[]): fc.Arbitrary<ReadTable> {
  return fc.record({
    source: fc.constantFrom('table', 'text', 'image', 'missing'),
    form: fc.constantFrom('2021', '2019', null),
    cells: fc
      .array(fc.tuple(fc.constantFrom(...ids), wildCell), { maxLength: 60 })
      .map((cells) => new Map(cells)),
    missingRows: fc.array(fc.oneof(wildText, fc.constantFrom('granted', 'fees', 'reconsideration')), {
      maxLength: 3,
    }),
    missingColumns: fc.array(fc.oneof(wildText, fc.constantFrom('total', 'issued')), { maxLength: 2 }),
    labels: fc.array(fc.record({ printed: wildText, official: wildText, alias: fc.boolean() }), {
      maxLength: 3,
    }),
  })
}

const paragraph = fc.record({ text: wildText, place: fc.record({ line: fc.nat() }) })
const wildSection: fc.Arbitrary<ReadSection> = fc.record({
  number: fc.constantFrom<SectionNumber[]>(1, 2, 3, 4, 5, 6),
  heading: wildText,
  headingPresent: fc.boolean(),
  printedNumber: wildText,
  wording: wildText,
  paragraphs: fc.array(paragraph, { maxLength: 4 }),
  place: fc.record({ line: fc.nat() }),
})
const agency = fc.oneof(fc.constant(null), wildText, fc.constantFrom('东平县人民政府', '大安镇', '教育部'))
const year = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3000 }))
const date = fc.oneof(fc.constant(null), fc.constantFrom('2023-01-01', '2023-12-31', '2022-11-30'))

/** A report of any shape that the reader's types allow. */
const wildReport: fc.Arbitrary<ReadReport> = fc
  .record({
    agency,
    year,
    title: fc.oneof(
      fc.constant(null),
      fc.record({
        text: wildText,
        agency,
        year,
        documentName: fc.oneof(fc.constant(null), wildText),
        place: fc.record({ line: fc.nat() }),
      }),
    ),
    lead: fc.array(paragraph, { maxLength: 3 }),
    sections: fc.array(wildSection, { maxLength: 8 }),
    proactiveDisclosure: wildTable(cellIds.proactiveDisclosure),
    requests: wildTable(cellIds.requests),
    review: wildTable(cellIds.review),
    citations: fc.record({
      notice2021: fc.oneof(fc.constant(null), wildText),
      notice2019: fc.oneof(fc.constant(null), wildText),
    }),
    period: fc.oneof(
      fc.constant(null),
      fc.record({ text: wildText, from: date, to: date, place: fc.record({ line: fc.nat() }) }),
    ),
  })
  .map(({ proactiveDisclosure, requests, review, ...parts }) => {
    const usual = aReadReport()
    return {
      ...usual,
      ...parts,
      report: { ...usual.report, agency: parts.agency, year: parts.year },
      tables: { proactiveDisclosure, requests, review },
    }
  })

describe('reports of any shape', () => {
  test('never make a rule throw, and every finding says something somewhere', () => {
    fc.assert(
      fc.property(wildReport, (read) => {
        const { findings, faults } = applyRules(contextOf(read))
        expect(faults).toEqual([])
        for (const { message, where } of findings) {
          expect(message).toMatch(/[。）错]$/)
          expect(message).not.toMatch(/undefined|NaN|null/)
          expect(where).not.toContain('undefined')
        }
      }),
      { seed, numRuns: 400 },
    )
  })
})
