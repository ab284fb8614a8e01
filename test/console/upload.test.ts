import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { answersTo, endAll, firstGroup, sendText, startBuiltBot, type RunningBot } from '../running-bot.ts'
import { docxOfSize } from '../docx-of-size.ts'
import { tempFolder } from '../temp-folder.ts'

const folder = tempFolder()
const report = readFileSync(
  path.join(import.meta.dirname, '../fixtures/reports/samples/000-yanzhou-keji-2023.docx'),
)

let bot: RunningBot
let group: string
beforeAll(async () => {
  bot = await startBuiltBot(folder)
  group = await firstGroup(bot.url)
})
afterAll(endAll)

/** Asks for a link in the group; gives its address at this program. */
async function askForLink(id: string): Promise<string> {
  const { key } = await sendText(group, '上传年报', id)
  const [answer] = await answersTo(group, key)
  const link = /href="([^"]+\/upload\/[^"]+)"/.exec(answer?.html ?? '')?.[1]
  if (link === undefined) throw new Error(`no link in ${answer?.html ?? 'nothing'}`)
  return bot.url + new URL(link).pathname
}

function upload(link: string, bytes: Uint8Array<ArrayBuffer>, name = '年报.docx'): Promise<Response> {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  return fetch(link, { method: 'POST', body: form, redirect: 'manual' })
}

async function shown(link: string): Promise<string> {
  for (;;) {
    const page = await (await fetch(link)).text()
    if (!page.includes('正在核对')) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('an upload link', () => {
  test('shows a plain form, takes one file, and shows the answer that the chat gets too', async () => {
    const link = await askForLink('upload-link-1')
    const form = await (await fetch(link)).text()
    expect(form).toContain('<form method="post" enctype="multipart/form-data">')
    expect(form).not.toContain('<script')
    const sent = await upload(link, new Uint8Array(report))
    expect(sent.status).toBe(303)
    expect(await shown(link)).toContain('核对好了')
    const page = await shown(link)
    expect(page).toContain('收存：已收存')
    const lines = (await (await fetch(`${group}/lines?limit=50`)).json()) as { lines: { html: string }[] }
    expect(lines.lines.some(({ html }) => html.includes('收存：已收存'))).toBe(true)
  })

  test('is used once: a second file is refused, and the page still shows the first answer', async () => {
    const link = await askForLink('upload-link-2')
    const [one, two] = await Promise.all([
      upload(link, new Uint8Array(report)),
      upload(link, new Uint8Array(report)),
    ])
    expect([one.status, two.status].sort()).toEqual([303, 409])
    await shown(link)
    const third = await upload(link, new Uint8Array(report))
    expect(third.status).toBe(409)
    expect(await third.text()).toContain('这个链接已经用过了')
  })

  test.each([
    ['an empty file', new Uint8Array(0), 400, '没有收到文件'],
    ['a file over 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 413, '文件太大，没有收下'],
  ])('%s does not use it up', async (name, bytes, status, words) => {
    const link = await askForLink(`upload-link-${name.length}`)
    const refused = await upload(link, bytes)
    expect(refused.status).toBe(status)
    expect(await refused.text()).toContain(words)
    expect((await upload(link, new Uint8Array(report))).status).toBe(303)
  })

  test('takes a file of exactly 20 MiB', async () => {
    const link = await askForLink('upload-link-4')
    expect((await upload(link, Uint8Array.from(docxOfSize(report, 20 * 1024 * 1024)))).status).toBe(303)
    expect(await shown(link)).toContain('核对好了')
  })

  test('that was changed opens nothing', async () => {
    const link = await askForLink('upload-link-3')
    const changed = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const broken of [changed, `${bot.url}/upload/x`, `${bot.url}/upload/x.y`]) {
      const response = await fetch(broken)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('这个链接打不开')
    }
  })
})
