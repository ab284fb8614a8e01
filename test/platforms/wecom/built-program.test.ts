import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../../../src/package-folder.ts'
import { docxOfSize } from '../../docx-of-size.ts'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { endAll, startBuiltBot, type RunningBot } from '../../running-bot.ts'
import { aesKey, corpId, token } from './secrets.ts'
import { botAesKey, botToken, group, until, visible } from './wecom-house.ts'
import { tempFolder } from '../../temp-folder.ts'

const docx = readFileSync(
  path.join(packageFolder, 'test/fixtures/reports/samples/001-gaoxinqu-kechuang-2024.docx'),
)
const disposition = `attachment; filename*=UTF-8''${encodeURIComponent('2024 年报.docx')}`
const now = (): Date => new Date()

let fake: FakeWecom
let bot: RunningBot
let cwd: string
let count = 0

const roster = `
groups:
  - { name: 政务公开联络群, platform: wecom, chatId: ${group}, agencies: all }
agencies:
  - { name: 济宁高新区科技创新局, contacts: [{ platform: wecom, userId: zhangsan }] }
`

function environment(): Readonly<Record<string, string>> {
  return {
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret' },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey },
    ...{ WECOM_BOT_ID: 'AIBOT1', WECOM_BOT_TOKEN: botToken, WECOM_BOT_AES_KEY: botAesKey },
    ...{ WECOM_BOT_NAME: '公开助手', WECOM_API_BASE: fake.base, DOWNLOAD_HOSTS: fake.host },
  }
}

async function start(): Promise<void> {
  bot = await startBuiltBot(cwd, environment())
}

beforeAll(async () => {
  fake = new FakeWecom({
    ...{ now, corpId, secret: 'app-secret', agentId: 1000002, users: ['zhangsan', 'lisi'] },
    ...{ prefix: '/gov/wecom', botSecrets: { token: botToken, aesKey: botAesKey } },
  })
  await fake.listen()
  cwd = tempFolder()
  writeFileSync(path.join(cwd, 'gongkai.yaml'), roster)
  await start()
})
afterAll(async () => {
  endAll()
  await fake.close()
})
afterEach(() => {
  // No secret and no word of anybody's reaches the log.
  expect(bot.logged()).not.toMatch(/app-secret|BotToken1|QDG6eK|response_code|zhangsan|年报\.docx/)
})

const app = (): CallbackDriver =>
  new CallbackDriver({ url: `${bot.url}/wecom/app`, token, aesKey, receiveId: corpId, now })
const robot = (): CallbackDriver =>
  new CallbackDriver({
    ...{ url: `${bot.url}/wecom/bot`, token: botToken, aesKey: botAesKey, receiveId: '', now },
  })

function payload(
  content: Readonly<Record<string, unknown>>,
  chatId?: string,
): Readonly<Record<string, unknown>> {
  return {
    ...{ msgid: `M${count++}`, aibotid: 'AIBOT1', from: { userid: 'zhangsan' } },
    ...(chatId === undefined ? { chattype: 'single' } : { chattype: 'group', chatid: chatId }),
    response_url: fake.responseUrl({ userId: 'zhangsan', ...(chatId === undefined ? {} : { chatId }) }),
    ...content,
  }
}

/** What the stream ends with, for a message that came so many times at once. */
async function answerTo(
  content: Readonly<Record<string, unknown>>,
  times = 1,
  chatId?: string,
): Promise<string> {
  const said = payload(content, chatId)
  const [frame] = await robot().say(said, times)
  return (await robot().finished(said, frame?.stream.id ?? '')).stream.content
}

const xmlText = (content: string): Record<string, string> => ({
  ...{ ToUserName: corpId, FromUserName: 'zhangsan', CreateTime: '1700000000', MsgType: 'text' },
  ...{ Content: content, MsgId: `45612553542513${count++}`, AgentID: '1000002' },
})

