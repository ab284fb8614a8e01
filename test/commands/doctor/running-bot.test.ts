import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createServer } from 'node:http'
import { startApp, type App } from '../../../src/app.ts'
import { checkFile } from '../../../src/check.ts'
import { readSettings } from '../../../src/config/settings.ts'
import { createLog } from '../../../src/log.ts'
import { emptyRoster } from '../../../src/roster/roster.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { deliver } from '../../fakes/dingtalk/callbacks.ts'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { aServer } from '../../platforms/outgoing/a-server.ts'
import { aesKey, corpId, token } from '../../platforms/wecom/secrets.ts'
import { examined, type Examined } from './examined.ts'
import { tempFolder } from '../../temp-folder.ts'

const otherKey = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'
const dataDir = tempFolder()
let fake: FakeDingtalk
let app: App

function environment(): Record<string, string> {
  return {
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret' },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey, WECOM_API_BASE: fake.oapiBase },
    ...{ WECOM_BOT_ID: 'AIBOT1', WECOM_BOT_TOKEN: 'BotToken1', WECOM_BOT_AES_KEY: otherKey },
    ...{ DINGTALK_CLIENT_ID: 'dingkey', DINGTALK_CLIENT_SECRET: 'SEC-of-the-app' },
    ...{ DINGTALK_API_BASE: fake.apiBase, DINGTALK_OAPI_BASE: fake.oapiBase },
    ...{ DATA_DIR: dataDir, PORT: '0' },
  }
}

/** The doctor beside the running bot, with these settings of its own. */
function beside(env: Readonly<Record<string, string>> = {}): Promise<Examined> {
  return examined({ env: { ...environment(), PORT: new URL(app.url).port, ...env } })
}

beforeAll(async () => {
  fake = await startFakeDingtalk()
  const now = (): Date => new Date()
  app = await startApp({
    ...{ settings: readSettings(environment(), dataDir), roster: emptyRoster, clock: now },
    log: createLog('error', now, () => undefined),
    // Threads start from built files.
    checker: {
      check: async (load, name) => checkFile(await load(), name),
      secondsPerFile: () => 1,
      close: () => Promise.resolve(),
    },
  })
})
afterAll(async () => {
  await app.stop()
  await fake.stop()
})

describe('beside the running bot', () => {
  test('the callbacks answer with the same tokens and keys, and nothing is kept of the calls', async () => {
    const { said } = await beside()
    expect(said('正在运行', 'ok')).toHaveLength(1)
    for (const name of ['企业微信应用', '智能机器人', '钉钉'])
      expect(said(`${name}回调（本机）`, 'ok')).toHaveLength(1)
    expect(said('存储', 'ok')).toEqual([expect.stringContaining('待处理消息 0 条，处理失败 0 条')])
  })

  test.each([
    ['the app’s token', '企业微信应用', { WECOM_TOKEN: 'Another1' }, 'Token 和 EncodingAESKey'],
    ['the app’s key', '企业微信应用', { WECOM_AES_KEY: otherKey }, 'Token 和 EncodingAESKey'],
    ['the corp id', '企业微信应用', { WECOM_CORP_ID: 'wwother' }, 'Token 和 EncodingAESKey'],
    ['the bot’s token', '智能机器人', { WECOM_BOT_TOKEN: 'Another1' }, 'Token 和 EncodingAESKey'],
    ['DingTalk’s secret', '钉钉', { DINGTALK_CLIENT_SECRET: 'another' }, 'Client Secret'],
  ])('%s that the bot does not run with is named', async (_, name, env, what) => {
    const { said, status } = await beside(env)
    expect(said(`${name}回调（本机）`, 'wrong')).toEqual([
      expect.stringMatching(new RegExp(`403.*${what}.*不一致`)),
    ])
    expect(status).toBe(2)
  })

  test('through a proxy that hands everything on the public address is fine', async () => {
    const { said } = await beside({ PUBLIC_URL: app.url })
    expect(said('企业微信应用回调（PUBLIC_URL）', 'ok')).toHaveLength(1)
    expect(said('钉钉回调（PUBLIC_URL）', 'ok')).toHaveLength(1)
  })

  test('a public address that leads elsewhere is named', async () => {
    const page = await aServer((_request, response) => response.writeHead(404).end('<html>nginx</html>'))
    const { said } = await beside({ PUBLIC_URL: page.base })
    await page.close()
    expect(said('智能机器人回调（PUBLIC_URL）', 'wrong')).toEqual([
      expect.stringContaining('没有这个地址（404）'),
    ])
  })

  test('a public address behind which nobody listens is named', async () => {
    const gone = await aServer((_request, response) => response.writeHead(502).end('<html>nginx</html>'))
    const { said } = await beside({ PUBLIC_URL: gone.base })
    await gone.close()
    expect(said('钉钉回调（PUBLIC_URL）', 'wrong')).toEqual([expect.stringMatching(/HTTP 502.*是否在运行/)])
  })

  test('a page that answers 200 to everything is not taken for the bot', async () => {
    const page = await aServer((_request, response) => response.end('<html>welcome</html>'))
    const { said } = await beside({ PUBLIC_URL: page.base })
    await page.close()
    expect(said('智能机器人回调（PUBLIC_URL）', 'wrong')).toHaveLength(1)
    expect(said('钉钉回调（PUBLIC_URL）', 'wrong')).toHaveLength(1)
  })

  test('a host name that the bot does not answer to is named', async () => {
    const strict = await aServer((_request, response) => response.writeHead(421).end())
    const { said } = await beside({ PUBLIC_URL: strict.base })
    await strict.close()
    expect(said('钉钉回调（PUBLIC_URL）', 'wrong')).toEqual([
      expect.stringContaining('不认这个主机名（421）'),
    ])
  })

  test('a public address that cannot be reached from inside is only told', async () => {
    const { said } = await beside({ PUBLIC_URL: 'https://gongkai.invalid' })
    expect(said('钉钉回调（PUBLIC_URL）', 'notice')).toEqual([expect.stringContaining('外网的机器')])
  })
})

