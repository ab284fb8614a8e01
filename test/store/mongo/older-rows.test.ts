import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import mongoose from 'mongoose'
import { excerptOf } from '../../../src/report/report-excerpt.ts'
import type { ReportToStore } from '../../../src/report/stored-report.ts'
import { startMongoServer } from '../../mongo-server.ts'
import { aFileMessage, aMessage, aReply, aReportToStore, claimAt } from '../contract/samples.ts'
import { openTestMongo, type TestStore } from '../open-test-store.ts'

const server = await startMongoServer()
afterAll(async () => server?.stop())
const describeWithServer = server === null ? describe.skip : describe

type Put = (collection: string, row: Readonly<Record<string, unknown>>) => Promise<unknown>

/** A store over data that an older program wrote. */
async function openOlder(write: (put: Put) => Promise<void>): Promise<TestStore> {
  if (server === null) throw new Error('no server')
  const data = await openTestMongo(server)
  const connection = await mongoose.createConnection(data.uri).asPromise()
  await write((collection, row) =>
    connection
      .collection<{ _id: unknown }>(collection)
      .insertOne({ _id: new mongoose.mongo.ObjectId(), ...row }),
  )
  await connection.close()
  return data
}

describeWithServer('reports that an older program stored field by field', () => {
  let data: TestStore
  const [first, second] = [aReportToStore('甲局', 2025, 'one'), aReportToStore('甲局', 2025, 'two')]

  beforeEach(async () => {
    data = await openOlder(async (put) => {
      await put('reports', { ...olderRow(first, 1), _id: first.id })
      // The program ended before it filed the second.
      await put('newest_reports', { ...olderRow(second, 2), _id: '2025 甲局' })
    })
  })
  afterEach(() => data.dispose())

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

describeWithServer('reports whose noted cells an older program stored as a list', () => {
  test('are read in part', async () => {
    const stored = aReportToStore('甲局', 2025, 'one')
    const { cellNotes, report, ...row } = stored
    const { store, dispose } = await openOlder(async (put) => {
      await put('newest_reports', {
        ...{ ...row, report, _id: '2025 甲局', reportId: row.id, version: 1, verdict: report.verdict },
        noted: Object.keys(cellNotes),
      })
    })
    const wanted = {
      cells: ['proactiveDisclosure.fees'],
      noted: ['proactiveDisclosure.fees', 'review.litigationDirect.total'],
    } as const
    expect(excerptOf(stored, wanted).noted.size).toBe(1)
    expect(await store.shelf.find(['甲局'], [2025], wanted)).toStrictEqual([excerptOf(stored, wanted)])
    await dispose()
  })
})

describeWithServer('messages and replies that an older program left', () => {
  const [file, text] = [aFileMessage('file', 'a'), aMessage('text', 'b')]
  const [unsent, uncertain] = [aReply(aMessage('m', 'c')), aReply(aMessage('n', 'd'))]

  function laneRow(lane: string, document: { readonly key: string }): Record<string, unknown> {
    return {
      ...{ _id: document.key, lane, turn: new Date(0), arrival: new mongoose.mongo.ObjectId() },
      ...{ state: 'waiting', open: true, dueAt: new Date(0), slot: document.key, owner: null, fence: 0 },
      ...{ attempts: 0, faults: 0, uncertain: false, reason: null, closedAt: null, document },
    }
  }

  test('are worked on and sent; what may have been sent is known', async () => {
    const { store, dispose } = await openOlder(async (put) => {
      await put('inbox', { ...laneRow('sandbox/a', file), kind: 'files', fileCount: 1 })
      await put('inbox', { ...laneRow('sandbox/b', text), kind: 'texts', fileCount: 0 })
      await put('outbox', { ...laneRow('sandbox/c', unsent), cause: 'm' })
      await put('outbox', { ...laneRow('sandbox/d', uncertain), cause: 'n', uncertain: true, attempts: 1 })
    })
    const work = [await store.claimMessage(claimAt(0)), await store.claimMessage(claimAt(0))]
    expect(work).toMatchObject([
      { message: file, files: null },
      { message: text, files: null },
    ])
    const replies = [await store.claimReply(claimAt(0)), await store.claimReply(claimAt(0))]
    expect(replies).toMatchObject([
      { row: unsent, attempts: 1, perhaps: [] },
      { row: uncertain, attempts: 2, perhaps: [{ way: '' }] },
    ])
    await dispose()
  })
})
