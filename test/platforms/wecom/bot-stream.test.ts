import { afterEach, describe, expect, test } from '@jest/globals'
import { noticeRows } from '../../../src/delivery/reply-rows.ts'
import { aServer } from '../outgoing/a-server.ts'
import { group, say, until, WecomHouse, type WecomHouseOptions } from './wecom-house.ts'

let house: WecomHouse
afterEach(() => house.close())

async function open(options: WecomHouseOptions = {}): Promise<WecomHouse> {
  house = await WecomHouse.open(options)
  return house
}

const minute = 60_000

describe('a stream', () => {
  test('whose last frame got lost gives the same frame again', async () => {
    const { bot } = await open()
    const payload = house.payload({ msgtype: 'text', text: { content: '帮助' } })
    const [frame] = await bot.say(payload)
    const first = await bot.finished(payload, frame?.stream.id ?? '')
    house.pass(minute)
    expect(await bot.poll(payload, frame?.stream.id ?? '')).toEqual(first)
    await house.isQuiet()
    expect(house.fake.shown).toEqual([])
  })

  test('brings all replies that fit; the rest follows by response_url', async () => {
    const long = '长'.repeat(4_000)
    const { bot, fake } = await open({
      respond: () => say([`甲${long}`, `乙${long.slice(0, 2000)}`, `丙${long}`]),
    })
    const payload = house.payload({ msgtype: 'text', text: { content: '核对' } })
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.content).toMatch(/^甲长+\n\n---\n\n乙长+$/)
    const shown = await house.hasShown(1)
    await house.isQuiet()
    expect(shown).toEqual([`丙${long}`])
    expect(fake.shown.map(({ via }) => via)).toEqual(['response_url'])
    expect((await bot.poll(payload, frame?.stream.id ?? '')).stream.content).toBe(stream.content)
  })

  test('of a long job ends with a word after 5.5 minutes; then the reply is sent', async () => {
    let release = (): void => undefined
    const worked = new Promise<void>((resolve) => (release = resolve))
    const { bot, fake } = await open({
      respond: async () => {
        await worked
        return say(['慢慢来'])
      },
    })
    const payload = house.payload({ msgtype: 'text', text: { content: '核对' } })
    const [frame] = await bot.say(payload)
    const id = frame?.stream.id ?? ''
    house.pass(5 * minute)
    expect((await bot.poll(payload, id)).stream.finish).toBe(false)
    house.pass(0.6 * minute)
    expect((await bot.poll(payload, id)).stream).toMatchObject({
      finish: true,
      content: '收到，结果稍后发出。',
    })
    release()
    expect(await house.hasShown(1)).toEqual(['慢慢来'])
    expect(fake.shown[0]).toMatchObject({ via: 'response_url', to: 'zhangsan' })
    expect((await bot.poll(payload, id)).stream.content).toBe('处理好了，结果见下一条消息。')
  })

  test('shows what is said meanwhile, and keeps asking for the answer', async () => {
    let release = (): void => undefined
    const worked = new Promise<void>((resolve) => (release = resolve))
    const { bot, fake, store } = await open({
      respond: async () => {
        await worked
        return say(['好了'])
      },
    })
    const payload = house.payload({ msgtype: 'text', text: { content: '核对' } })
    const [frame] = await bot.say(payload)
    const id = frame?.stream.id ?? ''
    await until(() => house.heard.length === 1)
    await enqueueNotice('排队较多')
    expect((await bot.poll(payload, id)).stream).toEqual({ id, finish: false, content: '排队较多' })
    expect((await bot.poll(payload, id)).stream.content).toBe('排队较多')
    release()
    await until(async () => (await store.inboxDepth()).working === 0)
    expect((await bot.poll(payload, id)).stream).toMatchObject({
      finish: true,
      content: '排队较多\n\n---\n\n好了',
    })
    await house.isQuiet()
    expect(fake.shown).toEqual([])
  })

  test('that nobody fetches leaves response_url to the answer, whatever was said before', async () => {
    let release = (): void => undefined
    const worked = new Promise<void>((resolve) => (release = resolve))
    const { bot, fake } = await open({
      respond: async () => {
        await worked
        return say(['好了'])
      },
    })
    await bot.say(house.payload({ msgtype: 'text', text: { content: '核对' } }))
    await until(() => house.heard.length === 1)
    await enqueueNotice('排队较多')
    house.pass(21_000)
    await house.hasShown(1)
    release()
    await until(async () => (await house.store.outboxDepth()).waiting === 1)
    house.pass(21_000)
    expect(await house.hasShown(2)).toEqual(['排队较多', '好了'])
    expect(fake.shown.map(({ via }) => via)).toEqual(['app', 'response_url'])
  })

  test('nobody knows ends with a word', async () => {
    const { bot } = await open()
    const payload = house.payload({})
    for (const id of ['S-unknown', 'x', 'abc-M1']) {
      expect((await bot.poll(payload, id)).stream).toEqual({
        id,
        finish: true,
        content: '会话已中断，请重新发送。',
      })
    }
  })

  test('shows pictures by themselves', async () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex')
    const { bot } = await open({
      respond: async (_, __, store) => {
        const sha256 = await store.putFile(png)
        return say(['看图'], { files: [{ kind: 'picture', name: '图.png', sha256, size: png.length }] })
      },
    })
    const payload = house.payload({ msgtype: 'text', text: { content: '图' } })
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    // Their links would show them a second time.
    expect(stream.content).toBe('看图')
    expect(stream.msg_item).toEqual([
      {
        msgtype: 'image',
        image: { base64: png.toString('base64'), md5: '59908744af9e67de0f07f3a566bc97a4' },
      },
    ])
  })
})

