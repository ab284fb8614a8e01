import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Reply, ReplyFile } from '../../../src/bot.ts'
import { silentLog, type Log } from '../../../src/log.ts'
import { createApiClient } from '../../../src/platforms/outgoing/api-client.ts'
import type { Address, Delivery, PlatformFiles } from '../../../src/platforms/platform.ts'
import { createWebhookRobots } from '../../../src/platforms/wecom/webhook-robot.ts'
import { anAttempt } from '../../an-attempt.ts'
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { sharedMarks } from '../../shared-marks.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const group: Address = {
  ...{ platform: 'wecom', conversationId: 'wrGROUP', conversationKind: 'group', userId: '' },
}

/** Files of the house, by their content. */
function someFiles(): PlatformFiles & {
  readonly add: (kind: ReplyFile['kind'], name: string, bytes: Buffer) => ReplyFile
} {
  const kept = new Map<string, Uint8Array>()
  const put = (bytes: Uint8Array): string => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    kept.set(sha256, bytes)
    return sha256
  }
  return {
    put: (bytes) => Promise.resolve(put(bytes)),
    get: (sha256) => Promise.resolve(kept.get(sha256) ?? null),
    link: ({ sha256 }) => `https://bot.gov.cn/f/${sha256.slice(0, 6)}?k=1`,
    add: (kind, name, bytes) => ({ kind, name, sha256: put(bytes), size: bytes.byteLength }),
  }
}

type Say = (reply: Partial<Reply>, key?: string, to?: Address) => Promise<Delivery | null>

async function aGroup({ prefix = '', log = silentLog }: { prefix?: string; log?: Log } = {}) {
  const state = { now: new Date('2024-01-08T01:00:00Z') }
  const app = { corpId: 'ww1', secret: 's', agentId: 1, users: [] }
  const botSecrets = { token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }
  const fake = new FakeWecom({ now: () => state.now, ...app, robotKeys: ['KEY', 'KEY2'], prefix, botSecrets })
  await fake.listen()
  cleanups.push(() => fake.close())
  const files = someFiles()
  const marks = sharedMarks()
  const replica = (): Say => {
    const send = createWebhookRobots({
      webhooks: [
        { groupName: '填报群', conversationId: 'wrGROUP', key: 'KEY' },
        { groupName: '二群', conversationId: 'wrOTHER', key: 'KEY2' },
        { groupName: '旧群', conversationId: 'wrGONE', key: 'NOKEY' },
      ],
      ...{ client: createApiClient({ base: fake.base }), files, marks, clock: () => state.now, log },
    })
    return (reply, key = 'k', to = group) =>
      send(to, { title: '提醒', markdown: '', ...reply }, key, anAttempt())
  }
  return {
    state,
    fake,
    files,
    say: replica(),
    replica,
    bodies: () => fake.requestsTo('/cgi-bin/webhook/send').map(({ json }) => json),
  }
}

describe('what is sent', () => {
  test('plain words as a text that calls on people', async () => {
    const { say, bodies } = await aGroup()
    expect(await say({ markdown: '还差 2 家，请今天报送。', mentions: ['zhangsan', 'li.si@x'] })).toEqual({
      kind: 'sent',
    })
    expect(bodies()).toEqual([
      {
        msgtype: 'text',
        text: { content: '还差 2 家，请今天报送。', mentioned_list: ['zhangsan', 'li.si@x'] },
      },
    ])
  })

  test('format as Markdown, with the mentions the robot knows', async () => {
    const { say, bodies } = await aGroup({ prefix: '/wecom' })
    await say({ markdown: '**还差 2 家**\n\n[看名单](https://bot.gov.cn/r?k=1)', mentions: ['zhangsan'] })
    const content = '<@zhangsan>\n**还差 2 家**\n\n[看名单](https://bot.gov.cn/r?k=1)'
    expect(bodies()).toEqual([{ msgtype: 'markdown', markdown: { content } }])
  })

  test.each([
    ['all', ['all']],
    ['@all', ['@all']],
    ['an id that is none', ['a> <@all', '所有人', '', 'x y']],
  ])('never a call on %s', async (_, mentions) => {
    const { say, fake } = await aGroup()
    await say({ markdown: '**请看** \\<\\@all\\> @all <@all>', mentions })
    expect(fake.shown.map((shown) => shown.mentions)).toEqual([[]])
  })

  test('calls on the one who asked', async () => {
    const { say, fake } = await aGroup()
    await say({ markdown: '**好**' }, 'k', { ...group, userId: 'wangwu' })
    expect(fake.shown.map((shown) => shown.mentions)).toEqual([['wangwu']])
  })

  test('a file as a file, a picture as a picture, a large picture as a file', async () => {
    const { say, bodies, files, fake } = await aGroup()
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)])
    const large = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)])
    const sent = await say({
      files: [
        files.add('file', '核对结果.xlsx', Buffer.from('PK 123')),
        files.add('picture', '表三.png', png),
        files.add('picture', '大图.png', large),
      ],
    })
    expect(sent).toEqual({ kind: 'sent' })
    expect(bodies().map((body) => body?.['msgtype'])).toEqual(['file', 'image', 'file'])
    expect(bodies()[1]?.['image']).toEqual({
      base64: png.toString('base64'),
      md5: createHash('md5').update(png).digest('hex'),
    })
    expect(fake.shown.map(({ content }) => content)).toEqual([
      '核对结果.xlsx',
      createHash('md5').update(png).digest('hex'),
      '大图.png',
    ])
  })

  test('a file that the robot does not take as a link', async () => {
    const { say, files, fake } = await aGroup()
    const small = files.add('file', 'a_b@all.txt', Buffer.from('x'))
    await say({ files: [small] })
    expect(fake.shown.map(({ content }) => content)).toEqual([`a＿b＠all.txt：\n${files.link(small, group)}`])
  })

  test('a long reply in parts that fit, nothing lost', async () => {
    const { say, fake } = await aGroup()
    const items = Array.from({ length: 120 }, (_, index) => `- 第 ${index} 条：${'内容'.repeat(10)}`)
    await say({ markdown: `**很多**\n\n${items.join('\n')}` })
    expect(fake.shown.length).toBe(3)
    const all = fake.shown.map(({ content }) => content).join('\n')
    for (let index = 0; index < 120; index++) expect(all).toContain(`第 ${index} 条：`)
    expect(fake.shown.map(({ content }) => content.slice(0, 5))).toEqual(['（1/3）', '（2/3）', '（3/3）'])
  })

  test('a longer one as a file', async () => {
    const { say, fake } = await aGroup()
    await say({ title: '核对结果', markdown: `**很多**\n\n${'内容'.repeat(10_000)}` })
    expect(fake.shown.map(({ type }) => type)).toEqual(['markdown', 'file'])
    expect(fake.shown[1]?.content).toBe('核对结果.txt')
  })
})

