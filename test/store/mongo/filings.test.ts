import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import mongoose from 'mongoose'
import { openStore } from '../../../src/store/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { startMongoServer } from '../../mongo-server.ts'
import { aReportToStore, at, range } from '../contract/samples.ts'
import { openTestMongo, type TestStore } from '../open-test-store.ts'
import { tempFolder } from '../../temp-folder.ts'

const server = await startMongoServer()
const describeWithServer = server === null ? describe.skip : describe

describeWithServer('reports that an older program stored, without a note of when they came', () => {
  let data: TestStore & { readonly uri: string }
  let wanted: unknown

  beforeEach(async () => {
    if (server === null) throw new Error('no server')
    data = await openTestMongo(server)
    for (const n of range(12)) {
      const agency = ['乙局', '甲局', '丙局'][n % 3] ?? ''
      await data.store.saveReport(aReportToStore(agency, 2020 + (n % 4), `c${n}`, { receivedAt: at(n) }))
    }
    await data.store.saveReport(aReportToStore('乙局', 2020, 'again', { receivedAt: at(99) }))
    wanted = await seen(data.store)
    const connection = await mongoose.createConnection(data.uri).asPromise()
    await connection.dropCollection('filings')
    await connection.close()
  })
  afterEach(() => data.dispose())
  afterAll(async () => server?.stop())

  async function seen({ shelf }: Store): Promise<unknown> {
    const agencies = ['甲局', '乙局', '丁局']
    const arrivals = await shelf.arrivals(
      agencies,
      range(4).map((n) => 2020 + n),
    )
    return {
      holdings: await shelf.holdings(agencies),
      arrivals: arrivals.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime()),
    }
  }

  test('are found when they are only read', async () => {
    const store = await openStore({ dataDir: tempFolder(), mongodbUri: data.uri, mode: 'read' })
    expect(await seen(store)).toStrictEqual(wanted)
    await store.close()
  })

  test('are noted at the next start, once', async () => {
    expect(await seen(await data.reopen())).toStrictEqual(wanted)
    expect(await seen(await data.reopen())).toStrictEqual(wanted)
  })

  test('a start that was cut short is finished by the next', async () => {
    const connection = await mongoose.createConnection(data.uri).asPromise()
    const first = { at: at(0), by: '王联络' }
    await connection.collection<{ _id: string }>('filings').insertOne({
      _id: '乙局',
      firstAt: at(0),
      arrival: new mongoose.mongo.ObjectId(),
      versions: { '2020 1': first },
    } as never)
    await connection.close()
    expect(await seen(await data.reopen())).toStrictEqual(wanted)
  })
})
