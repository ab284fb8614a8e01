import { describe, expect, test } from '@jest/globals'
import type { ClaimedMessage, Store } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { aMessage, at, claimAt, range } from './samples.ts'

const [one, two] = ['ab'.repeat(32), 'cd'.repeat(32)]

/** Which claims count against a message when they end without a word. */
export function deathContract(subject: Subject): void {
  describe('a claim that ends without a word', () => {
    test('is a death where a reading had begun, and none where the message only waited', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('deadly', 'a'))
      await store.keepMessage(aMessage('innocent', 'b', 1))
      for (const n of range(4)) {
        const deadly = await claim(store, n * 60)
        const innocent = await claim(store, n * 60)
        expect(deadly).toMatchObject({ message: { key: 'deadly' }, attempts: n + 1, deaths: n })
        expect(innocent).toMatchObject({ message: { key: 'innocent' }, deaths: 0, lastRead: null })
        expect(await store.beginReading(deadly.lease, one)).toBe(true)
      }
      expect(await claim(await subject.restart(), 240)).toMatchObject({ deaths: 4, lastRead: one })
    })

    test('counts once, however many files were begun in it; the last one is remembered', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('m'))
      const { lease } = await claim(store, 0)
      for (const file of [one, one, two]) expect(await store.beginReading(lease, file)).toBe(true)
      expect(await claim(store, 60)).toMatchObject({ deaths: 1, lastRead: two })
    })

    test('counts also where the leases are freed at a start', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('m'))
      await store.beginReading((await claim(store, 0, 'me')).lease, one)
      await store.freeLeases('me')
      expect(await claim(store, 1)).toMatchObject({ deaths: 1 })
    })

    test('with a word it is no death: given back or put off', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('m'))
      const first = await claim(store, 0)
      await store.beginReading(first.lease, one)
      expect(await store.postponeMessage(first.lease, at(1), 'timeout')).toBe(true)
      const second = await claim(store, 1)
      expect(second).toMatchObject({ attempts: 1, deaths: 0, faults: 1 })
      await store.beginReading(second.lease, one)
      expect(await store.deferMessage(second.lease, at(2))).toBe(true)
      const third = await claim(store, 2)
      expect(third).toMatchObject({ attempts: 1, deaths: 0, faults: 1 })
      await store.beginReading(third.lease, one)
      const fourth = await claim(store, 62)
      expect(fourth).toMatchObject({ attempts: 2, deaths: 1 })
      // Nothing was begun in this claim: giving it back takes no earlier death away.
      await store.postponeMessage(fourth.lease, at(63), 'stopping')
      expect(await claim(store, 63)).toMatchObject({ attempts: 2, deaths: 1 })
    })

    test('given back as the program stops it is not even a fault', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('m'))
      const first = await claim(store, 0)
      await store.beginReading(first.lease, one)
      expect(await store.postponeMessage(first.lease, at(1), 'stopping', false)).toBe(true)
      expect(await claim(store, 1)).toMatchObject({ attempts: 1, deaths: 0, faults: 0 })
    })

    test('who lost the lease begins nothing', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('m'))
      const late = await claim(store, 0, 'late')
      const next = await claim(store, 60, 'next')
      expect(await store.beginReading(late.lease, one)).toBe(false)
      expect(next.deaths).toBe(0)
      expect(await claim(store, 120)).toMatchObject({ deaths: 0, lastRead: null })
    })
  })
}

async function claim(store: Store, seconds: number, owner?: string): Promise<ClaimedMessage> {
  const claimed = await store.claimMessage(claimAt(seconds, owner))
  if (claimed === null) throw new Error(`nothing to claim at ${seconds} s`)
  return claimed
}
