import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { answerQuery } from '../../../src/questions/answering/answer-query.ts'
import { shelfOf } from '../../../src/questions/answering/shelf-of.ts'
import { childrenOf } from '../../../src/questions/query/children.ts'
import { metricInfo, metricTable } from '../../../src/questions/query/metric-table.ts'
import type { Metric } from '../../../src/questions/query/metrics.ts'
import type { AnswerableQuery, Operation } from '../../../src/questions/query/query.ts'
import { agencyKindOf } from '../../../src/report/agency-kind.ts'
import { cellIds, type CellId } from '../../../src/report/statutory-tables.ts'
import { emptyRoster } from '../../../src/roster/roster.ts'
import { checkedReport } from '../../handlers/checked-report.ts'
import { fromSources } from './from-sources.ts'

const names = ['甲区教育局', '甲区民政局', '甲区财政局', '甲区东关街道办事处']
const years = [2021, 2022, 2023]
const figures = [...metricTable.values()]
  .filter(({ kind }) => kind === 'count' || kind === 'rate')
  .map(({ id }) => id)
const wholes = [...metricTable.keys()].filter((id) => childrenOf(id as Metric).length > 0) as Metric[]
const cells: readonly CellId[] = Object.values(cellIds).flat()

/** A report with small figures, so that zeros and ties are many; some cells blank, some tables not read, some of the 2019 form. */
const anyReport = fc
  .record({
    values: fc.array(
      fc.oneof({ weight: 14, arbitrary: fc.nat({ max: 9 }) }, { weight: 1, arbitrary: fc.constant(null) }),
      {
        minLength: cells.length,
        maxLength: cells.length,
      },
    ),
    fees: fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
    lost: fc.option(fc.constantFrom('proactiveDisclosure', 'requests', 'review'), { freq: 12 }),
    isTrialForm: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    isFull: fc.boolean(),
  })
  .map(({ values, fees, lost, isTrialForm, isFull }) => {
    const tables: Record<string, unknown> = {}
    cells.forEach((cell, index) => {
      const isAbsent = isTrialForm && /correctionOverdue|paymentOverdue/u.test(cell)
      const value = cell.endsWith('.fees') ? fees : (values[index] ?? (isFull ? 3 : null))
      put(tables, cell.split('.'), isAbsent ? null : value)
    })
    return {
      tables: lost === null ? tables : { ...tables, [lost]: null },
      format: isTrialForm ? '2019-60' : '2021-30',
    }
  })

function put(at: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) at[key] = value
  else put((at[key] ??= {}) as Record<string, unknown>, rest, value)
}

const anyData = fc.array(fc.option(anyReport, { freq: 8 }), { minLength: 12, maxLength: 12 }).map((reports) =>
  reports.flatMap((report, index) =>
    report === null
      ? []
      : [
          {
            ...checkedReport({ agency: names[index % 4] ?? '', year: years[Math.floor(index / 4)] ?? 0 }),
            ...report,
          },
        ],
  ),
)

interface Draw {
  readonly operation: Operation
  readonly metric: Metric
  readonly who: number
  readonly other: number
  readonly year: number
  readonly top: number | null
  readonly order: 'asc' | 'desc'
  readonly value: number
  readonly isGroup: boolean
  /** Two groups, both ends, growth, a second bound: the other way of an operation that has two. */
  readonly isAside: boolean
}

const anyDraw: fc.Arbitrary<Draw> = fc.record({
  operation: fc.constantFrom(
    ...([
      'value',
      'sum',
      'list',
      'count',
      'rank',
      'trend',
      'compare',
      'average',
      'share',
      'position',
      'detail',
    ] as const),
  ),
  metric: fc.constantFrom(...figures),
  who: fc.nat({ max: 3 }),
  other: fc.nat({ max: 3 }),
  year: fc.constantFrom(...years),
  top: fc.option(fc.integer({ min: 1, max: 3 })),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  value: fc.nat({ max: 12 }),
  isGroup: fc.boolean(),
  isAside: fc.boolean(),
})