describe('the built program', () => {
  test('verifies both addresses', async () => {
    for (const driver of [app(), robot()]) {
      expect(await driver.verify('1616140317555161061')).toMatchObject({
        status: 200,
        body: '1616140317555161061',
      })
    }
  })

  test('checks and keeps a report that comes five times in a single chat, and the same quoted in a group', async () => {
    const file = { url: fake.fileUrl(docx, disposition) }
    const first = await answerTo({ msgtype: 'file', file }, 5)
    expect(first).toContain('济宁高新区科技创新局')
    expect(first).toContain('已收存')
    expect(first).not.toContain('第 2 版')
    const quote = { msgtype: 'file', file: { url: fake.fileUrl(docx, disposition) } }
    const text = { content: '@公开助手 核对' }
    expect(await answerTo({ msgtype: 'text', text, quote }, 3, group)).toContain('济宁高新区科技创新局')
    expect(fake.shown).toEqual([])
  })

  test.each([
    ['exactly 20 MiB is read', 0, '济宁高新区科技创新局'],
    ['one byte more is not', 1, '太大了，超过 20 MB，没有读取'],
  ])('a report of %s, whatever its padding', async (_, more, words) => {
    const bytes = docxOfSize(docx, 20 * 1024 * 1024 + more)
    expect(bytes).toHaveLength(20 * 1024 * 1024 + more)
    expect(await answerTo({ msgtype: 'file', file: { url: fake.fileUrl(bytes, disposition) } })).toContain(
      words,
    )
  })

  test('takes no file in a group that nobody bound: it is not even fetched', async () => {
    const url = fake.fileUrl(docx, disposition)
    const text = { content: '@公开助手 核对' }
    const said = await answerTo(
      { msgtype: 'text', text, quote: { msgtype: 'file', file: { url } } },
      1,
      'wr_New-1',
    )
    expect(said).toContain('一起发来的文件没有收下，也没有核对')
    expect(said).toContain('本群的编号（chatId）是：`wr_New-1`')
    expect(said).toContain('`gongkai.yaml`')
    expect(said).not.toContain('高新区')
    const fetched = (): number => fake.requestsTo(new URL(url).pathname).length
    expect(fetched()).toBe(0)
    const single = { msgtype: 'file', file: { url } }
    expect(await answerTo(single)).toContain('济宁高新区科技创新局')
    expect(fetched()).toBe(1)
  })

  test('answers a question in the group and in the app', async () => {
    const content = '济宁高新区科技创新局 2024 年依申请数量'
    expect(await answerTo({ msgtype: 'text', text: { content: `@公开助手 ${content}` } }, 1, group)).toMatch(
      /\d+ ?件/,
    )
    await app().sayXml(xmlText(content), 3)
    await until(() => fake.shown.length === 1)
    expect(visible(fake.shown[0]?.content ?? '')).toMatch(/\d+ ?件/)
  })

  test('keeps on with a token that is revoked midway', async () => {
    const before = fake.shown.length
    fake.api.revokeTokens()
    await app().sayXml(xmlText('帮助'))
    await until(() => fake.shown.length > before)
    expect(fake.requestsTo('/cgi-bin/gettoken')).toHaveLength(2)
  })

  test('counts what came, was read, sent and refused', async () => {
    const broken = { url: fake.fileUrl(docx.subarray(0, 2_000), disposition) }
    expect(await answerTo({ msgtype: 'file', file: broken })).toContain('已损坏')
    await fetch(`${bot.url}/wecom/bot`, { method: 'POST', body: 'x' })
    const metrics = await (await fetch(`${bot.url}/metrics`)).text()
    expect(metrics).toContain('gongkai_token_refresh_total{result="ok"} 2')
    const read = [...metrics.matchAll(/gongkai_read_seconds_count\{(.*)\} \d+/g)]
    expect(read.map(([, label]) => label)).toEqual(['format="docx"'])
    expect(metrics).toContain('gongkai_unreadable_total{reason="damaged_file"} 1')
    expect(metrics).toMatch(/gongkai_callbacks_total\{platform="wecom",result="kept"\} \d/)
    expect(metrics).toContain('gongkai_callbacks_total{platform="wecom",result="refused"} 1')
    expect(metrics).toContain(
      'gongkai_refused_total{platform="wecom",route="/wecom/bot",source="other",reason="parameter"} 1',
    )
    expect(metrics).toMatch(/gongkai_ack_seconds_count\{platform="wecom"\} \d/)
    expect(metrics).toMatch(/gongkai_outbox_total\{platform="wecom",outcome="sent"\} \d/)
  })

  test('comes back when the platform was away', async () => {
    const before = fake.shown.length
    await fake.close()
    await app().sayXml(xmlText('帮助'))
    await until(() => bot.logged().includes('ECONNREFUSED'))
    await fake.listen()
    await until(() => fake.shown.length > before)
    expect(fake.shown).toHaveLength(before + 1)
  })

  test.each([
    ['in GBK and without an extension', 'attachment; filename="2024\xc4\xea\xb1\xa8"', '2024年报'],
    ['with the extension of another format', 'attachment; filename=a.txt', 'a.txt'],
    ['not at all', null, '未命名文件.docx'],
  ])('a report named %s is read by its content and called so', async (_, header, name) => {
    const said = await answerTo({ msgtype: 'file', file: { url: fake.fileUrl(docx, header) } })
    expect(said).toContain('济宁高新区科技创新局')
    expect(/文件：(.*?)\s*\n/.exec(visible(said))?.[1]).toBe(name)
  })

  test('says so where a file cannot be had any more', async () => {
    const file = { url: fake.fileUrl(docx, disposition).replace('/files/', '/files/gone-') }
    expect(await answerTo({ msgtype: 'file', file })).toContain('文件已经失效，没有取到。')
    const text = { content: '@公开助手 核对' }
    const quoted = await answerTo({ msgtype: 'text', text, quote: { msgtype: 'file', file } }, 1, group)
    expect(quoted).toContain('链接已过期，请重新引用文件。')
    const nowhere = { msgtype: 'text', text, quote: { msgtype: 'file', file: {} } }
    expect(await answerTo(nowhere, 1, group)).toContain('没有取到被引用的文件。')
  })

  test('refuses a wrong signature with an empty 403', async () => {
    const { query, body } = robot().sealed(robot().cipher.encrypt('{}', ''))
    const answer = await robot().post({ query: { ...query, nonce: 'other' }, body })
    expect([answer.status, answer.body]).toEqual([403, ''])
    const metrics = await (await fetch(`${bot.url}/metrics`)).text()
    expect(metrics).toMatch(
      /refused_total\{platform="wecom",route="\/wecom\/bot",source="other",reason="signature"\} 1/,
    )
  })

  test('killed after the acknowledgement answers when it runs again, once', async () => {
    const before = fake.shown.length
    const messages = Array.from({ length: 20 }, (_, n) => xmlText(`帮助 ${n}`))
    await Promise.all(messages.map((message) => app().sayXml(message)))
    await bot.end('SIGKILL')
    await start()
    await until(() => fake.shown.length >= before + messages.length)
    // A second reply would have come before the answer to what is said after it.
    await app().sayXml(xmlText('帮助'))
    await until(() => fake.shown.length > before + messages.length)
    expect(fake.shown).toHaveLength(before + messages.length + 1)
    expect(await bot.end('SIGTERM')).toBe(0)
  })
})
