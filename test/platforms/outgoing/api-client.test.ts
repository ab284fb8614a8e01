import { afterEach, describe, expect, test } from '@jest/globals'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { CallFault, createApiClient, type ApiAnswer } from '../../../src/platforms/outgoing/api-client.ts'
import { aDeadPort, aServer, aTcpServer, type RunningServer } from './a-server.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function serve(listener: RequestListener): Promise<RunningServer> {
  const server = await aServer(listener)
  cleanups.push(server.close)
  return server
}

async function connections(onConnection: (socket: Socket) => void): Promise<string> {
  const server = await aTcpServer(onConnection)
  cleanups.push(server.close)
  return server.base
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function faultOf(call: Promise<ApiAnswer>): Promise<CallFault> {
  const fault = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(fault instanceof CallFault)) throw new Error('no CallFault')
  return fault
}

describe('addresses', () => {
  test.each([
    ['', '/cgi-bin/gettoken', '/cgi-bin/gettoken?corpid=a'],
    ['/', '/cgi-bin/gettoken', '/cgi-bin/gettoken?corpid=a'],
    ['/wecom', '/cgi-bin/gettoken', '/wecom/cgi-bin/gettoken?corpid=a'],
    ['/a/b/', '/v1.0/x', '/a/b/v1.0/x?corpid=a'],
  ])('base %p and path %s make %s', async (prefix, path, asked) => {
    const server = await serve((_, response) => response.end('{}'))
    const client = createApiClient({ base: `${server.base}${prefix}` })
    await client.call({ method: 'GET', path, query: { corpid: 'a' } })
    expect(server.requests.map(({ url }) => url)).toEqual([asked])
  })

  test('a query is encoded, a plus sign of base64 too', async () => {
    const server = await serve((_, response) => response.end('{}'))
    await createApiClient({ base: server.base }).call({
      method: 'POST',
      path: '/robot/send',
      query: { sign: 'a+b/c=', 名: '值 &' },
    })
    const asked = new URL(server.requests[0]?.url ?? '', server.base)
    expect(server.requests[0]?.url).toContain('sign=a%2Bb%2Fc%3D')
    expect(asked.searchParams.get('名')).toBe('值 &')
  })
})

describe('bodies', () => {
  test('JSON goes as JSON', async () => {
    const bodies: string[] = []
    const server = await serve((request, response) => {
      void bodyOf(request).then((body) => {
        bodies.push(body.toString())
        response.end('{"errcode":0}')
      })
    })
    const answer = await createApiClient({ base: server.base }).call({
      method: 'POST',
      path: '/x',
      json: { text: '好' },
      headers: { 'x-acs-dingtalk-access-token': 't' },
    })
    expect(answer.json).toEqual({ errcode: 0 })
    expect(bodies).toEqual(['{"text":"好"}'])
    expect(server.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': '14',
      'x-acs-dingtalk-access-token': 't',
    })
  })

  test('a form carries the bytes and the Chinese file name, with its length', async () => {
    const bodies: Buffer[] = []
    const server = await serve((request, response) => {
      void bodyOf(request).then((body) => {
        bodies.push(body)
        response.end('{}')
      })
    })
    const form = new FormData()
    form.append('media', new Blob([Buffer.from([0, 255, 10])]), '核对结果.docx')
    form.append('type', 'file')
    await createApiClient({ base: server.base }).call({ method: 'POST', path: '/upload', form })
    const body = bodies[0] ?? Buffer.alloc(0)
    expect(body.toString()).toContain('name="media"; filename="核对结果.docx"')
    expect(body.includes(Buffer.from([0, 255, 10]))).toBe(true)
    expect(server.requests[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(server.requests[0]?.headers['content-length']).toBe(String(body.length))
  })
})

describe('answers', () => {
  test.each([
    ['{"errcode":0}', { errcode: 0 }],
    ['[1]', [1]],
    ['\uFEFF{"a":1}', { a: 1 }],
    ['  {"a":1}', { a: 1 }],
    ['{"a":', undefined],
    ['<html>', undefined],
    ['', undefined],
    ['PK\u0003\u0004', undefined],
  ])('%p is read as %j', async (text, json) => {
    const server = await serve((_, response) => response.writeHead(500).end(text))
    const answer = await createApiClient({ base: server.base }).call({ method: 'GET', path: '/x' })
    expect([answer.status, answer.json]).toEqual([500, json])
    expect(Buffer.from(answer.bytes).toString()).toBe(text)
  })

  test('headers are found whatever their case', async () => {
    const server = await serve((_, response) => {
      response.setHeader('Content-Disposition', 'attachment')
      response.end()
    })
    const { headers } = await createApiClient({ base: server.base }).call({ method: 'GET', path: '/x' })
    expect([headers.get('content-disposition'), headers.get('X-None')]).toEqual(['attachment', null])
  })

  test('one that is too long is broken off', async () => {
    const server = await serve((_, response) => response.end('x'.repeat(200)))
    const client = createApiClient({ base: server.base })
    expect(await faultOf(client.call({ method: 'GET', path: '/x', maxBytes: 100 }))).toMatchObject({
      code: 'answer_too_large',
    })
  })

  test('a redirect is an answer, not followed', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: '/y' }).end())
    const answer = await createApiClient({ base: server.base }).call({ method: 'GET', path: '/x' })
    expect(answer.status).toBe(302)
    expect(server.requests.length).toBe(1)
  })
})

