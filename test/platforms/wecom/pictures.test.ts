import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { ReplyFile } from '../../../src/bot.ts'
import type { Store } from '../../../src/store/store.ts'
import {
  group,
  robotKey,
  until,
  visible,
  WecomHouse,
  type Respond,
  type WecomHouseOptions,
} from './wecom-house.ts'

let house: WecomHouse
afterEach(() => house.close())

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)])
const tooLarge = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)])
const alt = '甲局 2021—2025年 依申请'
const item = {
  msgtype: 'image',
  image: { base64: png.toString('base64'), md5: createHash('md5').update(png).digest('hex') },
}

async function pictureOf(store: Store, bytes: Buffer): Promise<ReplyFile> {
  const [sha256, page] = [await store.putFile(bytes), await store.putFile(Buffer.from('{}'))]
  const shows = { alt, width: 390, height: 300 }
  return { kind: 'picture', name: '2021—2025年依申请.png', sha256, size: bytes.length, shows, page }
}

/** Answers everything with words and a picture. */
function withPicture(bytes = png, markdown = '**3 件**'): Respond {
  return async (_message, _files, store) => ({
    replies: [{ title: '好', markdown, files: [await pictureOf(store, bytes)] }],
  })
}

async function open(options: WecomHouseOptions = {}): Promise<WecomHouse> {
  house = await WecomHouse.open({ respond: withPicture(), ...options })
  return house
}

const asked = (chatId?: string): Readonly<Record<string, unknown>> =>
  house.payload({ msgtype: 'text', text: { content: '依申请趋势' } }, chatId)
const link =
  /^\*\*3 件\*\*\n\n\[看图：甲局 2021—2025年 依申请\]\(https:\/\/bot\.example\.cn\/charts\/[0-9a-f]{64}\?t=/

describe('in a stream', () => {
  test.each([1, 2, 3, 4, 5])(
    'a picture stands once beside the words, for a message that came %i times',
    async (times) => {
      const { bot, fake } = await open()
      const payload = asked(group)
      const frames = await bot.say(payload, times)
      const id = frames[0]?.stream.id ?? ''
      const { stream } = await bot.finished(payload, id)
      expect(stream).toEqual({ id, finish: true, content: '**3 件**', msg_item: [item] })
      // Asked again, it is the same frame, and nothing follows it.
      expect((await bot.poll(payload, id)).stream).toEqual(stream)
      house.pass(10 * 60_000)
      await house.isQuiet()
      expect(house.heard).toHaveLength(1)
      expect(fake.shown).toEqual([])
    },
  )

  test('a picture that is too large goes as a link to its page', async () => {
    const { bot } = await open({ respond: withPicture(tooLarge) })
    const payload = asked()
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.msg_item).toBeUndefined()
    expect(stream.content).toMatch(link)
  })

  test('a picture without words has some, or nothing would be seen of the frame', async () => {
    const { bot } = await open({ respond: withPicture(png, '') })
    const payload = asked()
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.msg_item).toEqual([item])
    expect(stream.content).toContain(alt)
  })
})

test('by response_url, which takes none, a picture is a link to its page', async () => {
  const { bot, fake } = await open()
  await bot.say(asked(group), 3)
  await until(async () => (await house.store.outboxDepth()).waiting > 0)
  house.pass(21_000)
  const [shown] = await house.hasShown(1)
  await house.isQuiet()
  expect(shown).toMatch(link)
  expect(fake.shown.map(({ via }) => via)).toEqual(['response_url'])
})

