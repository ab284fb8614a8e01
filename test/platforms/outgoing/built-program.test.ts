import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { packageFolder } from '../../../src/package-folder.ts'
import { callback, deliver, fileOf, textOf } from '../../fakes/dingtalk/callbacks.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { anInternet, forwardTo, publicAddress, type Internet } from '../../fakes/internet/an-internet.ts'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { endAll, startBuiltBot, type RunningBot } from '../../running-bot.ts'
import { tempFolder } from '../../temp-folder.ts'
import { botAesKey, botToken, until } from '../wecom/wecom-house.ts'
import { corpId } from '../wecom/secrets.ts'

const agency = '济宁高新区科技创新局'
const docx = readFileSync(
  path.join(packageFolder, 'test/fixtures/reports/samples/001-gaoxinqu-kechuang-2024.docx'),
)
const cos = 'ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com'
const oss = 'wukong-file-im-zjk.oss-cn-zhangjiakou.aliyuncs.com'
const refused = '没有取到：下载地址不在允许的范围内'
const now = (): Date => new Date()

let internet: Internet
let wecom: FakeWecom
let dingtalk: FakeDingtalk
let bot: RunningBot
let count = 0
/** Where DingTalk's API says that the next file lies, for where the fake has it. */
let downloadUrl = (url: string): string => url

/** As a new installation has it: no host and no base is named. */
beforeAll(async () => {
  internet = await anInternet()
  wecom = new FakeWecom({
    ...{ now, corpId, secret: 's', agentId: 1, users: ['zhangsan'] },
    botSecrets: { token: botToken, aesKey: botAesKey },
  })
  await wecom.listen()
  dingtalk = await startFakeDingtalk()
  dingtalk.addPerson('zhangsan')
  internet.host('qyapi.weixin.qq.com', forwardTo(wecom.base))
  internet.host('oapi.dingtalk.com', forwardTo(dingtalk.oapiBase))
  internet.host(
    'api.dingtalk.com',
    forwardTo(dingtalk.apiBase, (text) =>
      text.replace(/(?<="downloadUrl":")[^"]+/, (url) => downloadUrl(url)),
    ),
  )
  const cwd = tempFolder()
  writeFileSync(
    path.join(cwd, 'gongkai.yaml'),
    `agencies:\n  - { name: ${agency}, contacts: [{ platform: wecom, userId: zhangsan }, { platform: dingtalk, userId: zhangsan }] }\n`,
  )
  bot = await startBuiltBot(cwd, {
    ...internet.env,
    ...{ WECOM_BOT_ID: 'AIBOT1', WECOM_BOT_TOKEN: botToken, WECOM_BOT_AES_KEY: botAesKey },
    ...{ DINGTALK_CLIENT_ID: dingtalk.app.clientId, DINGTALK_CLIENT_SECRET: dingtalk.app.clientSecret },
  })
})
afterAll(async () => {
  endAll()
  await Promise.all([internet.close(), wecom.close(), dingtalk.stop()])
})

/** The answer to a file in a single chat of WeChat Work that lies at this address. */
async function wecomSays(url: string): Promise<string> {
  const driver = new CallbackDriver({
    ...{ url: `${bot.url}/wecom/bot`, token: botToken, aesKey: botAesKey, receiveId: '', now },
  })
  const payload = {
    ...{ msgid: `M${count++}`, aibotid: 'AIBOT1', chattype: 'single', from: { userid: 'zhangsan' } },
    ...{ msgtype: 'file', file: { url } },
  }
  const [frame] = await driver.say(payload)
  return (await driver.finished(payload, frame?.stream.id ?? '')).stream.content
}

/** The answer to a file in a single chat of DingTalk whose code leads to this address. */
async function dingtalkSays(address: (url: string) => string): Promise<string> {
  downloadUrl = address
  const code = dingtalk.addFile('2024年度报告.docx', docx)
  return dingtalkAnswer(fileOf('2024年度报告.docx', code), dingtalk.openSession('single').url)
}

