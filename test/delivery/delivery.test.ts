import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { noMetrics } from '../../src/delivery/delivery-metrics.ts'
import { createInbox } from '../../src/delivery/inbox.ts'
import { openSpill } from '../../src/delivery/spill.ts'
import { StoreUnavailableError } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'
import { aMessage } from '../a-message.ts'
import { tempFolder } from '../temp-folder.ts'
import { DeliveryBench, say, until } from './delivery-bench.ts'

let bench: DeliveryBench
beforeEach(async () => {
  bench = await DeliveryBench.open()
})
afterEach(() => bench.close())

describe('a message', () => {
  test('gives one reply, sent back to where it came from', async () => {
    await bench.store.keepMessage(aMessage())
    bench.startBot()
    const [reply] = await bench.platform.hasSent(1)
    expect(reply).toEqual({
      to: {
        platform: 'sandbox',
        conversationId: 'sandbox:g1',
        conversationKind: 'group',
        userId: 'wang',
      },
      reply: { title: '回 帮助', markdown: '回 帮助' },
      key: 'sandbox:m1#0',
    })
  })

  test('delivered five times at once gives one reply', async () => {
    const spill = await openSpill(tempFolder())
    const bot = bench.startBot()
    const inbox = createInbox({
      ...{ store: bench.store, spill, log: silentLog, metrics: noMetrics, onKept: bot.wake },
    })
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => inbox.keep(aMessage())))
    expect(results.filter((result) => result === 'kept')).toHaveLength(1)
    await inbox.keep(aMessage({ key: 'sandbox:m2', text: '完' }))
    await bench.platform.hasSent(2)
    expect(bench.texts).toEqual(['回 帮助', '回 完'])
    await spill.close()
  })

  test('of one conversation is answered in order, whatever takes longer', async () => {
    const gates = new Map<string, () => void>()
    for (const text of ['一', '二', '三']) {
      await bench.store.keepMessage(aMessage({ key: `sandbox:${text}`, text }))
    }
    bench.startBot(async (message) => {
      if (message.text === '一') await new Promise<void>((resolve) => gates.set('一', resolve))
      return say(message.text)
    })
    await bench.store.keepMessage(
      aMessage({ key: 'other', text: '别的群', conversation: { id: 'g2', kind: 'group', name: null } }),
    )
    bench.pass(0)
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['别的群'])
    gates.get('一')?.()
    await bench.platform.hasSent(4)
    expect(bench.texts).toEqual(['别的群', '一', '二', '三'])
  })

  test('split into parts arrives in order', async () => {
    await bench.store.keepMessage(aMessage())
    bench.startBot(() => Promise.resolve(say('甲\n---\n乙\n---\n丙')))
    await bench.platform.hasSent(3)
    expect(bench.texts).toEqual(['甲', '乙', '丙'])
    expect(bench.platform.sent.map(({ key }) => key)).toEqual([
      'sandbox:m1#0',
      'sandbox:m1#1',
      'sandbox:m1#2',
    ])
  })
})

describe('a message that cannot be worked on', () => {
  test('now waits beside its conversation: what follows is answered, and it goes first once it is due', async () => {
    for (const text of ['一', '二', '三']) {
      await bench.store.keepMessage(aMessage({ key: `sandbox:${text}`, text }))
    }
    let finish = (): void => undefined
    let isBegun = false
    let fails = 1
    const bot = bench.startBot(async (message) => {
      if (message.text === '一' && fails-- > 0) throw new StoreUnavailableError('走开')
      if (message.text === '二') {
        isBegun = true
        await new Promise<void>((resolve) => (finish = resolve))
      }
      return say(message.text)
    })
    await until(() => bot.logged.length === 1 && isBegun)
    bench.pass(2_000)
    finish()
    await bench.platform.hasSent(3)
    expect(bench.texts).toEqual(['二', '一', '三'])
  })

  test('because of a fault of ours is tried three times, then its sender is told', async () => {
    await bench.store.keepMessage(aMessage({ key: 'sandbox:12345678' }))
    const bot = bench.startBot(() => Promise.reject(new TypeError('bug')))
    for (const tries of [1, 2]) {
      await until(() => bot.logged.length >= tries)
      bench.pass(60_000)
    }
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['处理失败 12345678'])
    expect((await bench.store.inboxDepth()).dead).toBe(1)
  })

  test('because it ends the process is given up after three claims without a word', async () => {
    await bench.store.keepMessage(aMessage({ key: 'sandbox:12345678' }))
    for (const owner of ['a', 'b', 'c']) {
      const leaseUntil = new Date(bench.now.getTime() + 60_000)
      expect(await bench.store.claimMessage({ owner, now: bench.now, leaseUntil })).not.toBeNull()
      bench.pass(61_000)
    }
    bench.startBot(() => Promise.reject(new Error('must not be asked')))
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['处理失败 12345678'])
  })

  test('does not stop the messages of others', async () => {
    await bench.store.keepMessage(aMessage({ key: 'bad', text: '坏' }))
    await bench.store.keepMessage(
      aMessage({ key: 'good', text: '好', conversation: { id: 'g2', kind: 'group', name: null } }),
    )
    bench.startBot((message) =>
      message.text === '坏' ? Promise.reject(new Error('bug')) : Promise.resolve(say('好')),
    )
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['好'])
  })
})

