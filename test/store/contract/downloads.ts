import { describe, expect, test } from '@jest/globals'
import type { FetchedFile } from '../../../src/bot.ts'
import type { ClaimedMessage, DownloadClaim, MessageClaim, Store } from '../../../src/store/store.ts'
import { personOf } from '../../../src/store/lane.ts'
import type { Subject } from '../contract.ts'
import { aFileMessage, aMessage, anOutcome, at, claimAt, range } from './samples.ts'

const files: readonly FetchedFile[] = [
  { kind: 'fetched', file: { sha256: 'cd'.repeat(32), name: '年报.docx', size: 7 } },
  { kind: 'failed', name: null, code: 'file_gone' },
]

/** Attachments are fetched first, side by side; the work on the messages keeps its order. */
export function downloadContract(subject: Subject): void {
  describe('download', () => {
    test('a message with attachments is fetched before it is worked on, and what follows it waits a while', async () => {
      const store = subject.store()
      await store.keepMessage(aFileMessage('file', 'a', 5))
      await store.keepMessage(aMessage('question', 'a', 6))
      await store.keepMessage(aMessage('other', 'b', 7))
      expect((await claimWork(store, 9, 4)).message.key).toBe('other')
      expect(await store.claimMessage(waiting(9, 4))).toBeNull()
      const download = await claim(store, 9)
      expect(download).toMatchObject({ message: aFileMessage('file', 'a', 5), attempts: 1, files: null })
      expect(await store.claimMessage(waiting(9, 4))).toBeNull()
      expect(await store.endDownload(download.lease, files)).toBe(true)
      const work = await claimWork(store, 10, 5)
      expect(work).toMatchObject({ message: { key: 'file' }, attempts: 1, faults: 0, deaths: 0 })
      expect(work.files).toStrictEqual(files)
      expect(await store.claimMessage(waiting(10, 5))).toBeNull()
      await store.commitOutcome(work.lease, anOutcome(11))
      expect((await claimWork(store, 12, 7)).message.key).toBe('question')
    })

    test('a download that takes longer, or that nobody has begun, holds up its conversation no more', async () => {
      const store = subject.store()
      for (const group of ['a', 'b']) {
        await store.keepMessage(aFileMessage(`file-${group}`, group, 5))
        await store.keepMessage(aMessage(`question-${group}`, group, 6))
        await store.keepMessage(aMessage(`thanks-${group}`, group, 7))
      }
      const hanging = await claim(store, 5)
      expect(await store.claimMessage(waiting(9, 4))).toBeNull()
      const questions = [await claimWork(store, 10, 5), await claimWork(store, 10, 5)]
      expect(questions.map(({ message }) => message.key)).toStrictEqual(['question-a', 'question-b'])
      // It comes at last: in its turn among those that are ready, and not beside another.
      expect(await store.endDownload(hanging.lease, files)).toBe(true)
      expect(await store.claimMessage(waiting(11, 6))).toBeNull()
      for (const { lease } of questions) await store.commitOutcome(lease, anOutcome(11))
      const next = [await claimWork(store, 12, 7), await claimWork(store, 12, 7)]
      const file = hanging.message.key
      expect(next.map(({ message }) => message.key)).toStrictEqual(
        file === 'file-a' ? [file, 'thanks-b'] : [file, 'thanks-a'],
      )
      expect(await store.claimMessage(waiting(12, 7))).toBeNull()
    })

    test('a download that is tried again holds up nothing, however young its message is', async () => {
      const store = subject.store()
      await store.keepMessage(aFileMessage('file', 'a', 5))
      await store.keepMessage(aMessage('question', 'a', 6))
      await store.keepMessage(aMessage('thanks', 'a', 7))
      await store.postponeMessage((await claim(store, 7)).lease, at(8), 'UND_ERR_STATUS_503')
      const question = await claimWork(store, 7, 0)
      expect(question.message.key).toBe('question')
      await store.commitOutcome(question.lease, anOutcome(8))
      const again = await claim(store, 8)
      expect((await claimWork(store, 8, 0)).message.key).toBe('thanks')
      expect(again).toMatchObject({ message: { key: 'file' }, faults: 1 })
    })

    test('with its files, the faults of the download are forgotten; without them they are not', async () => {
      const store = subject.store()
      for (const n of range(2)) {
        await store.keepMessage(aFileMessage(`m${n}`, `g${n}`, n))
        await store.postponeMessage((await claim(store, 10)).lease, at(11), 'reset')
      }
      await store.endDownload((await claim(store, 12)).lease, files)
      await store.endDownload((await claim(store, 12)).lease, null)
      expect(await claimWork(store, 13)).toMatchObject({ message: { key: 'm0' }, faults: 0 })
      expect(await claimWork(store, 13)).toMatchObject({ message: { key: 'm1' }, faults: 1, files: null })
    })

    test('what is not fetched is worked on without, in its turn', async () => {
      const store = subject.store()
      await store.keepMessage(aFileMessage('a'))
      expect(await store.endDownload((await claim(store, 0)).lease, null)).toBe(true)
      expect(await claimWork(store, 1)).toMatchObject({ attempts: 1, files: null })
    })

    test('the files of one conversation are fetched side by side, each by one', async () => {
      const stores = [subject.store(), await subject.beside(), await subject.beside(), await subject.beside()]
      await Promise.all(range(20).map((n) => subject.store().keepMessage(aFileMessage(`m${n}`, 'a', n))))
      const claims = range(10).flatMap(() => stores.map((store) => store.claimDownload(claimAt(100))))
      const won = (await Promise.all(claims)).filter((claimed) => claimed !== null)
      expect(won.map(({ message }) => message.key).sort()).toStrictEqual(
        range(20)
          .map((n) => `m${n}`)
          .sort(),
      )
    })

    test('while the head of a conversation is worked on, what follows is fetched', async () => {
      const store = subject.store()
      await store.keepMessage(aMessage('question', 'a', 0))
      await store.keepMessage(aFileMessage('file', 'a', 1))
      const work = await claimWork(store, 10)
      const download = await claim(store, 10)
      expect(await store.endDownload(download.lease, files)).toBe(true)
      expect(await store.claimMessage(claimAt(11))).toBeNull()
      await store.commitOutcome(work.lease, anOutcome(12))
      expect((await claimWork(store, 13)).message.key).toBe('file')
    })

    test('what was never tried goes before what failed, whatever is older', async () => {
      const store = subject.store()
      for (const n of range(2)) await store.keepMessage(aFileMessage(`m${n}`, `g${n}`, n))
      const first = await claim(store, 10)
      expect(await store.postponeMessage(first.lease, at(11), 'timeout')).toBe(true)
      await store.keepMessage(aFileMessage('m2', 'g2', 2))
      const order = [await claim(store, 12), await claim(store, 12), await claim(store, 12)]
      expect(order.map(({ message, faults, attempts }) => [message.key, faults, attempts])).toStrictEqual([
        ['m1', 0, 1],
        ['m2', 0, 1],
        ['m0', 1, 1],
      ])
    })

    test('one that is given back is fetched again in its time, and holds up nobody', async () => {
      const store = subject.store()
      await store.keepMessage(aFileMessage('m0', 'a'))
      await store.postponeMessage((await claim(store, 0)).lease, at(50), 'reset')
      expect(await store.claimMessage(claimAt(60))).toBeNull()
      expect(await store.claimDownload(claimAt(49))).toBeNull()
      const stopped = await claim(store, 50)
      expect(stopped).toMatchObject({ attempts: 1, faults: 1 })
      await store.postponeMessage(stopped.lease, at(51), 'stopping', false)
      expect(await claim(store, 51)).toMatchObject({ attempts: 1, faults: 1 })
    })

    test('a lease that ran out is claimed again, and counts; its late holder writes nothing', async () => {
      const store = subject.store()
      await store.keepMessage(aFileMessage('a'))
      const late = await claim(store, 0, { owner: 'late' })
      expect(await store.renewMessage(late.lease, at(90))).toBe(true)
      expect(await store.claimDownload(claimAt(89))).toBeNull()
      const next = await claim(store, 90, { owner: 'next' })
      expect(next).toMatchObject({ attempts: 2, deaths: 0 })
      expect(await store.renewMessage(late.lease, at(500))).toBe(false)
      expect(await store.endDownload(late.lease, files)).toBe(false)
      expect(await store.postponeMessage(late.lease, at(0), 'late')).toBe(false)
      expect(await store.endDownload(next.lease, files)).toBe(true)
      expect(await store.endDownload(next.lease, [])).toBe(false)
      expect((await claimWork(store, 91)).files).toStrictEqual(files)
    })

    test('after a restart an owner gets its own back at once, with the attempt counted', async () => {
      await subject.store().keepMessage(aFileMessage('a'))
      await claim(subject.store(), 100, { owner: 'me' })
      const store = await subject.restart()
      await store.freeLeases('me')
      expect(await claim(store, 101, { owner: 'me' })).toMatchObject({ attempts: 2, files: null })
    })

    test('platforms and people that are left out are left out', async () => {
      const store = subject.store()
      const wecom = { ...aFileMessage('w', 'a', 0, 'wang'), platform: 'wecom' }
      const dingtalk = { ...aFileMessage('d', 'b', 1, 'wang'), platform: 'dingtalk' }
      const other = { ...aFileMessage('o', 'a', 2, 'li'), platform: 'wecom' }
      for (const message of [wecom, dingtalk, other]) await store.keepMessage(message)
      const without = (exceptPlatforms: readonly string[], exceptPeople: readonly string[]) =>
        store.claimDownload({ ...claimAt(10), exceptPlatforms, exceptPeople })
      expect(await without(['wecom', 'dingtalk'], [])).toBeNull()
      expect((await without(['dingtalk'], [personOf(wecom)]))?.message.key).toBe('o')
      expect((await without(['wecom'], [personOf(wecom)]))?.message.key).toBe('d')
      expect(await without([], [personOf(wecom)])).toBeNull()
      expect((await without([], []))?.message.key).toBe('w')
    })

    test('it counts as work, and before and after it as waiting', async () => {
      const store = subject.store()
      await store.keepMessage(aFileMessage('a'))
      expect(await store.inboxDepth()).toMatchObject({ waiting: 1, working: 0, oldestWaiting: at(0) })
      const { lease } = await claim(store, 0)
      expect(await store.inboxDepth()).toMatchObject({ waiting: 0, working: 1 })
      await store.endDownload(lease, files)
      expect(await store.inboxDepth()).toMatchObject({ waiting: 1, working: 0 })
      expect(await store.messageState('a')).toMatchObject({ kind: 'open' })
    })
  })

  describe('a kind of message', () => {
    test('is claimed alone where it is asked for, each conversation in its order', async () => {
      const store = subject.store()
      await store.keepMessage(aFileMessage('file', 'a', 0))
      await store.keepMessage(aMessage('behind', 'a', 1))
      await store.keepMessage(aMessage('question', 'b', 2))
      await store.keepMessage(aFileMessage('after', 'b', 3))
      for (const n of range(2)) await store.endDownload((await claim(store, n)).lease, files)
      const texts = { ...claimAt(10), kind: 'texts' } as const
      expect((await store.claimMessage(texts))?.message.key).toBe('question')
      expect(await store.claimMessage(texts)).toBeNull()
      const filesOnly = { ...claimAt(10), kind: 'files' } as const
      expect((await store.claimMessage(filesOnly))?.message.key).toBe('file')
      expect(await store.claimMessage(filesOnly)).toBeNull()
    })
  })
}

async function claim(
  store: Store,
  seconds: number,
  more: Partial<DownloadClaim> = {},
): Promise<ClaimedMessage> {
  const claimed = await store.claimDownload({ ...claimAt(seconds), ...more })
  if (claimed === null) throw new Error(`nothing to fetch at ${seconds} s`)
  return claimed
}

/** A claim of work that waits for the files of messages that came after a moment. */
function waiting(seconds: number, fetchedSince: number): MessageClaim {
  return { ...claimAt(seconds), fetchedSince: at(fetchedSince) }
}

async function claimWork(store: Store, seconds: number, fetchedSince?: number): Promise<ClaimedMessage> {
  const claimed = await store.claimMessage(
    fetchedSince === undefined ? claimAt(seconds) : waiting(seconds, fetchedSince),
  )
  if (claimed === null) throw new Error(`nothing to work on at ${seconds} s`)
  return claimed
}
