import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openStore } from '../../src/store/index.ts'
import { endAll, startBuiltBot, type RunningBot } from '../running-bot.ts'
import { tempFolder } from '../temp-folder.ts'

const folder = tempFolder()
const platform = {
  SANDBOX: 'on',
  WECOM_BOT_ID: 'AIB',
  WECOM_BOT_TOKEN: 'QDG6eK',
  WECOM_BOT_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

let bot: RunningBot
beforeAll(async () => {
  bot = await startBuiltBot(folder, { ...platform, DATA_DIR: path.join(folder, 'data') })
})
afterAll(endAll)

/** Enters by the link that was printed at the start; gives the cookie. */
async function enter(): Promise<string> {
  const response = await fetch(bot.address, { redirect: 'manual' })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/sandbox')
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toContain('HttpOnly; SameSite=Strict')
  return cookie.split(';')[0] ?? ''
}

describe('the sandbox beside a platform', () => {
  test.each([
    '/sandbox',
    '/sandbox/',
    '/sandbox/state',
    '/sandbox/events',
    '/sandbox?t=x',
    '//sandbox/state',
  ])('%s is closed without a link', async (where) => {
    const response = await fetch(bot.url + where, { redirect: 'manual' })
    expect([403, 404]).toContain(response.status)
    expect(await response.text()).not.toContain('wangmin')
  })

  test('nothing can be said in it without a link', async () => {
    const response = await fetch(`${bot.url}/sandbox/conversations/x/messages`, {
      method: 'POST',
      body: '{}',
    })
    expect(response.status).toBe(403)
  })

  test('opens with the link, and what is sent there stays out of the real reports', async () => {
    const cookie = await enter()
    const headers = { Cookie: cookie }
    const state = (await (await fetch(`${bot.url}/sandbox/state`, { headers })).json()) as {
      as: string
      conversations: { id: string }[]
    }
    const conversation = `${bot.url}/sandbox/conversations/${encodeURIComponent(state.conversations[0]?.id ?? '')}`
    const form = new FormData()
    const file = path.join(import.meta.dirname, '../fixtures/reports/samples/000-yanzhou-keji-2023.docx')
    form.append('file', new Blob([new Uint8Array(readFileSync(file))]), '年报.docx')
    const query = new URLSearchParams({ as: state.as, id: 'door-file-1' })
    const sent = await fetch(`${conversation}/files?${query.toString()}`, {
      method: 'POST',
      body: form,
      headers,
    })
    expect(sent.status).toBe(200)
    const link = await reportLink(conversation, headers)
    const page = await fetch(link, { headers })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('济宁市兖州区科学技术局')

    const real = await openStore({ dataDir: path.join(folder, 'data'), mongodbUri: undefined, mode: 'read' })
    expect(await real.shelf.holdings()).toEqual([])
    await real.close()
    const play = await openStore({
      dataDir: path.join(folder, 'data/sandbox'),
      mongodbUri: undefined,
      mode: 'read',
    })
    expect(await play.shelf.holdings()).toMatchObject([{ agency: '济宁市兖州区科学技术局' }])
    await play.close()
  })
})

async function reportLink(conversation: string, headers: Record<string, string>): Promise<string> {
  for (;;) {
    const { lines } = (await (await fetch(`${conversation}/lines?limit=50`, { headers })).json()) as {
      lines: { html: string }[]
    }
    const found = lines.map(({ html }) => /href="([^"]+\/reports\/[^"]+)"/.exec(html)?.[1]).find(Boolean)
    if (found !== undefined) {
      const { pathname, search } = new URL(found)
      return bot.url + pathname + search
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
