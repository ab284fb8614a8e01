import { BlockList, isIP } from 'node:net'
import type { Middleware } from 'koa'

/** Headers by which a proxy says that it speaks for somebody else. */
const forwarding = ['x-forwarded-for', 'x-real-ip', 'forwarded']

/** Addresses and networks (`10.1.2.3`, `10.0.0.0/8`) as a list; throws RangeError where one is none. */
export function addressList(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const text of addresses) {
    const [address = '', bits] = text.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) throw new RangeError(text)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * Answers 404 to everybody but this machine itself and the addresses given: what tells of the inside is not for those
 * who can reach the callbacks. A request that a proxy passes on comes from elsewhere.
 */
export function innerOnly(further: readonly string[]): Middleware {
  const list = addressList(['127.0.0.0/8', '::1', ...further])
  return async (ctx, next) => {
    const address = (ctx.req.socket.remoteAddress ?? '').replace(/^::ffff:/i, '')
    const isInner = isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
    if (!isInner || forwarding.some((name) => ctx.get(name) !== '')) {
      ctx.throw(404)
      return
    }
    await next()
  }
}
