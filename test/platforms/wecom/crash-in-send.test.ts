import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../src/store/store.ts'
import type { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { startMongoServer } from '../../mongo-server.ts'
import { crashingStore } from '../../store/crashing-store.ts'
import { openTestMongo, openTestSqlite, type TestStore } from '../../store/open-test-store.ts'
import { tempFolder } from '../../temp-folder.ts'
import { group, startFake, until, WecomHouse, type Respond, type WecomHouseOptions } from './wecom-house.ts'

const server = await startMongoServer()
afterAll(async () => {
  await server?.stop()
})

const engines = [
  ['the embedded store', openTestSqlite],
  ...(server === null ? [] : [['MongoDB', () => openTestMongo(server)] as const]),
] as const

/** Answers with a picture alone. */
const drawn: Respond = async (_message, _files, store) => {
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)])
  const picture = {
    kind: 'picture',
    name: '趋势.png',
    sha256: await store.putFile(bytes),
    size: bytes.length,
  } as const
  return { replies: [{ title: '图', markdown: '', files: [picture] }] }
}

const responses = '/cgi-bin/aibot/response'
const note = /\n\n（上一次发送没有得到确认，这一条可能和前面的重复。编号：\S{8}）$/

describe.each(engines)('a process that dies while it sends, on %s,', (_, open) => {
  let opened: TestStore
  let fake: FakeWecom
  let now: Date
  beforeEach(async () => {
    now = new Date('2026-01-12T01:00:00Z')
    fake = await startFake(() => now)
    opened = await open()
  })
  afterEach(async () => {
    await fake.close()
    await opened.dispose()
  })

  const houseOn = (store: Store, options: WecomHouseOptions): Promise<WecomHouse> =>
    WecomHouse.open({ ...options, fake, now, on: { ...opened, store, dataDir: tempFolder() } })

  /** A house whose process dies at an operation. No stream asks for its reply, so that it is sent. */
  const dies = async (
    [operation, side]: readonly [keyof Store, 'before' | 'after'],
    more: Readonly<Record<string, unknown>> = {},
    options: WecomHouseOptions = {},
  ): Promise<void> => {
    const { store, crashed } = crashingStore(opened.store, operation, side)
    const house = await houseOn(store, options)
    await house.bot.say({ ...house.payload({ msgtype: 'text', text: { content: '核对' } }, group), ...more })
    await until(async () => (await opened.store.outboxDepth()).waiting === 1)
    house.pass(21_000)
    await crashed
    now = house.now
    await house.close().catch(() => undefined)
    await opened.store.freeLeases('test')
  }

  /** The program, started again so much later, until nothing is left to do; gives how many replies failed. */
  const goesOn = async (seconds: number, options: WecomHouseOptions = {}): Promise<number> => {
    now = new Date(now.getTime() + seconds * 1000)
    const house = await houseOn(opened.store, options)
    await house.isQuiet()
    const { failed } = await opened.store.outboxDepth()
    await house.close()
    return failed
  }

  test('shows what it sent by response_url once, though the robot and the app are there', async () => {
    await dies(['settleReply', 'before'], {}, { hasRobot: true })
    expect(fake.shown).toMatchObject([{ via: 'response_url', to: group }])
    expect(await goesOn(31, { hasRobot: true })).toBe(0)
    expect(fake.requestsTo(responses)).toHaveLength(2)
    expect(fake.shown).toHaveLength(1)
  })

  test('asks nobody in the first half minute', async () => {
    await dies(['settleReply', 'before'])
    const house = await houseOn(opened.store, {})
    await until(() => house.logged.some((line) => line.includes('cut off')))
    await house.close()
    expect(fake.requestsTo(responses)).toHaveLength(1)
  })

  test('takes no other way for it when response_url is over meanwhile', async () => {
    await dies(['settleReply', 'before'])
    expect(await goesOn(3_600)).toBe(1)
    expect(fake.shown).toHaveLength(1)
  })

  test('sends by response_url what it had not sent yet, half a minute later, as it is', async () => {
    await dies(['recordTries', 'after'])
    expect(fake.shown).toEqual([])
    await goesOn(31)
    expect(fake.shown).toMatchObject([{ via: 'response_url', content: '收到：核对' }])
  })

  test('repeats what the group’s robot may have shown, once, and says so', async () => {
    await dies(['settleReply', 'before'], { response_url: undefined }, { hasRobot: true })
    expect(fake.shown).toMatchObject([{ via: 'robot', content: '收到：核对' }])
    await goesOn(31, { hasRobot: true })
    expect(fake.shown).toMatchObject([{ via: 'robot' }, { via: 'robot' }])
    expect(fake.shown[1]?.content).toMatch(note)
  })

  test('sends by the app at once what response_url had refused: that has certainly not arrived', async () => {
    const url = fake.responseUrl({ userId: 'zhangsan', chatId: group })
    const body = JSON.stringify({ msgtype: 'markdown', markdown: { content: '别处' } })
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    fake.fail('/cgi-bin/message/send', { kind: 'reset', when: 'before' })
    await dies(['settleReply', 'before'], { response_url: url })
    expect(fake.shown).toHaveLength(1)
    await goesOn(0)
    expect(fake.shown.slice(1)).toMatchObject([{ via: 'app', to: 'zhangsan' }])
  })

  test('shows once what the app had sent: the platform drops the repeat', async () => {
    await dies(['settleReply', 'before'], { response_url: undefined })
    await goesOn(0)
    expect(fake.requestsTo('/cgi-bin/message/send')).toHaveLength(2)
    expect(fake.shown).toMatchObject([{ via: 'app' }])
  })

  test('shows a picture once that the app had sent: it is not uploaded again', async () => {
    await dies(['settleReply', 'before'], { response_url: undefined }, { respond: drawn })
    await goesOn(0)
    expect(fake.requestsTo('/cgi-bin/media/upload')).toHaveLength(1)
    expect(fake.requestsTo('/cgi-bin/message/send')).toHaveLength(2)
    expect(fake.shown).toMatchObject([{ via: 'app', type: 'image' }])
  })
})
