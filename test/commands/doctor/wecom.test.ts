import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { aDeadPort, aServer, aTcpServer } from '../../platforms/outgoing/a-server.ts'
import { aesKey, corpId, token } from '../../platforms/wecom/secrets.ts'
import { examined, type Examined } from './examined.ts'

const secret = 'app-secret-0123456789-tail'
const check = '企业微信接口'
const now = (): Date => new Date()
let fake: FakeWecom

async function startFake(users: readonly string[] = ['zhangsan', 'lisi']): Promise<FakeWecom> {
  const started = new FakeWecom({
    ...{ now, corpId, secret, agentId: 1000002, users, hiddenUsers: ['zhaoliu'] },
    ...{ prefix: '/gov/wecom', botSecrets: { token: 'BotToken1', aesKey } },
  })
  await started.listen()
  return started
}

function environment(): Record<string, string> {
  return {
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: secret },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey, WECOM_API_BASE: fake.base },
  }
}

async function examine(env: Readonly<Record<string, string>> = {}, roster?: string): Promise<Examined> {
  const found = await examined({
    env: { ...environment(), ...env },
    ...(roster === undefined ? {} : { roster }),
  })
  expect(found.text).not.toContain(secret)
  expect(found.text).not.toContain(aesKey)
  return found
}

beforeEach(async () => {
  fake = await startFake()
})
afterEach(async () => {
  await fake.close()
})

