import type { Middleware } from 'koa'
import { GongkaiError } from '../errors.ts'
import { answerEmpty, refuseEmpty } from './empty-answer.ts'
import { createRefusals, type RefusalsOptions } from './refusals.ts'
import { RefusedCallback } from './refused-callback.ts'

/**
 * The catch around the callbacks of a route: every refusal is the same empty answer, so that nobody learns which check
 * failed. A message that nobody could keep is a 503: the platform comes again.
 */
export function callbackEdge(options: RefusalsOptions): Middleware {
  const note = createRefusals(options)
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (error instanceof RefusedCallback) {
        note(ctx, error.reason)
        refuseEmpty(ctx, error.status)
      } else if (error instanceof GongkaiError && error.code === 'store_unavailable') {
        answerEmpty(ctx, 503)
      } else {
        throw error
      }
    }
  }
}