describe('faults', () => {
  const post = (base: string): Promise<CallFault> =>
    faultOf(
      createApiClient({ base, connectMs: 400 }).call({
        method: 'POST',
        path: '/x',
        json: { a: 1 },
        timeoutMs: 300,
      }),
    )

  test('refused: not sent', async () => {
    expect(await post(`http://127.0.0.1:${await aDeadPort()}`)).toMatchObject({
      reach: 'not_sent',
      code: 'ECONNREFUSED',
    })
  })

  test('no such host: not sent', async () => {
    const fault = await post('http://no-such-host.invalid')
    expect(fault.reach).toBe('not_sent')
    expect(fault.code).toMatch(/^(?:ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/)
  })

  test('a TLS handshake that never ends: not sent', async () => {
    const base = await connections(() => undefined)
    expect(await post(base.replace('http:', 'https:'))).toMatchObject({
      reach: 'not_sent',
      code: 'UND_ERR_CONNECT_TIMEOUT',
    })
  })

  test('no TLS on the other side: not sent', async () => {
    const base = await connections((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    expect((await post(base.replace('http:', 'https:'))).reach).toBe('not_sent')
  })

  test('hangs before reading: unknown', async () => {
    const base = await connections((socket) => socket.pause())
    expect(await post(base)).toMatchObject({ reach: 'unknown', code: 'ETIMEDOUT' })
  })

  test('hangs after reading: unknown', async () => {
    const base = await connections((socket) => socket.resume())
    expect(await post(base)).toMatchObject({ reach: 'unknown', code: 'ETIMEDOUT' })
  })

  test('hangs in the middle of the answer: unknown', async () => {
    const base = await connections((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"errcode"'))
    })
    expect(await post(base)).toMatchObject({ reach: 'unknown', code: 'ETIMEDOUT' })
  })

  test('reset after reading: unknown', async () => {
    const base = await connections((socket) => {
      socket.once('data', () => socket.resetAndDestroy())
    })
    expect(await post(base)).toMatchObject({ reach: 'unknown', code: 'ECONNRESET' })
  })

  test('closed without an answer: unknown', async () => {
    const base = await connections((socket) => {
      socket.once('data', () => socket.end())
    })
    expect(await post(base)).toMatchObject({ reach: 'unknown', code: 'UND_ERR_SOCKET' })
  })

  test('no HTTP: unknown', async () => {
    const base = await connections((socket) => {
      socket.once('data', () => socket.end('SSH-2.0-x\r\n'))
    })
    expect((await post(base)).reach).toBe('unknown')
  })

  test('say nothing of address and query', async () => {
    const base = `http://127.0.0.1:${await aDeadPort()}/prefix`
    const fault = await faultOf(
      createApiClient({ base }).call({ method: 'GET', path: '/x', query: { access_token: 'SECRET' } }),
    )
    expect(`${fault.message} ${JSON.stringify(fault)} ${String(fault.cause)}`).not.toMatch(
      /SECRET|prefix|127/,
    )
  })
})

test('closing breaks off what hangs: perhaps done', async () => {
  let isAsked = (): void => undefined
  const asked = new Promise<void>((resolve) => (isAsked = resolve))
  const server = await serve(() => {
    isAsked()
  })
  const client = createApiClient({ base: server.base })
  const hanging = faultOf(client.call({ method: 'POST', path: '/send', json: {} }))
  await asked
  await client.close()
  expect(await hanging).toMatchObject({ reach: 'unknown', code: 'UND_ERR_DESTROYED' })
})
