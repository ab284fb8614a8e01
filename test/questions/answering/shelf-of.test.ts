import { describe, expect, test } from '@jest/globals'
import { printedReply } from '../../../src/questions/query/reply.ts'
import { shelfOf } from '../../../src/questions/answering/shelf-of.ts'
import { checkedReport } from '../../handlers/checked-report.ts'
import { asks } from '../district.ts'

describe('shelfOf', () => {
  const shelf = shelfOf([
    checkedReport({ agency: '乙局', year: 2024, totals: { received: 1 } }),
    checkedReport({ agency: '甲局', year: 2023 }),
    checkedReport({ agency: '乙局', year: 2022 }),
    checkedReport({ agency: '乙局', year: 2024, totals: { received: 2 } }),
    checkedReport({ agency: null }),
    checkedReport({ year: null }),
  ])

  test('holds agencies in order of appearance, years ascending', async () => {
    expect(await shelf.holdings()).toEqual([
      { agency: '乙局', years: [2022, 2024] },
      { agency: '甲局', years: [2023] },
    ])
  })

  test('the later of two counts', async () => {
    const newest = await shelf.newest('乙局', 2024)
    expect([newest?.version, newest?.report.tables.requests?.received.total]).toEqual([2, 2])
    expect(await shelf.newest('甲局', 2024)).toBeNull()
  })

  test('finds by agency and year', async () => {
    const cells = ['requests.received.total'] as const
    const found = await shelf.find(['甲局', '乙局'], [2023, 2024], { cells, noted: [] })
    expect(found.map(({ agency, year, cells }) => [agency, year, ...cells.values()])).toEqual([
      ['乙局', 2024, 2],
      ['甲局', 2023, 0],
    ])
  })

  test('the newest year is that of any of some agencies, before another', async () => {
    expect(await shelf.newestYear(['甲局', '乙局'], 2025)).toBe(2024)
    expect(await shelf.newestYear(['甲局', '乙局'], 2024)).toBe(2023)
    expect(await shelf.newestYear(['甲局', '丙局'], 2023)).toBeNull()
  })

  test('what is no report is named by its place', () => {
    expect(() => shelfOf({})).toThrow('数组')
    expect(() => shelfOf([checkedReport(), { agency: 3 }])).toThrow('第 2 项')
    expect(() =>
      shelfOf([{ ...checkedReport(), tables: { requests: { received: { total: 'x' } } } }]),
    ).toThrow('第 1 项')
  })

  test('rows and columns that are left out are null', async () => {
    const report = {
      ...checkedReport(),
      tables: { proactiveDisclosure: null, requests: { received: {} }, review: null },
    }
    const stored = await shelfOf([report]).newest('济宁市兖州区科学技术局', 2025)
    expect(stored?.report.tables.requests?.handledTotal.enterprise).toBeNull()
  })
})

test('a printed reply has the keys of a reply and no more', async () => {
  const sum = printedReply(await asks('本年依申请数量'), '…')
  expect(Object.keys(sum)).toEqual([
    'understood',
    'query',
    'answer',
    'unit',
    'missing',
    'reference',
    'caveats',
    'caveatCodes',
    'sources',
    'text',
  ])
  expect(sum['reference']).toBe(1000)
  const none = printedReply(await asks('我局依申请数量'), '…')
  expect(Object.keys(none)).toEqual([
    'understood',
    'query',
    'answer',
    'slot',
    'options',
    'caveats',
    'caveatCodes',
    'sources',
    'text',
  ])
})
