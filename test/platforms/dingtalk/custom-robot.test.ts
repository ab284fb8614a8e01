import { afterEach, describe, expect, test } from '@jest/globals'
import type { Reply, ReplyFile } from '../../../src/bot.ts'
import { silentLog } from '../../../src/log.ts'
import { createCustomRobots } from '../../../src/platforms/dingtalk/custom-robot.ts'
import { createApiClient } from '../../../src/platforms/outgoing/api-client.ts'
import type { Address, Delivery, PlatformFiles } from '../../../src/platforms/platform.ts'
import { anAttempt } from '../../an-attempt.ts'
import { startFakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { sharedMarks } from '../../shared-marks.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const group: Address = {
  ...{ platform: 'dingtalk', conversationId: 'cidX==', conversationKind: 'group', userId: 'zhangsan' },
}
const file: ReplyFile = { kind: 'file', name: 'a_b (1)@all 😀.xlsx', sha256: 'f'.repeat(64), size: 10 }
const files: PlatformFiles = {
  put: () => Promise.resolve(''),
  get: () => Promise.resolve(null),
  link: ({ sha256 }) => `https://bot.gov.cn/f/${sha256.slice(0, 6)}?k=1`,
}

async function aGroup() {
  const state = { now: new Date('2024-01-08T01:00:00Z') }
  const fake = await startFakeDingtalk({ now: () => state.now })
  cleanups.push(() => fake.stop())
  fake.addRobot('TOKEN', 'SEC000')
  fake.addRobot('OPEN', null)
  const send = createCustomRobots({
    webhooks: [
      { groupName: '填报群', conversationId: 'cidX==', token: 'TOKEN', secret: 'SEC000' },
      { groupName: '关键词群', conversationId: 'cidY==', token: 'OPEN', secret: null },
      { groupName: '旧群', conversationId: 'cidZ==', token: 'GONE', secret: 'S' },
      { groupName: '错密钥', conversationId: 'cidW==', token: 'TOKEN', secret: 'WRONG' },
    ],
    ...{
      client: createApiClient({ base: fake.oapiBase }),
      files,
      marks: sharedMarks(),
      clock: () => state.now,
      log: silentLog,
    },
  })
  const say = (reply: Partial<Reply>, key = 'k', conversationId = 'cidX=='): Promise<Delivery | null> =>
    send({ ...group, conversationId }, { title: '提醒', markdown: '', ...reply }, key, anAttempt())
  return { state, fake, say }
}

