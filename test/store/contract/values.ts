import { describe, expect, test } from '@jest/globals'
import type { Message } from '../../../src/bot.ts'
import type { ReportToStore } from '../../../src/report/stored-report.ts'
import type { Subject } from '../contract.ts'
import { aCheckedReport, aMessage, aReportToStore, at, claimAt } from './samples.ts'

const hostileTexts: Readonly<Record<string, string>> = {
  'long Chinese text': '政府信息公开工作年度报告，“三安全一稳定”。'.repeat(20_000),
  emoji: '👨‍👩‍👧‍👦😀🇨🇳 𠮷野家 𪚥',
  'combining marks and full width': 'e\u0301 Å １２３．４５ ﹣ ㈠',
  'what a query language might read': `$set: {"$gt": ""} '; DROP TABLE reports; -- %_\\ \${1}`,
  'control characters': 'a\u0000b\u0001\t\r\n\u2028\u2029\ufeff',
  'what looks like a date': '2025-12-31T16:00:00.000Z',
  empty: '',
}

/** Values come back as they went in. */
export function valueContract(subject: Subject): void {
  describe('values', () => {
    test.each(Object.entries(hostileTexts))('%s comes back unchanged', async (_name, text) => {
      const store = subject.store()
      const message: Message = { ...aMessage('m'), text, sender: { id: 'person-1', name: text } }
      await store.keepMessage(message)
      expect((await store.claimMessage(claimAt(1)))?.message).toStrictEqual(message)
      const report = aReportToStore('甲局', 2025, 'c', {
        report: { ...aCheckedReport('甲局', 2025), sections: [{ number: 1, heading: text, text }] },
        cellNotes: { 'review.reconsideration.total': { state: 'placeholder', text } },
      })
      await store.saveReport(report)
      expect(await store.shelf.newest('甲局', 2025)).toStrictEqual({ ...report, version: 1 })
    })

    test('an agency of any name is found by exactly this name', async () => {
      const store = subject.store()
      const names = ['甲.局', '$甲局', '甲局 ', '甲局', '甲局（本级）', '甲局😀', '%', '2025 甲局']
      for (const name of names) await store.saveReport(aReportToStore(name, 2025, `c-${name}`))
      for (const name of names) {
        expect(
          (await store.shelf.find([name], [2025], { cells: [], noted: [] })).map(({ agency }) => agency),
        ).toStrictEqual([name])
      }
      expect((await store.shelf.holdings()).map(({ agency }) => agency).sort()).toStrictEqual(names.sort())
    })

    test.each([0, 0.1, 12.345678, 0.1 + 0.2, 99_999_999.99, 1e-7, 2 ** 31, 2 ** 53 - 1, -1])(
      'a cell of %d comes back exact',
      async (fees) => {
        const store = subject.store()
        const report = withFees(fees)
        await store.saveReport(report)
        expect((await store.shelf.newest('甲局', 2025))?.report).toStrictEqual(report.report)
        const cell = 'proactiveDisclosure.fees'
        const [found] = await store.shelf.find(['甲局'], [2025], { cells: [cell], noted: [] })
        expect(found?.cells).toStrictEqual(new Map([[cell, fees]]))
      },
    )

    test('null stays null, 0 stays 0, and what is absent stays absent', async () => {
      const store = subject.store()
      for (const [cause, fees] of [['null', null] as const, ['zero', 0] as const]) {
        const saved = await store.saveReport({ ...withFees(fees), id: cause, cause })
        expect(saved.report.tables.proactiveDisclosure?.fees).toBe(fees)
        const read = await store.reportById(cause)
        expect(read?.report.tables.proactiveDisclosure?.fees).toBe(fees)
        expect(Object.keys(read?.cellNotes ?? {})).toStrictEqual([
          'requests.received.total',
          'proactiveDisclosure.fees',
        ])
      }
      const empty = aReportToStore('乙局', 2025, 'empty', {
        cellNotes: {},
        report: {
          ...aCheckedReport('乙局', 2025),
          agency: null,
          period: null,
          sections: [],
          findings: [],
          tables: { proactiveDisclosure: null, requests: null, review: null },
        },
      })
      await store.saveReport(empty)
      expect(await store.shelf.newest('乙局', 2025)).toStrictEqual({ ...empty, version: 1 })
    })

    test.each([0, 1, 999, -1_000_000_000_001, 253_402_300_799_999])(
      'a date of %d ms comes back',
      async (ms) => {
        const store = subject.store()
        const report = aReportToStore('甲局', 2025, 'c', { receivedAt: new Date(ms) })
        await store.saveReport(report)
        expect((await store.reportById(report.id))?.receivedAt).toStrictEqual(new Date(ms))
        expect((await store.standing(2025))[0]?.receivedAt).toStrictEqual(new Date(ms))
      },
    )

    test('a store that is well says so', async () => {
      await expect(subject.store().ping()).resolves.toBeUndefined()
      await expect(subject.store().ping()).resolves.toBeUndefined()
    })

    test('everything is there after a restart', async () => {
      const saved = await subject
        .store()
        .saveReport(aReportToStore('甲局', 2025, 'c', { receivedAt: at(9.001) }))
      const store = await subject.restart()
      expect(await store.reportVersions('甲局', 2025)).toStrictEqual([saved])
    })
  })
}

function withFees(fees: number | null): ReportToStore {
  const report = aCheckedReport('甲局', 2025)
  const table = report.tables.proactiveDisclosure
  if (table === null) throw new Error('the sample has a table')
  return aReportToStore('甲局', 2025, 'c', {
    report: { ...report, tables: { ...report.tables, proactiveDisclosure: { ...table, fees } } },
  })
}
