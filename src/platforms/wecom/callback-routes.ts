import type Router from '@koa/router'
import type { Context } from 'koa'
import type { Clock } from '../../clock.ts'
import { refuseOtherMethods } from '../empty-answer.ts'
import { callbackBody } from './callback-body.ts'
import type { CallbackCrypto, OpenedCallback } from './callback-crypto.ts'
import { callbackQuery, echostrOf, type CallbackQuery } from './callback-query.ts'
import { callbackEdge, type CallbackEdgeOptions } from './callback-edge.ts'

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
  options: CallbackEdgeOptions & { readonly clock: Clock },
): void {
  const edge = callbackEdge(options)
  router.get(path, edge, (ctx: Context) => {
    const query = callbackQuery(ctx.query, options.clock())
    const { text } = crypto.open(query, echostrOf(ctx.query))
    // Bare: a quote, a BOM or a newline fails the verification.
    ctx.type = 'text/plain'
    ctx.body = text
  })
  router.post(path, edge, async (ctx: Context) => {
    const query = callbackQuery(ctx.query, options.clock())
    const ciphertext = unwrap(await callbackBody(ctx.req))
    await answer(ctx, crypto.open(query, ciphertext), query)
  })
  refuseOtherMethods(router, path, ['GET', 'HEAD', 'POST'])
}
