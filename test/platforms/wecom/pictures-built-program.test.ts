import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { FakeWecom } from '../../fakes/wecom/fake-wecom.ts'
import { fillStore, overYears } from '../../filled-store.ts'
import { endAll, startBuiltBot, type RunningBot } from '../../running-bot.ts'
import { tempFolder } from '../../temp-folder.ts'
import { aesKey, corpId, token } from './secrets.ts'
import { botAesKey, botToken, group, until, visible } from './wecom-house.ts'

const now = (): Date => new Date()
const agency = '济宁市兖州区科学技术局'
let fake: FakeWecom
let bot: RunningBot

beforeAll(async () => {
  fake = new FakeWecom({
    ...{ now, corpId, secret: 'app-secret', agentId: 1000002, users: ['zhangsan'] },
    botSecrets: { token: botToken, aesKey: botAesKey },
  })
  await fake.listen()
  const cwd = tempFolder()
  await fillStore(path.join(cwd, 'data'), overYears(agency, [13, 8, 12, 10, 11]))
  writeFileSync(
    path.join(cwd, 'gongkai.yaml'),
    `groups:\n  - { name: 群, platform: wecom, chatId: ${group}, agencies: all }\nagencies:\n  - { name: ${agency}, contacts: [{ platform: wecom, userId: zhangsan }] }\n`,
  )
  bot = await startBuiltBot(cwd, {
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret' },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey },
    ...{ WECOM_BOT_ID: 'AIBOT1', WECOM_BOT_TOKEN: botToken, WECOM_BOT_AES_KEY: botAesKey },
    ...{ WECOM_BOT_NAME: '公开助手', WECOM_API_BASE: fake.base },
  })
})
afterAll(async () => {
  endAll()
  await fake.close()
})

/** Width of a PNG in pixels. */
function widthOf(png: Buffer): number {
  return png.toString('hex', 0, 8) === '89504e470d0a1a0a' ? png.readUInt32BE(16) : 0
}

test('a trend asked five times over in the group ends the stream with its picture', async () => {
  const robot = new CallbackDriver({
    ...{ url: `${bot.url}/wecom/bot`, token: botToken, aesKey: botAesKey, receiveId: '', now },
  })
  const payload = {
    ...{ msgid: 'M1', aibotid: 'AIBOT1', from: { userid: 'zhangsan' }, chattype: 'group', chatid: group },
    ...{ msgtype: 'text', text: { content: '@公开助手 科技局近五年依申请趋势' } },
    response_url: fake.responseUrl({ userId: 'zhangsan', chatId: group }),
  }
  const [frame] = await robot.say(payload, 5)
  const { stream } = await robot.finished(payload, frame?.stream.id ?? '')
  expect(stream.content).toContain('2022年：8 件')
  expect(stream.content).not.toMatch(/看图|\/charts\//)
  const items = (stream.msg_item ?? []) as readonly { readonly image: { readonly base64: string } }[]
  expect(items.map(({ image }) => widthOf(Buffer.from(image.base64, 'base64')))).toEqual([780])
  expect((await robot.poll(payload, stream.id)).stream).toEqual(stream)
  expect(fake.shown).toEqual([])
})

test('a trend asked five times over of the app is answered in words, then with its picture', async () => {
  const app = new CallbackDriver({ url: `${bot.url}/wecom/app`, token, aesKey, receiveId: corpId, now })
  const fields = {
    ...{ ToUserName: corpId, FromUserName: 'zhangsan', CreateTime: '1700000000', MsgType: 'text' },
    ...{ Content: '科技局近五年依申请趋势', MsgId: '4561255354251345929', AgentID: '1000002' },
  }
  await app.sayXml(fields, 5)
  await until(() => fake.shown.length >= 2)
  await app.sayXml({ ...fields, Content: '谢谢', MsgId: '4561255354251345930' })
  await until(() => fake.shown.length >= 3)
  expect(fake.shown.map(({ type }) => type)).toEqual(['text', 'image', 'text'])
  expect(visible(fake.shown[0]?.content ?? '')).toContain('2022年：8 件')
  expect(fake.shown[1]?.content).toBe('2021—2025年本年新收政府信息公开申请.png')
  expect(widthOf([...fake.api.media.values()].at(-1)?.bytes ?? Buffer.alloc(0))).toBe(780)
})
