import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request, { type Response } from 'supertest'
import { aStoredReport } from '../a-stored-report.ts'
import { startTestSandbox, type TestSandbox } from '../a-sandbox.ts'

let now = new Date('2026-01-15T08:10:00Z')
let sandbox: TestSandbox
const person = { platform: 'sandbox', userId: 'wangmin' }
const fileBytes = new TextEncoder().encode('the file that was sent')

beforeAll(async () => {
  sandbox = await startTestSandbox({ now: () => now })
  const sha256 = await sandbox.store.putFile(fileBytes)
  const file = { sha256, name: '2024年年报 <终稿>.docx', size: fileBytes.byteLength }
  await sandbox.store.saveReport(aStoredReport({ id: 'r-one', cause: 'one', file }))
  const second = { id: 'r-two', cause: 'two', receivedAt: new Date('2026-01-16T01:00:00Z') }
  await sandbox.store.saveReport(aStoredReport({ ...second, file }, { verdict: 'pass', findings: [] }))
})
afterAll(() => sandbox.dispose())

function address(id: string): string {
  return sandbox.url + sandbox.links.reportLink(id, person)
}

/** As a browser opens an address somebody clicked. */
function navigate(url: string, cookie = ''): Promise<Response> {
  const { origin, pathname, search } = new URL(url)
  return request(origin)
    .get(pathname + search)
    .redirects(0)
    .set({ 'Sec-Fetch-Mode': 'navigate', Cookie: cookie, Accept: 'text/html' })
    .then((response) => response)
}

/** The cookie of an answer, with its flags. */
function cookieOf(response: Response): string {
  const [cookie = ''] = [response.headers['set-cookie'] ?? ''].flat()
  return cookie
}

describe('a report’s page', () => {
  test('takes the token out of the address bar, into a cookie of this page alone', async () => {
    const first = await navigate(address('r-one'))
    expect([first.status, first.headers['location']]).toEqual([303, '/reports/r-one'])
    const cookie = cookieOf(first)
    expect(cookie).toMatch(
      /^gongkai_pass=[\w.-]+; Path=\/reports\/r-one; Max-Age=1800; HttpOnly; SameSite=Lax$/,
    )
    const page = await navigate(`${sandbox.url}/reports/r-one`, cookie.split(';')[0])
    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    const { text } = page
    expect(text).toContain('云山市青石区科学技术局')
    expect(text).toContain('2024年年报 &#60;终稿&#62;.docx')
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=/)
    // The cookie of one report opens no other.
    expect((await navigate(`${sandbox.url}/reports/r-two`, cookie.split(';')[0])).status).toBe(403)
  })

  test('is answered at once to what is no browser', async () => {
    const response = await fetch(address('r-one'))
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toContain('HttpOnly')
  })

  test('lists its versions, each with a link that opens it', async () => {
    const text = await (await fetch(address('r-two'))).text()
    expect(text).toMatch(/aria-current="page"[^>]*>第 2 版 · 2026年1月16日 09:00 · 核对通过，没有发现问题/)
    const [, href = ''] = /href="(\/reports\/r-one\?t=[^"]+)"/.exec(text) ?? []
    const first = await fetch(sandbox.url + href)
    expect(first.status).toBe(200)
    expect(await first.text()).toMatch(/第 1 版/)
  })

  test('gives the file that was sent', async () => {
    const [cookie] = cookieOf(await navigate(address('r-one'))).split(';')
    const response = await navigate(`${sandbox.url}/reports/r-one/file`, cookie)
    expect(Buffer.from(fileBytes).equals(response.body as Buffer)).toBe(true)
    expect(response.headers['content-disposition']).toMatch(/^attachment/)
    expect((await navigate(`${sandbox.url}/reports/r-one/file`)).status).toBe(403)
  })

  test('says how to get a new link when the link has expired', async () => {
    const old = address('r-one')
    const then = now
    now = new Date('2026-01-15T09:00:00Z')
    const response = await navigate(old)
    now = then
    expect(response.status).toBe(403)
    expect(response.text).toMatch(/这个链接已经过期[\s\S]*再向公开助手要一次/)
  })

  test.each([
    ['no token', ''],
    ['a wrong token', '?t=1.2.3'],
    ['two tokens', '?t=1.2.3&t=1.2.3'],
    ['an empty token', '?t='],
  ])('stays closed with %s', async (_name, query) => {
    const response = await navigate(`${sandbox.url}/reports/r-one${query}`)
    expect(response.status).toBe(403)
    expect(response.text).toContain('这个链接打不开')
  })

  test('says so where the report is not there any more', async () => {
    const response = await fetch(address('r-gone'))
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有这份报告')
  })
})

describe('assets', () => {
  test('are served with a mark of their content, and not again while it is the same', async () => {
    const first = await fetch(`${sandbox.url}/assets/report.css`)
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    const etag = first.headers.get('etag') ?? ''
    const again = await request(sandbox.url).get('/assets/report.css').set('If-None-Match', etag)
    expect(again.status).toBe(304)
  })

  test.each(['/assets/none.css', '/assets/..%2Fpackage.json', '/assets/%2e%2e/package.json', '/assets/'])(
    'of no such name are not there: %s',
    async (path) => {
      expect((await fetch(sandbox.url + path)).status).toBe(404)
    },
  )
})