async function dingtalkAnswer(parts: object, session: string): Promise<string> {
  const seen = dingtalk.seen.length
  const talk = {
    session: { url: session.replace(/^http:\/\/[^/]+\/oapi/, oapi), until: Date.now() + 3_600_000 },
  }
  const secret = dingtalk.app.clientSecret
  await deliver(callback(dingtalk, talk, parts), { url: `${bot.url}/dingtalk/robot`, secret })
  await until(() => dingtalk.seen.length > seen)
  return dingtalk.seen[seen]?.text ?? ''
}

const oapi = 'https://oapi.dingtalk.com'
/** The path of a report as the 智能机器人 hands it out. */
const hosted = (): string =>
  new URL(wecom.fileUrl(docx, 'attachment; filename="a.docx"')).href.replace(/^.*?(?=\/files)/, '')

/** What was connected to while the work was done, and what was asked there. */
async function during<T>(work: () => Promise<T>): Promise<{
  readonly result: T
  readonly connections: readonly string[]
  readonly asked: readonly string[]
}> {
  const [connections, asked] = [internet.connections().length, internet.asked.length]
  const result = await work()
  return {
    result,
    connections: internet.connections().slice(connections),
    asked: internet.asked.slice(asked),
  }
}

const leadTo =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location }).end()

describe('with no host named, a file', () => {
  test.each([
    `https://${cos}`,
    `http://${cos}`,
    'https://ww-aibot-img-1258476243.cos.ap-shanghai.myqcloud.com',
    'https://wework.qpic.cn',
  ])('of WeChat Work is fetched from %s', async (origin) => {
    const { hostname } = new URL(origin)
    internet.host(hostname, forwardTo(wecom.base))
    const file = hosted()
    const { result, asked } = await during(() => wecomSays(`${origin}${file}`))
    expect(result).toContain(agency)
    expect(asked).toEqual([`GET https://${hostname}${file}`])
  })

  test.each([
    `http://${oss}`,
    `https://${oss}`,
    'http://other.oss-cn-hangzhou.aliyuncs.com',
    'http://down.dingtalk.com',
    'http://cdn.dingtalk.com',
    'https://img.alicdn.com',
  ])('of DingTalk is fetched from %s', async (origin) => {
    const { hostname } = new URL(origin)
    internet.host(hostname, forwardTo(`http://${dingtalk.fileHost}`))
    let file = ''
    const { result, asked } = await during(() =>
      dingtalkSays((url) => `${origin}${(file = url.replace(/^.*?(?=\/files)/, ''))}`),
    )
    expect(result).toContain(agency)
    expect(asked).toContain(`GET https://${hostname}${file}`)
  })

  test.each([
    'https://files.example.cn',
    `https://${cos}.example.cn`,
    `https://${cos}@files.example.cn`,
    'https://evilmyqcloud.com',
    `https://${cos}:8443`,
    `https://${publicAddress}`,
    'https://10.0.0.1',
    'http://169.254.169.254',
    'https://[::1]',
  ])('is not fetched from %s: nothing is connected to', async (origin) => {
    for (const name of ['files.example.cn', `${cos}.example.cn`, 'evilmyqcloud.com', cos])
      internet.host(name, forwardTo(wecom.base))
    const { result, connections } = await during(() => wecomSays(`${origin}${hosted()}`))
    expect(result).toContain(refused)
    expect(connections).toEqual([])
  })
})

