import { describe, expect, test } from '@jest/globals'
import { excerptOf } from '../../../src/report/report-excerpt.ts'
import { cellIds, type CellId } from '../../../src/report/statutory-tables.ts'
import type { ReportToStore, WantedCells } from '../../../src/report/stored-report.ts'
import type { Subject } from '../contract.ts'
import { aReportToStore, aCheckedReport, at, range } from './samples.ts'

const everyCell: readonly CellId[] = Object.values(cellIds).flat()
const some: WantedCells = {
  cells: ['requests.received.total', 'review.reconsideration.upheld', 'proactiveDisclosure.fees'],
  noted: ['proactiveDisclosure.fees', 'requests.received.enterprise'],
}
const whole = aCheckedReport('甲局', 2025)
const lacking = { ...whole, tables: { ...whole.tables, proactiveDisclosure: null } }
const odd = '“总计”列：1 ≠ 2\n\u0000 "\\" 📮'

const excerpts: readonly (readonly [
  string,
  { readonly stored: ReportToStore; readonly wanted: WantedCells },
])[] = [
  ['some cells', { stored: aReportToStore('甲局', 2025, 'c'), wanted: some }],
  ['no cell', { stored: aReportToStore('甲局', 2025, 'c'), wanted: { cells: [], noted: everyCell } }],
  ['every cell', { stored: aReportToStore('甲局', 2025, 'c'), wanted: { cells: everyCell, noted: [] } }],
  [
    'a table of which nothing was read',
    { stored: aReportToStore('甲局', 2025, 'c', { report: lacking }), wanted: some },
  ],
  [
    'odd words in a finding',
    {
      stored: aReportToStore('甲局', 2025, 'c', {
        report: {
          ...lacking,
          format: null,
          findings: [...lacking.findings, ...lacking.findings].map((one) => ({ ...one, message: odd })),
        },
      }),
      wanted: { cells: ['proactiveDisclosure.fees'], noted: [] },
    },
  ],
]

