import { afterEach, describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../src/bot.ts'
import { startTestSandbox, type TestSandbox, type TestSandboxOptions } from '../../a-sandbox.ts'
import { openTestSqlite } from '../../store/open-test-store.ts'

let sandbox: TestSandbox | undefined

afterEach(async () => {
  await sandbox?.dispose()
  sandbox = undefined
})

async function start(options?: TestSandboxOptions): Promise<TestSandbox> {
  sandbox = await startTestSandbox(options)
  return sandbox
}

const group = 'sandbox:group:政务公开联络群'
const single = 'sandbox:single:wangmin'

interface Line {
  readonly number: number
  readonly key: string
  readonly author: { readonly name: string; readonly isBot: boolean }
  readonly text: string
  readonly html: string
  readonly file: { readonly name: string; readonly size: number; readonly href: string | null } | null
  readonly quotes: string | null
  readonly forBot: boolean
}

/** The answers' shapes are what these tests are about: each is looked at below. */
async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T
}

function pathOf(conversation: string, rest: string): string {
  return `${sandbox?.url ?? ''}/sandbox/conversations/${encodeURIComponent(conversation)}/${rest}`
}

function say(conversation: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(pathOf(conversation, 'messages'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ id: 'client-id-1', as: 'wangmin', ...body }),
  })
}

function upload(
  conversation: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  id = 'client-id-2',
): Promise<Response> {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  return fetch(pathOf(conversation, `files?as=wangmin&id=${id}`), {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: form,
  })
}

async function linesOf(conversation: string): Promise<readonly Line[]> {
  return (await json<{ lines: Line[] }>(await fetch(pathOf(conversation, 'lines')))).lines
}

