import type { Middleware } from 'koa'
import type { Clock } from '../../clock.ts'
import { GongkaiError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { answerEmpty, refuseEmpty } from '../empty-answer.ts'
import type { Refusal } from '../callback-origin.ts'
import { createRefusals } from '../refusals.ts'
import { BodyRefused } from './callback-body.ts'
import { RefusedCallback } from './refused-callback.ts'

export interface CallbackEdgeOptions {
  readonly log: Log
  readonly clock: Clock
  readonly onRefused: (refusal: Refusal) => void
}

/**
 * The catch around callbacks: every refusal is the same empty 403, so that nobody learns which check failed. A message
 * that nobody could keep is a 503: the platform comes again.
 */
export function callbackEdge(route: string, options: CallbackEdgeOptions): Middleware {
  const note = createRefusals({ ...options, platform: 'wecom', route })
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (error instanceof RefusedCallback) {
        note(ctx, error.reason)
        refuseEmpty(ctx, 403)
      } else if (error instanceof BodyRefused) {
        note(ctx, `body ${error.status}`)
        refuseEmpty(ctx, error.status)
      } else if (error instanceof GongkaiError && error.code === 'store_unavailable') {
        answerEmpty(ctx, 503)
      } else {
        throw error
      }
    }
  }
}