test('finds nothing wrong where all is well, and sends nothing', async () => {
  const { status, wrong, said } = await examine(
    {},
    'coordinators: [{ platform: wecom, userId: lisi }]\nagencies:\n  - { name: 区科技局, contacts: [{ platform: wecom, userId: zhangsan }] }\n',
  )
  expect(wrong).toEqual([])
  expect(status).toBe(0)
  expect(said(check, 'ok')).toHaveLength(1)
  expect(said('企业可信 IP', 'ok')).toHaveLength(1)
  expect(said('可见范围', 'ok')).toEqual(['应用的可见范围：0 个部门、2 个成员、0 个标签'])
  expect(said('联络员', 'ok')).toHaveLength(1)
  expect(fake.shown).toEqual([])
  expect(fake.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

describe('credentials', () => {
  test.each([
    ['corp id', { WECOM_CORP_ID: 'wwother' }, /40013.*WECOM_CORP_ID（现在是 wwother）/],
    ['secret', { WECOM_SECRET: 'another-secret-abcd' }, /40001.*WECOM_SECRET（现在的末四位 abcd）/],
    ['short secret, not a character of it shown,', { WECOM_SECRET: 'wrong' }, /现在的太短，不显示/],
  ])('a wrong %s is named', async (_, env, message) => {
    const { status, said } = await examine(env)
    expect(said(check, 'wrong')).toEqual([expect.stringMatching(message)])
    expect(status).toBe(2)
  })

  test('another app’s id is named', async () => {
    const { wrong } = await examine({ WECOM_AGENT_ID: '1000009' })
    expect(wrong).toEqual([expect.stringMatching(/^可见范围：AgentId 1000009 不是这个 Secret 的应用/)])
  })

  test.each([-1, 45009])('being busy (%i) is no fault of the settings', async (errcode) => {
    fake.fail('/cgi-bin/gettoken', { kind: 'errcode', errcode })
    const { status, said } = await examine()
    expect(said(check, 'notice')).toEqual([expect.stringContaining(String(errcode))])
    expect(status).toBe(0)
  })

  test('an unknown refusal keeps its number', async () => {
    fake.fail('/cgi-bin/gettoken', { kind: 'errcode', errcode: 41002 })
    expect((await examine()).wrong).toEqual([expect.stringContaining('取不到令牌（41002）')])
  })
})

describe('what the app may do', () => {
  const errmsg = 'not allow to access from your ip, hint: [1], from ip: 203.0.113.77, more info at https://x'

  test.each(['/cgi-bin/gettoken', '/cgi-bin/getcallbackip', '/cgi-bin/agent/get'])(
    'an address that is not trusted is shown, whichever call tells it (%s)',
    async (path) => {
      fake.fail(path, { kind: 'errcode', errcode: 60020, errmsg })
      const { status, wrong } = await examine()
      expect(wrong).toEqual([
        '企业可信 IP：本机不在应用的可信 IP 里（60020），请在“应用管理 → 应用 → 企业可信 IP”里加上 203.0.113.77',
      ])
      expect(status).toBe(2)
    },
  )

  test('without an address in the answer it asks for the machine’s own', async () => {
    fake.fail('/cgi-bin/getcallbackip', { kind: 'errcode', errcode: 60020 })
    expect((await examine()).wrong).toEqual([expect.stringContaining('加上 本机出口的公网 IP')])
  })

  test('a forbidden API is named', async () => {
    fake.fail('/cgi-bin/getcallbackip', { kind: 'errcode', errcode: 48002 })
    expect((await examine()).wrong).toEqual([expect.stringMatching(/没有调用接口的权限（48002）/)])
  })

  test.each([48002, 60011, 81013])('a visible range that does not reach (%i) is named', async (errcode) => {
    fake.fail('/cgi-bin/agent/get', { kind: 'errcode', errcode })
    expect((await examine()).wrong).toEqual([
      expect.stringMatching(new RegExp(`^可见范围：应用没有权限（${errcode}）.*可见范围`)),
    ])
  })

  test('an empty visible range is named', async () => {
    await fake.close()
    fake = await startFake([])
    expect((await examine()).wrong).toEqual([expect.stringContaining('可见范围是空的')])
  })

  test('a deployment that does not know the calls is no fault', async () => {
    const unknown = { kind: 'errcode', errcode: 40066 } as const
    fake.fail('/cgi-bin/getcallbackip', unknown)
    fake.fail('/cgi-bin/agent/get', { kind: 'status', status: 404 })
    fake.fail('/cgi-bin/user/get', unknown)
    const { status, said } = await examine({}, 'coordinators: [{ platform: wecom, userId: lisi }]\n')
    expect(status).toBe(0)
    expect(said('企业可信 IP', 'notice')).toEqual(['没有查成（40066）'])
    expect(said('可见范围', 'notice')).toEqual([expect.stringContaining('HTTP 404')])
    expect(said('联络员', 'notice')).toHaveLength(1)
  })

  test('contacts outside the range, and those that nobody knows, are named', async () => {
    const { said } = await examine(
      {},
      'coordinators: [{ platform: wecom, userId: zhaoliu }]\nagencies:\n  - { name: 区科技局, contacts: [{ platform: wecom, userId: nobody }, { platform: wecom, userId: lisi }] }\n',
    )
    expect(said('联络员', 'wrong')).toEqual([
      expect.stringMatching(/（60011）：zhaoliu，/),
      expect.stringMatching(/（60111）：nobody，/),
    ])
  })
})

describe('the host', () => {
  test.each([
    [
      'a name nobody knows',
      () => 'http://no-such-host.invalid',
      /解析不了主机 no-such-host\.invalid.*WECOM_API_BASE/,
    ],
    [
      'a port where nobody listens',
      async () => `http://127.0.0.1:${await aDeadPort()}`,
      /拒绝连接（ECONNREFUSED）/,
    ],
    ['a lost path prefix', () => fake.base.replace('/gov/wecom', ''), /40066|不是企业微信接口|取不到令牌/],
  ])('%s is named', async (_, base, message) => {
    const { said, status } = await examine({ WECOM_API_BASE: await base() })
    expect(said(check, 'wrong')).toEqual([expect.stringMatching(message)])
    expect(status).toBe(2)
  })

  test('a page of some other server is named', async () => {
    const server = await aServer((_request, response) => response.writeHead(404).end('<html>nginx</html>'))
    const { said } = await examine({ WECOM_API_BASE: server.base })
    await server.close()
    expect(said(check, 'wrong')).toEqual([expect.stringMatching(/不是企业微信接口（HTTP 404）.*路径前缀/)])
  })

  test('a fault of the server’s own is none of ours', async () => {
    fake.fail('/cgi-bin/gettoken', { kind: 'status', status: 502 })
    const { said, status } = await examine()
    expect(said(check, 'notice')).toEqual([expect.stringContaining('HTTP 502')])
    expect(status).toBe(0)
  })

  test('a certificate of a private CA is named with the variable that helps', async () => {
    const server = await aServer((_request, response) => response.end('{}'), { tls: true })
    const { said } = await examine({ WECOM_API_BASE: server.base })
    await server.close()
    expect(said(check, 'wrong')).toEqual([expect.stringMatching(/不信任 .* 的证书.*NODE_EXTRA_CA_CERTS/)])
  })

  test('http where https was meant is named', async () => {
    const server = await aServer((_request, response) => response.end('{}'))
    const { said } = await examine({ WECOM_API_BASE: server.base.replace('http:', 'https:') })
    await server.close()
    expect(said(check, 'wrong')).toEqual([expect.stringMatching(/说的不是 HTTPS.*WECOM_API_BASE/)])
  })

  test.each([
    ['https://gov.example.cn/cgi-bin/gettoken?corpsecret=geheim', 'https://gov.example.cn'],
    ['/login', '别的地址'],
  ])('a server that sends on to %s is told with where to', async (location, place) => {
    const server = await aServer((_request, response) => response.writeHead(301, { location }).end())
    const { said, text } = await examine({ WECOM_API_BASE: server.base })
    await server.close()
    expect(said(check, 'wrong')).toEqual([
      expect.stringMatching(new RegExp(`让人转到 ${place}（HTTP 301）.*请把 WECOM_API_BASE 改成`)),
    ])
    expect(text).not.toContain('geheim')
  })

  test('a host that never answers costs seconds only', async () => {
    const server = await aTcpServer(() => undefined)
    const { said } = await examine({ WECOM_API_BASE: server.base })
    await server.close()
    expect(said(check, 'wrong')).toEqual([expect.stringMatching(/超时（ETIMEDOUT）/)])
  }, 20_000)
})

test.each([
  [10, '快 10 分钟'],
  [-10, '慢 10 分钟'],
  [60 * 24, '快 24 小时'],
])('a clock that is %i minutes off is named', async (minutes, message) => {
  const { said, status } = await examined({
    env: environment(),
    now: new Date(Date.now() + minutes * 60_000),
  })
  expect(said('时钟', 'wrong')).toEqual([expect.stringContaining(`比企业微信${message}`)])
  expect(status).toBe(2)
})

test('four minutes are no fault', async () => {
  const { said } = await examined({ env: environment(), now: new Date(Date.now() + 240_000) })
  expect(said('时钟', 'ok')).toEqual([
    expect.anything(),
    expect.stringMatching(/^和企业微信相差 2[34]\d 秒$/),
  ])
})

test('the 智能机器人 alone needs no credentials: the host is reached, and no app is asked about', async () => {
  const { status, said } = await examined({
    env: { WECOM_BOT_ID: 'b', WECOM_BOT_TOKEN: 'abc', WECOM_BOT_AES_KEY: aesKey, WECOM_API_BASE: fake.base },
  })
  expect(said(check, 'ok')).toEqual([`连得上 ${fake.host}`])
  expect(said('可见范围', 'ok')).toEqual([])
  expect(status).toBe(0)
})