describe('a reply that no stream fetches', () => {
  test('goes by response_url after 20 seconds, all parts in one message', async () => {
    const { bot, fake } = await open({ respond: () => say(['甲', '乙', '丙']) })
    await bot.say(house.payload({ msgtype: 'text', text: { content: '核对' } }, group), 3)
    while ((await house.store.outboxDepth()).waiting < 3)
      await new Promise((resolve) => setImmediate(resolve))
    expect(fake.shown).toEqual([])
    house.pass(21_000)
    expect(await house.hasShown(1)).toEqual(['甲\n\n---\n\n乙\n\n---\n\n丙'])
    await house.isQuiet()
    expect(fake.shown).toHaveLength(1)
    expect(fake.shown[0]).toMatchObject({ via: 'response_url', to: group })
  })

  test('is not repeated elsewhere where nobody knows whether it arrived', async () => {
    const { bot, fake } = await open()
    fake.fail('/cgi-bin/aibot/response', { kind: 'reset', when: 'after' })
    await bot.say(house.payload({ msgtype: 'text', text: { content: '一' } }))
    while ((await house.store.outboxDepth()).waiting < 1)
      await new Promise((resolve) => setImmediate(resolve))
    house.pass(21_000)
    await house.hasShown(1)
    await until(() => house.logged.some((line) => line.includes('unknown')))
    house.pass(31_000)
    await house.isQuiet()
    expect(fake.requestsTo('/cgi-bin/aibot/response')).toHaveLength(2)
    expect(fake.shown).toHaveLength(1)
  })

  const used = async (chatId?: string): Promise<void> => {
    const { bot, fake } = house
    const payload = house.payload({ msgtype: 'text', text: { content: '一' } }, chatId)
    await fetch(String(payload['response_url']), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'markdown', markdown: { content: '别处' } }),
    })
    await bot.say(payload)
    while ((await house.store.outboxDepth()).waiting < 1)
      await new Promise((resolve) => setImmediate(resolve))
    house.pass(21_000)
    await house.isQuiet()
    expect(fake.requestsTo('/cgi-bin/aibot/response')).toHaveLength(2)
  }

  test('goes by the app to the one who asked where response_url is used up', async () => {
    await open()
    await used(group)
    expect(house.fake.shown.slice(1)).toMatchObject([{ via: 'app', to: 'zhangsan', type: 'text' }])
  })

  test.each([
    ['the app', {}],
    ['no app', { app: null }],
  ])('of a group goes by its robot, with %s', async (_, settings) => {
    await open({ settings, hasRobot: true })
    await used(group)
    expect(house.fake.shown.slice(1)).toMatchObject([{ via: 'robot', mentions: ['zhangsan'] }])
  })

  test('of a group goes to the asker by the app where the robot is not taken', async () => {
    await open({ hasRobot: true })
    house.fake.fail('/cgi-bin/webhook/send', { kind: 'errcode', errcode: 93000 })
    await used(group)
    expect(house.fake.shown.slice(1)).toMatchObject([{ via: 'app' }])
  })

  test('of a single chat never goes by a robot', async () => {
    await open({ hasRobot: true })
    await used()
    expect(house.fake.shown.slice(1)).toMatchObject([{ via: 'app' }])
  })

  test.each([
    ['an address that takes answers', (): string => house.fake.responseUrl({ userId: 'zhangsan' })],
    ['an inner one', (): string => 'http://169.254.169.254/cgi-bin/aibot/response'],
  ])('goes by the app where response_url sends on to %s, which is not asked', async (_, location) => {
    const server = await aServer((_request, response) => {
      response.writeHead(307, { location: location() }).end()
    })
    const { bot, fake } = await open({ downloadHosts: [new URL(server.base).host] })
    const payload = house.payload({ msgtype: 'text', text: { content: '一' } })
    await bot.say({ ...payload, response_url: `${server.base}/cgi-bin/aibot/response?response_code=C1` })
    await until(async () => (await house.store.outboxDepth()).waiting > 0)
    house.pass(21_000)
    await house.isQuiet()
    await server.close()
    expect(server.requests).toHaveLength(1)
    expect(fake.requestsTo('/cgi-bin/aibot/response')).toEqual([])
    expect(fake.shown).toMatchObject([{ via: 'app', to: 'zhangsan' }])
  })

  test('is given up where no way is left', async () => {
    await open({ settings: { app: null } })
    await used()
    expect(await house.store.outboxDepth()).toEqual({ waiting: 0, failed: 1 })
    expect(house.fake.shown).toHaveLength(1)
  })
})

