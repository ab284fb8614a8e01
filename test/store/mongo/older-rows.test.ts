import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import mongoose from 'mongoose'
import { excerptOf } from '../../../src/report/report-excerpt.ts'
import type { ReportToStore } from '../../../src/report/stored-report.ts'
import { startMongoServer } from '../../mongo-server.ts'
import { aReportToStore } from '../contract/samples.ts'
import { openTestMongo, type TestStore } from '../open-test-store.ts'

const server = await startMongoServer()
const describeWithServer = server === null ? describe.skip : describe

describeWithServer('reports that an older program stored field by field', () => {
  let data: TestStore & { readonly uri: string }
  const [first, second] = [aReportToStore('甲局', 2025, 'one'), aReportToStore('甲局', 2025, 'two')]

  beforeEach(async () => {
    if (server === null) throw new Error('no server')
    data = await openTestMongo(server)
    const connection = await mongoose.createConnection(data.uri).asPromise()
    const put = (collection: string, row: Readonly<Record<string, unknown>>): Promise<unknown> =>
      connection.collection(collection).insertOne(row)
    await put('reports', { ...olderRow(first, 1), _id: first.id })
    // The program ended before it filed the second.
    await put('newest_reports', { ...olderRow(second, 2), _id: '2025 甲局' })
    await connection.close()
  })
  afterEach(() => data.dispose())
  afterAll(async () => server?.stop())

  function olderRow({ id, cellNotes, ...report }: ReportToStore, version: number): Record<string, unknown> {
    return {
      ...report,
      reportId: id,
      version,
      cellNotes: Object.entries(cellNotes).map(([cell, note]) => ({ cell, note })),
      verdict: report.report.verdict,
      firstAt: first.receivedAt,
      arrival: new mongoose.mongo.ObjectId('65a000000000000000000001'),
    }
  }

  test('are read whole and in part', async () => {
    const { store } = data
    expect(await store.reportVersions('甲局', 2025)).toStrictEqual([
      { ...first, version: 1 },
      { ...second, version: 2 },
    ])
    expect(await store.reportById(first.id)).toStrictEqual({ ...first, version: 1 })
    expect(await store.shelf.newest('甲局', 2025)).toStrictEqual({ ...second, version: 2 })
    const wanted = {
      cells: ['requests.received.total', 'proactiveDisclosure.fees'],
      noted: ['proactiveDisclosure.fees', 'review.litigationDirect.total'],
    } as const
    expect(await store.shelf.find(['甲局'], [2025], wanted)).toStrictEqual([excerptOf(second, wanted)])
  })

  test('are filed when the next version comes', async () => {
    const { store } = data
    const third = aReportToStore('甲局', 2025, 'three')
    expect(await store.saveReport(second)).toStrictEqual({ ...second, version: 2 })
    expect(await store.saveReport(third)).toStrictEqual({ ...third, version: 3 })
    const again = await data.reopen()
    expect(await again.reportVersions('甲局', 2025)).toStrictEqual([
      { ...first, version: 1 },
      { ...second, version: 2 },
      { ...third, version: 3 },
    ])
  })
})
