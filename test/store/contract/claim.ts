import { setImmediate as othersTurn } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { FetchedFile } from '../../../src/bot.ts'
import type { ClaimedMessage, Store } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { aMessage, anOutcome, aReply, at, claimAt, range } from './samples.ts'

/** Messages are worked on by one at a time, in the order of their conversation. */
export function claimContract(subject: Subject): void {
  describe('claim', () => {
    test('200 claims at once over 50 conversations: 50 winners, each with a message of its own', async () => {
      const stores = await fourConnections(subject)
      await Promise.all(range(50).map((n) => subject.store().keepMessage(aMessage(`m${n}`, `group-${n}`, n))))
      const won = await claimAtOnce(stores, 200)
      expect(won).toHaveLength(50)
      expect(new Set(won.map(({ message }) => message.key)).size).toBe(50)
      expect(won.every(({ attempts }) => attempts === 1)).toBe(true)
    })

    test('200 claims at once over 50 messages of 10 conversations: the oldest of each, and no second', async () => {
      const stores = await fourConnections(subject)
      await keepFifty(subject.store())
      const won = await claimAtOnce(stores, 200)
      expect(won.map(({ message }) => message.key).sort()).toStrictEqual(range(10).map((n) => `m${n}`))
    })

    test('after a restart an owner gets its own leases back at once, with the attempt counted', async () => {
      const { keepMessage, claimMessage } = subject.store()
      await keepMessage(aMessage('m1', 'group', 1))
      expect(await claimMessage(claimAt(100, 'replica-1'))).not.toBeNull()
      const store = await subject.restart()
      await store.freeLeases('replica-1')
      const again = await store.claimMessage(claimAt(101, 'replica-1'))
      expect([again?.message.key, again?.attempts]).toStrictEqual(['m1', 2])
    })

    test('many workers finish every message once, each conversation in its order', async () => {
      const stores = await fourConnections(subject)
      await keepFifty(subject.store())
      const seen: string[] = []
      const work = async (store: Store, owner: string): Promise<void> => {
        for (;;) {
          const claimed = await store.claimMessage(claimAt(100, owner))
          // Nothing may be due just now while others still hold the heads of the lanes.
          if (claimed === null && seen.length === 50) return
          if (claimed === null) {
            await othersTurn()
            continue
          }
          seen.push(claimed.message.key)
          expect(await store.commitOutcome(claimed.lease, anOutcome(101))).toBe('committed')
        }
      }
      await Promise.all(stores.map((store, n) => work(store, `worker-${n}`)))
      expect(seen).toHaveLength(50)
      for (const lane of range(10)) {
        const ofLane = seen.map((key) => Number(key.slice(1))).filter((n) => n % 10 === lane)
        expect(ofLane).toStrictEqual(range(5).map((n) => n * 10 + lane))
      }
    })

    test('messages of the same millisecond keep the order in which they came', async () => {
      const store = subject.store()
      for (const n of range(5)) await store.keepMessage(aMessage(`m${n}`))
      const order: string[] = []
      for (let claimed = await store.claimMessage(claimAt(1)); claimed !== null;) {
        order.push(claimed.message.key)
        await store.commitOutcome(claimed.lease, anOutcome(1))
        claimed = await store.claimMessage(claimAt(1))
      }
      expect(order).toStrictEqual(['m0', 'm1', 'm2', 'm3', 'm4'])
    })

    test('a message that waits for a later try holds up nobody, and goes first once it is due', async () => {
      const store = subject.store()
      for (const n of range(4)) await store.keepMessage(aMessage(`m${n}`, 'a', n))
      await store.keepMessage(aMessage('other', 'b', 4))
      const first = await claim(store, 10)
      expect(await store.postponeMessage(first.lease, at(100), 'timeout')).toBe(true)
      const second = await claim(store, 10)
      expect(second.message.key).toBe('m1')
      expect((await claim(store, 10)).message.key).toBe('other')
      expect(await store.claimMessage(claimAt(11))).toBeNull()
      await store.commitOutcome(second.lease, anOutcome(12))
      const third = await claim(store, 99)
      expect(third.message.key).toBe('m2')
      // Due, but two of a conversation are never worked on at the same time.
      expect((await claim(store, 100)).message.key).toBe('other')
      expect(await store.claimMessage(claimAt(100))).toBeNull()
      await store.commitOutcome(third.lease, anOutcome(101))
      const again = await claim(store, 102)
      expect(again).toMatchObject({ message: { key: 'm0' }, attempts: 1, faults: 1 })
      expect(await store.claimMessage(claimAt(102))).toBeNull()
      await store.commitOutcome(again.lease, anOutcome(103))
      expect((await claim(store, 104)).message.key).toBe('m3')
    })

    test('200 claims at once where the heads of 10 conversations wait: the next of each, and no second', async () => {
      const stores = await fourConnections(subject)
      await keepFifty(subject.store())
      for (const { lease } of await claimAtOnce(stores, 40))
        await subject.store().postponeMessage(lease, at(500), 'timeout')
      const won = await claimAtOnce(stores, 200)
      expect(won.map(({ message }) => message.key).sort()).toStrictEqual(range(10).map((n) => `m${n + 10}`))
    })

    test('a postponed message does not count the attempt, but the fault', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('a'))
      for (const n of range(3)) {
        const claimed = await claim(store, n)
        expect(claimed).toMatchObject({ attempts: 1, faults: n })
        await store.postponeMessage(claimed.lease, at(n), 'timeout')
      }
    })

    test('a lease that ran out is claimed again, and counts; its late holder writes nothing', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('a'))
      const late = await claim(store, 0, 'late')
      expect(await store.claimMessage(claimAt(59))).toBeNull()
      const next = await claim(store, 60, 'next')
      expect(next).toMatchObject({ attempts: 2, faults: 0 })
      expect(next.lease.fence).toBeGreaterThan(late.lease.fence)
      await expectRefused(store, late)
      expect(await store.commitOutcome(next.lease, anOutcome(61))).toBe('committed')
      await expectRefused(store, late)
    })

    test('the same owner does not get through with an older fence', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('a'))
      const late = await claim(store, 0, 'me')
      await claim(store, 60, 'me')
      await expectRefused(store, late)
    })

    test('a renewed lease lasts longer', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('a'))
      const { lease } = await claim(store, 0)
      expect(await store.renewMessage(lease, at(120))).toBe(true)
      expect(await store.claimMessage(claimAt(119))).toBeNull()
      expect((await claim(store, 120)).attempts).toBe(2)
    })

    test('an older message that comes late waits for the one in work', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('younger', 'a', 5))
      const younger = await claim(store, 10)
      await store.keepMessage(aMessage('older', 'a', 1))
      expect(await store.claimMessage(claimAt(11))).toBeNull()
      await store.commitOutcome(younger.lease, anOutcome(12))
      expect((await claim(store, 13)).message.key).toBe('older')
    })

    test('an older message that came late goes before a lease that ran out, whose holder then writes nothing', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('younger', 'a', 5))
      const younger = await claim(store, 10)
      await store.keepMessage(aMessage('older', 'a', 1))
      const older = await claim(store, 70)
      expect(older.message.key).toBe('older')
      await expectRefused(store, younger)
      expect(await store.claimMessage(claimAt(71))).toBeNull()
      await store.commitOutcome(older.lease, anOutcome(72))
      expect(await claim(store, 73)).toMatchObject({ message: { key: 'younger' }, attempts: 2 })
    })

    test('files that were fetched once are there at the next try', async () => {
      const store = subject.store()
      const files: readonly FetchedFile[] = [
        { kind: 'fetched', file: { sha256: 'cd'.repeat(32), name: '年报.docx', size: 7 } },
        { kind: 'failed', name: null, code: 'file_gone' },
      ]
      await store.keepMessage(aMessage('a'))
      const first = await claim(store, 0)
      expect(first.files).toBeNull()
      expect(await store.recordFiles(first.lease, files)).toBe(true)
      expect((await claim(store, 60)).files).toStrictEqual(files)
    })
  })
}

