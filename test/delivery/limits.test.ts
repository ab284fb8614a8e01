import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Message } from '../../src/bot.ts'
import { QueueNotice } from '../../src/delivery/queue-notice.ts'
import { isFirstToTell } from '../../src/delivery/tell-once.ts'
import { silentLog } from '../../src/log.ts'
import { aMessage } from '../a-message.ts'
import { DeliveryBench, say, until } from './delivery-bench.ts'

let bench: DeliveryBench
beforeEach(async () => {
  bench = await DeliveryBench.open()
  bench.limits = {
    person: { filesPerHour: 3, questionsPerMinute: 5 },
    group: { filesPerHour: 100, questionsPerMinute: 100 },
    hoursOfFiles: 2,
    waitingFiles: 2,
  }
})
afterEach(() => bench.close())

/** Keeps messages of one person, a millisecond apart, with a file each or without. */
async function keep(count: number, parts: Partial<Message>, withFile: boolean): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const key = `sandbox:${parts.sender?.id ?? 'wang'}-${withFile ? 'file' : 'text'}-${n}`
    await bench.store.keepMessage(
      aMessage({
        ...{ key, text: withFile ? '' : `问 ${n}`, receivedAt: new Date(bench.now.getTime() + n) },
        attachments: withFile ? [{ kind: 'file', name: `${n}.docx`, quoted: false, ref: `内容 ${n}` }] : [],
        ...parts,
      }),
    )
  }
}

describe('a flood of files by one person', () => {
  test('is read in its hours, refused beyond them with a word each, and holds up nobody else', async () => {
    await keep(9, {}, true)
    await keep(1, { sender: { id: 'li', name: '李' }, receivedAt: new Date(bench.now.getTime() + 50) }, true)
    bench.startBot((_, files) => Promise.resolve(say(files[0]?.kind === 'fetched' ? files[0].file.name : '')))
    await until(async () => (await bench.store.inboxDepth()).waiting === 3)
    await bench.platform.hasSent(8)
    expect(bench.texts).toEqual([
      ...['0.docx', '1.docx', '2.docx', 'put_off'],
      ...['files_refused', 'files_refused', 'files_refused', '0.docx'],
    ])
    // The bytes are here already: links do not wait an hour.
    bench.platform.downloads.push(new Error('must not be asked again'))
    bench.pass(3_600_100)
    await bench.platform.hasSent(11)
    expect(bench.texts.slice(8)).toEqual(['3.docx', '4.docx', '5.docx'])
    expect(await bench.store.inboxDepth()).toMatchObject({ waiting: 0, working: 0, dead: 0 })
    expect(bench.platform.downloads).toHaveLength(1)
  })

  test('is told under the first that is put off, and its answer comes under the same message', async () => {
    await keep(4, {}, true)
    bench.startBot()
    await bench.platform.hasSent(4)
    expect((await bench.store.repliesTo('sandbox:wang-file-3')).map(({ key }) => key)).toEqual([
      'sandbox:wang-file-3#wait0',
    ])
    bench.pass(3_600_100)
    await bench.platform.hasSent(5)
    expect(bench.platform.sent[4]?.key).toBe('sandbox:wang-file-3#0')
  })

  test('over two workers on one store keeps to the limit', async () => {
    await keep(9, {}, true)
    const read: string[] = []
    const count = (message: Message): ReturnType<typeof say> => {
      read.push(message.key)
      return say('好')
    }
    bench.startBot((message) => Promise.resolve(count(message)))
    bench.startBot((message) => Promise.resolve(count(message)))
    await until(async () => {
      const { waiting, working } = await bench.store.inboxDepth()
      return waiting === 3 && working === 0
    })
    expect(read).toHaveLength(3)
  })
})

test('files that are not taken are not fetched, and answered at once instead of in their hour', async () => {
  bench.takesFiles = false
  bench.platform.downloads.push(new Error('must not be asked'))
  await keep(9, {}, true)
  bench.startBot((_, files) => Promise.resolve(say(`${files.length} 份`)))
  await bench.platform.hasSent(9)
  expect(bench.texts).toEqual([...Array<string>(6).fill('0 份'), ...Array<string>(3).fill('files_refused')])
  expect(bench.platform.downloads).toHaveLength(1)
})

