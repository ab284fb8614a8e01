import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import path from 'node:path'
import { openStore } from '../../../src/store/index.ts'
import { CallbackDriver } from '../../fakes/wecom/callback-driver.ts'
import { endAll, startBuiltBot } from '../../running-bot.ts'
import { aServer, type RunningServer } from '../outgoing/a-server.ts'
import { aesKey, corpId, token } from './secrets.ts'
import { botAesKey, botToken, until } from './wecom-house.ts'
import { tempFolder } from '../../temp-folder.ts'

const now = (): Date => new Date()

/** Gives tokens; never answers a message, never ends a file. */
let hanging: RunningServer
beforeAll(async () => {
  hanging = await aServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x')
    if (pathname === '/cgi-bin/gettoken') response.end('{"errcode":0,"access_token":"t","expires_in":7200}')
    if (pathname === '/file') response.write(' ')
  })
})
afterEach(endAll)
afterAll(() => hanging.close())

test('a hanging download and a hanging send hold up no stop: all is given back, nothing is counted', async () => {
  const cwd = tempFolder()
  const bot = await startBuiltBot(cwd, {
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'app-secret' },
    ...{ WECOM_TOKEN: token, WECOM_AES_KEY: aesKey },
    ...{ WECOM_BOT_ID: 'AIBOT1', WECOM_BOT_TOKEN: botToken, WECOM_BOT_AES_KEY: botAesKey },
    ...{ WECOM_API_BASE: hanging.base, DOWNLOAD_HOSTS: new URL(hanging.base).host },
  })
  const robot = new CallbackDriver({
    ...{ url: `${bot.url}/wecom/bot`, token: botToken, aesKey: botAesKey, receiveId: '', now },
  })
  const app = new CallbackDriver({ url: `${bot.url}/wecom/app`, token, aesKey, receiveId: corpId, now })
  await robot.say({
    ...{ msgid: 'M1', aibotid: 'AIBOT1', from: { userid: 'zhangsan' }, chattype: 'single' },
    ...{ msgtype: 'file', file: { url: `${hanging.base}/file` } },
  })
  await app.sayXml({
    ...{ ToUserName: corpId, FromUserName: 'zhangsan', CreateTime: '1700000000', MsgType: 'text' },
    ...{ Content: '帮助', MsgId: '4561255354251301', AgentID: '1000002' },
  })
  await until(() => hanging.requests.length >= 3)
  const from = performance.now()
  expect(await bot.end('SIGTERM')).toBe(0)
  expect(performance.now() - from).toBeLessThan(8_000)

  const store = await openStore({
    ...{ dataDir: path.join(cwd, 'data'), mongodbUri: undefined, mode: 'serve' },
  })
  const leaseUntil = new Date(now().getTime() + 60_000)
  const again = await store.claimDownload({ owner: 'next', now: now(), leaseUntil })
  await store.close()
  expect(again).toMatchObject({ attempts: 1, faults: 0, message: { key: 'wecom:bot:AIBOT1:M1' } })
})