describe('what is sent', () => {
  test('plain words as a text that calls on people, signed with 加签', async () => {
    const { say, fake, state } = await aGroup()
    expect(await say({ markdown: '还差 2 家。', mentions: ['zhangsan', 'lisi'] })).toEqual({ kind: 'sent' })
    expect(fake.seen).toMatchObject([
      { way: 'robot', type: 'text', text: '@zhangsan @lisi 还差 2 家。', at: ['zhangsan', 'lisi'] },
    ])
    expect(fake.records[0]?.query['timestamp']).toBe(String(state.now.getTime()))
    expect(fake.records[0]?.json).toMatchObject({ msgUuid: 'k:0', at: { isAtAll: false } })
  })

  test('format as Markdown with a title', async () => {
    const { say, fake } = await aGroup()
    await say({ title: '还差 2 家', markdown: '**还差 2 家**\n第二行', mentions: ['lisi'] }, 'k', 'cidY==')
    expect(fake.seen).toMatchObject([
      { type: 'markdown', title: '还差 2 家', text: '@lisi\n\n**还差 2 家**  \n第二行', at: ['lisi'] },
    ])
    expect(fake.records[0]?.query['sign']).toBeUndefined()
  })

  test('a file as a link, its name harmless', async () => {
    const { say, fake } = await aGroup()
    await say({ markdown: '结果在文件里。', files: [file] })
    expect(fake.seen.map(({ text }) => text)).toEqual([
      '结果在文件里。\n\n[打开文件：a＿b (1)＠all 😀.xlsx](https://bot.gov.cn/f/ffffff?k=1)',
    ])
  })

  test('a long reply in parts that fit', async () => {
    const { say, fake } = await aGroup()
    await say({
      markdown: Array.from({ length: 400 }, (_, index) => `- 第 ${index} 条：${'内容'.repeat(10)}`).join(
        '\n',
      ),
    })
    expect(fake.seen.length).toBeGreaterThan(1)
    const all = fake.seen.map(({ text }) => text).join('\n')
    for (let index = 0; index < 400; index++) expect(all).toContain(`第 ${index} 条：`)
  })

  test('what would take more than three messages as its beginning and a link to the whole', async () => {
    const { say, fake } = await aGroup()
    const lines = Array.from(
      { length: 3_000 },
      (_, index) => `- 第${index + 1}行：依申请公开的数字与上一年不衔接`,
    )
    expect(await say({ markdown: `**有 3 处错误**\n\n${lines.join('\n')}` })).toEqual({ kind: 'sent' })
    expect(fake.seen).toHaveLength(1)
    expect(fake.seen[0]?.text).toMatch(/有 3 处错误[\s\S]*第30行[\s\S]*\[打开文件：提醒\.txt\]\(https:/)
  })
})

describe('what becomes of it', () => {
  test.each([
    [130101, { kind: 'later', reason: '130101', afterMs: 600_000 }],
    [410100, { kind: 'later', reason: '410100', afterMs: 600_000 }],
    [-1, { kind: 'later', reason: '-1' }],
    [310000, { kind: 'refused', reason: 'errcode 310000' }],
    [300001, { kind: 'refused', reason: 'errcode 300001' }],
    [300005, { kind: 'refused', reason: 'errcode 300005' }],
    [400101, { kind: 'refused', reason: 'errcode 400101' }],
    [400102, { kind: 'refused', reason: 'errcode 400102' }],
    [430101, { kind: 'refused', reason: 'errcode 430101' }],
    [460101, { kind: 'refused', reason: 'errcode 460101' }],
    ['0', { kind: 'sent' }],
  ])('errcode %s', async (errcode, delivery) => {
    const { say, fake } = await aGroup()
    fake.fail('robot', { kind: 'answer', status: 200, json: { errcode, errmsg: 'scripted' } })
    expect(await say({ markdown: '好' })).toEqual(delivery)
  })

  test.each([
    ['an unknown token', 'cidZ==', { kind: 'refused', reason: 'errcode 300005' }],
    ['a wrong secret', 'cidW==', { kind: 'refused', reason: 'errcode 310000' }],
    ['a group without a robot', 'cidNONE', null],
  ])('%s', async (_, conversationId, delivery) => {
    const { say, fake } = await aGroup()
    expect(await say({ markdown: '好' }, 'k', conversationId)).toEqual(delivery)
    expect(fake.seen).toEqual([])
  })

  test.each([
    ['reset_before', 'unknown', 0],
    ['reset_after', 'unknown', 1],
  ] as const)('%s', async (kind, delivery, seen) => {
    const { say, fake } = await aGroup()
    fake.fail('robot', { kind })
    expect((await say({ markdown: '好' }))?.kind).toBe(delivery)
    expect(fake.seen.length).toBe(seen)
  })

  test('away: certainly not sent; back: sent', async () => {
    const { say, fake } = await aGroup()
    await fake.goAway()
    expect(await say({ markdown: '好' })).toEqual({ kind: 'later', reason: 'ECONNREFUSED' })
    await fake.comeBack()
    expect(await say({ markdown: '好' })).toEqual({ kind: 'sent' })
  })
})

test('never more than twenty a minute, pictures as links: over it the robot would be deaf for ten', async () => {
  const { say, fake, state } = await aGroup()
  const picture: ReplyFile = { ...file, kind: 'picture', name: '趋势.png' }
  const sayAll = (numbers: readonly number[]): Promise<readonly (Delivery | null)[]> =>
    Promise.all(numbers.map((number) => say({ markdown: `第 ${number}`, files: [picture] }, `k${number}`)))
  const numbers = Array.from({ length: 25 }, (_, number) => number)
  const results = await sayAll(numbers)
  expect(results.map((result) => result?.kind)).toEqual(
    numbers.map((number) => (number < 20 ? 'sent' : 'later')),
  )
  state.now = new Date(state.now.getTime() + 60_000)
  await sayAll(numbers.slice(20))
  expect(fake.seen.map(({ text }) => text)).toEqual(
    numbers.map((number) => `第 ${number}\n\n[看图：趋势.png](https://bot.gov.cn/f/ffffff?k=1)`),
  )
})