async function fourConnections(subject: Subject): Promise<readonly Store[]> {
  return [subject.store(), await subject.beside(), await subject.beside(), await subject.beside()]
}

/** m0 … m49, in ten conversations, in the order of their numbers. */
async function keepFifty(store: Store): Promise<void> {
  await Promise.all(range(50).map((n) => store.keepMessage(aMessage(`m${n}`, `group-${n % 10}`, n))))
}

async function claimAtOnce(stores: readonly Store[], times: number): Promise<readonly ClaimedMessage[]> {
  const claims = range(times / stores.length).flatMap(() =>
    stores.map((store, n) => store.claimMessage(claimAt(100, `worker-${n}`))),
  )
  return (await Promise.all(claims)).filter((claimed) => claimed !== null)
}

async function claim(store: Store, seconds: number, owner?: string): Promise<ClaimedMessage> {
  const claimed = await store.claimMessage(claimAt(seconds, owner))
  if (claimed === null) throw new Error(`nothing to claim at ${seconds} s`)
  return claimed
}

async function expectRefused(store: Store, { lease, message }: ClaimedMessage): Promise<void> {
  const outcome = anOutcome(61, { replies: [aReply(message)] })
  expect(await store.renewMessage(lease, at(500))).toBe(false)
  expect(await store.recordFiles(lease, [])).toBe(false)
  expect(await store.postponeMessage(lease, at(0), 'late')).toBe(false)
  expect(await store.commitOutcome(lease, outcome)).toBe('lost')
  expect(await store.repliesTo(message.key)).toStrictEqual([])
}
