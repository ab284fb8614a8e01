import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { callback, deliver, textOf } from '../fakes/dingtalk/callbacks.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../fakes/dingtalk/fake-dingtalk.ts'
import { CallbackDriver } from '../fakes/wecom/callback-driver.ts'
import type { FakeWecom } from '../fakes/wecom/fake-wecom.ts'
import { endAll, startBuiltBot, type RunningBot } from '../running-bot.ts'
import { tempFolder } from '../temp-folder.ts'
import { environmentOf } from './dingtalk/a-dingtalk.ts'
import { aesKey, corpId, token } from './wecom/secrets.ts'
import { botAesKey, botToken, startFake, until } from './wecom/wecom-house.ts'

const now = (): Date => new Date()
const count = 30
/** Milliseconds in which a reply comes that nothing holds up, on a busy machine. */
const soon = 6_000

let wecom: FakeWecom
let dingtalk: FakeDingtalk
let bot: RunningBot
beforeAll(async () => {
  wecom = await startFake(now)
  dingtalk = await startFakeDingtalk()
  dingtalk.addPerson('zhangsan')
  bot = await startBuiltBot(tempFolder(), {
    ...environmentOf(dingtalk, 'data'),
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret' },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey },
    ...{ WECOM_BOT_ID: 'AIBOT1', WECOM_BOT_TOKEN: botToken, WECOM_BOT_AES_KEY: botAesKey },
    ...{ WECOM_API_BASE: wecom.base, DOWNLOAD_HOSTS: `${dingtalk.fileHost},${wecom.host}` },
  })
})
afterAll(async () => {
  endAll()
  await wecom.close()
  await dingtalk.stop()
})

/** Asks the app of WeChat Work; gives the milliseconds until its answer is shown. */
async function askWecom(id: number): Promise<number> {
  const app = new CallbackDriver({ url: `${bot.url}/wecom/app`, token, aesKey, receiveId: corpId, now })
  const before = wecom.shown.length
  const from = performance.now()
  await app.sayXml({
    ...{ ToUserName: corpId, FromUserName: 'lisi', CreateTime: '1700000000', MsgType: 'text' },
    ...{ Content: '帮助', MsgId: `45612553542513${id}`, AgentID: '1000002' },
  })
  await until(() => wecom.shown.length > before)
  return performance.now() - from
}

function sayDingtalk(conversation: string): Promise<unknown> {
  const talk = { session: dingtalk.openSession(conversation), staffId: `${conversation}-person` }
  const body = { ...callback(dingtalk, talk, textOf('谢谢')), conversationId: conversation }
  return deliver(body, { url: `${bot.url}/dingtalk/robot`, secret: dingtalk.app.clientSecret, now: now() })
}

describe('the built program, with both platforms', () => {
  test(`answers others while ${count} downloads hang`, async () => {
    const robot = new CallbackDriver({
      ...{ url: `${bot.url}/wecom/bot`, token: botToken, aesKey: botAesKey, receiveId: '', now },
    })
    for (let n = 0; n < count; n++) {
      const url = wecom.fileUrl(Buffer.from('内容'), null)
      wecom.fail(new URL(url).pathname, { kind: 'hang', when: 'after' })
      await robot.say({
        ...{ msgid: `F${n}`, aibotid: 'AIBOT1', chattype: 'single', from: { userid: `p${n}` } },
        ...{ msgtype: 'file', file: { url } },
      })
    }
    const hung = (): number => wecom.requests.filter(({ path }) => path.startsWith('/files/')).length
    await until(() => hung() >= 16)
    expect(await askWecom(10)).toBeLessThan(soon)
    // The others are fetched as well, once the first of them count as hanging.
    await until(() => hung() === count)
  })

  test(`sends by WeChat Work while ${count} sessions of DingTalk hang, and to others on DingTalk`, async () => {
    dingtalk.fail('session', { kind: 'hang_after' }, count)
    for (let n = 0; n < count; n++) await sayDingtalk(`cid${n}`)
    await until(() => dingtalk.seen.length >= 16)
    expect(await askWecom(20)).toBeLessThan(soon)
    const from = performance.now()
    await until(() => dingtalk.seen.length === count)
    await sayDingtalk('cidOther')
    await until(() => dingtalk.seen.some(({ to }) => to === 'cidOther'))
    expect(performance.now() - from).toBeLessThan(soon)
  })
})
