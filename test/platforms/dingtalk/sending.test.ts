import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import type { Reply, ReplyFile } from '../../../src/bot.ts'
import { StoreUnavailableError } from '../../../src/errors.ts'
import { createLog } from '../../../src/log.ts'
import { createDingtalk } from '../../../src/platforms/dingtalk/index.ts'
import { sessionRef } from '../../../src/platforms/dingtalk/refs.ts'
import type { Address, Delivery, Platform, PlatformFiles } from '../../../src/platforms/platform.ts'
import { anAttempt } from '../../an-attempt.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { sharedMarks } from '../../shared-marks.ts'

let fake: FakeDingtalk
let platform: Platform
let logged: string
const kept = new Map<string, Uint8Array>()

const files: PlatformFiles = {
  put: (bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    kept.set(sha256, bytes)
    return Promise.resolve(sha256)
  },
  get: (sha256) => Promise.resolve(kept.get(sha256) ?? null),
  link: ({ sha256 }, { userId }) => `https://gongkai.example/files/${sha256.slice(0, 8)}?t=${userId}`,
}

beforeEach(async () => {
  logged = ''
  kept.clear()
  fake = await startFakeDingtalk()
  fake.addGroup('cidG==')
  fake.addPerson('zhangsan')
  platform = startPlatform()
})
afterEach(async () => {
  await platform.stop()
  await fake.stop()
})

function startPlatform(
  more: { readonly robotCode?: string; readonly clientSecret?: string } = {},
  house: PlatformFiles = files,
): Platform {
  const { app, apiBase, oapiBase } = fake
  return createDingtalk({
    settings: { ...app, apiBase, oapiBase, ...more },
    ...{
      files: house,
      webhooks: [{ groupName: '群', conversationId: 'cidG==', token: 'T', secret: 'SEC1' }],
    },
    ...{ downloadHosts: [], clock: () => new Date(), timeoutMs: 300 },
    log: createLog(
      'debug',
      () => new Date(),
      (line) => (logged += line),
    ),
    notify: () => Promise.resolve(),
    marks: sharedMarks(),
    onRefused: () => undefined,
    onVerified: () => undefined,
    onTokenRefresh: () => undefined,
  })
}

function group(withSession = true): Address {
  const base = { platform: 'dingtalk', conversationId: 'cidG==', userId: 'zhangsan' }
  return {
    ...{ ...base, conversationKind: 'group' },
    ...(withSession ? { ref: sessionRef(fake.openSession('cidG==')) } : {}),
  }
}

const person: Address = {
  platform: 'dingtalk',
  conversationId: 'dingtalk:zhangsan',
  conversationKind: 'single',
  userId: 'zhangsan',
}

/** What an administrator has to mend is told as an error, whatever other way the message takes. */
function expectAlarm(route: string, code: string): void {
  const lines = logged.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ level: 'error', event: 'call refused', platform: 'dingtalk', route, code }),
  ])
}

/** Splits and sends, as the worker and the outbox do; stops at what was not sent. */
async function sendAll(reply: Reply, to: Address): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = []
  for (const [index, part] of (await platform.split(reply, to)).entries())
    deliveries.push(await platform.send(to, part, `k#${index}`, anAttempt()))
  return deliveries
}

async function fileOf(name: string, size = 5, kind: ReplyFile['kind'] = 'file'): Promise<ReplyFile> {
  const bytes = kind === 'picture' ? png : Buffer.alloc(size, 'x')
  return { kind, name, sha256: await files.put(bytes), size: bytes.length }
}

const png = Buffer.from('89504e470d0a1a0a00', 'hex')

const lines = (count: number, text: string): string =>
  Array.from({ length: count }, (_, index) => `- 第${index + 1}行 ${text}`).join('\n')

