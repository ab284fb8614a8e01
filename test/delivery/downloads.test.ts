import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FetchedFile, Message, Outcome } from '../../src/bot.ts'
import { GongkaiError, StoreUnavailableError } from '../../src/errors.ts'
import { aMessage } from '../a-message.ts'
import { DeliveryBench, say, until } from './delivery-bench.ts'

let bench: DeliveryBench
beforeEach(async () => {
  bench = await DeliveryBench.open()
})
afterEach(() => bench.close())

describe('attachments', () => {
  const withFile = aMessage({
    text: '',
    attachments: [{ kind: 'file', name: '年报.docx', quoted: false, ref: '内容' }],
  })

  test('lie in the store before the bot sees them', async () => {
    await bench.store.keepMessage(withFile)
    bench.startBot(async (_, files) => {
      const [fetched] = files
      if (fetched?.kind !== 'fetched') return say('没有文件')
      const bytes = await bench.store.getFile(fetched.file.sha256)
      return say(`${fetched.file.name} ${Buffer.from(bytes ?? []).toString()} ${fetched.file.size}`)
    })
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['年报.docx 内容 6'])
  })

  test('that are gone are told to the bot, not tried again', async () => {
    bench.platform.downloads.push(new GongkaiError('file_gone', '链接已失效'))
    await bench.store.keepMessage(withFile)
    bench.startBot((_, files) => Promise.resolve(say(files[0]?.kind === 'failed' ? files[0].code : '有文件')))
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['file_gone'])
  })

  test('that cannot be fetched now are fetched later, and not twice', async () => {
    bench.platform.downloads.push(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    await bench.store.keepMessage(withFile)
    let calls = 0
    const bot = bench.startBot(() => {
      calls += 1
      return calls === 1 ? Promise.reject(new StoreUnavailableError('走开')) : Promise.resolve(say('好'))
    })
    await until(() => bot.logged.length >= 1)
    bench.pass(2_000)
    await until(() => bot.logged.length >= 2)
    bench.platform.downloads.push(new Error('must not be asked again'))
    bench.pass(10_000)
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['好'])
    expect(bench.platform.downloads).toHaveLength(1)
  })

  test.each(['EAI_AGAIN', 'ENOTFOUND', 'ETIMEDOUT', 'UND_ERR_STATUS_503'])(
    'are waited for as long as it takes where they fail with %s',
    async (code) => {
      for (let tries = 1; tries <= 5; tries++)
        bench.platform.downloads.push(Object.assign(new Error('away'), { code }))
      await bench.store.keepMessage(withFile)
      const bot = bench.startBot(() => Promise.resolve(say('好')))
      for (let tries = 1; tries <= 5; tries++) {
        await until(() => bot.logged.length >= tries)
        bench.pass(800_000)
      }
      await bench.platform.hasSent(1)
      expect(bench.texts).toEqual(['好'])
    },
  )

  test('are given up because of a fault of ours after 4 downloads, with a word to their sender', async () => {
    bench.platform.downloads.push(...Array.from({ length: 20 }, () => new TypeError('bug')))
    await bench.store.keepMessage({ ...withFile, key: 'sandbox:12345678' })
    const bot = bench.startBot(() => Promise.reject(new Error('must not be asked')))
    for (let tries = 1; bench.texts.length === 0; tries++) {
      await until(() => bot.logged.length >= tries || bench.texts.length > 0)
      bench.pass(24 * 3_600_000)
    }
    expect(bench.texts).toEqual(['处理失败 12345678'])
    expect(bench.platform.fetched).toHaveLength(4)
    expect((await bench.store.inboxDepth()).dead).toBe(1)
  })

  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  const codes = (_: Message, files: readonly FetchedFile[]): Promise<Outcome> =>
    Promise.resolve(say(files.map((file) => (file.kind === 'failed' ? file.code : file.file.name)).join(' ')))

  test('on a host that is away for hours are given up after 8 downloads, and the bot says so', async () => {
    bench.platform.downloads.push(...Array.from({ length: 20 }, () => away))
    await bench.store.keepMessage(withFile)
    const bot = bench.startBot(codes)
    for (let tries = 1; tries < 8; tries++) {
      await until(() => bot.logged.length >= tries)
      bench.pass(24 * 3_600_000)
    }
    await bench.platform.hasSent(1)
    expect(bench.texts).toEqual(['file_unreachable'])
    expect(bench.platform.fetched).toHaveLength(8)
    expect((await bench.store.inboxDepth()).dead).toBe(0)
  })

  test.each([
    [170, 6, '年报.docx'],
    [270, 8, '年报.docx'],
    [1000, 9, 'file_unreachable'],
  ])(
    'behind a link of 5 minutes whose host is back after %i s fail %i times, then give %s',
    async (_, fails, said) => {
      bench.platform.linkLife = 300_000
      bench.platform.downloads.push(...Array.from({ length: fails }, () => away))
      await bench.store.keepMessage({ ...withFile, receivedAt: bench.now })
      const bot = bench.startBot(codes)
      for (const [index, seconds] of [1, 5, 30, 50, 50, 50, 50, 44].entries()) {
        if (index === Math.min(fails, 8)) break
        await until(() => bot.logged.length > index)
        bench.pass(seconds * 1000)
      }
      await bench.platform.hasSent(1)
      expect(bench.texts).toEqual([said])
      expect(bench.platform.downloads).toEqual([])
      bench.pass(60_000)
      expect(bench.platform.fetched).toHaveLength(fails === 9 ? 9 : fails + 1)
    },
  )
})