/** The lines once there are so many. */
async function linesWhen(conversation: string, count: number): Promise<readonly Line[]> {
  for (;;) {
    const lines = await linesOf(conversation)
    if (lines.length >= count) return lines
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('the page', () => {
  test('is there at /sandbox without a redirect, with a strict policy and no inline script', async () => {
    const { url } = await start()
    const response = await fetch(`${url}/sandbox`, { redirect: 'manual' })
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(text.match(/<input[^>]*type="file"/g)).toHaveLength(1)
    expect(text.match(/<textarea/g)).toHaveLength(1)
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(text).not.toMatch(/\son\w+=|\sstyle=|https?:\/\/(?!www\.w3\.org)/)
    for (const [, asset = ''] of text.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)) {
      expect((await fetch(url + asset)).status).toBe(200)
    }
  })

  test('tells its people, conversations and samples; a fresh one has a group, a liaison and a coordinator', async () => {
    const { url } = await start()
    const state = await json<{
      people: { name: string; role: string }[]
      conversations: { id: string; kind: string; last: Line | null }[]
      samples: { name: string }[]
    }>(await fetch(`${url}/sandbox/state`))
    expect(state.people).toEqual([
      { id: 'wangmin', name: '王敏', role: '联络员' },
      { id: 'liqiang', name: '李强', role: '协调员' },
    ])
    expect(state.conversations.map(({ id }) => id)).toEqual([group, single])
    expect(state.samples).toHaveLength(3)
  })
})

describe('a text', () => {
  test('in a group reaches the bot with the mention only, and the answer quotes it', async () => {
    const { heard } = await start()
    expect((await say(group, { id: 'without-at', text: '大家好', mention: false })).status).toBe(200)
    expect((await say(group, { text: '本年依申请数量' })).status).toBe(200)
    const [plain, asked, answer] = await linesWhen(group, 3)
    expect(plain).toMatchObject({ text: '大家好', forBot: false })
    expect(asked).toMatchObject({ text: '@公开助手 本年依申请数量', forBot: true })
    expect(answer).toMatchObject({ html: '<p>收到：本年依申请数量</p>\n', quotes: asked?.key })
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatchObject({
      key: asked?.key,
      text: '本年依申请数量',
      conversation: { id: group, kind: 'group', name: '政务公开联络群' },
      sender: { id: 'wangmin', name: '王敏' },
    })
  })

  test('in a single chat needs no mention', async () => {
    const { heard } = await start()
    await say(single, { text: '帮助' })
    const [line] = await linesWhen(single, 2)
    expect(line).toMatchObject({ text: '帮助', forBot: true })
    expect(heard[0]).toMatchObject({ text: '帮助', conversation: { kind: 'single' } })
  })

  test('sent twice under one id is one message with one answer', async () => {
    const { heard } = await start()
    const answers = await Promise.all([
      say(group, { text: '帮助' }),
      say(group, { text: '帮助' }),
      say(group, { text: '帮助' }),
    ])
    const keys = await Promise.all(
      answers.map(async (answer) => (await json<{ line: Line }>(answer)).line.key),
    )
    expect(new Set(keys).size).toBe(1)
    await linesWhen(group, 2)
    await say(group, { id: 'another-one', text: '再问一次' })
    expect(await linesWhen(group, 4)).toHaveLength(4)
    expect(heard).toHaveLength(2)
  })

  test('under one id in two conversations is two messages', async () => {
    await start()
    const one = await json<{ line: Line }>(await say(group, { text: '帮助' }))
    const other = await json<{ line: Line }>(await say(single, { text: '帮助' }))
    expect(one.line.key).not.toBe(other.line.key)
  })

  test.each<[string, object, number, Record<string, string>]>([
    ['nothing said', { text: '  ' }, 400, {}],
    ['a text without end', { text: '长'.repeat(4_001) }, 400, {}],
    ['an id that is none', { id: '../1', text: '帮助' }, 400, {}],
    ['a person who is not there', { as: 'nobody', text: '帮助' }, 404, {}],
    ['a quote of nothing', { text: '看这个', quotes: 'sandbox:none' }, 400, {}],
    ['a number for a text', { text: 7 }, 400, {}],
    ['another site', { text: '帮助' }, 403, { Origin: 'https://evil.example' }],
    ['another site that says so', { text: '帮助' }, 403, { 'Sec-Fetch-Site': 'cross-site' }],
    ['a form of another site', { text: '帮助' }, 415, { 'Content-Type': 'text/plain' }],
  ])('is refused: %s', async (_name, body, status, headers) => {
    const { heard } = await start()
    const response = await say(group, body, headers)
    expect(response.status).toBe(status)
    expect((await json<{ error: { message: string } }>(response)).error.message).toMatch(/\p{Script=Han}/u)
    expect(await linesOf(group)).toEqual([])
    expect(heard).toEqual([])
  })

  test('is refused in somebody else’s single chat and in a conversation that is not there', async () => {
    await start()
    expect((await say('sandbox:single:liqiang', { text: '帮助' })).status).toBe(403)
    expect((await say('sandbox:group:别的群', { text: '帮助' })).status).toBe(404)
  })

  test('that is no JSON, or too long to be one, is refused', async () => {
    await start()
    const post = (body: string): Promise<Response> =>
      fetch(pathOf(group, 'messages'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      })
    expect((await post('{"id":')).status).toBe(400)
    expect((await post(JSON.stringify({ text: 'a'.repeat(300_000) }))).status).toBe(413)
  })

  test('the store has no room for is not acknowledged, and is handed over when it is sent again', async () => {
    let broken = true
    const { heard } = await start({
      inbox: (inbox) => ({
        keep: (message) =>
          broken ? Promise.reject(new Error('disk full: /secret/path')) : inbox.keep(message),
      }),
    })
    const refused = await say(group, { text: '帮助' })
    expect(refused.status).toBe(500)
    expect(await refused.text()).not.toContain('secret')
    broken = false
    expect((await say(group, { text: '帮助' })).status).toBe(200)
    expect(await linesWhen(group, 2)).toHaveLength(2)
    expect(heard).toHaveLength(1)
  })
})

describe('a file', () => {
  test('reaches the bot from a group at once and can be fetched again, name and bytes as they were', async () => {
    const bytes = new Uint8Array([0, 1, 2, 255, 13, 10, 45, 45])
    const { url, heard } = await start()
    expect((await upload(group, '科技局 2024年年报（终稿）.docx', bytes)).status).toBe(200)
    const [line, answer] = await linesWhen(group, 2)
    expect(line?.file).toMatchObject({ name: '科技局 2024年年报（终稿）.docx', size: 8 })
    expect(answer?.html).toContain('收到：科技局 2024年年报（终稿）.docx')
    expect(heard[0]).toMatchObject({ text: '', attachments: [{ kind: 'file', quoted: false }] })
    const back = await fetch(`${url}${line?.file?.href ?? ''}`)
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes)
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''/)
    expect(back.headers.get('content-type')).toBe('application/octet-stream')
  })

  test('that holds nothing is handed over like any other', async () => {
    const { heard } = await start()
    expect((await upload(single, '空.docx', new Uint8Array())).status).toBe(200)
    await linesWhen(single, 2)
    expect(heard[0]?.attachments).toHaveLength(1)
  })

  test('over 20 MiB is refused with 413, and the bot answers it in the chat', async () => {
    await start()
    const response = await upload(group, '很大的年报.docx', new Uint8Array(25 * 1024 * 1024))
    expect(response.status).toBe(413)
    expect((await json<{ error: { message: string } }>(response)).error.message).toContain('20 MB')
    const [line, answer] = await linesWhen(group, 2)
    expect(line?.file).toMatchObject({ name: '很大的年报.docx', href: null })
    expect(Number(line?.file?.size)).toBeGreaterThan(25 * 1024 * 1024)
    expect(answer?.html).toContain('很大的年报.docx（file_too_large）')
  })

  test('of exactly 20 MiB is taken', async () => {
    await start()
    expect((await upload(single, '正好.docx', new Uint8Array(20 * 1024 * 1024))).status).toBe(200)
  })

  test('is handed over again by a line that quotes it', async () => {
    const { heard } = await start()
    await upload(group, '年报.txt', new TextEncoder().encode('年报'))
    const [file] = await linesWhen(group, 2)
    await say(group, { id: 'the-quote', text: '再看一遍', quotes: file?.key ?? null })
    const lines = await linesWhen(group, 4)
    expect(lines[2]).toMatchObject({ text: '@公开助手 再看一遍', quotes: file?.key, forBot: true })
    expect(heard[1]).toMatchObject({ text: '再看一遍', attachments: [{ name: '年报.txt', quoted: true }] })
    expect(lines[3]?.html).toContain('年报.txt')
  })

  test.each([
    ['a path in its name', '../../etc/年报.docx', '年报.docx'],
    ['a Windows path in its name', 'C:\\年报\\终稿.docx', '终稿.docx'],
    ['a direction mark in its name', '年报\u202Excod.exe', '年报xcod.exe'],
    ['markup in its name', '<b>年报</b>.docx', 'b>.docx'],
  ])('with %s is shown by its bare name', async (_case, sent, shown) => {
    await start()
    await upload(single, sent, new Uint8Array([1]))
    const [line] = await linesOf(single)
    expect(line?.file?.name).toBe(shown)
  })

  test.each([
    ['no form at all', { 'Content-Type': 'application/octet-stream' }, 'abc', 415],
    ['a form without a boundary', { 'Content-Type': 'multipart/form-data' }, 'abc', 415],
    [
      'a form cut off',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhal',
      400,
    ],
    [
      'a form without a file',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      400,
    ],
  ])('is refused: %s', async (_name, headers, body, status) => {
    await start()
    const response = await fetch(pathOf(group, 'files?as=wangmin&id=client-id-3'), {
      method: 'POST',
      headers,
      body,
    })
    expect(response.status).toBe(status)
    expect(await linesOf(group)).toEqual([])
  })

  test('that nobody sent cannot be fetched', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/sandbox/files/${'0'.repeat(64)}/a.docx`)).status).toBe(404)
    expect((await fetch(`${url}/sandbox/files/..%2F..%2Fetc/passwd`)).status).toBe(404)
  })

  test('of the samples is sent by its name, and can be fetched', async () => {
    const { url, heard } = await start()
    const { samples } = await json<{ samples: { name: string }[] }>(await fetch(`${url}/sandbox/state`))
    const name = samples[0]?.name ?? ''
    const send = (sample: string): Promise<Response> =>
      fetch(pathOf(group, 'samples'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: 'client-id-4', as: 'liqiang', sample }),
      })
    expect((await send(name)).status).toBe(200)
    expect((await send('none.docx')).status).toBe(404)
    await linesWhen(group, 2)
    expect(heard[0]?.attachments[0]?.name).toBe(name)
    const back = await fetch(`${url}/sandbox/samples/${encodeURIComponent(name)}`)
    expect(new Uint8Array(await back.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})

describe('events', () => {
  test('bring what was missed and then every new line, to each page alike', async () => {
    const { url } = await start()
    await say(group, { id: 'before-it', text: '早', mention: false })
    const [first] = await linesOf(group)
    const pages = await Promise.all([
      fetch(`${url}/sandbox/events?as=wangmin`),
      fetch(`${url}/sandbox/events?as=liqiang`, { headers: { 'Last-Event-ID': '0' } }),
    ])
    await say(group, { text: '帮助' })
    const heard = await Promise.all(pages.map((page) => readEvents(page, 3)))
    for (const lines of heard) expect(lines.map((line) => line.text)).toEqual(['早', '@公开助手 帮助', ''])
    expect(heard[0]?.[0]?.number).toBe(first?.number)
  })

  test('of a single chat reach its person only', async () => {
    const { url } = await start()
    const [mine, others] = await Promise.all([
      fetch(`${url}/sandbox/events?as=wangmin`),
      fetch(`${url}/sandbox/events?as=liqiang`),
    ])
    await say(single, { text: '悄悄话' })
    await say(group, { id: 'for-all-of-them', text: '大家好', mention: false })
    expect((await readEvents(mine, 1))[0]?.text).toBe('悄悄话')
    expect((await readEvents(others, 1))[0]?.text).toBe('大家好')
  })

  test('are for somebody who is there', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/sandbox/events?as=nobody`)).status).toBe(404)
  })
})

