import { afterEach, describe, expect, test } from '@jest/globals'
import { aServer } from '../outgoing/a-server.ts'
import { group, until, WecomHouse, type WecomHouseOptions } from './wecom-house.ts'

let house: WecomHouse
afterEach(() => house.close())

async function open(options: WecomHouseOptions = {}): Promise<WecomHouse> {
  house = await WecomHouse.open(options)
  return house
}

const disposition = "attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%202025.docx"
const minute = 60_000

describe('the callback address', () => {
  test('is verified with the bare text', async () => {
    const { bot } = await open()
    const answer = await bot.verify('1616140317555161061')
    expect(answer).toMatchObject({ status: 200, body: '1616140317555161061' })
  })
})

describe('a file', () => {
  test('sent in a single chat is decrypted and named, and its answer comes with the stream, once', async () => {
    const { bot, fake } = await open()
    const payload = house.payload({
      msgtype: 'file',
      file: { url: fake.fileUrl(Buffer.from('内容'), disposition) },
    })
    const frames = await bot.say(payload, 5)
    expect(new Set(frames.map(({ stream }) => stream.id)).size).toBe(1)
    expect(frames.every(({ stream }) => !stream.finish && stream.content === '收到，正在处理…')).toBe(true)
    const id = frames[0]?.stream.id ?? ''
    expect((await bot.finished(payload, id)).stream).toEqual({
      id,
      finish: true,
      content: '收到：年报 2025.docx（6）',
    })
    house.pass(10 * minute)
    await house.isQuiet()
    expect(house.heard).toHaveLength(1)
    expect(house.heard[0]).toMatchObject({
      key: `wecom:bot:AIBOT1:${String(payload['msgid'])}`,
      conversation: { id: 'wecom:bot:zhangsan', kind: 'single' },
      sender: { id: 'zhangsan', name: 'zhangsan' },
    })
    expect(fake.shown).toEqual([])
  })

  test('quoted in a group with the bot called is fetched; the group keeps its id', async () => {
    const { bot, fake } = await open()
    const payload = house.payload(
      {
        msgtype: 'text',
        text: { content: '@公开 助手 核对这个表' },
        quote: { msgtype: 'file', file: { url: fake.fileUrl(Buffer.from('a,b\n'), disposition) } },
      },
      group,
    )
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.content).toBe('收到：核对这个表年报 2025.docx（4）')
    expect(house.heard[0]).toMatchObject({
      text: '核对这个表',
      conversation: { id: group, kind: 'group' },
      attachments: [{ kind: 'file', quoted: true, name: null }],
    })
  })

  test('whose link is over, or that has none, is said to be gone', async () => {
    const { bot, fake } = await open()
    const over = fake.fileUrl(Buffer.from('x'), null)
    house.pass(6 * minute)
    for (const [file, code] of [
      [{ url: over }, 'expired'],
      ...[{}, { url: '' }, { url: ' ' }, { url: null }, { url: 'none' }].map(
        (file) => [file, 'gone'] as const,
      ),
    ] as const) {
      const payload = house.payload({ msgtype: 'file', file })
      const [frame] = await bot.say(payload)
      const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
      expect(stream.content).toBe(`收到：无名（file＿${code}）`)
    }
  })

  test.each([
    [-31, '未命名文件（20971489）'],
    [0, '未命名文件（20971520）'],
    [1, '无名（file＿too＿large）'],
    [32, '无名（file＿too＿large）'],
    [33, '无名（file＿too＿large）'],
  ])('of 20 MiB and %i bytes is measured without its padding', async (more, said) => {
    const { bot, fake } = await open()
    const url = fake.fileUrl(Buffer.alloc(20 * 1024 * 1024 + more), null)
    const payload = house.payload({ msgtype: 'file', file: { url } })
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.content).toBe(`收到：${said}`)
  })

  test('on a busy host is fetched later', async () => {
    const { bot, fake } = await open()
    const url = fake.fileUrl(Buffer.from('x'), disposition)
    fake.fail(new URL(url).pathname, { kind: 'status', status: 503 }, { kind: 'reset', when: 'after' })
    const payload = house.payload({ msgtype: 'file', file: { url } })
    const [frame] = await bot.say(payload)
    for (const tries of [1, 2]) {
      await until(() => house.logged.filter((line) => line.includes('message postponed')).length >= tries)
      house.pass(7_000)
    }
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.content).toBe('收到：年报 2025.docx（1）')
  })

  test('on a host that is away keeps nobody else in its group waiting, and is fetched while its link lives', async () => {
    const { bot, fake } = await open()
    const url = fake.fileUrl(Buffer.from('x'), disposition)
    const away = { kind: 'status', status: 503 } as const
    fake.fail(new URL(url).pathname, ...Array.from({ length: 6 }, () => away))
    const text = { content: '@公开 助手 核对' }
    const quoting = house.payload({ msgtype: 'text', text, quote: { msgtype: 'file', file: { url } } }, group)
    const [frame] = await bot.say(quoting)
    const failed = (): number => house.logged.filter((line) => line.includes('message postponed')).length
    for (const [tries, seconds] of [2, 7, 37, 50, 50, 50].entries()) {
      await until(() => failed() > tries)
      const asking = house.payload(
        { msgtype: 'text', text: { content: `@公开 助手 帮助${tries}` }, from: { userid: 'lisi' } },
        group,
      )
      const [asked] = await bot.say(asking)
      expect((await bot.finished(asking, asked?.stream.id ?? '')).stream.content).toBe(`收到：帮助${tries}`)
      house.pass(seconds * 1000)
    }
    const { stream } = await bot.finished(quoting, frame?.stream.id ?? '')
    expect(stream.content).toBe('收到：核对年报 2025.docx（1）')
  })

  test('on a host that stays away is asked for as long as its link lives, and its sender hears of it', async () => {
    const { bot, fake } = await open()
    const url = fake.fileUrl(Buffer.from('x'), disposition)
    const away = { kind: 'reset', when: 'after' } as const
    fake.fail(new URL(url).pathname, ...Array.from({ length: 20 }, () => away))
    const sent = house.now.getTime()
    const payload = house.payload({ msgtype: 'file', file: { url } })
    const [frame] = await bot.say(payload)
    const tries = (): number => fake.requestsTo(new URL(url).pathname).length
    for (let count = 0; house.heard.length === 0;) {
      await until(() => tries() > count || house.heard.length > 0)
      count = tries()
      await until(async () => (await house.store.inboxDepth()).working === 0)
      if (house.now.getTime() - sent < 280_000)
        house.pass(house.now.getTime() - sent < 36_000 ? 40_000 : 61_000)
    }
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.content).toBe('收到：无名（file＿unreachable）')
    expect(tries()).toBeGreaterThanOrEqual(5)
    expect(house.now.getTime() - sent).toBeLessThan(300_000)
  })

  test('on a host nobody named is not fetched, and the sender hears of it', async () => {
    const { bot, fake } = await open()
    const url = fake.fileUrl(Buffer.from('x'), null).replace('127.0.0.1', '127.0.0.2')
    const payload = house.payload({ msgtype: 'file', file: { url } })
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    expect(stream.content).toBe('收到：无名（file＿host＿refused）')
    expect(house.logged.join('')).not.toContain('message postponed')
    expect(house.logged.join('')).toMatch(/file host refused.*host 127\.0\.0\.2:\d+"/)
    expect(house.logged.join('')).not.toContain('/files/')
    expect(fake.requests).toEqual([])
  })

  test.each([
    ['is not encrypted with our key', Buffer.alloc(64, 7), 'file＿undecryptable'],
    ['is no ciphertext at all', Buffer.from('<html>'), 'file＿undecryptable'],
    ['is empty', Buffer.alloc(0), 'file＿gone'],
  ])('that %s is told of at once', async (_, body, code) => {
    const server = await aServer((_request, response) => response.end(body))
    const { bot } = await open({ downloadHosts: [new URL(server.base).host] })
    const payload = house.payload({ msgtype: 'file', file: { url: `${server.base}/file` } })
    const [frame] = await bot.say(payload)
    const { stream } = await bot.finished(payload, frame?.stream.id ?? '')
    await server.close()
    expect(stream.content).toBe(`收到：无名（${code}）`)
    expect(house.logged.join('')).not.toContain('message postponed')
  })
})

