import { describe, expect, test } from '@jest/globals'
import type { Message } from '../../../src/bot.ts'
import type { ClaimedMessage, Store, TrafficQuery } from '../../../src/store/store.ts'
import type { Subject } from '../contract.ts'
import { aMessage, anOutcome, aReply, at, claimAt, range } from './samples.ts'

/** How much is sent, what waits, and what is put off. */
export function trafficContract(subject: Subject): void {
  describe('sent before', () => {
    const files = { by: 'person', kind: 'files', since: at(0), atMost: 100 } as const
    const sent: readonly Message[] = [
      sentBy('p', 'a', 0, 1),
      sentBy('p', 'a', 1, 1),
      sentBy('p', 'b', 2, 3),
      sentBy('p', 'b', 3, 0),
      sentBy('q', 'b', 4, 1),
      sentBy('q', 'b', 5, 0),
      sentBy('p', 'a', 6, 0),
      sentBy('p', 'b', 9, 2),
    ]
    const last = sentBy('p', 'b', 7, 1)
    test.each<[string, Partial<TrafficQuery>, number]>([
      ['files of a person, wherever they were sent', {}, 4],
      ['only what came after a moment', { since: at(1) }, 3],
      ['files of everybody in a conversation', { by: 'conversation' }, 4],
      ['messages of a person without a file', { kind: 'texts' }, 2],
      ['messages without a file in a conversation', { by: 'conversation', kind: 'texts' }, 2],
      ['no more than needed', { since: at(-1), atMost: 2 }, 4],
    ])('counts %s', async (_what, query, expected) => {
      const store = subject.store()
      for (const message of sent) await store.keepMessage(message)
      expect(await store.sentBefore(last, { ...files, ...query })).toBe(expected)
    })

    test('gives those of the same moment an order, so that each has a place of its own', async () => {
      const store = subject.store()
      const messages = range(5).map((n) => ({ ...sentBy('p', 'a', 1, 1), key: `same-${n}` }))
      for (const message of messages) await store.keepMessage(message)
      const places = await Promise.all(messages.map((message) => store.sentBefore(message, files)))
      expect(places).toStrictEqual([0, 1, 2, 3, 4])
    })

    test('counts what is done or given up like what waits', async () => {
      const store = subject.store()
      for (const n of [1, 2]) {
        await store.keepMessage(sentBy('p', 'a', n, 1))
        const claimed = await claimFetched(store)
        await store.commitOutcome(claimed.lease, anOutcome(11, { state: n === 1 ? 'done' : 'dead' }))
      }
      expect(await (await subject.restart()).sentBefore(last, files)).toBe(2)
    })
  })

  describe('waiting', () => {
    test('messages with files are counted while they are open, up to what is asked', async () => {
      const store = subject.store()
      for (const n of range(5)) await store.keepMessage(sentBy('p', `c${n}`, n, 1))
      await store.keepMessage(sentBy('p', 'd', 9, 0))
      const claimed = await claimFetched(store)
      expect(await store.waitingFiles(100)).toBe(5)
      await store.commitOutcome(claimed.lease, anOutcome(11))
      expect(await store.waitingFiles(100)).toBe(4)
      expect(await store.waitingFiles(3)).toBe(3)
    })

    test('a reply is enqueued beside its open message, once, and the answer still comes', async () => {
      const store = subject.store()
      const message = aMessage('m')
      await store.keepMessage(message)
      const notice = { ...aReply(message), key: 'm#wait' }
      await store.enqueueReply(notice, message.receivedAt)
      await store.enqueueReply({ ...notice, reply: { title: '', markdown: '另一个' } }, message.receivedAt)
      const claimed = await store.claimMessage(claimAt(1))
      if (claimed === null) throw new Error('nothing to claim')
      await store.commitOutcome(claimed.lease, anOutcome(2, { replies: [aReply(message)] }))
      expect((await store.repliesTo('m')).map(({ key, reply }) => [key, reply])).toStrictEqual([
        ['m#wait', notice.reply],
        ['m#0', aReply(message).reply],
      ])
    })
  })

  describe('defer', () => {
    test('what is put off comes in time and in order, counts nothing, and holds up nobody', async () => {
      const store = subject.store()
      for (const n of [1, 2, 3]) await store.keepMessage(aMessage(`m${n}`, 'a', n))
      for (const key of ['m1', 'm2']) {
        const claimed = await store.claimMessage(claimAt(10))
        expect(claimed?.message.key).toBe(key)
        if (claimed !== null) expect(await store.deferMessage(claimed.lease, at(100))).toBe(true)
      }
      const other = await store.claimMessage(claimAt(11))
      expect(other?.message.key).toBe('m3')
      if (other !== null) await store.commitOutcome(other.lease, anOutcome(12))
      expect(await store.claimMessage(claimAt(99))).toBeNull()
      const first = await store.claimMessage(claimAt(100))
      expect(first).toMatchObject({ message: { key: 'm1' }, attempts: 1, faults: 0, deaths: 0 })
      expect(await store.claimMessage(claimAt(101))).toBeNull()
      if (first !== null) await store.commitOutcome(first.lease, anOutcome(102))
      expect((await store.claimMessage(claimAt(103)))?.message.key).toBe('m2')
    })

    test('a lease that is lost defers nothing', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('m'))
      const late = await store.claimMessage(claimAt(0, 'late'))
      await store.claimMessage(claimAt(60, 'next'))
      if (late === null) throw new Error('nothing to claim')
      expect(await store.deferMessage(late.lease, at(100))).toBe(false)
    })
  })
}

/** The oldest message with files, fetched and claimed. */
async function claimFetched(store: Store): Promise<ClaimedMessage> {
  const download = await store.claimDownload(claimAt(10))
  if (download !== null) await store.endDownload(download.lease, [])
  const claimed = await store.claimMessage({ ...claimAt(10), kind: 'files' })
  if (claimed === null) throw new Error('nothing to claim')
  return claimed
}

function sentBy(person: string, conversation: string, seconds: number, files: number): Message {
  const base = aMessage(`${person}-${conversation}-${seconds}`, conversation, seconds)
  return {
    ...base,
    sender: { id: person, name: person },
    attachments: range(files).map((n) => ({ kind: 'file', name: `${n}.docx`, quoted: false, ref: `${n}` })),
  }
}
