import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { callback, deliver, textOf, type Talk } from '../../fakes/dingtalk/callbacks.ts'
import { startFakeDingtalk, type FakeDingtalk } from '../../fakes/dingtalk/fake-dingtalk.ts'
import { fillStore, overYears } from '../../filled-store.ts'
import { endAll, startBuiltBot, type RunningBot } from '../../running-bot.ts'
import { tempFolder } from '../../temp-folder.ts'
import { boundGroup, environmentOf, eventually } from './a-dingtalk.ts'

const names = Array.from({ length: 23 }, (_, n) => `济宁市兖州区${'东西南北中'.charAt(n % 5)}堽${n}局`)
let fake: FakeDingtalk
let bot: RunningBot

beforeEach(async () => {
  fake = await startFakeDingtalk()
  fake.addGroup(boundGroup)
  fake.addPerson('zhangsan')
  const cwd = tempFolder()
  await fillStore(path.join(cwd, 'data'), [
    ...overYears('济宁市兖州区科学技术局', [13, 8, 12, 10, 11]),
    ...names.map((agency, n) => ({ agency, totals: { received: n } })),
  ])
  writeFileSync(
    path.join(cwd, 'gongkai.yaml'),
    `groups:\n  - { name: 群, platform: dingtalk, conversationId: "${boundGroup}", agencies: all }\ncoordinators:\n  - { platform: dingtalk, userId: zhangsan }\n`,
  )
  bot = await startBuiltBot(cwd, environmentOf(fake, path.join(cwd, 'data')))
})
afterEach(async () => {
  endAll()
  await fake.stop()
})

/** Asks, so many times at once, then says thanks and waits for the answer: whatever was to be said has been said. */
async function ask(question: string, talk: Talk, times: number): Promise<void> {
  const how = { url: `${bot.url}/dingtalk/robot`, secret: fake.app.clientSecret }
  await deliver(callback(fake, talk, textOf(question)), { ...how, times })
  await eventually(() => fake.seen.length >= 2)
  await deliver(callback(fake, talk, textOf('谢谢')), how)
  await eventually(() => fake.seen.some(({ text }) => text.includes('不客气')))
}

const inGroup = (): Talk => ({ group: boundGroup, session: fake.openSession(boundGroup) })
const alone = (): Talk => ({ session: fake.openSession('single') })
const trend = '科技局近五年依申请趋势'

test.each([
  ['in the group', inGroup, 'group'],
  ['in a single chat', alone, 'person'],
] as const)(
  'a trend asked five times over %s: the words by the session, then the picture',
  async (_, talk, way) => {
    await ask(trend, talk(), 5)
    expect(fake.seen.slice(0, 2)).toMatchObject([
      { way: 'session', type: 'markdown' },
      { way, type: 'sampleImageMsg', media: { name: '2021—2025年本年新收政府信息公开申请.png' } },
    ])
    expect(fake.seen[0]?.text).toContain('2022年：8 件')
    expect(fake.seen[1]?.media?.bytes.readUInt32BE(16)).toBe(780)
    expect(fake.seen).toHaveLength(3)
  },
)

test('a picture that the app may not send is a link to its page', async () => {
  const json = { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: '' }
  fake.fail('group', { kind: 'answer', status: 403, json })
  await ask(trend, inGroup(), 3)
  expect(fake.seen.map(({ way }) => way)).toEqual(['session', 'session', 'session'])
  const [, link = ''] = /\[看图：[^\]]+\]\(([^)]+)\)/.exec(fake.seen[1]?.text ?? '') ?? []
  const page = await fetch(link)
  expect(page.status).toBe(200)
  expect(await page.text()).toMatch(/<svg [\s\S]*依据：[\s\S]*<th scope="row">2022年<\/th>\s*<td>8<\/td>/)
})

test('a long list, which DingTalk takes as no file, is a text behind a link, after the picture', async () => {
  await ask('2025年依申请排名', inGroup(), 2)
  await eventually(() => fake.seen.some(({ text }) => text.includes('打开文件')))
  expect(fake.seen.map(({ type }) => type).slice(0, 3)).toEqual(['markdown', 'sampleImageMsg', 'markdown'])
  const [, link = ''] = /\[打开文件：[^\]]+\.txt\]\(([^)]+)\)/.exec(fake.seen[2]?.text ?? '') ?? []
  const list = await fetch(link)
  expect(list.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(list.headers.get('content-disposition')).toMatch(/^inline; /)
  const text = await list.text()
  for (const name of names) expect(text).toContain(name)
})
