import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { startMongoServer } from '../../mongo-server.ts'
import { endAll, startBuiltBot, type RunningBot } from '../../running-bot.ts'
import { callback, deliver, fileOf, quoteOf, textOf, type Answered } from '../../fakes/dingtalk/callbacks.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { boundGroup, environmentOf, eventually, report } from './a-dingtalk.ts'
import { tempFolder } from '../../temp-folder.ts'

const server = await startMongoServer()
let fake: FakeDingtalk

beforeEach(async () => {
  fake = await startFakeDingtalk()
  fake.addGroup(boundGroup)
  fake.addPerson('zhangsan')
})
afterEach(async () => {
  endAll()
  await fake.stop()
})
afterAll(async () => {
  await server?.stop()
})

const settings = `groups:
  - { name: 政务公开联络群, platform: dingtalk, conversationId: "${boundGroup}", agencies: all }
agencies:
  - { name: ${report.agency}, contacts: [{ platform: dingtalk, userId: zhangsan }] }
`

function folder(): string {
  const cwd = tempFolder()
  writeFileSync(path.join(cwd, 'gongkai.yaml'), settings)
  return cwd
}

function start(cwd: string, env: Readonly<Record<string, string>>): Promise<RunningBot> {
  return startBuiltBot(cwd, { ...environmentOf(fake, path.join(cwd, 'data')), ...env })
}

function send(bot: RunningBot, body: unknown, times = 1): Promise<readonly Answered[]> {
  return deliver(body, { url: `${bot.url}/dingtalk/robot`, secret: fake.app.clientSecret, times })
}

/** Says thanks and waits for the answer: whatever was to be said before it has been said then. */
async function settle(bot: RunningBot): Promise<void> {
  const session = fake.openSession(boundGroup)
  await send(bot, callback(fake, { group: boundGroup, session }, textOf('谢谢')))
  await eventually(() => fake.seen.some(({ text }) => text.includes('不客气')))
}

/** A report quoted in the group, delivered five times at once; the reply, which must be the only one. */
async function quoteFiveTimes(env: Readonly<Record<string, string>>): Promise<void> {
  const bot = await start(folder(), env)
  const content = { fileName: report.name, downloadCode: fake.addFile(report.name, report.bytes) }
  const session = fake.openSession(boundGroup)
  const quote = quoteOf(' 核对', { msgId: 'f==', msgType: 'file', content })
  const answers = await send(bot, callback(fake, { group: boundGroup, session }, quote), 5)
  expect(answers).toEqual(answers.map(() => ({ status: 200, text: '{"msgtype":"empty"}' })))
  await eventually(() => fake.seen.length > 0)
  await settle(bot)
  const checked = fake.seen.filter(({ text }) => text.includes(report.agency))
  expect(checked).toHaveLength(1)
  expect(checked[0]).toMatchObject({ way: 'session', to: boundGroup, at: ['zhangsan'] })
  expect(checked[0]?.text).toContain('已收存')
  expect(checked[0]?.text).not.toContain('第 2 版')
  expect(await bot.end('SIGTERM')).toBe(0)
}

/** Killed as soon as it has acknowledged a file, started again: the reply comes, once. */
async function killAfterAcknowledging(env: Readonly<Record<string, string>>): Promise<void> {
  const cwd = folder()
  const first = await start(cwd, env)
  const session = fake.openSession(boundGroup)
  const code = fake.addFile(report.name, report.bytes)
  const answers = await send(first, callback(fake, { session }, fileOf(report.name, code)))
  expect(answers[0]?.status).toBe(200)
  await first.end('SIGKILL')
  const second = await start(cwd, env)
  await eventually(() => fake.seen.length > 0)
  await settle(second)
  expect(fake.seen.filter(({ text }) => text.includes(report.agency))).toHaveLength(1)
  expect(await second.end('SIGTERM')).toBe(0)
}

describe('the built program on the embedded store', () => {
  test('gives one reply to a quote delivered five times at once', () => quoteFiveTimes({}))
  test('killed after the acknowledgement gives the reply after its start', () => killAfterAcknowledging({}))

  test('refuses what is not signed with the same empty answer', async () => {
    const bot = await start(folder(), {})
    const body = callback(fake, { group: boundGroup }, textOf('帮助'))
    const url = `${bot.url}/dingtalk/robot`
    expect(await deliver(body, { url, secret: 'wrong' })).toEqual([{ status: 403, text: '' }])
    expect(await deliver('{', { url, secret: fake.app.clientSecret })).toEqual([{ status: 403, text: '' }])
  })
})

const describeWithServer = server === null ? describe.skip : describe

describeWithServer('the built program on MongoDB', () => {
  const env = (): Readonly<Record<string, string>> => {
    if (server === null) throw new Error('no server')
    return { MONGODB_URI: server.uriOf(`dingtalk_${Math.random().toString(36).slice(2, 10)}`) }
  }
  test('gives one reply to a quote delivered five times at once', () => quoteFiveTimes(env()))
  test('killed after the acknowledgement gives the reply after its start', () =>
    killAfterAcknowledging(env()))
})
