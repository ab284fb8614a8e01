import { describe, expect, test } from '@jest/globals'
import type { Subject } from '../contract.ts'
import { aMessage, anOutcome, at, claimAt, range } from './samples.ts'

const day = 86_400

/** Messages are kept once, and remembered. */
export function keepContract(subject: Subject): void {
  describe('keep', () => {
    test('twenty at once under one key: one keeps it, nineteen are told that it is known', async () => {
      const stores = [subject.store(), await subject.beside()]
      const answers = await Promise.all(
        range(20).flatMap((n) =>
          stores.slice(n % 2, (n % 2) + 1).map((store) => store.keepMessage(aMessage('same'))),
        ),
      )
      expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1)
      expect(answers.filter((answer) => answer === 'known')).toHaveLength(19)
      expect((await subject.store().inboxDepth()).waiting).toBe(1)
    })

    test('a message is there after a restart, and its key is still known', async () => {
      await subject.store().keepMessage(aMessage('a'))
      const store = await subject.restart()
      expect(await store.keepMessage(aMessage('a'))).toBe('known')
      expect((await store.claimMessage(claimAt(1)))?.message).toStrictEqual(aMessage('a'))
    })

    test('keys that differ in what few people type are different keys', async () => {
      const store = subject.store()
      const keys = ['k', 'K', 'k ', 'ｋ', 'k\u0000', 'k\u0000x', 'k.$set', '键', '键😀']
      for (const key of keys) expect(await store.keepMessage(aMessage(key))).toBe('kept')
      for (const key of keys) expect(await store.keepMessage(aMessage(key))).toBe('known')
    })

    test('depth counts what waits, is worked on and was given up, and tells since when', async () => {
      const store = subject.store()
      expect(await store.inboxDepth()).toStrictEqual({ waiting: 0, working: 0, dead: 0, oldestWaiting: null })
      for (const n of range(4)) await store.keepMessage(aMessage(`m${n}`, `group-${n}`, 10 + n))
      const first = await store.claimMessage(claimAt(20))
      await store.claimMessage(claimAt(20))
      expect(await store.inboxDepth()).toStrictEqual({
        waiting: 2,
        working: 2,
        dead: 0,
        oldestWaiting: at(10),
      })
      if (first !== null) await store.commitOutcome(first.lease, anOutcome(21, { state: 'dead' }))
      expect(await store.inboxDepth()).toStrictEqual({
        waiting: 2,
        working: 1,
        dead: 1,
        oldestWaiting: at(11),
      })
    })

    test('the sweep blanks old texts and forgets older keys, but nothing that is open', async () => {
      const store = subject.store()
      for (const [n, key] of ['old', 'middle', 'new'].entries()) {
        await store.keepMessage(aMessage(key, key))
        const claimed = await store.claimMessage(claimAt(1))
        if (claimed !== null) await store.commitOutcome(claimed.lease, anOutcome(n * 10 * day))
      }
      await store.keepMessage(aMessage('open', 'open'))
      await store.sweepInbox(at(15 * day), at(5 * day))
      expect(await store.keepMessage(aMessage('middle', 'middle'))).toBe('known')
      expect(await store.keepMessage(aMessage('new', 'new'))).toBe('known')
      expect(await store.keepMessage(aMessage('old', 'old'))).toBe('kept')
      expect((await store.claimMessage(claimAt(1)))?.message).toStrictEqual(aMessage('open', 'open'))
    })

    test('the sweep forgets what was told, and no other setting', async () => {
      const store = subject.store()
      for (const name of ['told x', 'untold', 'secret']) await store.settle(name, 'first')
      await store.sweepInbox(at(0), at(0))
      expect(await store.settle('told x', 'second')).toBe('second')
      expect(await store.settle('untold', 'second')).toBe('first')
      expect(await store.settle('secret', 'second')).toBe('first')
    })
  })
}
