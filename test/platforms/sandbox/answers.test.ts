import { afterEach, describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../src/bot.ts'
import { openTestSqlite } from '../../store/open-test-store.ts'
import { ChatClient, group, single, type Line } from './chat-client.ts'

const chat = new ChatClient()
afterEach(() => chat.stop())

describe('events', () => {
  test('bring what was missed and then every new line, to each page alike', async () => {
    const { url } = await chat.start()
    await chat.say(group, { id: 'before-it', text: '早', mention: false })
    const [first] = await chat.lines(group)
    const pages = await Promise.all([
      fetch(`${url}/sandbox/events?as=wangmin`),
      fetch(`${url}/sandbox/events?as=liqiang`, { headers: { 'Last-Event-ID': '0' } }),
    ])
    await chat.say(group, { text: '帮助' })
    const heard = await Promise.all(pages.map((page) => readEvents(page, 3)))
    for (const lines of heard) expect(lines.map((line) => line.text)).toEqual(['早', '@公开助手 帮助', ''])
    expect(heard[0]?.[0]?.number).toBe(first?.number)
  })

  test('of a single chat reach its person only', async () => {
    const { url } = await chat.start()
    const [mine, others] = await Promise.all([
      fetch(`${url}/sandbox/events?as=wangmin`),
      fetch(`${url}/sandbox/events?as=liqiang`),
    ])
    await chat.say(single, { text: '悄悄话' })
    await chat.say(group, { id: 'for-all-of-them', text: '大家好', mention: false })
    expect((await readEvents(mine, 1))[0]?.text).toBe('悄悄话')
    expect((await readEvents(others, 1))[0]?.text).toBe('大家好')
  })

  test('are for somebody who is there', async () => {
    const { url } = await chat.start()
    expect((await fetch(`${url}/sandbox/events?as=nobody`)).status).toBe(404)
  })
})

async function readEvents(response: Response, count: number): Promise<readonly Line[]> {
  const lines: Line[] = []
  let text = ''
  const decoder = new TextDecoder()
  if (response.body === null) return lines
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    // The stream is our own; its shape is what is tested.
    for (const [, data = ''] of events.join('\n').matchAll(/^data: (.*)$/gm))
      lines.push(JSON.parse(data) as Line)
    if (lines.length >= count) break
  }
  return lines
}

describe('a restart', () => {
  test('between the line and its message loses nothing: the line is handed over again, once', async () => {
    const on = await openTestSqlite()
    const first = await chat.start({ on, inbox: () => ({ keep: () => Promise.reject(new Error('killed')) }) })
    expect((await chat.say(group, { text: '帮助' })).status).toBe(500)
    await first.dispose()
    const second = await chat.start({ on })
    expect(await chat.linesWhen(group, 2)).toHaveLength(2)
    await second.dispose()
    const third = await chat.start({ on })
    await chat.say(group, { id: 'after-that', text: '还在吗' })
    expect(await chat.linesWhen(group, 4)).toHaveLength(4)
    expect(third.heard).toHaveLength(1)
    await chat.stop()
    await on.dispose()
  })
})

describe('an answer', () => {
  test('is shown as safe markup: no HTML, no pictures, links only to the web or this site', async () => {
    const markdown = [
      '# 标题 <script>alert(1)</script>',
      '[页面](/reports/abc?t=1) [外面](https://example.com) [坏](javascript:alert(1)) [也坏](//evil.example)',
      '![图](https://example.com/a.png)',
      '| 项目 | 数 |\n| --- | ---: |\n| 新收 | 12 |',
    ].join('\n\n')
    const respond = (): Promise<Outcome> => Promise.resolve({ replies: [{ title: '答', markdown }] })
    await chat.start({ respond })
    await chat.say(single, { text: '帮助' })
    const html = (await chat.linesWhen(single, 2))[1]?.html ?? ''
    expect(html).toContain('<a href="/reports/abc?t=1" target="_blank" rel="noopener">页面</a>')
    expect(html).toContain('<a href="https://example.com" target="_blank" rel="noopener">外面</a>')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|<img|href="javascript|href="\/\/|style=/)
    expect(html).toContain('<td class="right">12</td>')
  })

  test('brings its files as bubbles of their own, to be saved', async () => {
    const { url, store } = await chat.start({
      respond: () =>
        Promise.resolve({
          replies: [{ title: '名单', markdown: '全部在文件里', files: [list] }],
        }),
    })
    const bytes = new TextEncoder().encode('甲局\n乙局\n')
    const list = { kind: 'file' as const, name: '名单.txt', sha256: await store.putFile(bytes), size: 14 }
    await chat.say(single, { text: '各单位依申请几件' })
    const [, said, file] = await chat.linesWhen(single, 3)
    expect(said?.html).toBe('<p>全部在文件里</p>\n')
    expect(said?.file).toBeNull()
    expect(file?.file).toMatchObject({ name: '名单.txt', size: 14 })
    const saved = await fetch(`${url}${file?.file?.href ?? ''}`)
    expect(await saved.text()).toBe('甲局\n乙局\n')
  })

  test('comes in order, part by part, once each', async () => {
    const replies = ['一', '二', '三'].map((markdown) => ({ title: markdown, markdown }))
    await chat.start({ respond: () => Promise.resolve({ replies }) })
    await chat.say(single, { text: '帮助' })
    const lines = await chat.linesWhen(single, 4)
    expect(lines.slice(1).map(({ html }) => html)).toEqual(['<p>一</p>\n', '<p>二</p>\n', '<p>三</p>\n'])
    expect(new Set(lines.slice(1).map(({ quotes }) => quotes))).toEqual(new Set([lines[0]?.key]))
  })
})
