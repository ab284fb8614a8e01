import { describe, expect, test } from '@jest/globals'
import type { LookupAddress } from 'node:dns'
import { errorCode } from '../../../src/errors.ts'
import { createAnswerBudget } from '../../../src/platforms/outgoing/answer-budget.ts'
import { CallFault } from '../../../src/platforms/outgoing/call-fault.ts'
import { aDeadPort, aTcpServer } from './a-server.ts'
import { aFetch, cleanups, codeOfFault, faultOf, host, loopback, serve } from './an-arrived-fetch.ts'
import { testCertificate } from './test-certificate.ts'

describe('get', () => {
  test('gives bytes, type and disposition, and asks for exactly what the URL says, uncompressed', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-type', 'application/octet-stream')
      response.setHeader('content-disposition', 'attachment; filename="a.docx"')
      response.end(Buffer.from([1, 2, 3]))
    })
    const path = '/a%2Fb/%E6%97%A5.docx?Expires=1&Signature=q%2Bw%3D%3d&x=a+b&empty=&%7e'
    const fetched = await aFetch([host(server)]).get(`${server.base}${path}`, { maxBytes: 10 })
    expect(fetched).toEqual({
      bytes: Buffer.from([1, 2, 3]),
      contentType: 'application/octet-stream',
      contentDisposition: 'attachment; filename="a.docx"',
    })
    expect(server.requests.map(({ url }) => url)).toEqual([path])
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity')
  })

  test.each([
    [200, 'no fault'],
    [400, 'file_gone'],
    [403, 'file_expired'],
    [404, 'file_expired'],
    [410, 'file_expired'],
    [408, 'UND_ERR_STATUS_408'],
    [429, 'UND_ERR_STATUS_429'],
    [500, 'UND_ERR_STATUS_500'],
    [503, 'UND_ERR_STATUS_503'],
    [304, 'file_gone'],
    [204, 'file_gone'],
  ])('status %d ends in %s', async (status, code) => {
    const server = await serve((_, response) => {
      response.statusCode = status
      response.end()
    })
    const got = aFetch([host(server)]).get(`${server.base}/x`, { maxBytes: 10 })
    if (code === 'no fault') expect((await got).bytes.length).toBe(0)
    else expect(await codeOfFault(got)).toBe(code)
  })

  test.each([
    ['declared', { 'content-length': '101' }],
    ['endless', {}],
  ])('breaks off a body that is too long (%s)', async (_, headers) => {
    let closed: () => void
    const gone = new Promise<void>((resolve) => (closed = resolve))
    const server = await serve((request, response) => {
      request.socket.on('close', () => {
        closed()
      })
      response.writeHead(200, headers)
      if ('content-length' in headers) response.end('x'.repeat(101))
      else pour()
      function pour(): void {
        if (!response.destroyed && response.write('x'.repeat(1024))) setImmediate(pour)
        else response.once('drain', pour)
      }
    })
    const fetcher = aFetch([host(server)])
    expect(await codeOfFault(fetcher.get(`${server.base}/x`, { maxBytes: 100 }))).toBe('file_too_large')
    await gone
  })

  test('lets a large file wait for memory, a small one not; the wait ends with the time for the whole', async () => {
    const server = await serve((request, response) => response.end('x'.repeat(Number(request.url?.slice(1)))))
    const budget = createAnswerBudget({ small: 10, shared: 100 })
    const [patient, hasty] = [
      aFetch([host(server)], { budget }),
      aFetch([host(server)], { budget, wholeMs: 100 }),
    ]
    let free = (): void => undefined
    const other = budget.read(new AbortController().signal, async (room) => {
      await room(200)
      await new Promise<void>((resolve) => (free = resolve))
    })
    const large = patient.get(`${server.base}/60`, { maxBytes: 100 })
    expect(await codeOfFault(hasty.get(`${server.base}/60`, { maxBytes: 100 }))).toBe('ETIMEDOUT')
    expect((await hasty.get(`${server.base}/10`, { maxBytes: 100 })).bytes.length).toBe(10)
    free()
    expect((await large).bytes.length).toBe(60)
    await other
  })

  test('breaks off at once what waits for memory when it is closed', async () => {
    const server = await serve((_, response) => response.end('x'.repeat(60)))
    const budget = createAnswerBudget({ small: 0, shared: 100 })
    const fetcher = aFetch([host(server)], { budget })
    let free = (): void => undefined
    const other = budget.read(new AbortController().signal, async (room) => {
      await room(200)
      await new Promise<void>((resolve) => (free = resolve))
    })
    const waiting = codeOfFault(fetcher.get(`${server.base}/x`, { maxBytes: 100 }))
    await fetcher.close()
    expect(await waiting).toBe('UND_ERR_DESTROYED')
    free()
    await other
  })

  test('takes a body of exactly the limit', async () => {
    const server = await serve((_, response) => response.end('x'.repeat(100)))
    expect((await aFetch([host(server)]).get(`${server.base}/x`, { maxBytes: 100 })).bytes.length).toBe(100)
  })

  test('breaks off a body that drips', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => {
        clearInterval(drip)
      })
    })
    const fetcher = aFetch([host(server)], { wholeMs: 300 })
    expect(await codeOfFault(fetcher.get(`${server.base}/x`, { maxBytes: 1e6 }))).toBe('ETIMEDOUT')
  })

  test('breaks off a body that stops', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200)
      response.write('x')
    })
    const fetcher = aFetch([host(server)], { idleMs: 300 })
    expect(await codeOfFault(fetcher.get(`${server.base}/x`, { maxBytes: 10 }))).toBe('UND_ERR_BODY_TIMEOUT')
  })

  test('a body cut short is a fault, never half a file', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('x'.repeat(50), () => response.destroy())
    })
    const fault = await faultOf(aFetch([host(server)]).get(`${server.base}/x`, { maxBytes: 1000 }))
    expect(fault).toBeInstanceOf(CallFault)
    expect(errorCode(fault)).toMatch(/^(?:UND_ERR_|ECONN)/)
  })
})

