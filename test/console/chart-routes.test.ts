import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request, { type Response } from 'supertest'
import type { Chart } from '../../src/charts/chart.ts'
import { createChartPictures } from '../../src/chart-pictures.ts'
import { createChartRoutes } from '../../src/console/chart-routes.ts'
import { createFileRoutes } from '../../src/console/file-routes.ts'
import { createLinks } from '../../src/console/links.ts'
import { silentLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import { createServer } from '../../src/server.ts'

const kept = new Map<string, Uint8Array>()
const store = {
  getFile: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
  putFile: (bytes: Uint8Array) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    kept.set(sha256, bytes)
    return Promise.resolve(sha256)
  },
}
const person = { platform: 'wecom', userId: 'zhangsan' }
const png = Buffer.from('89504e470d0a1a0a0102', 'hex')
let now = new Date('2026-01-15T08:00:00Z')
let url = ''
const links = createLinks({ secret: 'a secret of the tests', publicUrl: () => url, clock: () => now })
const server = createServer({
  routers: [
    createChartRoutes({ store, links, clock: () => now, isSecure: false }),
    createFileRoutes({ store, links }),
  ],
  readiness: () => Promise.resolve('ready'),
  ...{ door: null, home: null, hosts: null, metrics: createMetrics(() => now), log: silentLog },
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
})

const hostile = '堽城镇</svg><script>alert(1)</script>"\'&'
const chart: Chart = {
  ...{ kind: 'comparison', title: `${hostile} 依申请`, unit: '件', source: `依据：${hostile}`, series: [''] },
  notes: [`注意：${hostile}`],
  groups: [
    { label: hostile, values: [3] },
    { label: '乙局', values: [5] },
  ],
}

/** Keeps a picture of the chart; gives the address of its page. */
async function aPage(): Promise<string> {
  const draw = createChartPictures({ store, painter: { png: () => Promise.resolve(png) }, log: silentLog })
  const picture = await draw(() => ({ chart, name: '2025年“依申请”.png' }))
  return links.chartLink(picture?.page ?? '', person)
}

/** As a browser opens an address somebody clicked. */
function navigate(address: string, cookie = ''): Promise<Response> {
  const { origin, pathname, search } = new URL(address)
  return request(origin)
    .get(pathname + search)
    .redirects(0)
    .set({ 'Sec-Fetch-Mode': 'navigate', Cookie: cookie })
    .then((response) => response)
}

describe('the page of a chart', () => {
  test('shows the drawing, its words and its figures, all of them escaped', async () => {
    const response = await fetch(await aPage())
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text.match(/<svg /g)).toHaveLength(1)
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=|<\/svg>&|alert\(1\)<\/script>/)
    expect(text).toMatch(/<th scope="row">乙局<\/th>\s*<td>5<\/td>/)
    // Title, source and caveat stand in the drawing.
    for (const word of ['依据：', '注意：']) expect(text).toContain(word)
  })

  test('leads to the picture, which is shown and not saved', async () => {
    const first = await navigate(await aPage())
    expect(first.status).toBe(303)
    const clean = url + String(first.headers['location'])
    expect(clean).not.toContain('?')
    const [cookie = ''] = [first.headers['set-cookie'] ?? ''].flat()
    expect(cookie).toMatch(/; Path=\/charts\/[0-9a-f]{64}; Max-Age=1800; HttpOnly; SameSite=Lax$/)
    const [pass] = cookie.split(';')
    const page = await navigate(clean, pass)
    const [, href = ''] = /href="(\/charts\/[^"]+)"/.exec(page.text) ?? []
    const picture = await navigate(url + href, pass)
    expect(picture.headers['content-type']).toBe('image/png')
    expect(picture.headers['content-disposition']).toMatch(/^inline; .*filename\*=UTF-8''2025%E5%B9%B4/)
    expect(png.equals(picture.body as Buffer)).toBe(true)
    expect((await navigate(url + href)).status).toBe(403)
  })

  test('says how to get a new link when the link has expired', async () => {
    const old = await aPage()
    const then = now
    now = new Date(now.getTime() + 31 * 60_000)
    const response = await navigate(old)
    now = then
    expect(response.status).toBe(403)
    expect(response.text).toMatch(/这个链接已经过期[\s\S]*再看这张图/)
  })

  test('stays closed without a token, and with that of another', async () => {
    const address = new URL(await aPage())
    expect((await fetch(url + address.pathname)).status).toBe(403)
    const other = links.chartLink('0'.repeat(64), person)
    expect((await fetch(url + address.pathname + new URL(other).search)).status).toBe(403)
  })

  test.each([
    ['something else', new TextEncoder().encode('年报')],
    ['JSON of another shape', new TextEncoder().encode('{"svg":"<svg onload=alert(1)>"}')],
    ['a picture', png],
  ])('is none where the file holds %s', async (_what, bytes) => {
    const response = await fetch(links.chartLink(await store.putFile(bytes), person))
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有这张图')
  })

  test('is none where nothing is kept under its hash', async () => {
    const response = await fetch(links.chartLink('0'.repeat(64), person))
    expect(response.status).toBe(404)
  })
})

describe('a file behind a link', () => {
  test('that is a text is shown as one: a browser inside a chat saves nothing', async () => {
    const sha256 = await store.putFile(new TextEncoder().encode('<b>第 1 名 甲局：3 件</b>'))
    const response = await fetch(links.fileLink({ sha256, name: '2025年依申请.txt' }, person))
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(/^inline; .*filename\*=UTF-8''2025/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toContain('甲局：3 件')
  })

  test.each(['年报.docx', '图.png', '页.html', '无后缀'])('%s is only ever saved', async (name) => {
    const sha256 = await store.putFile(new TextEncoder().encode('<script>alert(1)</script>'))
    const response = await fetch(links.fileLink({ sha256, name }, person))
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
  })
})
