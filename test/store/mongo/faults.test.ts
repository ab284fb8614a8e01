import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { StoreUnavailableError } from '../../../src/errors.ts'
import { openStore } from '../../../src/store/index.ts'
import type { ClaimedMessage, Store } from '../../../src/store/store.ts'
import { startMongoServer } from '../../mongo-server.ts'
import { expectStoredOnce, fullOutcome } from '../contract/outcome.ts'
import { aMessage, aReportToStore, claimAt, range } from '../contract/samples.ts'
import type { TestStore } from '../open-test-store.ts'
import type { CuttingProxy } from './cutting-proxy.ts'
import { openBehindProxy, type BehindProxy } from './open-behind-proxy.ts'
import { tempFolder } from '../../temp-folder.ts'

const server = await startMongoServer()

/** decide, 2 × (newest, filing, version), failure, memory, 2 replies, done. */
const writesOfOutcome = 12
const whens = ['before', 'after'] as const

const describeWithServer = server === null ? describe.skip : describe

describeWithServer('a MongoDB whose line is cut', () => {
  let opened: BehindProxy
  let data: TestStore
  let proxy: CuttingProxy
  /** Goes through the proxy; `data.store` does not. */
  let store: Store

  beforeEach(async () => {
    opened = await openBehindProxy(server)
    ;({ data, proxy, store } = opened)
  })
  afterEach(() => opened.dispose())
  afterAll(async () => server?.stop())

  test('an outcome is as many writes as the points below', async () => {
    const { lease } = await keepAndClaim(store)
    proxy.mend()
    await store.commitOutcome(lease, fullOutcome())
    expect(proxy.writes()).toBe(writesOfOutcome)
  })

  const points = range(writesOfOutcome).flatMap((n) => whens.map((when) => [n + 1, when] as const))

  test.each(points)(
    'cut at write %d, %s it: the next claim finishes the outcome, once',
    async (write, when) => {
      const { lease } = await keepAndClaim(store)
      proxy.cutAt(write, when)
      await expect(store.commitOutcome(lease, fullOutcome())).rejects.toThrow(StoreUnavailableError)
      const again = await data.store.claimMessage(claimAt(60, 'next'))
      const isDecided = write > 1 || when === 'after'
      expect(again === null).toBe(isDecided)
      if (again !== null) {
        expect(again.attempts).toBe(2)
        await data.store.commitOutcome(again.lease, fullOutcome())
      }
      await expectStoredOnce(data.store)
    },
  )

  test.each(points)('cut at write %d, %s it: committing again stores it, once', async (write, when) => {
    const { lease } = await keepAndClaim(store)
    proxy.cutAt(write, when)
    await expect(store.commitOutcome(lease, fullOutcome())).rejects.toThrow(StoreUnavailableError)
    expect(await data.store.commitOutcome(lease, fullOutcome())).toBe('committed')
    await expectStoredOnce(data.store)
  })

  const saves = range(3).flatMap((n) => whens.map((when) => [n + 1, when] as const))

  test.each(saves)(
    'a report cut at write %d, %s it: whole or not there, and saved once',
    async (write, when) => {
      const first = await data.store.saveReport(aReportToStore('甲局', 2025, 'first'))
      const report = aReportToStore('甲局', 2025, 'second')
      proxy.cutAt(write, when)
      await expect(store.saveReport(report)).rejects.toThrow(StoreUnavailableError)
      const second = { ...report, version: 2 }
      const isThere = write > 1 || when === 'after'
      const expected = isThere ? [first, second] : [first]
      expect(await data.store.reportVersions('甲局', 2025)).toStrictEqual(expected)
      expect(await data.store.shelf.newest('甲局', 2025)).toStrictEqual(expected.at(-1))
      expect(await data.store.reportById(report.id)).toStrictEqual(isThere ? second : null)
      const third = await data.store.saveReport(aReportToStore('甲局', 2025, 'third'))
      expect(third.version).toBe(expected.length + 1)
      const again = await data.store.saveReport(report)
      expect(again.version).toBe(isThere ? 2 : 3)
      const all = isThere ? [first, again, third] : [first, third, again]
      expect(await data.store.reportVersions('甲局', 2025)).toStrictEqual(all)
      const arrivals = await data.store.shelf.arrivals(['甲局'], [2025])
      expect(arrivals.map(({ version }) => version).sort()).toStrictEqual([1, 2, 3])
      expect(await data.store.shelf.holdings(['甲局'])).toStrictEqual([{ agency: '甲局', years: [2025] }])
    },
  )

  test('what was decided stays, whatever is committed later under the same lease', async () => {
    const { lease } = await keepAndClaim(store)
    proxy.cutAt(1, 'after')
    await expect(store.commitOutcome(lease, fullOutcome())).rejects.toThrow(StoreUnavailableError)
    const other = { ...fullOutcome(), state: 'dead' as const, replies: [], reports: [] }
    expect(await data.store.commitOutcome(lease, other)).toBe('committed')
    await expectStoredOnce(data.store)
  })

  test('an outcome that was decided holds up its conversation until it is finished', async () => {
    const { lease } = await keepAndClaim(store)
    await data.store.keepMessage(aMessage('next', 'group-1', 5))
    proxy.cutAt(3, 'before')
    await expect(store.commitOutcome(lease, fullOutcome())).rejects.toThrow(StoreUnavailableError)
    expect(await data.store.claimMessage(claimAt(59))).toBeNull()
    expect((await data.store.claimMessage(claimAt(60)))?.message.key).toBe('next')
    expect(await data.store.repliesTo('m')).toHaveLength(2)
  })

  test('a file cut half-way is not there, and is put whole the next time', async () => {
    const bytes = new Uint8Array(5_000_000).fill(7)
    proxy.cutAt(2, 'after')
    await expect(store.putFile(bytes)).rejects.toThrow(StoreUnavailableError)
    const sha256 = await data.store.putFile(bytes)
    expect((await data.store.getFile(sha256))?.byteLength).toBe(5_000_000)
  })

  test('while the server is away every operation says so within seconds; then all goes on', async () => {
    const { lease } = await keepAndClaim(store)
    proxy.cut()
    const began = performance.now()
    const operations: readonly (() => Promise<unknown>)[] = [
      () => store.ping(),
      () => store.keepMessage(aMessage('other')),
      () => store.claimMessage(claimAt(1)),
      () => store.renewMessage(lease, claimAt(1).leaseUntil),
      () => store.recordFiles(lease, []),
      () => store.postponeMessage(lease, claimAt(1).now, 'x'),
      () => store.commitOutcome(lease, fullOutcome()),
      () => store.inboxDepth(),
      () => store.claimReply(claimAt(1)),
      () => store.repliesTo('m'),
      () => store.outboxDepth(),
      () => store.saveReport(aReportToStore('甲局', 2025, 'c')),
      () => store.reportById('x'),
      () => store.standing(2025),
      () => store.shelf.holdings(),
      () => store.putFile(new Uint8Array(9)),
      () => store.getFile('ab'.repeat(32)),
      () => store.memoryOf('a', 'b', claimAt(1).now),
      () => store.linesOf('a', 0, 9),
      () => store.lineByKey('a', 'b'),
      () => store.settle('a', 'b'),
    ]
    const results = await Promise.allSettled(operations.map((operation) => operation()))
    for (const result of results) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(StoreUnavailableError)
    }
    expect(performance.now() - began).toBeLessThan(10_000)
    proxy.mend()
    while (!(await isUp(store))) await wait(50)
    expect(await store.commitOutcome(lease, fullOutcome())).toBe('committed')
    await expectStoredOnce(store)
  })

  test('a server that is away at the start is named, without its password', async () => {
    proxy.cut()
    const uri = proxy.uri.replace('mongodb://', 'mongodb://user:geheim@')
    const opening = openStore({ dataDir: tempFolder(), mongodbUri: uri, mode: 'serve' })
    await expect(opening).rejects.toThrow(/^连接不上 MongoDB（127\.0\.0\.1:\d+），请检查/)
  })

  test.each(['localhost:27017', 'http://localhost/', ''])(
    'an address that is none: %j',
    async (mongodbUri) => {
      const opening = openStore({ dataDir: tempFolder(), mongodbUri, mode: 'serve' })
      await expect(opening).rejects.toThrow('连接不上 MongoDB（地址无法识别）')
    },
  )

  test('a closed store refuses', async () => {
    await store.close()
    await expect(store.ping()).rejects.toThrow(StoreUnavailableError)
  })
})

function isUp(store: Store): Promise<boolean> {
  return store.ping().then(
    () => true,
    () => false,
  )
}

async function keepAndClaim(store: Store): Promise<ClaimedMessage> {
  await store.keepMessage(aMessage('m'))
  const claimed = await store.claimMessage(claimAt(0, 'late'))
  if (claimed === null) throw new Error('nothing to claim')
  return claimed
}