describe('a host of files that sends on', () => {
  test('to another of the vendor is followed, by https alone, what was asked for kept', async () => {
    internet.host('wework.qpic.cn', forwardTo(wecom.base))
    const file = hosted()
    internet.host(cos, leadTo(`http://wework.qpic.cn${file}`))
    const { result, asked } = await during(() => wecomSays(`https://${cos}/x?sign=1`))
    expect(result).toContain(agency)
    expect(asked).toEqual([`GET https://${cos}/x?sign=1`, `GET https://wework.qpic.cn${file}`])
  })

  test.each([
    'https://files.example.cn/x',
    'http://files.example.cn/x',
    'http://169.254.169.254/latest/meta-data',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://10.0.0.1/x',
    'https://2130706433/x',
    'https://wework.qpic.cn:8443/x',
    '//files.example.cn/x',
    'file:///etc/passwd',
  ])('to %s is not followed', async (location) => {
    for (const name of ['files.example.cn', '127.0.0.1', '10.0.0.1', '[::1]', '169.254.169.254'])
      internet.host(name, forwardTo(wecom.base))
    internet.host(cos, leadTo(location))
    const { result, asked } = await during(() => wecomSays(`https://${cos}/x`))
    expect(result).toContain(refused)
    expect(asked).toEqual([`GET https://${cos}/x`])
  })

  test('without end is given up after three, and its sender hears of it at once', async () => {
    let hop = 0
    internet.host(oss, (request, response) => {
      leadTo(`https://${oss}/${hop++}`)(request, response)
    })
    const { result, asked } = await during(() => dingtalkSays(() => `https://${oss}/first`))
    expect(result).toContain('没有取到')
    expect(asked.filter((line) => line.includes(oss))).toHaveLength(4)
  })
})

test('a host of files with a wrong certificate is named to the administrator, and the sender hears of it at once', async () => {
  const host = 'bucket.cos.ap-beijing.myqcloud.com'
  internet.host(host, forwardTo(wecom.base))
  const { result, connections, asked } = await during(() => wecomSays(`https://${host}${hosted()}`))
  expect(result).toContain('机器人的设置有问题')
  expect([connections.length, asked]).toEqual([1, []])
  expect(bot.logged()).toMatch(
    /"event":"file host not trusted".*"ERR_TLS_CERT_ALTNAME_INVALID bucket\.cos\.ap-beijing\.myqcloud\.com"/,
  )
})

describe('a sessionWebhook that sends on', () => {
  test.each([
    'https://api.dingtalk.com/robot/sendBySession?session=x',
    'https://10.0.0.1/x',
    'http://169.254.169.254/x',
    `${oapi}/robot/send?access_token=x`,
  ])('to %s is not followed: the reply goes by the OpenAPI, once', async (location) => {
    internet.host('oapi.dingtalk.com', leadTo(location))
    const { connections, asked } = await during(() =>
      dingtalkAnswer(textOf('谢谢'), `${oapi}/robot/sendBySession?session=s1`),
    )
    internet.host('oapi.dingtalk.com', forwardTo(dingtalk.oapiBase))
    expect(dingtalk.seen.at(-1)).toMatchObject({ way: 'person', to: 'zhangsan' })
    expect(asked).toEqual([
      `POST ${oapi}/robot/sendBySession?session=s1`,
      'POST https://api.dingtalk.com/v1.0/robot/oToMessages/batchSend',
    ])
    expect(connections.filter((line) => /10\.0\.0\.1|169\.254/.test(line))).toEqual([])
  })
})

describe('a name that changes its address', () => {
  test('is connected to at the address that was looked at, and at no other', async () => {
    const host = 'rebinding-1.cos.ap-guangzhou.myqcloud.com'
    internet.host(host, forwardTo(wecom.base), [publicAddress, '127.0.0.1'])
    const { result, connections } = await during(() => wecomSays(`https://${host}${hosted()}`))
    expect(result).toContain(agency)
    expect(connections).toEqual([`${host}:443 ${publicAddress}`])
  })

  test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1'])(
    'to %s is refused when it is connected to again',
    async (address) => {
      const host = `rebinding-2-${address.replaceAll(/[.:]/g, '-')}.cos.ap-guangzhou.myqcloud.com`
      let answers = 0
      const once: RequestListener = (request, response) => {
        answers += 1
        // The connection ends, so that the name is asked for anew.
        response.setHeader('connection', 'close')
        leadTo(`https://${host}${request.url ?? ''}`)(request, response)
      }
      internet.host(host, once, [publicAddress, address])
      const { result, connections } = await during(() => wecomSays(`https://${host}/x`))
      expect(result).toContain(refused)
      expect(answers).toBe(1)
      expect(connections).toEqual([`${host}:443 ${publicAddress}`])
    },
  )
})
