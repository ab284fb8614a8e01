import type Router from '@koa/router'
import type { Context } from 'koa'

/** An empty answer: its status is all that a platform needs to hear. */
export function answerEmpty(ctx: Context, status: number): void {
  ctx.status = status
  ctx.body = ''
}

/** The empty answer to what is not taken. Nobody refused keeps a connection, nor is the rest read as a next request. */
export function refuseEmpty(ctx: Context, status: number): void {
  ctx.set('Connection', 'close')
  answerEmpty(ctx, status)
}

/** Answers every other method at a callback's address, which no person opens, with an empty 405; added after its own. */
export function refuseOtherMethods(router: Router, path: string, allowed: readonly string[]): void {
  router.all(path, (ctx: Context) => {
    ctx.set('Allow', allowed.join(', '))
    refuseEmpty(ctx, 405)
  })
}
