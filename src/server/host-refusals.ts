import type { Context } from 'koa'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Refusal } from '../platforms/callback-origin.ts'
import { createRefusals } from '../platforms/refusals.ts'
import { callbackPlatform } from './callback-platform.ts'

const routes = ['/wecom/app', '/wecom/bot', '/dingtalk/robot']

/** Counts the callbacks that came for a host which is not ours, and logs one a second, as for those refused otherwise. */
export function createHostRefusals(options: {
  readonly clock: Clock
  readonly log: Log
  readonly onRefused: (refusal: Refusal) => void
}): (ctx: Context) => void {
  const notes = new Map<string, ReturnType<typeof createRefusals>>()
  return (ctx) => {
    const platform = callbackPlatform(ctx.path) ?? 'other'
    // Anybody may make up paths: the labels of a metric are few.
    const route = routes.includes(ctx.path) ? ctx.path : `/${platform}`
    const note = notes.get(route) ?? createRefusals({ ...options, platform, route })
    notes.set(route, note)
    note(ctx, 'host')
  }
}
