import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ReplyFile } from '../../../src/bot.ts'
import type { TestSandbox } from '../../a-sandbox.ts'
import { openTestSqlite } from '../../store/open-test-store.ts'
import { ChatClient, group, single } from './chat-client.ts'

const png = new Uint8Array(Buffer.from('89504e470d0a1a0a010203', 'hex'))
const chat = new ChatClient()
let opened: Awaited<ReturnType<typeof openTestSqlite>>
beforeEach(async () => {
  opened = await openTestSqlite()
})
afterEach(async () => {
  await chat.stop()
  await opened.dispose()
})

/** A bot that answers everything with words, a picture and a file. */
async function start(): Promise<TestSandbox> {
  const { store } = opened
  const text = new TextEncoder().encode('全部')
  return chat.start({
    on: opened,
    respond: async () => {
      const picture: ReplyFile = {
        ...{ kind: 'picture', name: '2025年“依申请”.png', size: png.byteLength },
        ...{ sha256: await store.putFile(png), shows: { alt: '甲局 依申请', width: 390, height: 300 } },
      }
      const list: ReplyFile = {
        ...{ kind: 'file', name: '全部.txt', size: text.byteLength, sha256: await store.putFile(text) },
      }
      return { replies: [{ title: '好', markdown: '**3 件**', files: [picture, list] }] }
    },
  })
}

describe('a picture of the bot', () => {
  test('follows the words as a bubble of its own that shows it, once for a line sent three times', async () => {
    const { url } = await start()
    await Promise.all([1, 2, 3].map(() => chat.say(group, { text: '依申请趋势' })))
    const lines = await chat.linesWhen(group, 4)
    expect(lines.map(({ file }) => file?.name ?? null)).toEqual([
      null,
      null,
      '2025年“依申请”.png',
      '全部.txt',
    ])
    expect(lines[1]?.html).toContain('3 件')
    expect(new Set(lines.slice(1).map(({ quotes }) => quotes))).toEqual(new Set([lines[0]?.key]))
    const { picture } = lines[2]?.file ?? { picture: null }
    expect(picture).toMatchObject({ alt: '甲局 依申请', width: 390, height: 300 })
    expect(lines[3]?.file?.picture).toBeNull()
    const shown = await fetch(`${url}${picture?.src ?? ''}`)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png)
  })

  test('is quoted for its words, not handed over to be read as a report', async () => {
    const { heard } = await start()
    await chat.say(single, { text: '依申请趋势' })
    const lines = await chat.linesWhen(single, 4)
    await chat.say(single, { id: 'the-quote', text: '那2023年呢', quotes: lines[2]?.key })
    await chat.linesWhen(single, 8)
    expect(heard.map(({ text, attachments }) => [text, attachments])).toEqual([
      ['依申请趋势', []],
      ['那2023年呢', []],
    ])
  })
})

describe('what somebody sent', () => {
  test('is saved and never shown, even a picture', async () => {
    await start()
    await chat.upload(group, '扫描件.png', png)
    const [line] = await chat.linesWhen(group, 1)
    expect(line?.file).toMatchObject({ name: '扫描件.png', picture: null })
  })

  test('is not given as a picture where it is none, whatever its name', async () => {
    const { url } = await start()
    const markup = await opened.store.putFile(new TextEncoder().encode('<svg onload="alert(1)"/>'))
    for (const hash of [markup, '0'.repeat(64), '..%2F..%2Fetc']) {
      expect((await fetch(`${url}/sandbox/pictures/${hash}/a.png`)).status).toBe(404)
    }
  })
})
