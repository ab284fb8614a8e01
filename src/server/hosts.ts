import type { Context, Middleware } from 'koa'
import { refuseEmpty } from '../platforms/empty-answer.ts'
import { callbackPlatform } from './callback-platform.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * The host names a server may be called by, or null for any. One that listens on this machine alone answers only
 * to this machine's names and its public one, so that a foreign name that points here (DNS rebinding) is of no use.
 */
export function allowedHosts(listenHost: string, publicUrl: string): readonly string[] | null {
  const bare = listenHost === '::1' ? '[::1]' : listenHost
  return loopback.includes(bare) ? [...loopback, new URL(publicUrl).hostname] : null
}

/**
 * Refuses a request for a host that is not ours, with 421, and one for several hosts, with 400. `/healthz` says
 * nothing that matters and is asked by machines that know an address only: it answers to every name. A platform's
 * callback is answered with nothing, and told: PUBLIC_URL is wrong then, or the proxy changes the name.
 */
export function onlyHosts(
  hosts: readonly string[] | null,
  onCallback: (ctx: Context) => void = () => undefined,
): Middleware {
  return async (ctx, next) => {
    const names = ctx.req.rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name))
    if (names.length > 1) ctx.throw(400)
    if (hosts === null || ctx.path === '/healthz' || hosts.includes(hostname(ctx.get('Host')))) {
      await next()
      return
    }
    if (callbackPlatform(ctx.path) === null) return ctx.throw(421)
    onCallback(ctx)
    refuseEmpty(ctx, 421)
  }
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}
