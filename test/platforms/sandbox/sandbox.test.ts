import { afterEach, describe, expect, test } from '@jest/globals'
import { ChatClient, group, json, single, type Line } from './chat-client.ts'

const chat = new ChatClient()
afterEach(() => chat.stop())

describe('the page', () => {
  test('is there at /sandbox without a redirect, with a strict policy and no inline script', async () => {
    const { url } = await chat.start()
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
    const { url } = await chat.start()
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
    const { heard } = await chat.start()
    expect((await chat.say(group, { id: 'without-at', text: '大家好', mention: false })).status).toBe(200)
    expect((await chat.say(group, { text: '本年依申请数量' })).status).toBe(200)
    const [plain, asked, answer] = await chat.linesWhen(group, 3)
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
    const { heard } = await chat.start()
    await chat.say(single, { text: '帮助' })
    const [line] = await chat.linesWhen(single, 2)
    expect(line).toMatchObject({ text: '帮助', forBot: true })
    expect(heard[0]).toMatchObject({ text: '帮助', conversation: { kind: 'single' } })
  })

  test('sent under an id that is taken changes nothing: what was said first is shown', async () => {
    const { heard } = await chat.start()
    await chat.say(group, { text: '帮助' })
    const again = await json<{ line: Line }>(await chat.say(group, { text: '完全不同的话' }))
    expect(again.line.text).toBe('@公开助手 帮助')
    expect((await chat.linesWhen(group, 2)).map(({ text }) => text)).not.toContain('@公开助手 完全不同的话')
    expect(heard.map(({ text }) => text)).toEqual(['帮助'])
  })

  test('may quote a line however far back, but of its own conversation only', async () => {
    const { store } = await chat.start()
    const line = { conversationId: group, author: { id: 'liqiang', name: '李强', isBot: false } }
    const rest = { text: '从前', file: null, quotes: null, at: new Date('2026-01-01T00:00:00Z') }
    await Promise.all(
      Array.from({ length: 1_100 }, (_, n) => store.appendLine({ key: `old-${n}`, ...line, ...rest })),
    )
    const asked = { text: '帮助', quotes: 'old-0' }
    expect((await chat.say(group, { id: 'quotes-old-line', ...asked })).status).toBe(200)
    expect((await chat.say(single, { id: 'quotes-another', ...asked })).status).toBe(400)
  })

  test('sent twice under one id is one message with one answer', async () => {
    const { heard } = await chat.start()
    const answers = await Promise.all([
      chat.say(group, { text: '帮助' }),
      chat.say(group, { text: '帮助' }),
      chat.say(group, { text: '帮助' }),
    ])
    const keys = await Promise.all(
      answers.map(async (answer) => (await json<{ line: Line }>(answer)).line.key),
    )
    expect(new Set(keys).size).toBe(1)
    await chat.linesWhen(group, 2)
    await chat.say(group, { id: 'another-one', text: '再问一次' })
    expect(await chat.linesWhen(group, 4)).toHaveLength(4)
    expect(heard).toHaveLength(2)
  })

  test('under one id in two conversations is two messages', async () => {
    await chat.start()
    const one = await json<{ line: Line }>(await chat.say(group, { text: '帮助' }))
    const other = await json<{ line: Line }>(await chat.say(single, { text: '帮助' }))
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
    const { heard } = await chat.start()
    const response = await chat.say(group, body, headers)
    expect(response.status).toBe(status)
    expect((await json<{ error: { message: string } }>(response)).error.message).toMatch(/\p{Script=Han}/u)
    expect(await chat.lines(group)).toEqual([])
    expect(heard).toEqual([])
  })

  test('is refused in somebody else’s single chat and in a conversation that is not there', async () => {
    await chat.start()
    expect((await chat.say('sandbox:single:liqiang', { text: '帮助' })).status).toBe(403)
    expect((await chat.say('sandbox:group:别的群', { text: '帮助' })).status).toBe(404)
  })

  test('that is no JSON, or too long to be one, is refused', async () => {
    await chat.start()
    const post = (body: string): Promise<Response> =>
      chat.post(group, 'messages', { headers: { 'Content-Type': 'application/json' }, body })
    expect((await post('{"id":')).status).toBe(400)
    expect((await post(JSON.stringify({ text: 'a'.repeat(300_000) }))).status).toBe(413)
  })

  test('the store has no room for is not acknowledged, and is handed over when it is sent again', async () => {
    let broken = true
    const { heard } = await chat.start({
      inbox: (inbox) => ({
        keep: (message) =>
          broken ? Promise.reject(new Error('disk full: /secret/path')) : inbox.keep(message),
      }),
    })
    const refused = await chat.say(group, { text: '帮助' })
    expect(refused.status).toBe(500)
    expect(await refused.text()).not.toContain('secret')
    broken = false
    expect((await chat.say(group, { text: '帮助' })).status).toBe(200)
    expect(await chat.linesWhen(group, 2)).toHaveLength(2)
    expect(heard).toHaveLength(1)
  })
})
