import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Koa from 'koa'
import { afterEach, expect, test } from '@jest/globals'
import { callbackDeadline } from '../../src/server/callback-deadline.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

/** Sends a head that promises a body which never comes; resolves to all that was answered, at the connection's end. */
async function answerTo(path: string, answer: Koa.Middleware, endAfterMs?: number): Promise<string> {
  const app = new Koa()
  app.use(callbackDeadline(200))
  app.use(answer)
  const handle = app.callback()
  const server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  cleanups.push(() => {
    socket.destroy()
    server.closeAllConnections()
    server.close()
  })
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nfew`)
  if (endAfterMs !== undefined) setTimeout(() => socket.end(), endAfterMs)
  return text(socket)
}

const refusing: Koa.Middleware = (ctx) => {
  ctx.status = 403
  ctx.body = ''
}
const waiting: Koa.Middleware = async (ctx) => {
  await once(ctx.req, 'close')
}

test('whoever is refused before the body came keeps no connection', async () => {
  const answer = await answerTo('/wecom/app', refusing)
  expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  expect(answer).toMatch(/connection: close/i)
})

test('a callback whose body does not come ends at the deadline', async () => {
  expect(await answerTo('/dingtalk/robot', waiting)).toBe('')
})

test('other paths are left alone: an upload takes longer, and its answer waits for its end', async () => {
  const answer = await answerTo('/upload/x', refusing, 400)
  expect(answer).toMatch(/^HTTP\/1\.1 403 [^]*?\r\nConnection: keep-alive\r\n/)
})