describe('sending', () => {
  test('is tried again where it certainly did not arrive, and once more where nobody knows', async () => {
    bench.platform.deliveries.push(
      { kind: 'later', reason: 'ECONNREFUSED' },
      { kind: 'unknown', reason: 'reset' },
    )
    await bench.store.keepMessage(aMessage())
    const bot = bench.startBot()
    await until(() => bot.logged.length >= 1)
    bench.pass(2_000)
    await until(() => bot.logged.length >= 2)
    bench.pass(31_000)
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['回 帮助（编号 ndbox:m1）'])
  })

  test('that is refused ends, and the next reply is not held up', async () => {
    bench.platform.deliveries.push({ kind: 'refused', reason: '60020' })
    await bench.store.keepMessage(aMessage())
    await bench.store.keepMessage(aMessage({ key: 'sandbox:m2', text: '再来' }))
    bench.startBot()
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['回 再来'])
    await until(async () => (await bench.store.outboxDepth()).waiting === 0)
    expect(await bench.store.outboxDepth()).toEqual({ waiting: 0, failed: 1 })
  })

  test('whose bookkeeping fails is not repeated', async () => {
    await bench.store.keepMessage(aMessage())
    let fails = 1
    const bot = bench.startBot(undefined, {
      ...bench.store,
      settleReply: (lease, settlement) =>
        fails-- > 0
          ? Promise.reject(new StoreUnavailableError('走开'))
          : bench.store.settleReply(lease, settlement),
    })
    await until(() => bot.logged.length >= 1)
    bench.pass(61_000)
    await bench.store.keepMessage(aMessage({ key: 'sandbox:m2', text: '完' }))
    bot.wake()
    await bench.platform.hasSent(2)
    expect(bench.texts).toEqual(['回 帮助', '回 完'])
  })
})

describe('stopping', () => {
  test('gives back what is not finished, and it does not count as a try', async () => {
    await bench.store.keepMessage(aMessage())
    let release = (): void => undefined
    let isStarted = false
    const bot = bench.startBot(async () => {
      isStarted = true
      await new Promise<void>((free) => (release = free))
      return say('太晚')
    })
    await until(() => isStarted)
    await bot.stop()
    const leaseUntil = new Date(bench.now.getTime() + 60_000)
    const again = await bench.store.claimMessage({ owner: 'w2', now: bench.now, leaseUntil })
    expect(again).toMatchObject({ attempts: 1, faults: 0 })
    release()
    await until(() => bot.logged.includes('lease lost, outcome dropped'))
    expect(bench.platform.sent).toEqual([])
  })

  test('leaves what it broke off due at once, without a fault', async () => {
    await bench.store.keepMessage(aMessage())
    let breakOff: (error: Error) => void = () => undefined
    let isStarted = false
    const bot = bench.startBot(() => {
      isStarted = true
      return new Promise((_, reject) => (breakOff = reject))
    })
    await until(() => isStarted)
    await bot.stop()
    breakOff(Object.assign(new Error('broken off'), { code: 'UND_ERR_DESTROYED' }))
    await bench.store.ping()
    const leaseUntil = new Date(bench.now.getTime() + 60_000)
    const again = await bench.store.claimMessage({ owner: 'w2', now: bench.now, leaseUntil })
    expect(again).toMatchObject({ attempts: 1, faults: 0 })
    expect(bot.logged).toEqual([])
  })
})

describe('what a message changes', () => {
  test('is stored with it: a binding and its end', async () => {
    bench.startBot((message) =>
      Promise.resolve({
        ...say(message.text),
        binding: message.text === '解除绑定' ? null : { agencies: ['甲局'] },
      }),
    )
    await bench.store.keepMessage(aMessage({ key: 'sandbox:bind', text: '绑定 甲局' }))
    bench.pass(0)
    await bench.platform.hasSent(1)
    expect(await bench.store.bindingOf('sandbox', 'sandbox:g1')).toEqual({ agencies: ['甲局'] })
    await bench.store.keepMessage(aMessage({ key: 'sandbox:unbind', text: '解除绑定' }))
    bench.pass(0)
    await bench.platform.hasSent(2)
    expect(await bench.store.bindingOf('sandbox', 'sandbox:g1')).toBeNull()
  })
})