describe('redirects', () => {
  test('are followed three times', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('here')
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    const fetcher = aFetch([host(server)])
    expect(Buffer.from((await fetcher.get(`${server.base}/3`, { maxBytes: 10 })).bytes).toString()).toBe(
      'here',
    )
    expect(await codeOfFault(fetcher.get(`${server.base}/4`, { maxBytes: 10 }))).toBe('file_gone')
  })

  test.each([
    ['that is longer than the file may be', 'x'.repeat(100)],
    ['without end', null],
  ])('are followed whatever stands in them: a page %s', async (_, page) => {
    const server = await serve((request, response) => {
      if (request.url === '/file') {
        response.end('here')
        return
      }
      response.writeHead(302, { location: '/file' })
      if (page !== null) {
        response.end(page)
        return
      }
      const pouring = setInterval(() => response.write('x'.repeat(65_536)), 1)
      response.on('close', () => {
        clearInterval(pouring)
      })
    })
    const fetched = await aFetch([host(server)]).get(`${server.base}/x`, { maxBytes: 10 })
    expect(Buffer.from(fetched.bytes).toString()).toBe('here')
  })

  test.each([
    ['http://169.254.169.254/meta-data', 'metadata_address', '169.254.169.254', ['169.254.169.254']],
    ['http://169.254.169.254/meta-data', 'host', '169.254.169.254', []],
    ['http://127.0.0.1:1/x', 'port', '127.0.0.1:1', []],
    ['http://10.0.0.1/x', 'host', '10.0.0.1', []],
    ['https://evil.cn:8443/x?secret', 'host', 'evil.cn:8443', []],
    ['file:///etc/passwd', 'scheme', '', []],
    ['//user@vendor.test/', 'user_info', 'vendor.test', []],
  ])('to %s are refused (%s), and %s is named', async (location, reason, refused, extra) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end())
    const fetcher = aFetch([host(server), ...extra])
    const fault = await faultOf(fetcher.get(`${server.base}/x`, { maxBytes: 10 }))
    expect(fault).toMatchObject({ name: 'RefusedUrlError', reason, host: refused })
  })

  test('to another host lose the credentials, to the same one keep them', async () => {
    const other = await serve((_, response) => response.end('there'))
    const server = await serve((request, response) => {
      const location = request.url === '/a' ? '/b' : `${other.base}/c`
      response.writeHead(307, { location }).end()
    })
    const fetcher = aFetch([host(server), host(other)])
    await fetcher.get(`${server.base}/a`, {
      maxBytes: 10,
      headers: { authorization: 'secret', 'x-key': 'k' },
    })
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['secret', 'secret'])
    expect(other.requests.map(({ headers }) => [headers.authorization, headers['x-key']])).toEqual([
      [undefined, undefined],
    ])
  })

  test('of a post are not followed: what was meant for one host goes to no other', async () => {
    const other = await serve((_, response) => response.end('{}'))
    const server = await serve((_, response) =>
      response.writeHead(307, { location: `${other.base}/c` }).end(),
    )
    const answer = await aFetch([host(server), host(other)]).postJson(`${server.base}/a`, { a: 1 })
    expect(answer.status).toBe(307)
    expect(other.requests).toEqual([])
  })
})

