import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { startMongoServer } from '../mongo-server.ts'
import { aMessage } from '../a-message.ts'
import { crashingStore } from '../store/crashing-store.ts'
import type { Store } from '../../src/store/store.ts'
import { openTestMongo, openTestSqlite } from '../store/open-test-store.ts'
import { DeliveryBench, until } from './delivery-bench.ts'

const server = await startMongoServer()
afterAll(async () => {
  await server?.stop()
})

const engines = [
  ['the embedded store', openTestSqlite],
  ...(server === null ? [] : [['MongoDB', () => openTestMongo(server)] as const]),
] as const

describe.each(engines)('a crash, on %s,', (_, open) => {
  let bench: DeliveryBench
  beforeEach(async () => {
    bench = await DeliveryBench.open(open)
  })
  afterEach(() => bench.close())

  /** Runs a bot until its process dies at an operation; then its leases are free. */
  const crash = async (operation: keyof Store, side: 'before' | 'after'): Promise<void> => {
    const { store, crashed } = crashingStore(bench.store, operation, side)
    const first = bench.startBot(undefined, store)
    await crashed
    await first.stop()
    await bench.store.freeLeases('w1')
  }
  const statesOf = async (key: string): Promise<readonly string[]> =>
    (await bench.store.repliesTo(key)).map(({ state }) => state)

  const operations = [
    ...(['claimDownload', 'endDownload', 'claimMessage', 'commitOutcome'] as const),
    ...(['claimReply', 'settleReply'] as const),
  ]
  const cases = operations.flatMap((operation) =>
    (['before', 'after'] as const).map((side) => [side, operation] as const),
  )
  test.each(cases)('%s %s still gives the reply, and one', async (side, operation) => {
    const attachments = [{ kind: 'file', name: '年报.docx', quoted: false, ref: '内容' }] as const
    await bench.store.keepMessage(aMessage({ attachments }))
    await crash(operation, side)
    bench.pass(61_000)
    bench.startBot()
    await bench.store.keepMessage(aMessage({ key: 'sandbox:m2', text: '完' }))
    bench.pass(0)
    await until(() => bench.texts.includes('回 完'))
    // Sent and not noted: a platform sees the reply again under the same key, and the sandbox shows it once.
    const keys = new Set(bench.platform.sent.map(({ key }) => key))
    expect([...keys].sort()).toEqual(['sandbox:m1#0', 'sandbox:m2#0'])
    const times = bench.platform.sent.filter(({ key }) => key === 'sandbox:m1#0').length
    expect(times).toBe(side === 'before' && operation === 'settleReply' ? 2 : 1)
    expect(await statesOf('sandbox:m1')).toEqual(['sent'])
  })

  describe('where a platform shows a repeat,', () => {
    beforeEach(async () => {
      bench.platform.way = 'session'
      await bench.store.keepMessage(aMessage({ key: 'sandbox:12345678' }))
    })

    test.each(['claimReply', 'recordTries'] as const)(
      'before anything went out (%s) loses no time',
      async (operation) => {
        await crash(operation, operation === 'claimReply' ? 'after' : 'before')
        bench.startBot()
        await bench.platform.hasSent(1)
        expect(bench.texts).toEqual(['回 帮助'])
      },
    )

    test('in a send is repeated once, after 30 seconds, and the repeat says so with its number', async () => {
      await crash('settleReply', 'before')
      expect(bench.texts).toEqual(['回 帮助'])
      const bot = bench.startBot()
      await until(() => bot.logged.includes('reply not sent'))
      bench.pass(29_000)
      await bench.store.keepMessage(
        aMessage({ key: 'sandbox:m2', text: '别处', conversation: { id: 'g2', kind: 'group', name: null } }),
      )
      bench.pass(0)
      await bench.platform.hasSent(2)
      expect(bench.texts).toEqual(['回 帮助', '回 别处'])
      bench.pass(1_001)
      await bench.platform.hasSent(3)
      expect(bench.texts[2]).toBe('回 帮助（编号 12345678）')
      await until(async () => (await bench.store.outboxDepth()).waiting === 0)
      expect(await statesOf('sandbox:12345678')).toEqual(['sent'])
    })

    test('in the repeat as well is the end of it', async () => {
      await crash('settleReply', 'before')
      bench.pass(31_000)
      await crash('settleReply', 'before')
      expect(bench.texts).toEqual(['回 帮助', '回 帮助（编号 12345678）'])
      bench.pass(31_000)
      bench.startBot()
      await until(async () => (await bench.store.outboxDepth()).failed === 1)
      expect(bench.texts).toHaveLength(2)
    })

    test('after a try that came to nothing sends it as if nothing had been', async () => {
      bench.platform.deliveries.push({ kind: 'later', reason: 'ECONNREFUSED' })
      await crash('settleReply', 'after')
      bench.pass(2_000)
      bench.startBot()
      await bench.platform.hasSent(1)
      expect(bench.texts).toEqual(['回 帮助'])
    })
  })
})