async function readEvents(response: Response, count: number): Promise<readonly Line[]> {
  const lines: Line[] = []
  let text = ''
  const decoder = new TextDecoder()
  if (response.body === null) return lines
  for await (const chunk of response.body) {
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
    const first = await start({ on, inbox: () => ({ keep: () => Promise.reject(new Error('killed')) }) })
    expect((await say(group, { text: '帮助' })).status).toBe(500)
    await first.dispose()
    const second = await start({ on })
    expect(await linesWhen(group, 2)).toHaveLength(2)
    await second.dispose()
    const third = await start({ on })
    await say(group, { id: 'after-that', text: '还在吗' })
    expect(await linesWhen(group, 4)).toHaveLength(4)
    expect(third.heard).toHaveLength(1)
    await third.dispose()
    sandbox = undefined
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
    await start({ respond })
    await say(single, { text: '帮助' })
    const html = (await linesWhen(single, 2))[1]?.html ?? ''
    expect(html).toContain('<a href="/reports/abc?t=1" target="_blank" rel="noopener">页面</a>')
    expect(html).toContain('<a href="https://example.com" target="_blank" rel="noopener">外面</a>')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|<img|href="javascript|href="\/\/|style=/)
    expect(html).toContain('<td class="right">12</td>')
  })

  test('comes in order, part by part, once each', async () => {
    const replies = ['一', '二', '三'].map((markdown) => ({ title: markdown, markdown }))
    await start({ respond: () => Promise.resolve({ replies }) })
    await say(single, { text: '帮助' })
    const lines = await linesWhen(single, 4)
    expect(lines.slice(1).map(({ html }) => html)).toEqual(['<p>一</p>\n', '<p>二</p>\n', '<p>三</p>\n'])
    expect(new Set(lines.slice(1).map(({ quotes }) => quotes))).toEqual(new Set([lines[0]?.key]))
  })
})
