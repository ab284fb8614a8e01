import { describe, expect, test } from '@jest/globals'
import type { LookupAddress } from 'node:dns'
import { errorCode } from '../../../src/errors.ts'
import { RefusedUrlError } from '../../../src/platforms/outgoing/arrived-url.ts'
import { aFetch, codeOfFault, faultOf, loopback, serve } from './an-arrived-fetch.ts'

describe('addresses', () => {
  test.each([
    ['a loopback address', [loopback], 'inner_address'],
    [
      'a public one and then a loopback one',
      [{ address: '93.184.215.14', family: 4 }, loopback],
      'inner_address',
    ],
    ['the fake address of a proxy', [{ address: '198.18.0.5', family: 4 }], 'inner_address'],
    ['a mapped loopback address', [{ address: '::ffff:127.0.0.1', family: 6 }], 'inner_address'],
    ['a NAT64 form of an inner one', [{ address: '64:ff9b::a00:1', family: 6 }], 'inner_address'],
    ['the address of a metadata service', [{ address: '169.254.169.254', family: 4 }], 'metadata_address'],
    ['none', [], 'ENOTFOUND'],
  ])("a vendor's host that resolves to %s is not connected to", async (_, addresses, code) => {
    const fetcher = aFetch([], { resolve: async () => Promise.resolve(addresses) })
    const fault = await faultOf(fetcher.get('http://files.vendor.test/x', { maxBytes: 10 }))
    expect(fault instanceof RefusedUrlError ? fault.reason : errorCode(fault)).toBe(code)
    if (fault instanceof RefusedUrlError) expect(fault.host).toBe('files.vendor.test')
  })

  test('the answer that was checked is the one connected to: a second one cannot slip in', async () => {
    const server = await serve((_, response) => response.end('inside'))
    const answers = [[{ address: '192.0.2.1', family: 4 }], [loopback]]
    let asked = 0
    const resolve = async (): Promise<LookupAddress[]> => Promise.resolve(answers[asked++] ?? [loopback])
    const fetcher = aFetch([], { resolve, connectMs: 300 })
    // TEST-NET-1 counts as reserved: refused at the first answer, and the second is never asked for.
    expect(await codeOfFault(fetcher.get('https://files.vendor.test/x', { maxBytes: 10 }))).toBe(
      'inner_address',
    )
    expect(asked).toBe(1)
    expect(server.requests).toEqual([])
  })

  test('a resolver that fails for a moment is asked again the next time', async () => {
    const server = await serve((_, response) => response.end('inside'))
    let isAway = true
    const resolve = async (): Promise<LookupAddress[]> =>
      isAway
        ? Promise.reject(Object.assign(new Error('away'), { code: 'EAI_AGAIN' }))
        : Promise.resolve([loopback])
    const fetcher = aFetch([`files.test:${server.port}`], { resolve })
    const get = (): Promise<unknown> => fetcher.get(`http://files.test:${server.port}/x`, { maxBytes: 10 })
    expect(await codeOfFault(get())).toBe('EAI_AGAIN')
    isAway = false
    expect(await get()).toMatchObject({ bytes: Buffer.from('inside') })
  })

  test('a named host may lie inside, but never at a metadata service', async () => {
    const server = await serve((_, response) => response.end('inside'))
    let addresses = [loopback]
    const fetcher = aFetch([`files.test:${server.port}`], { resolve: async () => Promise.resolve(addresses) })
    const url = `http://files.test:${server.port}/x`
    expect(Buffer.from((await fetcher.get(url, { maxBytes: 10 })).bytes).toString()).toBe('inside')
    await server.close()
    addresses = [loopback, { address: '100.100.100.200', family: 4 }]
    expect(await codeOfFault(fetcher.get(url, { maxBytes: 10 }))).toBe('metadata_address')
  })
})