describe('what becomes of it', () => {
  test('a group without a robot: no way', async () => {
    const { say } = await aGroup()
    expect(await say({ markdown: '好' }, 'k', { ...group, conversationId: 'wrNONE' })).toBeNull()
  })

  test.each([
    [45009, { kind: 'later', reason: 'errcode 45009', afterMs: 60_000 }],
    [-1, { kind: 'later', reason: 'errcode -1', afterMs: 0 }],
    [93000, { kind: 'refused', reason: 'errcode 93000' }],
    [40058, { kind: 'refused', reason: 'errcode 40058' }],
    [40008, { kind: 'refused', reason: 'errcode 40008' }],
    [93017, { kind: 'refused', reason: 'errcode 93017' }],
  ])('errcode %d', async (errcode, delivery) => {
    const { say, fake } = await aGroup()
    fake.fail('/cgi-bin/webhook/send', { kind: 'errcode', errcode })
    expect(await say({ markdown: '好' })).toEqual(delivery)
  })

  test.each([
    ['reset before it was read', { kind: 'reset', when: 'before' }, 'unknown'],
    ['reset after it was read', { kind: 'reset', when: 'after' }, 'unknown'],
    ['a page of a proxy', { kind: 'status', status: 502 }, 'unknown'],
    ['a page to log in at', { kind: 'status', status: 302 }, 'later'],
  ] as const)('%s', async (_, fault, kind) => {
    const { say, fake } = await aGroup()
    fake.fail('/cgi-bin/webhook/send', fault)
    expect((await say({ markdown: '好' }))?.kind).toBe(kind)
  })

  test('an upload that was cut off was seen by nobody: it is tried again', async () => {
    const { say, fake, files } = await aGroup()
    const file = files.add('file', 'a.xlsx', Buffer.from('PK 123'))
    fake.fail('/cgi-bin/webhook/upload_media', { kind: 'reset', when: 'after' })
    expect((await say({ files: [file] }))?.kind).toBe('later')
    expect((await say({ files: [file] }))?.kind).toBe('sent')
    expect(fake.shown.length).toBe(1)
  })

  test('away: certainly not sent', async () => {
    const { say, fake } = await aGroup()
    await fake.close()
    expect(await say({ markdown: '好' })).toEqual({ kind: 'later', reason: 'ECONNREFUSED' })
  })

  test('a key that is not taken raises an alarm without the key', async () => {
    const lines: string[] = []
    const note = (event: string, fields?: object): number => lines.push(`${event} ${JSON.stringify(fields)}`)
    const { say } = await aGroup({ log: { ...silentLog, error: note } })
    await say({ markdown: '好' }, 'k', { ...group, conversationId: 'wrGONE' })
    expect(lines).toEqual(['call refused {"platform":"wecom","code":"93000","reason":"invalid webhook url"}'])
  })
})

test('twenty a minute: the platform never has to refuse, and another robot is not held up', async () => {
  const { say, fake, state } = await aGroup()
  const results = await Promise.all(
    Array.from({ length: 25 }, (_, index) => say({ markdown: `第 ${index}` }, `k${index}`)),
  )
  expect(results.filter((result) => result?.kind === 'sent').length).toBe(20)
  expect(results.filter((result) => result?.kind === 'later').length).toBe(5)
  expect((await say({ markdown: '好' }, 'o', { ...group, conversationId: 'wrOTHER' }))?.kind).toBe('sent')
  state.now = new Date(state.now.getTime() + 60_000)
  expect((await say({ markdown: '第 20' }, 'k20'))?.kind).toBe('sent')
  expect(fake.shown.map(({ content }) => content).slice(0, 20)).toEqual(
    Array.from({ length: 20 }, (_, index) => `第 ${index}`),
  )
})

test('two replicas together keep to it, and nothing is lost or said twice', async () => {
  const { say, replica, fake, state } = await aGroup()
  const [one, two] = [say, replica()]
  let waiting = Array.from({ length: 45 }, (_, index) => `第 ${index} 条`)
  for (let minute = 0; minute < 3; minute++) {
    const deliveries = await Promise.all(
      waiting.map((markdown, index) => (index % 2 === 0 ? one : two)({ markdown }, markdown)),
    )
    waiting = waiting.filter((_, index) => deliveries[index]?.kind === 'later')
    state.now = new Date(state.now.getTime() + 60_000)
  }
  expect(waiting).toEqual([])
  expect(fake.requestsTo('/cgi-bin/webhook/send')).toHaveLength(45)
  expect(new Set(fake.shown.map(({ content }) => content)).size).toBe(45)
})
