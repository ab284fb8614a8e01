import { describe, expect, test } from '@jest/globals'
import Koa, { type Context } from 'koa'
import { addressList, innerOnly } from '../../src/server/inner-only.ts'

/** What a request from this address with these headers is answered. */
async function statusFor(
  remoteAddress: string,
  headers: Record<string, string> = {},
  further: readonly string[] = [],
): Promise<number> {
  const app = new Koa()
  const ctx = app.createContext(
    { headers, socket: { remoteAddress } } as never,
    { getHeader: () => undefined, setHeader: () => undefined } as never,
  ) as Context
  try {
    await innerOnly(further)(ctx, () => Promise.resolve())
    return 200
  } catch (error) {
    return (error as { status: number }).status
  }
}

describe('what tells of the inside', () => {
  test.each<[string, Record<string, string>, readonly string[], number]>([
    ['127.0.0.1', {}, [], 200],
    ['::1', {}, [], 200],
    ['::ffff:127.0.0.1', {}, [], 200],
    ['10.1.2.3', {}, [], 404],
    ['8.8.8.8', {}, [], 404],
    ['', {}, [], 404],
    ['10.1.2.3', {}, ['10.0.0.0/8'], 200],
    ['::ffff:10.1.2.3', {}, ['10.1.2.3'], 200],
    ['10.1.2.4', {}, ['10.1.2.3'], 404],
    ['127.0.0.1', { 'x-forwarded-for': '8.8.8.8' }, [], 404],
    ['127.0.0.1', { forwarded: 'for=8.8.8.8' }, [], 404],
    ['10.1.2.3', { 'x-real-ip': '8.8.8.8' }, ['10.0.0.0/8'], 404],
  ])('asked for from “%s” with %j, %j allowed: %i', async (address, headers, further, status) => {
    expect(await statusFor(address, headers, further)).toBe(status)
  })

  test.each(['x', '10.0.0.0/99', '10.0.0'])('%s is no address', (text) => {
    expect(() => addressList([text])).toThrow()
  })
})
