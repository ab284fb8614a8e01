import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { anInternet, forwardTo, type Internet } from '../../fakes/internet/an-internet.ts'
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { runGongkai } from '../../run-gongkai.ts'
import { aesKey, corpId, token } from '../../platforms/wecom/secrets.ts'

let internet: Internet
let wecom: FakeWecom
let dingtalk: FakeDingtalk
beforeAll(async () => {
  internet = await anInternet()
  wecom = new FakeWecom({
    ...{ now: () => new Date(), corpId, secret: 'app-secret', agentId: 1000002, users: [] },
    ...{ prefix: '/wecom', botSecrets: { token, aesKey } },
  })
  await wecom.listen()
  dingtalk = await startFakeDingtalk()
  internet.host('wecom.example.cn', forwardTo(new URL(wecom.base).origin))
  internet.host('files.example.cn', () => undefined)
  internet.host('api.example.cn', forwardTo(new URL(dingtalk.apiBase).origin))
})
afterAll(() => Promise.all([internet.close(), wecom.close(), dingtalk.stop()]))

/** What the built program says of two APIs and a host of files, whose certificates a CA of their own has signed. */
async function saysOfHosts(ca: string): Promise<readonly string[]> {
  const { stdout } = await runGongkai(['doctor'], {
    env: {
      ...{ PORT: '0', ...internet.env, NODE_EXTRA_CA_CERTS: ca },
      ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret' },
      ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey, WECOM_API_BASE: 'https://wecom.example.cn/wecom' },
      ...{
        DINGTALK_CLIENT_ID: dingtalk.app.clientId,
        DINGTALK_CLIENT_SECRET: dingtalk.app.clientSecret,
      },
      ...{
        DINGTALK_API_BASE: 'https://api.example.cn/api',
        DINGTALK_OAPI_BASE: 'https://api.example.cn/oapi',
        DOWNLOAD_HOSTS: 'files.example.cn:443',
      },
    },
  })
  return stdout
    .split('\n')
    .filter((line) => !line.includes('解析不了') && /接口：|证书：|DOWNLOAD_HOSTS|files\.example/.test(line))
}

test('with the CA of a private deployment in NODE_EXTRA_CA_CERTS the APIs are reached', async () => {
  expect(await saysOfHosts(internet.env['NODE_EXTRA_CA_CERTS'] ?? '')).toEqual([
    expect.stringMatching(/^✓ 证书：另外信任 .*ca\.pem 里的证书$/),
    '✓ 企业微信接口：连得上 wecom.example.cn，企业 ID 和 Secret 正确',
    '✓ 钉钉接口：连得上 api.example.cn，Client ID 和 Client Secret 正确',
    '✓ 钉钉旧接口：连得上 api.example.cn',
    '✓ 文件主机：files.example.cn:443（DOWNLOAD_HOSTS）可用',
  ])
})

test('without it each line says whose certificate is not trusted, and which variable to set', async () => {
  const untrusted = (api: string, host: string): unknown =>
    expect.stringMatching(new RegExp(`^✗ ${api}：不信任 ${host} 的证书.*NODE_EXTRA_CA_CERTS`))
  expect(await saysOfHosts('')).toEqual([
    untrusted('企业微信接口', 'wecom.example.cn'),
    untrusted('钉钉接口', 'api.example.cn'),
    untrusted('钉钉旧接口', 'api.example.cn'),
    untrusted('文件主机', 'files.example.cn:443'),
  ])
})
