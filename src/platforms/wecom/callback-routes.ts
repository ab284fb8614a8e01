import type Router from '@koa/router'
import type { Context } from 'koa'
import { callbackBody } from '../callback-body.ts'
import { callbackEdge } from '../callback-edge.ts'
import { sourceOf } from '../callback-origin.ts'
import { refuseOtherMethods } from '../empty-answer.ts'
import type { PlatformParts } from '../platform-parts.ts'
import type { CallbackCrypto, OpenedCallback } from './callback-crypto.ts'
import { callbackQuery, echostrOf, refuseStale, type CallbackQuery } from './callback-query.ts'

/** One of the two addresses that the platform calls. */
export interface CallbackWay {
  readonly path: string
  readonly crypto: CallbackCrypto
  /** The ciphertext out of the body's envelope; throws RefusedCallback. */
  readonly unwrap: (body: string) => string
  /** Answers a verified callback; resolves once what it brought is kept. */
  readonly answer: (ctx: Context, opened: OpenedCallback, query: CallbackQuery) => Promise<void>
}

/** Adds URL verification (GET) and callbacks (POST) at a way's path. */
export function addCallbackRoutes(
  router: Router,
  { path, crypto, unwrap, answer }: CallbackWay,
  options: Pick<PlatformParts, 'clock' | 'log' | 'onRefused' | 'onVerified'>,
): void {
  const edge = callbackEdge({ ...options, platform: 'wecom', route: path })
  const open = (ctx: Context, query: CallbackQuery, ciphertext: string): OpenedCallback => {
    const opened = crypto.open(query, ciphertext)
    refuseStale(query, options.clock())
    options.onVerified({ platform: 'wecom', route: path, source: sourceOf(ctx) })
    return opened
  }
  router.get(path, edge, (ctx: Context) => {
    const { text } = open(ctx, callbackQuery(ctx.query), echostrOf(ctx.query))
    // Bare: a quote, a BOM or a newline fails the verification.
    ctx.type = 'text/plain'
    ctx.body = text
  })
  router.post(path, edge, async (ctx: Context) => {
    const query = callbackQuery(ctx.query)
    const ciphertext = unwrap(await callbackBody(ctx.req))
    await answer(ctx, open(ctx, query, ciphertext), query)
  })
  refuseOtherMethods(router, path, ['GET', 'HEAD', 'POST'])
}