describe('a flood of questions by one person', () => {
  test('is answered up to the limit, then refused with a word each; others are answered; a minute later all is well', async () => {
    await keep(40, {}, false)
    await keep(1, { sender: { id: 'li', name: '李' }, receivedAt: new Date(bench.now.getTime() + 90) }, false)
    bench.startBot()
    await bench.platform.hasSent(41)
    await until(async () => (await bench.store.outboxDepth()).waiting === 0)
    expect(bench.texts).toEqual([
      ...['回 问 0', '回 问 1', '回 问 2', '回 问 3', '回 问 4'],
      ...Array<string>(35).fill('questions_refused'),
      '回 问 0',
    ])
    bench.pass(61_000)
    await bench.store.keepMessage(aMessage({ key: 'sandbox:later', text: '后来', receivedAt: bench.now }))
    bench.pass(0)
    await bench.platform.hasSent(42)
    expect(bench.texts.at(-1)).toBe('回 后来')
  })
})

describe('who is told', () => {
  const at = (ms: number, key = `k${ms}`): Message =>
    aMessage({ key, receivedAt: new Date(Date.UTC(2026, 0, 12) + ms) })

  test('is told once in a while, wherever on the clock it falls, and the same message always again', async () => {
    const { store } = bench
    const told: number[] = []
    for (const ms of [
      300_000, 310_000, 599_990, 600_000, 899_990, 900_000, 950_000, 1_499_990, 1_500_000, 6_000_000,
    ]) {
      if (await isFirstToTell(at(ms), 'put_off', store)) told.push(ms)
    }
    expect(told).toEqual([300_000, 900_000, 1_500_000, 6_000_000])
    expect(await isFirstToTell(at(900_000), 'put_off', store)).toBe(true)
    expect(await isFirstToTell(at(950_000), 'put_off', store)).toBe(false)
  })

  test('of many at once it is one', async () => {
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, n) => isFirstToTell(at(5, `k${n}`), 'queue', bench.store)),
    )
    expect(asked.filter(Boolean)).toHaveLength(1)
  })
})

describe('a long queue', () => {
  test('is told once to who sends a file into it, and to nobody else', async () => {
    const says: string[] = []
    const notice = new QueueNotice({
      ...{ store: bench.store, platforms: new Map([['sandbox', bench.platform]]), log: silentLog },
      ...{ limit: 2, secondsPerFile: () => 45, clock: () => bench.now, onReplies: () => undefined },
      takesFiles: ({ sender }) => Promise.resolve(sender.id !== 'unbound'),
      say: (_, excess) => {
        const text = excess.kind === 'queue' ? `${excess.waiting} 份 ${excess.minutes} 分钟` : excess.kind
        says.push(text)
        return { title: text, markdown: text }
      },
    })
    const file = { kind: 'file', name: 'a.docx', quoted: false, ref: 'x' } as const
    await keep(3, {}, true)
    await notice.consider(aMessage({ key: 'sandbox:text', receivedAt: bench.now }))
    expect(says).toEqual([])
    for (const n of [1, 2, 3]) {
      const message = aMessage({ key: `sandbox:n${n}`, attachments: [file], receivedAt: bench.now })
      await bench.store.keepMessage(message)
      await notice.consider(message)
    }
    const sender = { id: 'unbound', name: '外' }
    const out = aMessage({ key: 'sandbox:out', sender, attachments: [file], receivedAt: bench.now })
    await bench.store.keepMessage(out)
    await notice.consider(out)
    expect(says).toEqual(['4 份 3 分钟'])
    expect((await bench.store.repliesTo('sandbox:n1')).map(({ reply }) => reply.markdown)).toEqual([
      '4 份 3 分钟',
    ])
  })

  test('that is not long is not told', async () => {
    const notice = new QueueNotice({
      ...{ store: bench.store, platforms: new Map([['sandbox', bench.platform]]), log: silentLog },
      ...{ limit: 2, secondsPerFile: () => 45, clock: () => bench.now, onReplies: () => undefined },
      takesFiles: ({ sender }) => Promise.resolve(sender.id !== 'unbound'),
      say: () => {
        throw new Error('must not be said')
      },
    })
    await keep(2, {}, true)
    const file = { kind: 'file', name: 'a.docx', quoted: false, ref: 'x' } as const
    await notice.consider(
      aMessage({ key: 'sandbox:wang-file-1', attachments: [file], receivedAt: bench.now }),
    )
    expect(await bench.store.repliesTo('sandbox:wang-file-1')).toEqual([])
  })
})
