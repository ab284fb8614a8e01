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
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { aServer } from '../../platforms/outgoing/a-server.ts'
import { aesKey, corpId, token } from '../../platforms/wecom/secrets.ts'
import { examined, type Examined } from './examined.ts'
import { tempFolder } from '../../temp-folder.ts'

const otherKey = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'
const dataDir = tempFolder()
let fake: FakeDingtalk
let wecom: FakeWecom
let app: App

function environment(): Record<string, string> {
  return {
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret' },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey, WECOM_API_BASE: wecom.base },
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
  wecom = new FakeWecom({
    ...{ now: () => new Date(), corpId, secret: 'app-secret', agentId: 1000002, users: ['zhangsan'] },
    botSecrets: { token: 'BotToken1', aesKey: otherKey },
  })
  await wecom.listen()
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
  await wecom.close()
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
    ['the app’s token', '企业微信应用', { WECOM_TOKEN: 'Another1' }, 'WECOM_TOKEN 不一致'],
    ['the app’s key', '企业微信应用', { WECOM_AES_KEY: otherKey }, 'WECOM_AES_KEY 不一致'],
    ['the corp id', '企业微信应用', { WECOM_CORP_ID: 'wwother' }, 'WECOM_CORP_ID 不一致'],
    ['the bot’s token', '智能机器人', { WECOM_BOT_TOKEN: 'Another1' }, 'WECOM_BOT_TOKEN 不一致'],
    ['the bot’s key', '智能机器人', { WECOM_BOT_AES_KEY: aesKey }, 'WECOM_BOT_AES_KEY 不一致'],
    ['DingTalk’s secret', '钉钉', { DINGTALK_CLIENT_SECRET: 'another' }, 'DINGTALK_CLIENT_SECRET 不一致'],
  ])('%s that the bot does not run with is named, and only then', async (_, name, env, what) => {
    const { said, status } = await beside(env)
    expect(said(`${name}回调（本机）`, 'wrong')).toEqual([
      expect.stringMatching(new RegExp(`（403）：正在运行的公开助手和这里的设置对不上，${what}；`)),
    ])
    expect(status).toBe(2)
    // The bot does not take the doctor's own trial for the platform's.
    const after = await beside()
    expect([after.wrong, after.said(`${name}回调`, 'notice')]).toEqual([[], []])
  })

  test('where the bot cannot be asked, all that its callbacks are verified by is named', async () => {
    const page = await aServer((_request, response) => response.writeHead(403).end())
    const { said } = await examined({ env: { ...environment(), PUBLIC_URL: page.base } })
    await page.close()
    expect(said('智能机器人回调（PUBLIC_URL）', 'wrong')).toEqual([
      expect.stringContaining('WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY 不一致，或反向代理改动了查询参数、请求头'),
    ])
  })

  test('a proxy that drops the query, and one that drops the headers, is named', async () => {
    const proxy = await aServer((request, response) => {
      const headers = { 'user-agent': request.headers['user-agent'] ?? '' }
      void fetch(`${app.url}${request.url?.split('?')[0] ?? ''}`, {
        headers,
        method: request.method ?? 'GET',
      }).then(({ status }) => response.writeHead(status).end())
    })
    const { said } = await beside({ PUBLIC_URL: proxy.base })
    await proxy.close()
    expect(said('智能机器人回调（PUBLIC_URL）', 'wrong')).toEqual([
      expect.stringContaining('查询参数没有带到，请让反向代理原样转发；'),
    ])
    expect(said('钉钉回调（PUBLIC_URL）', 'wrong')).toEqual([
      expect.stringContaining('请求头 timestamp、sign 没有带到，请让反向代理原样转发；'),
    ])
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

describe('callbacks that others made and the running bot refused', () => {
  const driver = (way: 'app' | 'bot', secrets: { token?: string; key?: string } = {}): CallbackDriver =>
    new CallbackDriver({
      ...{ url: `${app.url}/wecom/${way}`, now: () => new Date(), receiveId: way === 'app' ? corpId : '' },
      token: secrets.token ?? (way === 'app' ? token : 'BotToken1'),
      aesKey: secrets.key ?? (way === 'app' ? aesKey : otherKey),
    })

  test('by following the docs on a right installation are no fault', async () => {
    expect((await fetch(`${app.url}/wecom/bot`)).status).toBe(403)
    expect((await fetch(`${app.url}/dingtalk/robot`, { method: 'POST' })).status).toBe(403)
    const { said, wrong, status } = await beside()
    expect(wrong).toEqual([])
    expect(status).toBe(0)
    expect(said('智能机器人回调', 'notice')).toEqual([
      expect.stringMatching(
        /^启动以来有 \d+ 次没有带齐签名参数被拒（parameter），最近一次是 .*：可能是反向代理没有原样转发查询参数；也可能是试网址时没有带签名/,
      ),
    ])
    expect(said('钉钉回调', 'notice')).toEqual([expect.stringContaining('timestamp、sign')])
  })

  test('are past once a right one has come the same way', async () => {
    expect((await driver('bot').verify('1')).status).toBe(200)
    const { said } = await beside()
    expect(said('智能机器人回调', 'notice')).toEqual([])
    expect(said('钉钉回调', 'notice')).toHaveLength(1)
  })

  test('hint at the very Token that differs from the console’s, whatever comes right the other way', async () => {
    await driver('bot', { token: 'Mismatch1' }).verify('1')
    await driver('app').verify('1')
    const { said, status } = await beside()
    expect(said('企业微信应用回调', 'notice')).toEqual([])
    expect(said('智能机器人回调', 'notice')).toEqual([
      expect.stringMatching(
        /1 次签名不对被拒（signature）.*：可能是 WECOM_BOT_TOKEN 和管理后台的 Token 不一致.*之前也有正确的/,
      ),
    ])
    expect(status).toBe(0)
  })

  test('prove another key where they are signed, until a right one comes', async () => {
    await driver('app', { key: otherKey }).verify('1')
    const { said, status } = await beside()
    expect(said('企业微信应用回调', 'wrong')).toEqual([
      expect.stringMatching(
        /1 次签名正确、内容解不开而被拒（padding）.*WECOM_AES_KEY 和管理后台的 EncodingAESKey 不一致/,
      ),
    ])
    expect(said('智能机器人回调', 'wrong')).toEqual([])
    expect(status).toBe(2)
    await driver('app').verify('1')
    expect((await beside()).said('企业微信应用回调', 'wrong')).toEqual([])
  })

  test('signed with another secret hint at DingTalk’s', async () => {
    await deliver({}, { url: `${app.url}/dingtalk/robot`, secret: 'mismatch' })
    expect((await beside()).said('钉钉回调', 'notice')).toContainEqual(
      expect.stringContaining('DINGTALK_CLIENT_SECRET 和开发者后台的 Client Secret 不一致'),
    )
  })
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

const at = 'gongkai_refused_last_seconds'
test.each([
  ['/wecom/app', 'signature', '企业微信应用回调', 'notice', 'WECOM_TOKEN 和'],
  ['/wecom/bot', 'signature', '智能机器人回调', 'notice', 'WECOM_BOT_TOKEN 和'],
  ['/wecom/app', 'padding', '企业微信应用回调', 'wrong', 'WECOM_AES_KEY 和'],
  ['/wecom/bot', 'length', '智能机器人回调', 'wrong', 'WECOM_BOT_AES_KEY 和'],
  ['/wecom/app', 'receiveid', '企业微信应用回调', 'wrong', 'WECOM_CORP_ID 和'],
  ['/wecom/bot', 'receiveid', '智能机器人回调', 'wrong', 'WECOM_CORP_ID 和'],
  ['/wecom/bot', 'parameter', '智能机器人回调', 'notice', '查询参数'],
  ['/wecom/app', 'timestamp', '企业微信应用回调', 'wrong', '时钟'],
  ['/wecom/app', 'host', '企业微信应用回调', 'notice', 'PUBLIC_URL'],
  ['/dingtalk/robot', 'host', '钉钉回调', 'notice', 'PUBLIC_URL'],
  ['/dingtalk/robot', 'sign', '钉钉回调', 'notice', 'DINGTALK_CLIENT_SECRET 和'],
  ['/dingtalk/robot', 'timestamp', '钉钉回调', 'notice', '请求头 timestamp、sign'],
  ['/dingtalk/robot', 'stale', '钉钉回调', 'wrong', '时钟'],
] as const)('at %s refused for %s point at their setting', async (route, reason, check, state, setting) => {
  const labels = `platform="x",route="${route}",source="other",reason="${reason}"`
  const metrics = `gongkai_refused_total{${labels}} 3\n${at}{${labels}} 1768465800\n`
  const { said, status } = await besideMetrics(metrics, 200)
  expect(said(check, state)).toEqual([
    expect.stringMatching(new RegExp(`有 3 次.*（${reason}），最近一次是 1/15 16:30.*${setting}`)),
  ])
  expect(status).toBe(state === 'wrong' ? 2 : 0)
  const own = metrics.replaceAll('"other"', '"doctor"')
  expect((await besideMetrics(own, 200)).said(check, state)).toEqual([])
  const right = `gongkai_verified_last_seconds{platform="x",route="${route}",source="other"} 17684658`
  expect((await besideMetrics(`${metrics}${right}01\n`, 200)).said(check, state)).toEqual([])
  expect((await besideMetrics(`${metrics}${right}99\n`, 200)).said(check, state)).toEqual([])
  const before = right.replace('17684658', '17684657')
  expect((await besideMetrics(`${metrics}${before}99\n`, 200)).said(check, state)).toHaveLength(1)
})

test('refused for what says nothing is not told', async () => {
  const labels = 'platform="wecom",route="/wecom/bot",source="other",reason="too_large"'
  const { lines } = await besideMetrics(`gongkai_refused_total{${labels}} 3\n${at}{${labels}} 1\n`, 200)
  expect(lines.map(({ check }) => check)).not.toContain('智能机器人回调')
})
