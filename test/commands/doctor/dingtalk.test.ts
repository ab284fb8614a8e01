import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { aDeadPort, aServer } from '../../platforms/outgoing/a-server.ts'
import { examined, type Examined } from './examined.ts'

const check = '钉钉接口'
const app = { clientId: 'dingkey', clientSecret: 'SEC-of-the-app-xyz9', robotCode: 'dingkey' }
let fake: FakeDingtalk

async function examine(env: Readonly<Record<string, string>> = {}, now?: Date): Promise<Examined> {
  const found = await examined({
    env: {
      ...{ DINGTALK_CLIENT_ID: app.clientId, DINGTALK_CLIENT_SECRET: app.clientSecret },
      ...{ DINGTALK_API_BASE: fake.apiBase, DINGTALK_OAPI_BASE: fake.oapiBase },
      ...env,
    },
    ...(now === undefined ? {} : { now }),
  })
  expect(found.text).not.toContain(app.clientSecret)
  return found
}

beforeEach(async () => {
  fake = await startFakeDingtalk({ app })
})
afterEach(async () => {
  await fake.stop()
})

test('finds nothing wrong where all is well, and sends nothing', async () => {
  const { status, wrong, said } = await examine()
  expect(wrong).toEqual([])
  expect(status).toBe(0)
  expect(said(check, 'ok')).toHaveLength(1)
  expect(said('钉钉旧接口', 'ok')).toHaveLength(1)
  expect(said('钉钉机器人', 'ok')).toEqual(['机器人编码 dingkey 可用'])
  expect(fake.seen).toEqual([])
})

test('a wrong secret is named with its end', async () => {
  const { status, said } = await examine({ DINGTALK_CLIENT_SECRET: 'another-secret-abcd' })
  expect(said(check, 'wrong')).toEqual([
    expect.stringMatching(/invalidClientIdOrSecret.*dingkey.*DINGTALK_CLIENT_SECRET（现在的末四位 abcd）/),
  ])
  expect(status).toBe(2)
})

describe('the robot', () => {
  test('a robot code of another app is named', async () => {
    const { wrong } = await examine({ DINGTALK_ROBOT_CODE: 'dingother' })
    expect(wrong).toEqual([expect.stringMatching(/^钉钉机器人：机器人编码不对.*dingother/)])
  })

  test('a missing permission is named', async () => {
    const code = 'Forbidden.AccessDenied.AccessTokenPermissionDenied'
    fake.fail('download', { kind: 'answer', status: 403, json: { code, message: '应用尚未开通所需的权限' } })
    expect((await examine()).wrong).toEqual([expect.stringMatching(/没有机器人的权限.*qyapi_robot_sendmsg/)])
  })

  test('a token that is refused at once is named', async () => {
    fake.fail('download', { kind: 'answer', status: 401, json: { code: 'InvalidAuthentication' } })
    expect((await examine()).wrong).toEqual([expect.stringContaining('令牌刚取到就被拒绝')])
  })

  test('an answer that says nothing of the robot is no fault', async () => {
    fake.fail('download', { kind: 'answer', status: 503 })
    const { status, said } = await examine()
    expect(said('钉钉机器人', 'notice')).toEqual(['机器人编码没有查成（HTTP 503）'])
    expect(status).toBe(0)
  })
})

describe('the hosts', () => {
  test('both APIs away are both named, each with its variable', async () => {
    const dead = `http://127.0.0.1:${await aDeadPort()}`
    const { said } = await examine({ DINGTALK_API_BASE: dead, DINGTALK_OAPI_BASE: dead })
    expect(said(check, 'wrong')).toEqual([expect.stringContaining('DINGTALK_API_BASE')])
    expect(said('钉钉旧接口', 'wrong')).toEqual([expect.stringContaining('DINGTALK_OAPI_BASE')])
  })

  test('a page of some other server is named', async () => {
    const server = await aServer((_request, response) => response.writeHead(404).end('<html>'))
    const { said } = await examine({ DINGTALK_API_BASE: server.base })
    await server.close()
    expect(said(check, 'wrong')).toEqual([expect.stringMatching(/不是钉钉接口（HTTP 404）/)])
  })

  test.each<[string, () => string]>([
    ['the path prefix left out', () => new URL(fake.oapiBase).origin],
    ['a wrong path prefix', () => `${fake.oapiBase}/v2`],
    ['the newer API', () => fake.apiBase],
  ])('of the older API %s is named', async (_, base) => {
    const { said, status } = await examine({ DINGTALK_OAPI_BASE: base() })
    expect(said('钉钉旧接口', 'wrong')).toEqual([
      expect.stringMatching(/不是钉钉旧接口（HTTP 404）.*DINGTALK_OAPI_BASE 的主机和路径前缀/),
    ])
    expect(status).toBe(2)
  })

  test.each([
    [500, 'HTTP 500'],
    [429, '太频繁'],
  ])('a passing %i is no fault of the settings', async (status, message) => {
    fake.fail('token', { kind: 'answer', status, json: { code: 'ServiceUnavailable' } })
    const found = await examine()
    expect(found.said(check, 'notice')).toEqual([expect.stringContaining(message)])
    expect(found.status).toBe(0)
  })

  test('the older API busy is told', async () => {
    fake.fail('old token', { kind: 'answer', status: 502 })
    expect((await examine()).said('钉钉旧接口', 'notice')).toEqual([expect.stringContaining('HTTP 502')])
  })
})

test('a clock that is ten minutes off is named', async () => {
  const { said, status } = await examine({}, new Date(Date.now() - 600_000))
  expect(said('时钟', 'wrong')).toEqual([expect.stringContaining('比钉钉慢 10 分钟')])
  expect(status).toBe(2)
})
