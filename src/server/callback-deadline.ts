import type { Middleware } from 'koa'
import { callbackPlatform } from './callback-platform.ts'

const wholeRequest = 10_000

/**
 * A callback is in whole within 10 s, or its connection ends; one that was answered before it was read to its end, as
 * a refusal is, ends at once. Uploads have their own, longer time.
 */
export function callbackDeadline(milliseconds = wholeRequest): Middleware {
  return async (ctx, next) => {
    if (callbackPlatform(ctx.path) === null) {
      await next()
      return
    }
    const { req } = ctx
    const timer = setTimeout(() => {
      if (!req.complete) req.destroy()
    }, milliseconds)
    req.once('close', () => {
      clearTimeout(timer)
    })
    await next()
    if (!req.complete) ctx.set('Connection', 'close')
  }
}
