import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GongkaiError } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { createMetrics } from '../../../src/metrics.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { createWecom } from '../../../src/platforms/wecom/index.ts'
import { createServer } from '../../../src/server.ts'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { aesKey, corpId, token } from './secrets.ts'
import { sharedMarks } from '../../shared-marks.ts'

const now = (): Date => new Date()
const nobody = {
  collect: () => Promise.resolve({ kind: 'unknown' as const }),
  take: () => Promise.resolve([]),
}

let wecom: Platform
let server: Server
let app: CallbackDriver
let bot: CallbackDriver

beforeEach(async () => {
  wecom = createWecom({
    settings: {
      corpId,
      app: { agentId: 1, secret: 's', token, aesKey },
      bot: { botId: 'B', token, aesKey, name: null },
      apiBase: 'http://127.0.0.1:9',
    },
    desk: nobody,
    files: { put: () => Promise.resolve(''), get: () => Promise.resolve(null), link: () => '' },
    ...{ webhooks: [], downloadHosts: [], welcome: { title: '您好', markdown: '您好' } },
    ...{
      clock: now,
      log: silentLog,
      onRefused: () => undefined,
      onVerified: () => undefined,
      onTokenRefresh: () => undefined,
      marks: sharedMarks(),
    },
  })
  server = createServer({
    routers: wecom.routes === undefined ? [] : [wecom.routes],
    readiness: () => Promise.resolve('ready'),
    ...{ door: null, home: null, hosts: null, metrics: createMetrics(now), log: silentLog },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const common = { token, aesKey, now }
  app = new CallbackDriver({ ...common, url: `${url}/wecom/app`, receiveId: corpId })
  bot = new CallbackDriver({ ...common, url: `${url}/wecom/bot`, receiveId: '' })
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await wecom.stop()
})

const fields = { FromUserName: 'zhangsan', MsgType: 'text', Content: '帮助', MsgId: '1' }
const payload = {
  msgid: '1',
  chattype: 'single',
  from: { userid: 'zhangsan' },
  msgtype: 'text',
  text: { content: '帮助' },
}

/** The status of a message by each way. */
async function statuses(): Promise<readonly number[]> {
  const [byApp] = await app.sayXml(fields)
  const byBot = await bot.post(bot.sealed(bot.cipher.encrypt(JSON.stringify(payload), '')))
  return [byApp?.status ?? 0, byBot.status]
}

test('a message that nobody could keep is not acknowledged', async () => {
  await wecom.start({ keep: () => Promise.reject(new GongkaiError('store_unavailable', '走开')) })
  expect(await statuses()).toEqual([503, 503])
})

test('before the start nothing is acknowledged, and the address can be verified', async () => {
  expect(await statuses()).toEqual([503, 503])
  expect((await app.verify('1')).body).toBe('1')
  expect((await bot.verify('2')).body).toBe('2')
})

test('a fault of ours is no acknowledgement', async () => {
  await wecom.start({ keep: () => Promise.reject(new TypeError('bug')) })
  expect(await statuses()).toEqual([500, 500])
})

test('the acknowledgement leaves once the message is durable, not before', async () => {
  const order: string[] = []
  let durable = (): void => undefined
  await wecom.start({
    keep: async ({ key }) => {
      await new Promise<void>((resolve) => (durable = resolve))
      order.push(`kept ${key}`)
      return 'kept'
    },
  })
  const answered = bot.say(payload).then(() => order.push('answered'))
  // Other requests come and go meanwhile.
  for (let n = 0; n < 20; n++) await app.verify(`${n}`)
  expect(order).toEqual([])
  durable()
  await answered
  expect(order).toEqual(['kept wecom:bot:B:1', 'answered'])
})