/** Versions in order; the newest counts. */
export function reportContract(subject: Subject): void {
  describe('reports', () => {
    test('ten reports of one agency and year at once get the versions 1 to 10', async () => {
      const stores = [subject.store(), await subject.beside()]
      const saved = await Promise.all(
        range(5).flatMap((n) =>
          stores.map((store, side) => store.saveReport(aReportToStore('甲区教育局', 2025, `c${n}-${side}`))),
        ),
      )
      const numbers = saved.map(({ version }) => version).sort((a, b) => a - b)
      expect(numbers).toStrictEqual(range(10).map((n) => n + 1))
      const versions = await subject.store().reportVersions('甲区教育局', 2025)
      expect(versions.map(({ version }) => version)).toStrictEqual(range(10).map((n) => n + 1))
      expect(await subject.store().shelf.newest('甲区教育局', 2025)).toStrictEqual(versions[9])
      for (const version of versions) expect(saved).toContainEqual(version)
    })

    test('twenty at once under one cause store one version and get it back', async () => {
      const stores = [subject.store(), await subject.beside()]
      const saved = await Promise.all(
        range(20).flatMap((n) =>
          stores
            .slice(n % 2, (n % 2) + 1)
            .map((store) => store.saveReport(aReportToStore('甲区教育局', 2025, 'same'))),
        ),
      )
      expect(saved).toStrictEqual(
        Array(20).fill({ ...aReportToStore('甲区教育局', 2025, 'same'), version: 1 }),
      )
      expect(await subject.store().reportVersions('甲区教育局', 2025)).toHaveLength(1)
    })

    test('a cause that stored an older version gives that one, and changes nothing', async () => {
      const store = subject.store()
      const first = await store.saveReport(aReportToStore('甲区教育局', 2025, 'first'))
      const second = await store.saveReport(aReportToStore('甲区教育局', 2025, 'second'))
      expect(
        await store.saveReport(aReportToStore('甲区教育局', 2025, 'first', { id: 'another' })),
      ).toStrictEqual(first)
      expect(await store.reportVersions('甲区教育局', 2025)).toStrictEqual([first, second])
      expect(await store.shelf.newest('甲区教育局', 2025)).toStrictEqual(second)
      expect(await store.reportById('another')).toBeNull()
    })

    test('finds the newest versions by agencies and years, and nothing else', async () => {
      const store = subject.store()
      for (const agency of ['甲局', '乙局', '丙局']) {
        for (const year of [2023, 2024, 2025]) {
          await store.saveReport(aReportToStore(agency, year, `${agency}${year}a`))
          await store.saveReport(aReportToStore(agency, year, `${agency}${year}b`))
        }
      }
      const nothing = { cells: [], noted: [] }
      const found = await store.shelf.find(['甲局', '丙局', '丁局'], [2024, 2025, 1999], nothing)
      const names = found.map(({ agency, year, id }) => `${agency} ${year} ${id}`).sort()
      expect(names).toStrictEqual(
        ['丙局', '甲局'].flatMap((agency) =>
          [2024, 2025].map((year) => `${agency} ${year} id-of-${agency}${year}b`),
        ),
      )
      expect(await store.shelf.find([], [2024], nothing)).toStrictEqual([])
      expect(await store.shelf.find(['甲局'], [], nothing)).toStrictEqual([])
      expect(await store.shelf.newest('丁局', 2024)).toBeNull()
      expect(await store.reportById('nobody')).toBeNull()
    })

    test.each(excerpts)('of a report comes what is wanted and no more: %s', async (_, { stored, wanted }) => {
      const store = subject.store()
      await store.saveReport(stored)
      const found = await store.shelf.find([stored.agency], [stored.year], wanted)
      expect(found).toStrictEqual([excerptOf(stored, wanted)])
      expect([...(found[0]?.cells.keys() ?? [])]).toStrictEqual(wanted.cells)
    })

    test('every version is found by its id', async () => {
      const store = subject.store()
      for (const n of range(3)) {
        const saved = await store.saveReport(aReportToStore('甲局', 2025, `c${n}`))
        expect(await store.reportById(saved.id)).toStrictEqual(saved)
      }
      expect((await store.reportById('id-of-c0'))?.version).toBe(1)
      expect((await store.reportById('id-of-c2'))?.version).toBe(3)
    })

    test('holdings name each agency once by first arrival, with its years ascending', async () => {
      const store = subject.store()
      expect(await store.shelf.holdings()).toStrictEqual([])
      const arrivals: readonly (readonly [string, number])[] = [
        ['乙局', 2025],
        ['甲局', 2024],
        ['乙局', 2023],
        ['乙局', 2025],
        ['甲局', 2022],
      ]
      for (const [n, [agency, year]] of arrivals.entries()) {
        await store.saveReport(aReportToStore(agency, year, `c${n}`, { receivedAt: at(n) }))
      }
      const all = [
        { agency: '乙局', years: [2023, 2025] },
        { agency: '甲局', years: [2022, 2024] },
      ]
      expect(await store.shelf.holdings()).toStrictEqual(all)
      expect(await store.shelf.holdings(['甲局', '乙局', '丙局'])).toStrictEqual(all)
      expect(await store.shelf.holdings(['甲局'])).toStrictEqual(all.slice(1))
      expect(await store.shelf.holdings([])).toStrictEqual([])
    })

    test('the newest year is that of any of the agencies, and before the one given', async () => {
      const store = subject.store()
      expect(await store.shelf.newestYear(['甲局'], 2026)).toBeNull()
      const reports = [
        ['甲局', 2019],
        ['甲局', 2022],
        ['乙局', 2024],
        ['丙局', 2026],
        ['丁局', 2025],
      ] as const
      for (const [agency, year] of reports) {
        await store.saveReport(aReportToStore(agency, year, `${agency}${year}`))
      }
      const asked = [
        [['甲局', '乙局', '丙局'], 2026, 2024],
        [['丙局', '乙局'], 2027, 2026],
        [['甲局', '戊局'], 2026, 2022],
        [['甲局'], 2022, 2019],
        [['甲局'], 2019, null],
        [['丙局', '戊局'], 2026, null],
        [[], 2026, null],
      ] as const
      for (const [agencies, before, year] of asked) {
        expect(await store.shelf.newestYear(agencies, before)).toBe(year)
      }
    })

    test('arrivals tell of every version when it came and from whom', async () => {
      const store = subject.store()
      const save = (agency: string, year: number, cause: string, seconds: number, name: string) =>
        store.saveReport(
          aReportToStore(agency, year, cause, {
            receivedAt: at(seconds),
            sender: { ...aReportToStore(agency, year, cause).sender, name },
          }),
        )
      await save('甲局', 2025, 'a', 5, '张三')
      await save('甲局', 2025, 'b', 7.25, '李四')
      await save('甲局', 2025, 'b', 9, '李四')
      await save('甲局', 2024, 'c', 6, '张三')
      await save('乙局', 2025, 'd', 8, '')
      const of = { agency: '甲局', year: 2025 }
      const found = await store.shelf.arrivals(['甲局', '丙局'], [2025, 2023])
      expect(found.toSorted((one, other) => one.version - other.version)).toStrictEqual([
        { ...of, version: 1, receivedAt: at(5), senderName: '张三' },
        { ...of, version: 2, receivedAt: at(7.25), senderName: '李四' },
      ])
      expect(await store.shelf.arrivals(['甲局', '乙局'], [2025])).toHaveLength(3)
      expect(await store.shelf.arrivals([], [2025])).toStrictEqual([])
    })

    test('standing has each agency of the year once, with its newest verdict', async () => {
      const store = subject.store()
      const reports = [
        ['甲局', 2025, 'fail', 1],
        ['甲局', 2025, 'warn', 2],
        ['乙局', 2025, 'pass', 3],
        ['乙局', 2024, 'fail', 4],
        ['丙局', 2024, 'pass', 5],
      ] as const
      for (const [agency, year, verdict, seconds] of reports) {
        const report = { ...aCheckedReport(agency, year), verdict }
        await store.saveReport(
          aReportToStore(agency, year, `c${seconds}`, { report, receivedAt: at(seconds) }),
        )
      }
      const rows = (await store.standing(2025)).toSorted((a, b) => a.version - b.version)
      expect(rows).toStrictEqual([
        { agency: '乙局', verdict: 'pass', version: 1, receivedAt: at(3) },
        { agency: '甲局', verdict: 'warn', version: 2, receivedAt: at(2) },
      ])
      expect(await store.standing(1999)).toStrictEqual([])
    })
  })
}
