import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { answerQuery } from '../../../src/questions/answering/answer-query.ts'
import type { World } from '../../../src/questions/answering/world.ts'
import type { AnswerableQuery } from '../../../src/questions/query/query.ts'
import type { Agency, Roster } from '../../../src/roster/roster.ts'
import { aReportToStore } from '../../store/contract/samples.ts'
import { openTestSqlite, type TestStore } from '../../store/open-test-store.ts'

function agency(name: string, more: Partial<Agency> = {}): Agency {
  return {
    ...{ name, aliases: [], kind: 'department', contacts: [], deadline: null, since: null, until: null },
    ...more,
  }
}

const roster: Roster = {
  district: '青澜区',
  agencies: [
    agency('青澜区人民政府', { kind: 'government' }),
    agency('青澜区科技局'),
    agency('青澜区教育局', { deadline: '01-10' }),
    agency('青澜区民政局'),
    agency('青澜区数据局', { since: 2025 }),
    agency('青澜区商务局', { deadline: '01-10' }),
  ],
  groups: [],
  coordinators: [],
}
const names = roster.agencies.map(({ name }) => name)
const asked = { intent: 'reports', agencies: names, years: [2024] } as const
const shanghai = (moment: string): Date => new Date(`${moment}+08:00`)

describe('when reports came, who is late: 17 January 2025 in Shanghai', () => {
  let data: TestStore
  let world: World

  beforeAll(async () => {
    data = await openTestSqlite()
    const came: readonly (readonly [string, string])[] = [
      ['青澜区科技局', '2025-01-10T09:00'],
      ['青澜区教育局', '2025-01-12T08:00'],
      ['青澜区科技局', '2025-01-16T23:59'],
      ['青澜区民政局', '2025-01-17T00:00'],
    ]
    for (const [name, moment] of came) {
      await data.store.saveReport(
        aReportToStore(name, 2024, `${name} ${moment}`, { receivedAt: shanghai(moment) }),
      )
    }
    world = {
      ...{ reports: data.store.shelf, roster, agencies: roster.agencies, government: names[0] ?? null },
      ...{
        newestYearOf: () => Promise.resolve(null),
        reportingYear: 2024,
        now: shanghai('2025-01-17T10:00'),
        knowsArrival: true,
      },
    }
  })
  afterAll(() => data.dispose())

  const day = (from: string | null, to: string | null = from) => ({ received: { from, to } })
  const one = (name: string) => ({ agencies: [name] })

  test.each<
    [
      string,
      Omit<AnswerableQuery, 'intent' | 'agencies' | 'years'> & { agencies?: readonly string[] },
      unknown,
    ]
  >([
    ['yesterday', { metrics: ['report.filed'], operation: 'list', ...day('2025-01-16') }, ['青澜区科技局']],
    ['today', { metrics: ['report.filed'], operation: 'list', ...day('2025-01-17') }, ['青澜区民政局']],
    [
      'this week',
      { metrics: ['report.filed'], operation: 'list', ...day('2025-01-13', '2025-01-19') },
      ['青澜区科技局', '青澜区民政局'],
    ],
    ['since the 11th', { metrics: ['report.filed'], operation: 'count', ...day('2025-01-11', null) }, 3],
    ['on a day of nobody', { metrics: ['report.filed'], operation: 'list', ...day('2025-01-11') }, []],
    [
      'the first',
      { metrics: ['report.filed'], operation: 'rank', top: 1, order: 'asc' },
      [['青澜区科技局', '2025-01-10']],
    ],
    [
      'the last',
      { metrics: ['report.filed'], operation: 'rank', top: 1, order: 'desc' },
      [['青澜区民政局', '2025-01-17']],
    ],
    [
      'of one, its newest',
      { metrics: ['report.filed'], operation: 'value', ...one('青澜区科技局') },
      '2025-01-16',
    ],
    ['of one without', { metrics: ['report.filed'], operation: 'value', ...one('青澜区商务局') }, null],
    ['late by their own dates', { metrics: ['report.overdue'], operation: 'status' }, ['青澜区商务局']],
    [
      'one that is late',
      { metrics: ['report.overdue'], operation: 'status', ...one('青澜区商务局') },
      'overdue',
    ],
    [
      'one that has time',
      { metrics: ['report.overdue'], operation: 'status', ...one('青澜区人民政府') },
      'missing',
    ],
    [
      'one that has filed',
      { metrics: ['report.overdue'], operation: 'status', ...one('青澜区民政局') },
      'submitted',
    ],
    ['corrected once', { metrics: ['report.revisions'], operation: 'value', ...one('青澜区科技局') }, 1],
    ['never corrected', { metrics: ['report.revisions'], operation: 'value', ...one('青澜区民政局') }, 0],
    [
      'handed in late, and not who never did',
      { metrics: ['report.late'], operation: 'status' },
      [['青澜区教育局', '2025-01-12']],
    ],
    [
      'handed in on time',
      { metrics: ['report.onTime'], operation: 'status' },
      [
        ['青澜区科技局', '2025-01-10'],
        ['青澜区民政局', '2025-01-17'],
      ],
    ],
    ['how many were late', { metrics: ['report.late'], operation: 'count' }, 1],
    [
      'whether one was late',
      { metrics: ['report.late'], operation: 'status', ...one('青澜区教育局') },
      'late',
    ],
    [
      'whether one corrected later was late',
      { metrics: ['report.late'], operation: 'status', ...one('青澜区科技局') },
      'onTime',
    ],
    [
      'whether one that never did was late',
      { metrics: ['report.late'], operation: 'status', ...one('青澜区商务局') },
      'overdue',
    ],
    ['sent twice', { metrics: ['report.versions'], operation: 'value', ...one('青澜区科技局') }, 2],
    ['who sent it', { metrics: ['report.sender'], operation: 'value', ...one('青澜区科技局') }, '王联络'],
    [
      'missing, but for who owes none yet',
      { metrics: ['report.missing'], operation: 'missing' },
      ['青澜区人民政府', '青澜区商务局'],
    ],
    ['how many are missing', { metrics: ['report.missing'], operation: 'count' }, 2],
    [
      'who has filed',
      { metrics: ['report.submitted'], operation: 'status' },
      ['青澜区科技局', '青澜区教育局', '青澜区民政局'],
    ],
  ])('%s', async (_, query, answer) => {
    const figures = await answerQuery({ ...asked, ...query }, world)
    expect(figures.answer).toEqual(answer)
    expect(figures.caveats).toEqual([])
    expect(figures.reason).toBe(answer === null ? 'no_report' : null)
  })

  test('who is late is another matter a fortnight later', async () => {
    const query = { ...asked, metrics: ['report.overdue'], operation: 'status' } as const
    const on = async (moment: string) =>
      (await answerQuery(query, { ...world, now: shanghai(moment) })).answer
    expect(await on('2025-01-10T23:59')).toEqual([])
    expect(await on('2025-01-11T00:00')).toEqual(['青澜区商务局'])
    expect(await on('2025-03-31T23:59')).toEqual(['青澜区商务局'])
    expect(await on('2025-04-01T00:00')).toEqual(['青澜区人民政府', '青澜区商务局'])
  })

  test('of one that came twice, the first time is told beside', async () => {
    const query = { ...asked, ...one('青澜区科技局'), metrics: ['report.filed'], operation: 'value' } as const
    expect((await answerQuery(query, world)).extras).toMatchObject({
      receivedAt: '2025-01-16T15:59:00.000Z',
      firstReceived: '2025-01-10T01:00:00.000Z',
      revisions: 1,
    })
  })
})
