import { describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { testCertificate } from '../../platforms/outgoing/test-certificate.ts'
import { examined } from './examined.ts'
import { tempFolder } from '../../temp-folder.ts'

const key = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'

describe('the machine', () => {
  test('an old Node is named with the one to install', async () => {
    const { status, wrong } = await examined({ nodeVersion: '20.18.3' })
    expect(wrong).toEqual(['Node：20.18.3 太旧，请安装 20.19 或更新的版本'])
    expect(status).toBe(2)
  })

  test('a clock of years ago is named', async () => {
    const { wrong } = await examined({ now: new Date('2020-01-01T00:00:00Z') })
    expect(wrong).toEqual([expect.stringMatching(/^时钟：现在是 2020.*请校准系统时间/)])
  })

  test.each([
    ['that is not there', (): string => '/nowhere/ca.pem', /\/nowhere\/ca\.pem 读不了（ENOENT）/],
    ['that is no certificate', (): string => fileOf('DER'), /不是 PEM 证书/],
  ])('an extra CA file %s is named', async (_, file, message) => {
    const { wrong } = await examined({ env: { NODE_EXTRA_CA_CERTS: file() } })
    expect(wrong).toEqual([expect.stringMatching(/^证书：/)])
    expect(wrong[0]).toMatch(message)
  })

  test('an extra CA file that is read is told', async () => {
    const { said, status } = await examined({ env: { NODE_EXTRA_CA_CERTS: fileOf(testCertificate) } })
    expect(said('证书', 'ok')).toHaveLength(1)
    expect(status).toBe(0)
  })

  test('an extra CA file named in .env has no effect, and the doctor says so', async () => {
    const cwd = tempFolder()
    writeFileSync(path.join(cwd, '.env'), 'NODE_EXTRA_CA_CERTS=/etc/ca.pem\n')
    const { wrong } = await examined({ cwd })
    expect(wrong).toEqual([expect.stringContaining('写在 .env 里不起作用')])
  })

  test.each(['HTTPS_PROXY', 'http_proxy', 'ALL_PROXY'])(
    'that %s has no effect is told where a platform is reached, without what it says',
    async (name) => {
      const env = { [name]: 'http://user:geheim@10.0.0.1:3128' }
      const platform = { DINGTALK_CLIENT_ID: 'd', DINGTALK_CLIENT_SECRET: 's' }
      const nowhere = { DINGTALK_API_BASE: 'http://127.0.0.1:9', DINGTALK_OAPI_BASE: 'http://127.0.0.1:9' }
      const { said, text } = await examined({ env: { ...env, ...platform, ...nowhere } })
      expect(said('代理', 'notice')).toEqual([
        expect.stringMatching(new RegExp(`^环境变量 ${name} 不起作用`)),
      ])
      expect(text).not.toContain('geheim')
      expect((await examined({ env })).said('代理', 'notice')).toEqual([])
      expect((await examined({ env: { ...platform, ...nowhere } })).said('代理', 'notice')).toEqual([])
    },
  )

  test('fonts that are missing or none are named', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'NotoSansSC-rare.ttf'), 'version https://git-lfs')
    const { status, wrong, said } = await examined({ fontFolder: folder })
    expect(wrong).toEqual([
      expect.stringMatching(/^字体：.*NotoSansSC-common\.ttf（ENOENT）、NotoSansSC-rare\.ttf（不是字体）/),
    ])
    expect(status).toBe(2)
    expect(said('时钟', 'ok')).toHaveLength(1)
    expect((await examined()).said('字体', 'ok')).toHaveLength(1)
  })
})