test('callbacks that the bot refused, and none that it took, tell which setting differs from the console’s', async () => {
  const driver = (secret: string, key: string): CallbackDriver =>
    new CallbackDriver({
      ...{ url: `${app.url}/wecom/bot`, token: secret, aesKey: key, receiveId: '' },
      now: () => new Date(),
    })
  await driver('Mismatch1', otherKey).verify('1')
  await deliver({}, { url: `${app.url}/dingtalk/robot`, secret: 'mismatch' })
  const { said, status } = await beside()
  expect(said('企业微信回调', 'wrong')).toContainEqual(
    expect.stringMatching(/拒绝了 \d+ 次（signature），没有一次正确的：多半是Token 和管理后台不一致/),
  )
  expect(said('钉钉回调', 'wrong')).toEqual([expect.stringContaining('DINGTALK_CLIENT_SECRET')])
  expect(status).toBe(2)
})

test('another program on the port is told, and not asked further', async () => {
  const server = createServer((_request, response) => response.end('hello'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const { said, status } = await examined({ env: { PORT: port } })
  await new Promise((resolve) => server.close(resolve))
  expect(said('端口', 'notice')).toEqual([expect.stringContaining('已有程序在用')])
  expect(said('正在运行', 'ok')).toEqual([])
  expect(status).toBe(0)
})

/** A bot on a port of its own that tells these metrics. */
async function besideMetrics(metrics: string, readiness: number): Promise<Examined> {
  const bot = await aServer((request, response) => {
    if (request.url === '/readyz') response.writeHead(readiness).end()
    else response.end(request.url === '/metrics' ? metrics : '')
  })
  const found = await examined({ env: { PORT: String(bot.port) } })
  await bot.close()
  return found
}

test('a bot that takes nothing is named', async () => {
  const { said, status } = await besideMetrics('gongkai_dead_total 0\n', 503)
  expect(said('正在运行', 'wrong')).toEqual([expect.stringContaining('不能收件（/readyz）')])
  expect(status).toBe(2)
})

const took = 'gongkai_callbacks_total{platform="wecom",result="kept"} 7\n'
test.each([
  ['wecom', 'signature', '企业微信回调', 'Token'],
  ['wecom', 'padding', '企业微信回调', 'EncodingAESKey'],
  ['wecom', 'receiveid', '企业微信回调', 'WECOM_CORP_ID'],
  ['wecom', 'parameter', '企业微信回调', '查询参数'],
  ['wecom', 'timestamp', '企业微信回调', '时钟'],
  ['wecom', 'host', '企业微信回调', 'PUBLIC_URL'],
  ['dingtalk', 'host', '钉钉回调', 'PUBLIC_URL'],
  ['dingtalk', 'sign', '钉钉回调', 'DINGTALK_CLIENT_SECRET'],
  ['dingtalk', 'stale', '钉钉回调', '时钟'],
])('%s callbacks refused for %s point at their setting', async (platform, reason, check, setting) => {
  const refused =
    `gongkai_callbacks_total{platform="${platform}",result="refused"} 3\n` +
    `gongkai_refused_total{platform="${platform}",reason="${reason}"} 3\n`
  const { said } = await besideMetrics(refused, 200)
  expect(said(check, 'wrong')).toEqual([expect.stringMatching(new RegExp(`拒绝了 3 次.*${setting}`))])
})

test('among callbacks that were taken, refused ones are only told', async () => {
  const refused = 'gongkai_refused_total{platform="wecom",reason="signature"} 3\n'
  const { said, status } = await besideMetrics(took + refused, 200)
  expect(said('企业微信回调', 'notice')).toEqual([expect.stringContaining('多半是别人在乱试')])
  expect(status).toBe(0)
})
