import { createServer as createHttpServer, type Server } from 'node:http'
import Router from '@koa/router'
import Koa, { type Context, type Middleware } from 'koa'
import { codeOf, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { callbackDeadline } from './server/callback-deadline.ts'
import { callbackPlatform } from './server/callback-platform.ts'
import { errorEdge } from './server/error-edge.ts'
import { securityHeaders } from './server/headers.ts'
import { onlyHosts } from './server/hosts.ts'
import { innerOnly } from './server/inner-only.ts'

export { allowedHosts } from './server/hosts.ts'

export interface ServerParts {
  /** Callbacks and pages: the platforms' first, the console's last. */
  readonly routers: readonly Router[]
  /** Stands before them; null: nothing does. */
  readonly door: Middleware | null
  /** Rejects or says `stopping` where no message could be taken now. */
  readonly readiness: () => Promise<'ready' | 'spilling' | 'stopping'>
  /** Where `/` leads; null: nowhere. */
  readonly home: string | null
  /** Host names that are answered; null: all (see allowedHosts). */
  readonly hosts: readonly string[] | null
  /** Told of a platform's callback for another one. */
  readonly onForeignHost?: (ctx: Context) => void
  readonly metrics: Metrics
  /** Who may read them besides this machine; absent: nobody. */
  readonly metricsFrom?: readonly string[]
  readonly log: Log
}

/** Request headers: 16 KiB, within 5 s; a whole request within a minute (an upload). */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
  // Longer than proxies keep a connection idle, so that none is closed under a request on its way.
  keepAliveTimeout: 65_000,
}

/** The HTTP server, not listening yet: errors, log, health and metrics, platforms, console. */
export function createServer(parts: ServerParts): Server {
  const app = new Koa()
  // What breaks after the headers are out: the visitor left, usually.
  app.on('error', (error: unknown) => {
    parts.log.debug('response broke off', { code: codeOf(error) })
  })
  app.use(securityHeaders)
  app.use(callbackDeadline())
  app.use(errorEdge(parts.log))
  app.use(logRequests(parts))
  app.use(onlyHosts(parts.hosts, parts.onForeignHost))
  app.use(health(parts).routes())
  if (parts.door !== null) app.use(parts.door)
  for (const router of parts.routers) {
    app.use(router.routes())
    app.use(router.allowedMethods({ throw: true }))
  }
  const handle = app.callback()
  return createHttpServer(limits, (request, response) => {
    void handle(request, response)
  })
}

/** First words of paths that we made ourselves. */
const knownRoutes = [
  ...['', 'healthz', 'readyz', 'metrics', 'assets'],
  ...['sandbox', 'reports', 'charts', 'files', 'upload', 'wecom', 'dingtalk'],
]

/** What may be logged of a path: the rest of it may name people and reports, and an unknown one anything. */
function routeOf(path: string): string {
  const [, first = ''] = path.split('/')
  return knownRoutes.includes(first) ? `/${first}` : 'other'
}

function logRequests({ log, metrics }: ServerParts): Middleware {
  return async (ctx, next) => {
    const started = performance.now()
    await next()
    const ms = performance.now() - started
    const platform = callbackPlatform(ctx.path)
    if (ctx.method === 'POST' && ctx.status === 200 && platform !== null) {
      metrics.acknowledged(platform, ms / 1000)
    }
    const route = routeOf(ctx.path)
    log.debug('request', { method: ctx.method, route, status: ctx.status, ms: Math.round(ms) })
  }
}

function health({ readiness, home, metrics, metricsFrom, log }: ServerParts): Router {
  const router = new Router()
  router.get('/healthz', (ctx) => {
    ctx.body = 'ok\n'
  })
  router.get('/readyz', async (ctx) => {
    try {
      const state = await readiness()
      ctx.status = state === 'stopping' ? 503 : 200
      ctx.body = `${state}\n`
    } catch (error) {
      log.warn('not ready', { code: codeOf(error) })
      ctx.status = 503
      ctx.body = 'store unavailable\n'
    }
  })
  router.get('/metrics', innerOnly(metricsFrom ?? []), async (ctx) => {
    const { contentType, body } = await metrics.text()
    ctx.set('Content-Type', contentType)
    ctx.body = body
  })
  if (home !== null) {
    router.get('/', (ctx) => {
      ctx.redirect(home)
    })
  }
  return router
}
