import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FetchedFile, Message, Outcome } from '../../src/bot.ts'
import { aMessage } from '../a-message.ts'
import { createFakePlatform } from '../fake-platform.ts'
import { DeliveryBench, say, until } from './delivery-bench.ts'

let bench: DeliveryBench
beforeEach(async () => {
  bench = await DeliveryBench.open()
})
afterEach(() => bench.close())

const chatOf = (id: string): Message['conversation'] => ({ id, kind: 'single', name: null })

/** A text of a person in a chat of their own. */
function text(person: string, words = '帮助', n = 0): Message {
  return aMessage({
    ...{ key: `sandbox:${person}-${words}-${n}`, text: words, sender: { id: person, name: person } },
    ...{ conversation: chatOf(person), receivedAt: new Date(bench.now.getTime() + n) },
  })
}

/** A file of a person; its bytes are its ref. */
function file(person: string, ref: string, n = 0): Message {
  return {
    ...text(person, '', n),
    key: `sandbox:${person}-${ref}`,
    attachments: [{ kind: 'file', name: `${ref}.docx`, quoted: false, ref }],
  }
}

async function keep(messages: readonly Message[]): Promise<void> {
  for (const message of messages) await bench.store.keepMessage(message)
  bench.pass(0)
}

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)

describe('while the downloads of 18 people hang', () => {
  const hang = async (): Promise<void> => {
    const stuck = many(18).map((n) => file(`p${n}`, `stuck-${n}`, n))
    for (const { attachments } of stuck) bench.platform.hanging.add(attachments[0]?.ref ?? '')
    await keep(stuck)
  }

  test('others are answered at once', async () => {
    await hang()
    bench.startBot()
    await until(() => bench.platform.fetched.length >= 16)
    await keep([text('li', '问', 50)])
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['回 问'])
  })

  test('a file of somebody else is fetched once the first of them count as hanging', async () => {
    bench.slowAfter = 20
    await hang()
    bench.startBot(() => Promise.resolve(say('核对好了')))
    await keep([file('li', 'good', 50)])
    const [answer] = await bench.platform.hasSent(1)
    expect(answer?.to.userId).toBe('li')
  })

  test('what follows in their own chats waits for them a while, and no longer', async () => {
    await hang()
    bench.startBot((message, [fetched]) =>
      Promise.resolve(say(fetched === undefined ? message.text : `读了${fetched.kind}`)),
    )
    await keep([text('p3', '后问', 50), text('li', '问', 51)])
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['问'])
    bench.pass(5_100)
    await bench.platform.hasSent(2)
    expect(bench.texts).toEqual(['问', '后问'])
    bench.platform.release()
    await bench.platform.hasSent(20)
    const own = bench.platform.sent.filter(({ to }) => to.userId === 'p3')
    expect(own.map(({ reply }) => reply.markdown)).toEqual(['后问', '读了fetched'])
  })

  test('files of another platform are fetched', async () => {
    const other = createFakePlatform('dingtalk')
    bench.others.push(other)
    await hang()
    bench.startBot(() => Promise.resolve(say('核对好了')))
    await until(() => bench.platform.fetched.length >= 16)
    await keep([{ ...file('li', 'good', 50), platform: 'dingtalk' }])
    await other.hasSent(1)
    expect(other.sent[0]?.reply.markdown).toBe('核对好了')
  })
})

describe('in one group, what others say', () => {
  const group = { id: 'g1', kind: 'group', name: null } as const
  const inGroup = (message: Message): Message => ({ ...message, conversation: group })
  const answer = (message: Message, [fetched]: readonly FetchedFile[]): Promise<Outcome> =>
    Promise.resolve(say(fetched === undefined ? message.text : fetched.kind))

  test('is answered while the download of a file is tried again, and the file afterwards', async () => {
    const fault = Object.assign(new Error('away'), { code: 'UND_ERR_STATUS_503' })
    bench.platform.downloads.push(fault, fault)
    await keep([file('wang', 'f', 0), text('li', '问', 1)].map(inGroup))
    const bot = bench.startBot(answer)
    await bench.platform.hasSent(1)
    bench.pass(1_500)
    await until(() => bot.logged.length === 2)
    await keep([inGroup(text('li', '再问', 1_600))])
    await bench.platform.hasSent(2)
    bench.pass(7_000)
    await bench.platform.hasSent(3)
    expect(bench.texts).toEqual(['问', '再问', 'fetched'])
  })

  test('is answered after a file that is fetched as usual, also after a start', async () => {
    bench.platform.hanging.add('f')
    await keep([file('wang', 'f', 0), text('wang', '科技局有几件', 1)].map(inGroup))
    bench.pass(3_600_000)
    bench.startBot(answer)
    await until(() => bench.platform.fetched.length === 1)
    await keep([text('li', '问')])
    await bench.platform.hasSent(1)
    bench.platform.release()
    await bench.platform.hasSent(3)
    expect(bench.texts).toEqual(['问', 'fetched', '科技局有几件'])
  })
})

