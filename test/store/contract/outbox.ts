import { describe, expect, test } from '@jest/globals'
import type { ClaimedReply, ReplyToSend, Settlement, Store, Tried } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { aMessage, anOutcome, aReply, at, claimAt, range } from './samples.ts'

const sent: Settlement = { kind: 'sent', at: at(100), platformMessageId: 'p-1' }

/** Replies leave one at a time, in the order of their conversation. */
export function outboxContract(subject: Subject): void {
  describe('outbox', () => {
    test('200 claims at once over 50 replies in 10 conversations: the first of each, and no second', async () => {
      const stores = [subject.store(), await subject.beside(), await subject.beside(), await subject.beside()]
      for (const n of range(10)) await answer(stores[0], `m${n}`, `group-${n}`, 5)
      const claims = range(50).flatMap(() => stores.map((store) => store.claimReply(claimAt(100))))
      const won = (await Promise.all(claims)).filter((claimed) => claimed !== null)
      expect(won.map(({ row }) => row.key).sort()).toStrictEqual(range(10).map((n) => `m${n}#0`))
    })

    test('a later part waits for the earlier one, whatever becomes of it', async () => {
      const store = subject.store()
      const message = await answer(store, 'm', 'group-1', 3)
      const first = await claim(store, 10)
      expect(first).toMatchObject({ row: aReply(message, 0), attempts: 1, perhaps: [] })
      expect(await store.claimReply(claimAt(10))).toBeNull()
      await store.settleReply(first.lease, { kind: 'retry', nextAt: at(40), reason: 'limit', perhaps: [] })
      expect(await store.claimReply(claimAt(39))).toBeNull()
      const again = await claim(store, 40)
      expect(again).toMatchObject({ row: aReply(message, 0), attempts: 2, perhaps: [] })
      await store.settleReply(again.lease, { kind: 'failed', at: at(41), reason: 'refused' })
      const second = await claim(store, 42)
      expect(second.row).toStrictEqual(aReply(message, 1))
      await store.settleReply(second.lease, sent)
      expect((await claim(store, 43)).row.part).toBe(2)
      expect(await statesOf(store, 'm')).toStrictEqual(['failed 2', 'sent 1', 'waiting 1'])
    })

    test('replies leave a conversation in the order of its messages, and no conversation waits for another', async () => {
      const store = subject.store()
      await answer(store, 'a1', 'a', 1, 1)
      await answer(store, 'b1', 'b', 1, 2)
      await answer(store, 'a2', 'a', 1, 3)
      const order: string[] = []
      const first = await claim(store, 10)
      order.push(first.row.key)
      const other = await claim(store, 10)
      order.push(other.row.key)
      expect(await store.claimReply(claimAt(10))).toBeNull()
      await store.settleReply(first.lease, sent)
      order.push((await claim(store, 11)).row.key)
      expect(order).toStrictEqual(['a1#0', 'b1#0', 'a2#0'])
    })

    test('nothing leaves before its time', async () => {
      const store = subject.store()
      await answer(store, 'm', 'group-1', 1, 0, { notBefore: at(50) })
      expect(await store.claimReply(claimAt(49.999))).toBeNull()
      expect((await claim(store, 50)).row.notBefore).toStrictEqual(at(50))
    })

    test('a try that ended without a word is counted; its late end is refused', async () => {
      const store = subject.store()
      await answer(store, 'm', 'group-1', 1)
      const late = await claim(store, 10, 'late')
      const next = await claim(store, 70, 'next')
      expect(next).toMatchObject({ attempts: 2, perhaps: [] })
      expect(await store.settleReply(late.lease, sent)).toBe(false)
      expect(await store.settleReply(next.lease, sent)).toBe(true)
      expect(await store.settleReply(late.lease, { kind: 'failed', at: at(71), reason: 'x' })).toBe(false)
      expect(await statesOf(store, 'm')).toStrictEqual(['sent 2'])
    })

    test('settling again under the same lease is no refusal, and changes nothing', async () => {
      const store = subject.store()
      await answer(store, 'm', 'group-1', 1)
      const { lease } = await claim(store, 10)
      expect(await store.settleReply(lease, sent)).toBe(true)
      expect(await store.settleReply(lease, sent)).toBe(true)
      expect(await statesOf(store, 'm')).toStrictEqual(['sent 1'])
    })

    test('what was begun may have arrived, also after the process ended without a word', async () => {
      await answer(subject.store(), 'm', 'group-1', 1)
      const { lease } = await claim(subject.store(), 10, 'me')
      expect(await subject.store().recordTries(lease, [tried('session', 11)], at(71))).toBe(true)
      const store = await subject.restart()
      await store.freeLeases('me')
      expect(await claim(store, 12, 'me')).toMatchObject({ attempts: 2, perhaps: [tried('session', 11)] })
    })

    test('beginning renews the lease; who lost it begins nothing', async () => {
      const store = subject.store()
      await answer(store, 'm', 'group-1', 1)
      const { lease } = await claim(store, 10, 'late')
      expect(await store.recordTries(lease, [tried('api', 60)], at(120))).toBe(true)
      expect(await store.claimReply(claimAt(119))).toBeNull()
      const next = await claim(store, 120, 'next')
      expect(await store.recordTries(lease, [], at(500))).toBe(false)
      expect(next.perhaps).toStrictEqual([tried('api', 60)])
    })

    test('what may have arrived is what the last end of a try said of it', async () => {
      const store = subject.store()
      await answer(store, 'm', 'group-1', 1)
      const all = [[tried('session', 1)], [tried('session', 1), tried('api', 31)], []]
      for (const [n, perhaps] of all.entries()) {
        const { lease } = await claim(store, n * 10)
        const nextAt = at(n * 10 + 10)
        await store.settleReply(lease, { kind: 'retry', nextAt, reason: 'reset', perhaps })
        const again = await claim(store, n * 10 + 10)
        expect(again.perhaps).toStrictEqual(perhaps)
        await store.settleReply(again.lease, { kind: 'retry', nextAt, reason: 'later', perhaps })
      }
    })

    test('no reply of a platform is claimed that is left out; nothing waits for it', async () => {
      const store = subject.store()
      const to = (platform: string): Partial<ReplyToSend> => ({
        to: { ...aReply(aMessage('x')).to, platform },
      })
      await answer(store, 'm1', 'a', 2, 0, to('dingtalk'))
      await answer(store, 'm2', 'b', 1, 1, to('wecom'))
      const without = (...exceptPlatforms: string[]) => store.claimReply({ ...claimAt(10), exceptPlatforms })
      expect(await without('wecom', 'dingtalk', 'sandbox')).toBeNull()
      expect((await without('dingtalk'))?.row.key).toBe('m2#0')
      expect(await without('dingtalk')).toBeNull()
      expect((await without('wecom'))?.row.key).toBe('m1#0')
    })

    test('depth counts what waits and what failed', async () => {
      const store = subject.store()
      await answer(store, 'm', 'group-1', 3)
      const first = await claim(store, 10)
      expect(await store.outboxDepth()).toStrictEqual({ waiting: 3, failed: 0 })
      await store.settleReply(first.lease, { kind: 'failed', at: at(11), reason: 'refused' })
      const second = await claim(store, 12)
      await store.settleReply(second.lease, sent)
      expect(await store.outboxDepth()).toStrictEqual({ waiting: 1, failed: 1 })
    })

    test('what waits to be sent is there after a restart', async () => {
      const message = await answer(subject.store(), 'm', 'group-1', 2)
      const store = await subject.restart()
      expect((await claim(store, 10)).row).toStrictEqual(aReply(message, 0))
    })
  })
}

function tried(way: string, seconds: number): Tried {
  return { way, at: at(seconds) }
}

/** Lets a message come and be answered in so many parts. */
async function answer(
  store: Store | undefined,
  key: string,
  conversation: string,
  partCount: number,
  seconds = 0,
  parts: Partial<ReplyToSend> = {},
): Promise<ReturnType<typeof aMessage>> {
  if (store === undefined) throw new Error('no store')
  const message = aMessage(key, conversation, seconds)
  await store.keepMessage(message)
  const claimed = await store.claimMessage(claimAt(seconds))
  if (claimed === null) throw new Error('nothing to answer')
  const replies = range(partCount).map((part) => aReply(message, part, parts))
  await store.commitOutcome(claimed.lease, anOutcome(seconds, { replies }))
  return message
}

async function claim(store: Store, seconds: number, owner?: string): Promise<ClaimedReply> {
  const claimed = await store.claimReply(claimAt(seconds, owner))
  if (claimed === null) throw new Error(`nothing to send at ${seconds} s`)
  return claimed
}

async function statesOf(store: Store, messageKey: string): Promise<readonly string[]> {
  return (await store.repliesTo(messageKey)).map(({ state, attempts }) => `${state} ${attempts}`)
}
