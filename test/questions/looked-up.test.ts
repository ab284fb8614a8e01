import { expect, test } from '@jest/globals'
import { ask } from '../../src/questions/ask.ts'
import type { ReportShelf } from '../../src/report/stored-report.ts'
import type { Agency, Roster } from '../../src/roster/roster.ts'
import { shelfOf } from '../../src/questions/answering/shelf-of.ts'
import { checkedReport } from '../handlers/checked-report.ts'

const names = ['甲区教育局', '甲区民政局', '甲区财政局']
const roster: Roster = {
  ...{ district: '甲区', groups: [], coordinators: [] },
  agencies: names.map((name): Agency => ({
    ...{ name, aliases: [], kind: 'department', contacts: [], deadline: null, since: null, until: null },
  })),
}
const stored = shelfOf(
  [2021, 2023].flatMap((year) =>
    names.slice(0, 2).map((agency) => checkedReport({ agency, year, totals: { received: year } })),
  ),
)

/** What a question asks of the store, in order. */
async function lookedUp(question: string): Promise<readonly unknown[]> {
  const asked: unknown[] = []
  const noting =
    <Values extends readonly unknown[], Found>(name: string, find: (...values: Values) => Promise<Found>) =>
    (...values: Values): Promise<Found> => {
      asked.push([name, ...values])
      return find(...values)
    }
  const reports: ReportShelf = {
    find: noting('find', stored.find),
    newest: noting('newest', stored.newest),
    holdings: noting('holdings', stored.holdings),
    newestYear: noting('newestYear', stored.newestYear),
    arrivals: noting('arrivals', stored.arrivals),
  }
  await ask(question, { now: new Date('2025-03-18T04:00:00Z'), roster, reports, scope: { kind: 'all' } })
  return asked
}

const reportingYear = ['newestYear', names, 2025]
const received = { cells: ['requests.received.total'], noted: [] }
const [education = ''] = names

test.each<[string, readonly unknown[]]>([
  ['教育局依申请几件', [['find', [education], [2023], received]]],
  ['全区依申请一共几件', [['find', names, [2023], received]]],
  [
    '教育局历年依申请',
    [
      ['holdings', [education]],
      ['find', [education], [2021, 2022, 2023], received],
    ],
  ],
  [
    '教育局最新一期年报依申请几件',
    [
      ['holdings', [education]],
      ['find', [education], [2023], received],
    ],
  ],
  [
    '财政局依申请几件',
    [
      ['find', [names[2]], [2023], received],
      ['newestYear', [names[2]], 2025],
    ],
  ],
  ['教育局主动公开了多少条', [['newest', education, 2023]]],
  [
    '教育局公开率',
    [
      [
        'find',
        [education],
        [2023],
        {
          cells: ['granted', 'partiallyGranted', 'handledTotal'].map((row) => `requests.${row}.total`),
          noted: [],
        },
      ],
    ],
  ],
  [
    '教育局其他处理几件',
    [
      [
        'find',
        [education],
        [2023],
        {
          cells: ['correctionOverdue', 'paymentOverdue', 'otherHandling'].map(
            (row) => `requests.${row}.total`,
          ),
          noted: ['correctionOverdue', 'paymentOverdue'].map((row) => `requests.${row}.total`),
        },
      ],
    ],
  ],
  ['谁还没交', [['find', names, [2024], { cells: [], noted: [] }]]],
  ['讲个笑话', []],
])('%s looks up no more than it needs', async (question, wanted) => {
  expect(await lookedUp(question)).toEqual([reportingYear, ...wanted])
})