describe('a file', () => {
  test('of somebody else is fetched at once while 18 of one person hang', async () => {
    const stuck = many(18).map((n) => file('wang', `stuck-${n}`, n))
    for (const { attachments } of stuck) bench.platform.hanging.add(attachments[0]?.ref ?? '')
    await keep([...stuck, file('li', 'good', 50)])
    bench.startBot(() => Promise.resolve(say('核对好了')))
    await bench.platform.hasSent(1)
    expect(bench.platform.fetched).toEqual(['stuck-0', 'stuck-1', 'stuck-2', 'stuck-3', 'good'])
  })

  test('is fetched while the one before it in its chat is read: links do not wait', async () => {
    await keep([file('wang', '一', 0), file('wang', '二', 1), file('wang', '三', 2)])
    let finish = (): void => undefined
    const isReading = new Promise<void>((resolve) => (finish = resolve))
    bench.startBot(async (message) => {
      if (message.key.endsWith('一')) await isReading
      return say(message.key.slice(-1))
    })
    await until(() => bench.platform.fetched.length === 3)
    expect(bench.texts).toEqual([])
    finish()
    await bench.platform.hasSent(3)
    expect(bench.texts).toEqual(['一', '二', '三'])
  })

  test('that is refused as too much is not fetched', async () => {
    bench.limits = { ...bench.limits, person: { filesPerHour: 1, questionsPerMinute: 5 }, hoursOfFiles: 1 }
    await keep([file('wang', '一', 0), file('wang', '二', 1)])
    bench.startBot(() => Promise.resolve(say('核对好了')))
    await bench.platform.hasSent(2)
    expect(bench.texts).toEqual(['核对好了', 'files_refused'])
    expect(bench.platform.fetched).toEqual(['一'])
  })
})

test('a question is answered while more files wait for a reader than can be in work', async () => {
  await keep(many(40).map((n) => file(`p${n}`, `f-${n}`, n)))
  let reading = 0
  let finish = (): void => undefined
  const isRead = new Promise<void>((resolve) => (finish = resolve))
  bench.startBot(async (message, files) => {
    if (files.length === 0) return say(message.text)
    reading += 1
    await isRead
    return say('读完')
  })
  await until(() => reading === 16)
  await keep([text('li', '问', 50)])
  await bench.platform.hasSent(1)
  expect(bench.texts).toEqual(['问'])
  expect(reading).toBe(16)
  finish()
  await bench.platform.hasSent(41)
})

test('a file is read while questions come without end', async () => {
  await keep([file('wang', 'f'), ...many(60).map((n) => text(`p${n}`, '问', n))])
  const begun: string[] = []
  bench.startBot((message, files) => {
    begun.push(files.length === 0 ? '问' : '读')
    return Promise.resolve(say(message.text))
  })
  await bench.platform.hasSent(61)
  expect(begun.indexOf('读')).toBeLessThan(30)
})

describe('while 30 replies to one platform hang', () => {
  const hang = async (): Promise<void> => {
    for (const n of many(30)) bench.platform.hanging.add(`p${n}`)
    await keep(many(30).map((n) => text(`p${n}`, '帮助', n)))
  }

  test('those to another platform leave at once', async () => {
    const other = createFakePlatform('dingtalk')
    bench.others.push(other)
    await hang()
    bench.startBot()
    await until(async () => (await bench.store.outboxDepth()).waiting === 30)
    await keep([{ ...text('li', '问', 50), platform: 'dingtalk' }])
    await other.hasSent(1)
    expect(other.sent[0]?.reply.markdown).toBe('回 问')
  })

  test('others to the same platform leave once the first of them count as hanging', async () => {
    bench.slowAfter = 20
    await hang()
    bench.startBot()
    await keep([text('li', '问', 50)])
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['回 问'])
  })
})
