import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Reply } from '../../../src/bot.ts'
import { noMetrics } from '../../../src/delivery/delivery-metrics.ts'
import { Outbox } from '../../../src/delivery/outbox.ts'
import { silentLog } from '../../../src/log.ts'
import { createDingtalk } from '../../../src/platforms/dingtalk/index.ts'
import { sessionRef } from '../../../src/platforms/dingtalk/refs.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import type { Store } from '../../../src/store/store.ts'
import { repeatedReply } from '../../../templates/repeated.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { startMongoServer } from '../../mongo-server.ts'
import { crashingStore } from '../../store/crashing-store.ts'
import { openTestMongo, openTestSqlite, type TestStore } from '../../store/open-test-store.ts'
import { eventually } from './a-dingtalk.ts'

const server = await startMongoServer()
afterAll(async () => {
  await server?.stop()
})

const engines = [
  ['the embedded store', openTestSqlite],
  ...(server === null ? [] : [['MongoDB', () => openTestMongo(server)] as const]),
] as const

const group = 'cidG=='
const said: Reply = { title: '核对结果', markdown: '没有发现错误' }
const note = '（上一次发送没有得到确认，这一条可能和前面的重复。编号：12345678）'

describe.each(engines)('a process that dies while it sends, on %s,', (_, open) => {
  let opened: TestStore
  let fake: FakeDingtalk
  let now: Date
  const platforms: Platform[] = []
  beforeEach(async () => {
    now = new Date('2026-01-12T01:00:00Z')
    fake = await startFakeDingtalk({ now: () => now })
    fake.addGroup(group)
    fake.addPerson('zhangsan')
    fake.addRobot('T', null)
    opened = await open()
  })
  afterEach(async () => {
    for (const platform of platforms.splice(0)) await platform.stop()
    await fake.stop()
    await opened.dispose()
  })

  const dingtalkOn = (store: Store): Platform => {
    const { app, apiBase, oapiBase } = fake
    const platform = createDingtalk({
      settings: { ...app, apiBase, oapiBase },
      webhooks: [{ groupName: '群', conversationId: group, token: 'T', secret: null }],
      files: { put: store.putFile, get: store.getFile, link: () => 'https://gongkai.example/f' },
      ...{ downloadHosts: [], marks: store, clock: () => now, log: silentLog },
      notify: () => Promise.resolve(),
      ...{ onRefused: () => undefined, onVerified: () => undefined, onTokenRefresh: () => undefined },
    })
    platforms.push(platform)
    return platform
  }
  const outboxOn = (store: Store): Outbox =>
    new Outbox({
      ...{ store, repeated: repeatedReply, owner: 'test', metrics: noMetrics },
      platforms: new Map([['dingtalk', dingtalkOn(store)]]),
      ...{ clock: () => now, random: () => 0.5, log: silentLog },
    })

  const enqueue = (reply = said): Promise<void> => {
    const ref = sessionRef(fake.openSession(group))
    const to = { platform: 'dingtalk', conversationId: group, userId: 'zhangsan', ref }
    return opened.store.enqueueReply(
      {
        ...{ key: 'dingtalk:12345678#0', cause: 'dingtalk:12345678', part: 0, reply },
        ...{ to: { ...to, conversationKind: 'group' }, notBefore: now },
        expiresAt: new Date(now.getTime() + 86_400_000),
      },
      now,
    )
  }
  const dies = async (operation: keyof Store, side: 'before' | 'after'): Promise<void> => {
    const { store, crashed } = crashingStore(opened.store, operation, side)
    const outbox = outboxOn(store)
    outbox.start()
    await crashed
    await outbox.stop(1_000)
    await opened.store.freeLeases('test')
  }
  /** The program, started again so much later, until nothing is left to send; gives how many replies failed. */
  const goesOn = async (seconds: number): Promise<number> => {
    now = new Date(now.getTime() + seconds * 1000)
    const outbox = outboxOn(opened.store)
    outbox.start()
    let depth = await opened.store.outboxDepth()
    while (depth.waiting > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      depth = await opened.store.outboxDepth()
    }
    await outbox.stop(1_000)
    return depth.failed
  }
  const shown = (): readonly (readonly [string, boolean])[] =>
    fake.seen.map(({ way, text }) => [way, text.includes(note)])

  test('repeats it once, half a minute later, and says so with its number', async () => {
    await enqueue()
    await dies('settleReply', 'before')
    const outbox = outboxOn(opened.store)
    now = new Date(now.getTime() + 20_000)
    outbox.start()
    await outbox.stop(1_000)
    expect(shown()).toEqual([['session', false]])
    expect(await goesOn(11)).toBe(0)
    expect(shown()).toEqual([
      ['session', false],
      ['session', true],
    ])
  })

  test('does not repeat it a third time', async () => {
    await enqueue()
    await dies('settleReply', 'before')
    now = new Date(now.getTime() + 31_000)
    await dies('settleReply', 'before')
    expect(await goesOn(3_600)).toBe(1)
    expect(fake.seen).toHaveLength(2)
  })

  test.each([
    ['the OpenAPI', 'group', false],
    ['the group’s robot', 'robot', true],
  ] as const)('repeats by %s what the session may have shown', async (_, way, isRefused) => {
    await enqueue()
    await dies('settleReply', 'before')
    fake.endSessions()
    if (isRefused) {
      fake.fail('group', {
        kind: 'answer',
        status: 403,
        json: { code: 'Forbidden.AccessDenied', message: '' },
      })
    }
    expect(await goesOn(31)).toBe(0)
    expect(shown()).toEqual([
      ['session', false],
      [way, true],
    ])
  })

  test('sends what it had not sent yet', async () => {
    await enqueue()
    await dies('recordTries', 'before')
    expect(fake.seen).toEqual([])
    expect(await goesOn(0)).toBe(0)
    expect(shown()).toEqual([['session', false]])
  })

  test('repeats a file, which has no words, once', async () => {
    const bytes = Buffer.from('内容')
    const file = {
      kind: 'file',
      name: '意见.docx',
      sha256: await opened.store.putFile(bytes),
      size: 6,
    } as const
    await enqueue({ title: '意见.docx', markdown: '', files: [file] })
    await dies('settleReply', 'before')
    await eventually(() => fake.seen.length === 1)
    expect(await goesOn(31)).toBe(0)
    expect(shown()).toEqual([
      ['group', false],
      ['group', false],
    ])
  })
})
