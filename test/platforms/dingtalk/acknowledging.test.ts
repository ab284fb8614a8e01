import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GongkaiError, StoreUnavailableError } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { createMetrics } from '../../../src/metrics.ts'
import { createDingtalk } from '../../../src/platforms/dingtalk/index.ts'
import type { Platform, PlatformInbox } from '../../../src/platforms/platform.ts'
import { createServer } from '../../../src/server.ts'
import { callback, deliver, fileOf, quoteOf, textOf, type Answered } from '../../fakes/dingtalk/callbacks.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import type { SharedMarks } from '../../../src/platforms/platform.ts'
import { sharedMarks } from '../../shared-marks.ts'

let fake: FakeDingtalk
let server: Server
let platform: Platform
let marks: SharedMarks
beforeEach(async () => {
  fake = await startFakeDingtalk()
  marks = sharedMarks()
  const { app, apiBase, oapiBase } = fake
  const clock = (): Date => new Date()
  platform = createDingtalk({
    settings: { ...app, apiBase, oapiBase },
    files: { put: () => Promise.resolve(''), get: () => Promise.resolve(null), link: () => '' },
    ...{
      downloadHosts: [],
      webhooks: [],
      clock,
      log: silentLog,
      onRefused: () => undefined,
      onVerified: () => undefined,
      onTokenRefresh: () => undefined,
    },
    notify: () => Promise.reject(new StoreUnavailableError('走开')),
    marks: { settle: (...given) => marks.settle(...given), settled: (name) => marks.settled(name) },
  })
  server = createServer({
    routers: platform.routes === undefined ? [] : [platform.routes],
    readiness: () => Promise.resolve('ready'),
    ...{ door: null, home: null, hosts: null, metrics: createMetrics(clock), log: silentLog },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await platform.stop()
  await fake.stop()
})

async function send(parts: object, talk: object = {}): Promise<Answered | undefined> {
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/dingtalk/robot`
  const [answer] = await deliver(callback(fake, talk, parts), { url, secret: fake.app.clientSecret })
  return answer
}

const keeping = (keep: PlatformInbox['keep']): Promise<void> => platform.start({ keep })

test('the acknowledgement leaves after the message is kept, not before', async () => {
  let release = (): void => undefined
  let isKept = false
  let isAnswered = false
  const asked = new Promise<void>((isAsked) => {
    void keeping(async () => {
      isAsked()
      await new Promise<void>((resolve) => (release = resolve))
      isKept = true
      return 'kept'
    })
  })
  const answer = send(textOf('帮助')).then((answered) => {
    isAnswered = true
    expect(isKept).toBe(true)
    return answered
  })
  await asked
  expect(isAnswered).toBe(false)
  release()
  expect(await answer).toEqual({ status: 200, text: '{"msgtype":"empty"}' })
})

test('a message that nobody could keep is not acknowledged', async () => {
  await keeping(() => Promise.reject(new GongkaiError('store_unavailable', '数据库暂时不可用')))
  expect((await send(textOf('帮助')))?.status).toBe(503)
})

test('nor is one whose sender could not be told', async () => {
  await keeping(() => Promise.resolve('kept'))
  const session = fake.openSession('cid')
  expect((await send(textOf('帮助'), { staffId: undefined, session }))?.status).toBe(503)
})

test('nor is anything before the platform is started', async () => {
  expect((await send(textOf('帮助')))?.status).toBe(503)
})

test('a known message is acknowledged again', async () => {
  await keeping(() => Promise.resolve('known'))
  expect((await send(textOf('帮助')))?.status).toBe(200)
})

test('codes that cannot be kept or found hold nothing up', async () => {
  const away = (): Promise<never> => Promise.reject(new StoreUnavailableError('走开'))
  marks = { settle: away, settled: away }
  await keeping(() => Promise.resolve('kept'))
  expect((await send(fileOf('年报.docx', 'c1')))?.status).toBe(200)
  expect((await send(quoteOf('核对', { msgId: 'm1==' })))?.status).toBe(200)
  const silent = (): Promise<never> => new Promise(() => undefined)
  marks = { settle: silent, settled: silent }
  expect((await send(quoteOf('核对', { msgId: 'm1==' })))?.status).toBe(200)
})
