import { describe, expect, test } from '@jest/globals'
import { readSettings } from '../../src/config/settings.ts'

const key = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const app = {
  WECOM_CORP_ID: 'wx1',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 's',
  WECOM_TOKEN: 'QDG6eK',
  WECOM_AES_KEY: key,
}
const bot = { WECOM_BOT_ID: 'AIB', WECOM_BOT_TOKEN: 'QDG6eK', WECOM_BOT_AES_KEY: key }
const dingtalk = { DINGTALK_CLIENT_ID: 'ding1', DINGTALK_CLIENT_SECRET: 's' }

const read = (env: Record<string, string>): ReturnType<typeof readSettings> => readSettings(env, '/nowhere')

describe('settings of the platforms', () => {
  test('are absent by default, and the sandbox is on', () => {
    expect(read({})).toMatchObject({ wecom: null, dingtalk: null, sandbox: true, downloadHosts: [] })
  })

  test.each([
    ['the app', app],
    ['the bot', bot],
    ['DingTalk', dingtalk],
  ])('with %s, the sandbox is off unless it is asked for', (_name, env) => {
    expect(read(env).sandbox).toBe(false)
    expect(read({ ...env, SANDBOX: 'on' }).sandbox).toBe(true)
  })

  test('take the client id for the robot code, and the public hosts', () => {
    expect(read({ ...dingtalk, ...app, ...bot })).toMatchObject({
      wecom: {
        corpId: 'wx1',
        app: { agentId: 1000002 },
        bot: { botId: 'AIB', name: null },
        apiBase: 'https://qyapi.weixin.qq.com',
      },
      dingtalk: { robotCode: 'ding1', apiBase: 'https://api.dingtalk.com' },
    })
  })

  test('keep a path prefix, and hosts with ports in lower case', () => {
    expect(
      read({
        ...app,
        WECOM_API_BASE: 'https://gov.example.cn/wecom/',
        DOWNLOAD_HOSTS: ',Files.Example.cn, 10.0.0.5:8080;；、b.cn,',
      }),
    ).toMatchObject({
      wecom: { apiBase: 'https://gov.example.cn/wecom' },
      downloadHosts: ['files.example.cn', '10.0.0.5:8080', 'b.cn'],
    })
  })

  test.each([
    ['half an app', { WECOM_CORP_ID: 'wx1', WECOM_SECRET: 's' }, '少设了环境变量 WECOM_AGENT_ID'],
    ['a bot without its key', { WECOM_BOT_ID: 'AIB' }, 'WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY'],
    ['DingTalk without its secret', { DINGTALK_CLIENT_ID: 'd' }, 'DINGTALK_CLIENT_SECRET'],
    ['a key of 42 characters', { ...app, WECOM_AES_KEY: key.slice(1) }, '环境变量 WECOM_AES_KEY：应是 43 位'],
    ['a token with a dash', { ...bot, WECOM_BOT_TOKEN: 'a-b' }, '环境变量 WECOM_BOT_TOKEN'],
    [
      'a host with a scheme',
      { DOWNLOAD_HOSTS: 'b.cn,https://a.cn' },
      '环境变量 DOWNLOAD_HOSTS 的第 2 项：只写主机名和端口，请写成 a.cn',
    ],
    ['the long connection', { WECOM_BOT_ID: 'AIB', WECOM_BOT_SECRET: 's' }, '还不支持长连接'],
  ])('refuse %s', (_name, env, message) => {
    expect(() => read(env)).toThrow(message)
  })

  test('name what is malformed and what is missing in one breath', () => {
    const wrong = { ...app, WECOM_TOKEN: '', WECOM_AES_KEY: 'short', DINGTALK_ROBOT_CODE: 'ding1', PORT: 'x' }
    expect(() => read(wrong)).toThrow(
      /PORT.*WECOM_AES_KEY：应是 43 位.*自建应用少设了环境变量 WECOM_TOKEN；.*钉钉机器人少设了环境变量 DINGTALK_CLIENT_ID/,
    )
  })
})