describe('certificates', () => {
  test('are verified, whatever the environment says', async () => {
    const server = await serve((_, response) => response.end('secret'), { tls: true })
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    cleanups.push(async () => {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
      return Promise.resolve()
    })
    const named = [`files.test:${server.port}`, `other.test:${server.port}`]
    const resolve = async (): Promise<LookupAddress[]> => Promise.resolve([loopback])
    const stranger = await faultOf(
      aFetch(named, { resolve }).get(`https://files.test:${server.port}/x`, { maxBytes: 10 }),
    )
    expect(stranger).toMatchObject({
      ...{ name: 'UntrustedHostError', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      host: `files.test:${server.port}`,
    })
    const trusting = aFetch(named, { resolve, ca: testCertificate })
    expect((await trusting.get(`https://files.test:${server.port}/x`, { maxBytes: 10 })).bytes.length).toBe(6)
    const wrongName = await faultOf(trusting.get(`https://other.test:${server.port}/x`, { maxBytes: 10 }))
    expect(wrongName).toMatchObject({ name: 'UntrustedHostError', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(server.requests.length).toBe(1)
  })
})

describe('postJson', () => {
  test('gives the answer whatever its status', async () => {
    const server = await serve((_, response) => response.writeHead(403).end('{"errcode":300001}'))
    const answer = await aFetch([host(server)]).postJson(`${server.base}/x?session=s`, { text: '好' })
    expect([answer.status, answer.json]).toEqual([403, { errcode: 300001 }])
    expect(server.requests[0]?.headers['content-type']).toBe('application/json')
  })

  test('rejects, never throws, for a URL that is refused', async () => {
    expect(await codeOfFault(aFetch([]).postJson('https://evil.cn/x', {}))).toBe('host')
  })

  test('tells what was never sent from what may have arrived', async () => {
    const port = await aDeadPort()
    const refused = await faultOf(aFetch([`127.0.0.1:${port}`]).postJson(`http://127.0.0.1:${port}/`, {}))
    expect(refused).toMatchObject({ reach: 'not_sent', code: 'ECONNREFUSED' })
    const silent = await aTcpServer(() => undefined)
    cleanups.push(silent.close)
    const hung = await faultOf(aFetch([host(silent)], { wholeMs: 300 }).postJson(`${silent.base}/`, {}))
    expect(hung).toMatchObject({ reach: 'unknown', code: 'ETIMEDOUT' })
  })
})

test('faults say nothing of the address', async () => {
  const port = await aDeadPort()
  const url = `http://127.0.0.1:${port}/path?secret=SECRET`
  const fault = await faultOf(aFetch([`127.0.0.1:${port}`]).get(url, { maxBytes: 10 }))
  expect(`${String(fault)} ${JSON.stringify(fault)}`).not.toMatch(/SECRET|path|127/)
})

test('closing breaks off what hangs, and nothing can be asked afterwards', async () => {
  let isAsked = (): void => undefined
  const asked = new Promise<void>((resolve) => (isAsked = resolve))
  const server = await serve((_, response) => {
    response.write('the first of many bytes')
    isAsked()
  })
  const fetcher = aFetch([host(server)])
  const hanging = faultOf(fetcher.get(`${server.base}/a`, { maxBytes: 100 }))
  await asked
  await fetcher.close()
  expect(await hanging).toMatchObject({ reach: 'unknown', code: 'UND_ERR_DESTROYED' })
  expect(await faultOf(fetcher.postJson(`${server.base}/b`, {}))).toMatchObject({ reach: 'not_sent' })
})