/** The query as words could have given it. */
function queryOf(draw: Draw, whole: Metric): AnswerableQuery {
  const { operation, metric, who, other } = draw
  const one = [names[who] ?? '']
  const shared = { intent: 'data', operation, metrics: [metric], years: [draw.year] } as const
  const asked = { ...shared, agencies: draw.isGroup ? names : one }
  const op = (['>', '=', '<='] as const)[draw.value % 3] ?? '>'
  const places = draw.top === null ? { position: 1 + (draw.value % 3) } : { top: draw.top }
  const queries: Partial<Record<Operation, AnswerableQuery>> = {
    list: { ...shared, agencies: names, where: [{ op, value: draw.value }] },
    count: { ...shared, agencies: names, where: [{ op, value: draw.value }] },
    rank: { ...shared, agencies: names, order: draw.order, ...places },
    average: { ...shared, agencies: names },
    trend: { ...asked, years },
    compare:
      who === other || draw.isGroup
        ? { ...asked, years: [2023, 2021], subject: 2023, base: 2021 }
        : { ...shared, agencies: names, subject: one[0], base: names[other] },
    share: { ...shared, agencies: one, among: names },
    position: { ...shared, agencies: one, among: names },
    detail: { ...asked, metrics: [whole] },
  }
  return (draw.isAside ? asideOf(draw) : undefined) ?? queries[operation] ?? asked
}

const groups = [
  { group: 'department', agencies: names.slice(0, 3) },
  { group: 'subdistrict', agencies: names.slice(3) },
] as const

function asideOf({ operation, metric, year, value, top }: Draw): AnswerableQuery | undefined {
  const isCount = metricInfo(metric).kind === 'count'
  const shared = { intent: 'data', operation, metrics: [metric], years: [year], agencies: names } as const
  const moved = {
    ...{ ...shared, years: [2023, 2021], subject: 2023, base: 2021, growth: 'delta' },
    where: [{ op: value % 2 === 0 ? '>' : '<', value: 0 }],
  } satisfies AnswerableQuery
  const between: AnswerableQuery['where'] = [{ op: '>=', value: value - 4, and: { op: '<', value } }]
  const carried = {
    ...{ ...shared, metrics: ['requests.carriedIn.total', 'requests.carriedForward.total'] },
    ...{ years: [2022, 2021], subject: 2022, base: 2021, carryOver: true },
  } satisfies AnswerableQuery
  const ways: Partial<Record<Operation, AnswerableQuery>> = {
    average: { ...carried, operation: 'list' },
    share: { ...carried, operation: 'list', where: [{ op: '=', value: 0 }] },
    position: { ...carried, operation: 'count' },
    list: value % 3 === 0 ? { ...shared, groups } : isCount ? moved : { ...shared, where: between },
    count: isCount ? moved : { ...shared, where: between },
    rank: { ...shared, both: true, top: top ?? 1, order: 'desc' },
    compare: { ...shared, groups, subject: 'department', base: 'subdistrict' },
  }
  return ways[operation]
}

describe('computing again from the sources', () => {
  test('gives the answer, whatever was asked of whatever reports', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(
        anyData,
        fc.array(fc.tuple(anyDraw, fc.constantFrom(...wholes)), { minLength: 20, maxLength: 20 }),
        async (data, draws) => {
          const world = {
            ...{
              reports: shelfOf(data),
              roster: emptyRoster,
              government: null,
              reportingYear: 2023,
              knowsArrival: false,
            },
            agencies: names.map((name) => ({ name, aliases: [], kind: agencyKindOf(name) })),
            newestYearOf: () => Promise.resolve(2023),
            now: new Date('2024-03-01T00:00:00Z'),
          }
          for (const [draw, whole] of draws) {
            const query = queryOf(draw, whole)
            const reply = await answerQuery(query, world)
            if (reply.reason !== null) {
              expect([reply.answer, reply.sources]).toEqual([null, []])
              continue
            }
            answered += 1
            expect({ query, answer: fromSources(query, reply.sources) }).toEqual({
              query,
              answer: reply.answer,
            })
            const keys = reply.sources.map(
              ({ agency, year, row, column }) => `${agency} ${year} ${row} ${column}`,
            )
            expect(new Set(keys).size).toBe(keys.length)
          }
        },
      ),
      { seed: 20260128, numRuns: 120 },
    )
    // Most draws have an answer: else the property would say little.
    expect(answered).toBeGreaterThan(1_200)
  })

  test('every figure of the model has cells', () => {
    for (const id of figures) {
      const info = metricInfo(id)
      expect(info.kind === 'count' ? info.cells.length : 1).toBeGreaterThan(0)
    }
  })
})
