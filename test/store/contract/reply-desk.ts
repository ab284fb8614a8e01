import { describe, expect, test } from '@jest/globals'
import type { Store, Tried } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { aMessage, anOutcome, aReply, at, claimAt, range } from './samples.ts'

/** Replies that a platform fetches instead of being sent them. */
export function replyDeskContract(subject: Subject): void {
  describe('reply desk', () => {
    test('a message is unknown, open from when it is kept, closed once its outcome is stored', async () => {
      const store = subject.store()
      expect(await store.messageState('m')).toStrictEqual({ kind: 'unknown' })
      const message = aMessage('m')
      await store.keepMessage(message)
      const { receivedAt } = message
      expect(await store.messageState('m')).toStrictEqual({ kind: 'open', receivedAt })
      const claimed = await store.claimMessage(claimAt(0))
      if (claimed === null) throw new Error('nothing to claim')
      expect(await store.messageState('m')).toStrictEqual({ kind: 'open', receivedAt })
      await store.commitOutcome(claimed.lease, anOutcome(1))
      expect(await store.messageState('m')).toStrictEqual({ kind: 'closed', receivedAt })
    })

    test('a message is found by its key as it came, with the way back', async () => {
      const store = subject.store()
      const message = { ...aMessage('m'), replyRef: '{"way":"bot"}' }
      expect(await store.messageByKey('m')).toBeNull()
      await store.keepMessage(message)
      expect(await store.messageByKey('m')).toStrictEqual(message)
      expect(await (await subject.restart()).messageByKey('m')).toStrictEqual(message)
    })

    test('what is taken no claim wins, and what was held beside it is due', async () => {
      const store = subject.store()
      await answer(store, 'm', 2, 60)
      expect(await store.claimReply(claimAt(10))).toBeNull()
      expect(await store.takeReplies('m', ['m#0'], at(10))).toStrictEqual(['m#0'])
      const claimed = await store.claimReply(claimAt(10))
      expect(claimed?.row.key).toBe('m#1')
      expect((await store.repliesTo('m')).map(({ state }) => state)).toStrictEqual(['taken', 'waiting'])
      expect(await store.outboxDepth()).toStrictEqual({ waiting: 1, failed: 0 })
    })

    test('ten takers at once: each reply goes to one', async () => {
      const [one, two] = [subject.store(), await subject.beside()]
      await answer(one, 'm', 2, 60)
      const takes = range(10).map((n) => (n % 2 === 0 ? one : two).takeReplies('m', ['m#0', 'm#1'], at(10)))
      expect((await Promise.all(takes)).flat().sort()).toStrictEqual(['m#0', 'm#1'])
    })

    test('what is being sent, was sent, or answers another message is not taken', async () => {
      const store = subject.store()
      await answer(store, 'm', 1, 0)
      await answer(store, 'other', 1, 60, 'group-2')
      const claimed = await store.claimReply(claimAt(10))
      if (claimed === null) throw new Error('nothing to send')
      expect(await store.takeReplies('m', ['m#0', 'other#0', 'none#0'], at(11))).toStrictEqual([])
      await store.settleReply(claimed.lease, { kind: 'sent', at: at(12), platformMessageId: null })
      expect(await store.takeReplies('m', ['m#0'], at(13))).toStrictEqual([])
      expect((await store.repliesTo('m')).map(({ state }) => state)).toStrictEqual(['sent'])
    })

    test('what may have been sent already is not taken', async () => {
      const store = subject.store()
      await answer(store, 'm', 1, 0)
      const claimed = await store.claimReply(claimAt(10))
      if (claimed === null) throw new Error('nothing to send')
      const end = (perhaps: readonly Tried[]) =>
        ({ kind: 'retry', nextAt: at(40), reason: 'x', perhaps }) as const
      await store.settleReply(claimed.lease, end([{ way: 'response_url', at: at(10) }]))
      expect(await store.takeReplies('m', ['m#0'], at(11))).toStrictEqual([])
      const again = await store.claimReply(claimAt(40))
      if (again === null) throw new Error('nothing to send')
      await store.settleReply(again.lease, end([]))
      expect(await store.takeReplies('m', ['m#0'], at(41))).toStrictEqual(['m#0'])
    })

    test('what was taken stays taken after a restart', async () => {
      await answer(subject.store(), 'm', 1, 60)
      await subject.store().takeReplies('m', ['m#0'], at(10))
      const store = await subject.restart()
      expect(await store.takeReplies('m', ['m#0'], at(11))).toStrictEqual([])
      expect(await store.claimReply(claimAt(100))).toBeNull()
    })
  })
}

/** Lets a message come and be answered in so many parts, held until a moment. */
async function answer(
  store: Store,
  key: string,
  partCount: number,
  heldUntil: number,
  conversation = 'group-1',
): Promise<void> {
  const message = aMessage(key, conversation)
  await store.keepMessage(message)
  const claimed = await store.claimMessage(claimAt(0))
  if (claimed === null) throw new Error('nothing to answer')
  const replies = range(partCount).map((part) => aReply(message, part, { notBefore: at(heldUntil) }))
  await store.commitOutcome(claimed.lease, anOutcome(0, { replies }))
}