describe('settings', () => {
  test('what is malformed and what is missing get a line each, all at once, with the file’s faults', async () => {
    const { status, said } = await examined({
      env: { PORT: 'x', WECOM_AES_KEY: key.slice(1), WECOM_TOKEN: 'a-b', DINGTALK_CLIENT_ID: 'd' },
      roster: 'agencys: []\ndistrict: 1\n',
    })
    expect(said('环境变量', 'wrong')).toEqual([
      expect.stringMatching(/PORT：/),
      expect.stringMatching(/WECOM_TOKEN：应是 3 到 32 位字母或数字/),
      expect.stringMatching(/WECOM_AES_KEY：应是 43 位/),
      '企业微信自建应用少设了环境变量 WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_SECRET',
      '钉钉机器人少设了环境变量 DINGTALK_CLIENT_SECRET',
    ])
    expect(said('gongkai.yaml', 'wrong')).toEqual([
      expect.stringMatching(/第 2 行/),
      expect.stringMatching(/第 1 行.*agencys/),
    ])
    expect(status).toBe(2)
  })

  test('a variable that nobody knows is told', async () => {
    const { said, status } = await examined({ env: { WECOM_AESKEY: key } })
    expect(said('环境变量', 'notice')).toEqual(['WECOM_AESKEY 不是公开助手的设置，没有作用，请检查拼写'])
    expect(status).toBe(0)
  })

  test.each([
    ['unset', {}, '没有设置 PUBLIC_URL'],
    ['this machine', { PUBLIC_URL: 'http://localhost:3000' }, 'PUBLIC_URL 是 http://localhost:3000'],
    ['a loopback address', { PUBLIC_URL: 'http://127.0.0.2:80' }, 'PUBLIC_URL 是'],
  ])('with a platform outside, PUBLIC_URL %s is wrong', async (_, env, message) => {
    const { said } = await examined({
      env: { WECOM_BOT_ID: 'b', WECOM_BOT_TOKEN: 'abc', WECOM_BOT_AES_KEY: key, ...api, ...env },
    })
    expect(said('访问地址', 'wrong')).toEqual([expect.stringContaining(message)])
  })

  test('without a platform PUBLIC_URL may be unset; by plain http people are told', async () => {
    const { said, status } = await examined()
    expect(said('访问地址', 'notice')).toHaveLength(1)
    expect(status).toBe(0)
    const plain = await examined({
      env: { ...dingtalk, ...api, PUBLIC_URL: 'http://gongkai.invalid' },
    })
    expect(plain.said('访问地址', 'notice')).toEqual([expect.stringContaining('没有用 HTTPS')])
  })
})

describe('gongkai.yaml', () => {
  test('groups without an id, and groups and people of a platform that is off, are named', async () => {
    const { said } = await examined({
      env: { ...dingtalk, ...api },
      roster: `
coordinators: [{ platform: wecom, userId: lisi }]
groups:
  - { name: 甲群, platform: dingtalk }
  - { name: 乙群, platform: dingtalk, webhookToken: t }
  - { name: 丙群, platform: dingtalk, conversationId: cid1 }
  - { name: 丁群, platform: wecom, chatId: wr1 }
agencies:
  - { name: 区科技局, contacts: [{ platform: dingtalk, userId: a }, { platform: wecom, userId: b, name: 王五 }] }
`,
    })
    expect(said('gongkai.yaml', 'notice')).toEqual([
      expect.stringMatching(/^群“甲群”没有写 conversationId，也没有群机器人/),
      expect.stringMatching(/^群“乙群”没有写 conversationId；/),
      expect.stringMatching(/^群“丁群”在企业微信，但没有接企业微信/),
      '协调员 lisi 在企业微信，但没有接企业微信',
      '“区科技局”的联络员 王五 在企业微信，但没有接企业微信',
    ])
  })
})

/** Names that the resolver of this machine is sure not to know. */
const api = {
  ...{ WECOM_API_BASE: 'http://wecom.invalid' },
  ...{ DINGTALK_API_BASE: 'http://dingtalk.invalid', DINGTALK_OAPI_BASE: 'http://dingtalk.invalid' },
}
const dingtalk = { DINGTALK_CLIENT_ID: 'ding1', DINGTALK_CLIENT_SECRET: 'secret' }

function fileOf(text: string): string {
  const file = path.join(tempFolder(), 'ca.pem')
  writeFileSync(file, text)
  return file
}