test('a reply that is too long for one message goes behind a link', async () => {
  const { bot } = await open({ respond: () => say([`**有 186 处错误**\n\n${'很长的一段。'.repeat(2_000)}`]) })
  const payload = house.payload({ msgtype: 'text', text: { content: '核对' } })
  const [frame] = await bot.say(payload)
  const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
  expect(stream.content).toContain('全文在文件里')
  expect(stream.content).toContain('有 186 处错误')
  expect(stream.content).toMatch(/\]\(https:\/\/bot\.example\.cn\//)
})

test.each([{}, { stream: {} }, { stream: { id: { a: 1 } } }, { stream: null }])(
  'a poll without a name, %j, ends and is no message',
  async (parts) => {
    const { bot } = await open()
    const [frame] = await bot.say(house.payload({ msgtype: 'stream', ...parts }))
    expect(frame?.stream).toMatchObject({ id: '', finish: true })
    expect(house.heard).toEqual([])
  },
)

/** Says something about the message that the bot works on, as the house does about its queue. */
async function enqueueNotice(text: string): Promise<void> {
  const [message] = house.heard
  if (message === undefined) throw new Error('nothing heard')
  const [row] = await noticeRows(message, { title: text, markdown: text }, house.platform, house.now)
  if (row === undefined) throw new Error('no notice')
  await house.store.enqueueReply(row, message.receivedAt)
}