describe('by the app', () => {
  const say = (times = 1): Promise<unknown> =>
    house.app.sayXml(house.fields({ MsgType: 'text', Content: '依申请趋势' }), times)
  const seen = (): readonly (readonly [string, string])[] =>
    house.fake.shown.map(({ type, content }) => [type, visible(content)])
  const both = [
    ['markdown', '**3 件**'],
    ['image', '2021—2025年依申请.png'],
  ]

  test.each([1, 2, 3, 4, 5])(
    'the picture follows the words once, for a message that came %i times',
    async (times) => {
      await open()
      await say(times)
      await house.hasShown(2)
      await house.isQuiet()
      expect(seen()).toEqual(both)
    },
  )

  test('the same picture is seen again where the same is asked again', async () => {
    await open()
    await say()
    await house.hasShown(2)
    await say()
    await house.hasShown(4)
    expect(seen()).toEqual([...both, ...both])
  })

  test('a picture whose sending nobody heard of is seen once', async () => {
    const { fake } = await open({ respond: withPicture(png, '') })
    fake.fail('/cgi-bin/message/send', { kind: 'reset', when: 'after' })
    await say()
    await until(() => house.logged.some((line) => line.includes('reply not sent')))
    house.pass(60_000)
    await house.isQuiet()
    expect(fake.requestsTo('/cgi-bin/message/send')).toHaveLength(2)
    expect(fake.requestsTo('/cgi-bin/media/upload')).toHaveLength(1)
    expect(seen()).toEqual(both.slice(1))
  })

  test.each([
    ['is not taken up', '/cgi-bin/media/upload', 40005],
    ['is not taken as a message', '/cgi-bin/message/send', 40008],
  ])('a picture that %s goes as a link', async (_what, path, errcode) => {
    const { fake } = await open({ respond: withPicture(png, '') })
    fake.fail(path, { kind: 'errcode', errcode })
    await say()
    const [shown] = await house.hasShown(1)
    await house.isQuiet()
    expect(shown).toMatch(/^\[看图：甲局 2021—2025年 依申请\]\(https:\/\/bot\.example\.cn\/charts\//)
    expect(fake.shown).toHaveLength(1)
  })
})

describe('by the robot of a group', () => {
  /** To a group whose message nobody can answer any other way. */
  const inGroup = async (): Promise<void> => {
    const { bot, fake } = house
    const payload = { ...asked(group), response_url: undefined }
    await bot.say(payload, 3)
    await until(async () => (await house.store.outboxDepth()).waiting > 0)
    house.pass(21_000)
    await until(() => fake.shown.length >= 2)
    await house.isQuiet()
  }

  test('the picture follows the words, once', async () => {
    const { fake } = await open({ settings: { app: null }, hasRobot: true })
    await inGroup()
    expect(fake.shown.map(({ via, to, type }) => [via, to, type])).toEqual([
      ['robot', robotKey, 'markdown'],
      ['robot', robotKey, 'image'],
    ])
    expect(fake.requestsTo('/cgi-bin/webhook/send')[1]?.json).toEqual(item)
  })

  test('a picture that is refused goes as a link', async () => {
    const { fake } = await open({ settings: { app: null }, hasRobot: true })
    fake.fail(
      '/cgi-bin/webhook/send',
      ...[0, 40009].map((errcode) => ({ kind: 'errcode', errcode }) as const),
    )
    const { bot } = house
    await bot.say({ ...asked(group), response_url: undefined })
    await until(async () => (await house.store.outboxDepth()).waiting > 0)
    house.pass(21_000)
    const [shown] = await house.hasShown(1)
    await house.isQuiet()
    expect(shown).toMatch(/^看图：甲局 2021—2025年 依申请：\nhttps:\/\/bot\.example\.cn\/charts\//)
  })

  test('25 answers with pictures at once come whole, in order, and never too fast', async () => {
    const numbers = Array.from({ length: 25 }, (_, number) => number)
    const pictures = numbers.map((number) => Buffer.concat([png, Buffer.from([number])]))
    const respond: Respond = async ({ text }, _files, store) => {
      const picture = await pictureOf(store, pictures[Number(text)] ?? png)
      return { replies: [{ title: '好', markdown: `**第 ${text} 条**`, files: [picture] }] }
    }
    const { bot, fake } = await open({ respond, settings: { app: null }, hasRobot: true })
    for (const number of numbers) {
      const payload = house.payload({ msgtype: 'text', text: { content: `@公开 助手 ${number}` } }, group)
      await bot.say({ ...payload, response_url: undefined })
    }
    await house.isWorkedOff()
    while ((await house.store.outboxDepth()).waiting > 0) {
      house.pass(1_000)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(fake.shown.map(({ content }) => visible(content).replace(/^<@zhangsan>\n/, ''))).toEqual(
      pictures.flatMap((bytes, number) => [
        `**第 ${number} 条**`,
        createHash('md5').update(bytes).digest('hex'),
      ]),
    )
    // The fake shows nothing of what is too fast: none was.
    expect(fake.requestsTo('/cgi-bin/webhook/send')).toHaveLength(50)
  })
})
