import type { Context } from 'koa'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { sourceOf, type Refusal } from './callback-origin.ts'

const logEvery = 1_000

export interface RefusalsOptions {
  readonly platform: string
  readonly route: string
  readonly clock: Clock
  readonly log: Log
  readonly onRefused: (refusal: Refusal) => void
}

/** Counts refused callbacks of a route, and logs at most one a second: whoever sends them must not fill the disk. */
export function createRefusals({
  platform,
  route,
  clock,
  log,
  onRefused,
}: RefusalsOptions): (ctx: Pick<Context, 'get'>, reason: string) => void {
  let quietUntil = 0
  let unlogged = 0
  return (ctx, reason) => {
    const refusal = { platform, route, source: sourceOf(ctx), reason }
    onRefused(refusal)
    unlogged += 1
    const now = clock().getTime()
    // A clock that was set back must not silence the log.
    if (now < quietUntil && quietUntil - now <= logEvery) return
    log.warn('callback refused', { ...refusal, count: unlogged })
    quietUntil = now + logEvery
    unlogged = 0
  }
}