describe('what else people send', () => {
  const cases: readonly (readonly [name: string, content: Record<string, unknown>, heard: string])[] = [
    ['text', { msgtype: 'text', text: { content: ' 帮助 ' } }, '收到：帮助'],
    ['voice', { msgtype: 'voice', voice: { content: '去年收了多少件' } }, '收到：去年收了多少件'],
    [
      'a question that is quoted, and nothing but the bot called',
      {
        ...{ msgtype: 'text', text: { content: '@公开 助手 ' } },
        quote: { msgtype: 'text', text: { content: '@公开 助手 去年收了多少件' } },
      },
      '收到：去年收了多少件',
    ],
    [
      'a quote beside words of one’s own',
      {
        ...{ msgtype: 'text', text: { content: '@公开 助手 那2022年呢' } },
        quote: { msgtype: 'text', text: { content: '去年收了多少件' } },
      },
      '收到：那2022年呢',
    ],
    [
      'a quote that is no question, as long as it is',
      {
        ...{ msgtype: 'text', text: { content: '@公开 助手' } },
        quote: { msgtype: 'text', text: { content: '通知'.repeat(101) } },
      },
      '收到：',
    ],
    ['video', { msgtype: 'video', video: { url: 'https://example.com' } }, '收到：'],
    ['a type nobody knows', { msgtype: 'hologram' }, '收到：'],
  ]
  test.each(cases)('%s', async (_, content, heard) => {
    const { bot } = await open()
    const payload = house.payload(content)
    const [frame] = await bot.say(payload)
    expect((await bot.finished(payload, frame?.stream.id ?? '')).stream.content).toBe(heard)
  })

  test('pictures, alone and among text, are fetched as pictures', async () => {
    const { bot, fake } = await open()
    const png = Buffer.from('89504e470d0a1a0a00', 'hex')
    const image = (): { url: string } => ({ url: fake.fileUrl(png, null) })
    const mixed = {
      msgtype: 'mixed',
      mixed: {
        msg_item: [
          { msgtype: 'text', text: { content: '@公开 助手 看看' } },
          { msgtype: 'image', image: image() },
        ],
      },
    }
    for (const [content, heard] of [
      [{ msgtype: 'image', image: image() }, '收到：未命名文件.png（9）'],
      [mixed, '收到：看看未命名文件.png（9）'],
    ] as const) {
      const payload = house.payload(content)
      const [frame] = await bot.say(payload)
      expect((await bot.finished(payload, frame?.stream.id ?? '')).stream.content).toBe(heard)
    }
    expect(house.heard.flatMap(({ attachments }) => attachments.map(({ kind }) => kind))).toEqual([
      'picture',
      'picture',
    ])
  })
})

describe('events', () => {
  const event = (eventtype: string): Record<string, unknown> => ({
    ...house.payload({ msgtype: 'event', create_time: 1_700_000_000 }),
    event: { eventtype, [eventtype]: { id: 'F1', type: 1, event_key: 'ok', task_id: 'job-7@1' } },
  })

  test('enter_chat is welcomed in plain text', async () => {
    await open()
    expect(await house.bot.call(event('enter_chat'))).toEqual({
      msgtype: 'text',
      text: { content: '您好，发年报给我。' },
    })
  })

  test.each(['template_card_event', 'feedback_event', 'auth_change_event'])(
    '%s is answered with nothing',
    async (type) => {
      await open()
      expect(await house.bot.call(event(type))).toBeNull()
      expect(house.heard).toEqual([])
    },
  )

  test('what nobody described is answered with nothing', async () => {
    await open()
    expect(await house.bot.call({ hello: 'world' })).toBeNull()
    expect(house.logged.join('')).toContain('callback not understood')
  })
})