describe('a long reply', () => {
  test.each([
    ['in a few parts', lines(300, '依申请公开的数字与上一年不衔接，请核对')],
    ['of many line breaks', lines(2_500, '甲')],
    ['of quotation marks, which grow as JSON', lines(450, '"""""""""""""""""""""""""""""')],
    ['of one line', `**${'年报'.repeat(6_000)}**`],
  ])('%s fits either way', async (_, markdown) => {
    const reply: Reply = { title: '核对结果', markdown }
    for (const to of [group(), group(false), person]) {
      const deliveries = await sendAll(reply, to)
      expect(deliveries.map(({ kind }) => kind)).toEqual(deliveries.map(() => 'sent'))
      expect(deliveries.length).toBeGreaterThan(1)
      expect(deliveries.length).toBeLessThanOrEqual(3)
    }
  })

  test('calls on the asker in its first part only', async () => {
    await sendAll({ title: '核对结果', markdown: lines(300, '与上一年不衔接，请核对这里的数字') }, group())
    expect(fake.seen.map(({ at }) => at)).toEqual([['zhangsan'], ...fake.seen.slice(1).map(() => [])])
    expect(fake.seen[0]?.text).toContain('（1/')
  })

  test('over three parts goes as a beginning and a link to the whole', async () => {
    const markdown = `**有 3 处错误**\n\n${lines(3_000, '依申请公开的数字与上一年不衔接')}`
    await sendAll({ title: '核对结果', markdown }, person)
    expect(fake.seen).toHaveLength(2)
    expect(fake.seen[0]?.text).toMatch(/^\*\*有 3 处错误\*\*[\s\S]*第30行[\s\S]*全文在文件里/)
    expect(fake.seen[1]?.text).toMatch(/\[打开文件：核对结果.txt\]\(https:\/\/gongkai\.example\/files\//)
    const [whole] = kept.values()
    expect(Buffer.from(whole ?? []).toString('utf8')).toContain('第3000行')
  })
})

describe('a file', () => {
  test.each(['汇总.xlsx', '年报.docx', '打包.zip', '说明.pdf'])('%s is sent as a file', async (name) => {
    await sendAll({ title: '好了', markdown: '做好了', files: [await fileOf(name)] }, group())
    expect(fake.seen.map(({ way, type }) => `${way} ${type}`)).toEqual([
      'session markdown',
      'group sampleFile',
    ])
    expect(fake.seen[1]?.media?.name).toBe(name)
    expect(fake.seen[1]?.title).toBe(name)
  })

  test('a picture is sent as a picture', async () => {
    const picture = await fileOf('扫描件.PNG', 5, 'picture')
    await sendAll({ title: '图', markdown: '', files: [picture] }, person)
    expect(fake.seen).toMatchObject([
      { way: 'person', type: 'sampleImageMsg', media: { name: '扫描件.PNG' } },
    ])
  })

  test('a picture that is none is told by a link, by what it shows', async () => {
    const picture = { ...(await fileOf('趋势.png', 5, 'picture')), sha256: await files.put(Buffer.alloc(9)) }
    const shows = { alt: '甲局 依申请', width: 390, height: 300 }
    const sent = await sendAll({ title: '', markdown: '', files: [{ ...picture, shows }] }, group())
    expect(sent).toEqual([{ kind: 'sent' }])
    expect(fake.seen).toMatchObject([{ way: 'session', title: '甲局 依申请' }])
    expect(fake.seen[0]?.text).toMatch(/^\[看图：甲局 依申请\]\(https:/)
  })

  test.each([
    ['of a type that DingTalk does not take', '数字.csv', 5],
    ['over its size', '大.zip', 20 * 1024 * 1024 + 1],
  ])('%s goes as a link', async (_, name, size) => {
    await sendAll({ title: '好了', markdown: '', files: [await fileOf(name, size)] }, group())
    expect(fake.seen).toMatchObject([{ way: 'session', type: 'markdown' }])
    expect(fake.seen[0]?.text).toContain('(https://gongkai.example/files/')
    expect(fake.records.map(({ endpoint }) => endpoint)).toEqual(['session'])
  })

  test('that the robot may not send goes as a link', async () => {
    fake.fail('group', {
      kind: 'answer',
      status: 400,
      json: { code: 'resource.not.found', message: 'robot 不存在' },
    })
    const sent = await sendAll({ title: '', markdown: '', files: [await fileOf('a.xlsx')] }, group())
    expect(sent).toEqual([{ kind: 'sent' }])
    expect(fake.seen).toMatchObject([{ way: 'session' }])
  })

  test('whose upload breaks off is sent later: nobody has seen it', async () => {
    fake.fail('upload', { kind: 'reset_after' })
    const reply = { title: '', markdown: '', files: [await fileOf('a.xlsx')] }
    expect(await sendAll(reply, person)).toMatchObject([{ kind: 'later' }])
    expect(await sendAll(reply, person)).toMatchObject([{ kind: 'sent' }])
  })

  test('whose bytes the store does not give now is sent later, however often', async () => {
    const file = await fileOf('a.xlsx')
    const lost = { ...files, get: () => Promise.reject(new StoreUnavailableError('走开')) }
    const away = startPlatform({}, lost)
    for (const tries of [1, 2, 3]) {
      const delivery = await away.send(
        person,
        { title: '', markdown: '', files: [file] },
        `k${tries}`,
        anAttempt(),
      )
      expect(delivery).toEqual({ kind: 'later', reason: 'store_unavailable' })
    }
    await away.stop()
    expect(await sendAll({ title: '', markdown: '', files: [file] }, person)).toMatchObject([
      { kind: 'sent' },
    ])
  })

  test('whose name is Markdown neither links nor mentions', async () => {
    const name = '@所有人 [点我](http://evil.example) <@all>.csv'
    await sendAll({ title: name, markdown: '', files: [await fileOf(name)] }, group())
    expect(fake.seen[0]?.text).not.toMatch(/@所有人|<@all>|evil\.example|\]\(http:/)
  })
})

describe('the delivery', () => {
  const reply: Reply = { title: '好', markdown: '好' }

  test.each([
    ['hang_before', 'unknown', 0],
    ['hang_after', 'unknown', 1],
    ['reset_before', 'unknown', 0],
    ['reset_after', 'unknown', 1],
  ] as const)('after %s is %s', async (kind, delivery, seen) => {
    fake.fail('session', { kind })
    expect(await sendAll(reply, group())).toMatchObject([{ kind: delivery }])
    expect(fake.seen).toHaveLength(seen)
  })

  test('is later where nobody listens', async () => {
    const to = group()
    await fake.goAway()
    expect(await sendAll(reply, to)).toMatchObject([{ kind: 'later', reason: 'ECONNREFUSED' }])
    expect(await sendAll(reply, person)).toMatchObject([{ kind: 'later', reason: 'ECONNREFUSED' }])
  })

  test('is later where no token can be had for now', async () => {
    fake.fail('token', { kind: 'hang_before' })
    expect(await sendAll(reply, person)).toMatchObject([{ kind: 'later' }])
  })

  test('of a file is a link where the old API takes no token of the new one', async () => {
    fake.fail('upload', { kind: 'answer', status: 200, json: { errcode: 40014 } }, 2)
    await sendAll({ title: '', markdown: '', files: [await fileOf('a.docx')] }, person)
    expect(fake.seen).toMatchObject([{ type: 'sampleMarkdown', text: expect.stringContaining('](https://') }])
  })

  test('is later, after a minute, over a limit', async () => {
    const json = { code: 'Forbidden.AccessDenied.QpsLimitForApi', message: '' }
    fake.fail('person', { kind: 'answer', status: 403, json })
    expect(await sendAll(reply, person)).toMatchObject([{ kind: 'later', afterMs: 60_000 }])
    expect(logged).toBe('')
  })

  test('to somebody who is not there is refused', async () => {
    expect(await sendAll(reply, { ...person, userId: 'nobody' })).toEqual([
      { kind: 'refused', reason: 'invalidStaffIdList' },
    ])
    expect(logged).toBe('')
  })

  test('with another robot’s code is refused', async () => {
    platform = startPlatform({ robotCode: 'other' })
    expect(await sendAll(reply, person)).toEqual([
      { kind: 'refused', reason: 'invalidParameter.robotCode.auth' },
    ])
    expectAlarm('oToMessages/batchSend', 'invalidParameter.robotCode.auth')
  })

  test('with a wrong secret of the app is refused after one try', async () => {
    platform = startPlatform({ clientSecret: 'wrong' })
    expect(await sendAll(reply, person)).toEqual([{ kind: 'refused', reason: 'invalidClientIdOrSecret' }])
    expectAlarm('oToMessages/batchSend', 'invalidClientIdOrSecret')
    expect(fake.records).toHaveLength(1)
  })

  test('goes by the group’s custom robot where the app may not send there', async () => {
    fake.addRobot('T', 'SEC1')
    const json = { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: '' }
    fake.fail('group', { kind: 'answer', status: 403, json })
    expect(await sendAll(reply, group(false))).toEqual([{ kind: 'sent' }])
    expect(fake.seen).toMatchObject([{ way: 'robot', to: 'T', at: ['zhangsan'] }])
    expectAlarm('groupMessages/send', json.code)
  })

  test('into a group that the robot is not in is an alarm, and so is a file that may not be uploaded', async () => {
    await sendAll(reply, { ...group(false), conversationId: 'cidElsewhere==' })
    expectAlarm('groupMessages/send', 'invalid.openConversationId')
    logged = ''
    fake.fail('upload', { kind: 'answer', status: 403, json: { code: 'Forbidden' } })
    await sendAll({ title: '', markdown: '', files: [await fileOf('a.docx')] }, person)
    expectAlarm('media/upload', 'Forbidden')
  })

  test('notes each way before it is gone, so that a crash leaves no doubt which it was', async () => {
    const noted: string[] = []
    const attempt = anAttempt({
      begin: (way) => {
        noted.push(
          `${way ?? 'none'} after ${fake.records.filter(({ endpoint }) => endpoint !== 'token').length}`,
        )
        return Promise.resolve()
      },
    })
    const to = group()
    fake.endSessions()
    fake.addRobot('T', 'SEC1')
    fake.fail('group', { kind: 'answer', status: 403, json: { code: 'Forbidden.AccessDenied', message: '' } })
    expect(await platform.send(to, reply, 'k', attempt)).toEqual({ kind: 'sent' })
    expect(noted).toEqual(['session after 0', 'api after 1', 'robot after 2'])
  })

  test('is none at all where the way cannot be noted', async () => {
    const attempt = anAttempt({ begin: () => Promise.reject(new Error('the store is away')) })
    for (const to of [group(), group(false), person]) await platform.send(to, reply, 'k', attempt)
    expect(fake.records).toEqual([])
  })

  test('has one token for ten at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => sendAll(reply, person)))
    expect(fake.records.filter(({ endpoint }) => endpoint === 'token')).toHaveLength(1)
    expect(fake.seen).toHaveLength(10)
  })

  test('takes an asker’s id into the text only if it is one', async () => {
    const to = { ...group(), userId: 'a\n# @所有人' }
    await sendAll(reply, to)
    expect(fake.seen).toMatchObject([{ text: '好', at: [] }])
  })
})
