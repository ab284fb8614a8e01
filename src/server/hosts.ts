import type { Middleware } from 'koa'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * The host names a server may be called by, or null for any. One that listens on this machine alone answers only
 * to this machine's names and its public one, so that a foreign name that points here (DNS rebinding) is of no use.
 */
export function allowedHosts(listenHost: string, publicUrl: string): readonly string[] | null {
  const bare = listenHost === '::1' ? '[::1]' : listenHost
  return loopback.includes(bare) ? [...loopback, new URL(publicUrl).hostname] : null
}

/** Refuses a request for a host that is not ours, with 421. */
export function onlyHosts(hosts: readonly string[] | null): Middleware {
  return async (ctx, next) => {
    if (hosts !== null && !hosts.includes(hostname(ctx.get('Host')))) ctx.throw(421)
    await next()
  }
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}
