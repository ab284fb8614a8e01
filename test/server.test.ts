import { once } from 'node:events'
import { request, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Router from '@koa/router'
import { afterEach, describe, expect, test } from '@jest/globals'
import { GongkaiError, StoreUnavailableError, UnreadableFileError } from '../src/errors.ts'
import { createLog, silentLog } from '../src/log.ts'
import { createMetrics } from '../src/metrics.ts'
import { allowedHosts, createServer, type ServerParts } from '../src/server.ts'

let server: Server | undefined

afterEach(async () => {
  if (server === undefined) return
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
  server = undefined
})

/** Starts a server with these parts; resolves to its address. */
async function start(parts: Partial<ServerParts> = {}): Promise<string> {
  server = createServer({
    routers: [],
    door: null,
    readiness: () => Promise.resolve('ready'),
    home: '/sandbox',
    hosts: null,
    metrics: createMetrics(() => new Date('2026-01-15T08:00:00Z')),
    log: silentLog,
    ...parts,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // It listens on a port, so it has one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function failingWith(error: unknown): Router {
  const router = new Router()
  router.get('/fails', () => {
    throw error
  })
  return router
}

describe('health', () => {
  test('is told, and with it what may be counted', async () => {
    const url = await start()
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const metrics = await fetch(`${url}/metrics`)
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=/)
    expect(await metrics.text()).toContain('gongkai_dead_total')
  })

  test.each([
    [
      'the store is away',
      () => Promise.reject(new StoreUnavailableError('mongodb://user:secret@host')),
      'store unavailable\n',
    ],
    ['it is stopping', () => Promise.resolve('stopping' as const), 'stopping\n'],
  ])('is not ready while %s', async (_name, readiness, body) => {
    const url = await start({ readiness })
    const response = await fetch(`${url}/readyz`)
    expect([response.status, await response.text()]).toEqual([503, body])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('the way in', () => {
  test('leads to the sandbox, if there is one', async () => {
    const url = await start()
    const response = await fetch(`${url}/`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/sandbox'])
  })

  test('is a polite page otherwise', async () => {
    const url = await start({ home: null })
    const response = await fetch(`${url}/`, { headers: { Accept: 'text/html' } })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有这个页面')
  })

  test('is open to the machine’s own names and the public one when it listens on the machine alone', async () => {
    const hosts = allowedHosts('127.0.0.1', 'https://gongkai.example.gov.cn')
    expect(allowedHosts('0.0.0.0', 'http://localhost:3000')).toBeNull()
    const url = new URL(await start({ hosts }))
    const statusFor = (host: string, path = '/none'): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request({ port: url.port, host: url.hostname, path, headers: { Host: host } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })
    expect(await statusFor('localhost:3000')).toBe(404)
    expect(await statusFor('[::1]:3000')).toBe(404)
    expect(await statusFor('Gongkai.example.gov.cn')).toBe(404)
    expect(await statusFor('evil.example')).toBe(421)
    expect(await statusFor('localhost.evil.example')).toBe(421)
    expect(await statusFor('evil.example', '/metrics')).toBe(421)
    expect(await statusFor('evil.example', '/readyz')).toBe(421)
    expect(await statusFor('10.0.0.7', '/healthz')).toBe(200)
  })

  test.each(['/wecom/bot', '/dingtalk/robot'])(
    'and a callback to %s for another one is told of',
    async (path) => {
      const told: string[] = []
      const hosts = allowedHosts('127.0.0.1', 'https://gongkai.example.gov.cn')
      const url = await start({ hosts, onForeignHost: (ctx) => told.push(ctx.path) })
      const answer = await answerFor(url, 'POST', path, 'bot.example.gov.cn')
      expect(answer).toMatchObject({ status: 421, body: '', connection: 'close' })
      expect(told).toEqual([path])
    },
  )
})

interface Answer {
  readonly status: number | undefined
  readonly body: string
  readonly connection: string | undefined
}

function answerFor(base: string, method: string, path: string, host: string): Promise<Answer> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    request({ host: hostname, port, method, path, headers: { Host: host } }, (response) => {
      text(response).then((body) => {
        resolve({ status: response.statusCode, body, connection: response.headers.connection })
      }, reject)
    })
      .on('error', reject)
      .end()
  })
}

test('the log names only paths that we made', async () => {
  const lines: string[] = []
  const log = createLog(
    'debug',
    () => new Date(0),
    (line) => lines.push(line),
  )
  const url = await start({ log })
  for (const path of ['/healthz', '/reports/geheim?t=geheim', '/geheim', '/geheim/x', '/__proto__'])
    await fetch(url + path)
  const routes = lines.map((line) => (JSON.parse(line) as { route?: string }).route)
  expect(routes.filter((route) => route !== undefined)).toEqual([
    '/healthz',
    '/reports',
    'other',
    'other',
    'other',
  ])
  expect(lines.join('')).not.toContain('geheim')
})

test('a request for two hosts is refused', async () => {
  const url = new URL(await start())
  const socket = connect(Number(url.port), url.hostname)
  socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n')
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  expect(chunk.toString()).toMatch(/^HTTP\/1\.1 400/)
  socket.destroy()
})

describe('every answer', () => {
  test.each(['/none', '/healthz', '/'])('of %s carries the headers that keep it safe', async (path) => {
    const url = await start()
    const { headers } = await fetch(url + path, { redirect: 'manual' })
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('an error', () => {
  test.each([
    ['a secret of a library', new Error('password=hunter2 at /home/x'), 500, 'internal'],
    ['no error at all', 'hunter2', 500, 'internal'],
    ['the store', new StoreUnavailableError('hunter2'), 503, 'store_unavailable'],
    ['a fault of ours', new GongkaiError('internal', 'hunter2'), 500, 'internal'],
  ])('keeps to itself what only we may know: %s', async (_name, error, status, code) => {
    const lines: string[] = []
    const log = createLog(
      'debug',
      () => new Date(0),
      (line) => lines.push(line),
    )
    const url = await start({ routers: [failingWith(error)], log })
    const response = await fetch(`${url}/fails`, { headers: { Accept: 'application/json' } })
    const body = await response.text()
    expect(response.status).toBe(status)
    expect(JSON.parse(body)).toMatchObject({ error: { code } })
    expect(body + lines.join('')).not.toContain('hunter2')
    // The reference that a person is told stands in the log.
    const reference = /参考号：([0-9a-f]{8})/.exec(body)?.[1] ?? 'none'
    expect(lines.join('')).toContain(reference)
  })

  test('that speaks to the sender is told, as a page or as JSON', async () => {
    const error = new UnreadableFileError('file_too_large', '文件 <b>太大</b>')
    const url = await start({ routers: [failingWith(error)] })
    const page = await fetch(`${url}/fails`, { headers: { Accept: 'text/html,*/*' } })
    expect([page.status, page.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('文件 &#60;b&#62;太大&#60;/b&#62;')
    const json = await fetch(`${url}/fails`, { headers: { Accept: 'application/json' } })
    expect(await json.json()).toEqual({ error: { code: 'file_too_large', message: '文件 <b>太大</b>' } })
  })

  test('of a path or a method that is not there is polite', async () => {
    const url = await start({ routers: [failingWith(new Error('never'))] })
    const page = await fetch(`${url}/%3Cscript%3E`, { headers: { Accept: 'text/html' } })
    expect(page.status).toBe(404)
    expect(await page.text()).not.toContain('<script>')
    expect((await fetch(`${url}/fails`, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${url}/%E0%A4%A`)).status).toBeLessThan(500)
  })
})

test('headers over 16 KiB are refused before anything looks at them', async () => {
  const url = new URL(await start())
  const socket = connect(Number(url.port), url.hostname)
  socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`)
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  expect(chunk.toString()).toMatch(/^HTTP\/1\.1 431/)
  socket.destroy()
})

test('headers that never end are cut off', async () => {
  const url = new URL(await start())
  const socket = connect(Number(url.port), url.hostname)
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
  const started = performance.now()
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  expect(chunk.toString()).toMatch(/^HTTP\/1\.1 408/)
  expect(performance.now() - started).toBeLessThan(15_000)
  socket.destroy()
})
