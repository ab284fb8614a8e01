import type { Context } from 'koa'

/** The `User-Agent` of `gongkai doctor` where it calls like a platform. */
export const doctorAgent = 'gongkai-doctor'

/** Where a callback came in, and from whom: the doctor's own trials say nothing of the platform's settings. */
export interface CallbackOrigin {
  readonly platform: string
  /** The path, one of a few. */
  readonly route: string
  readonly source: 'doctor' | 'other'
}

/** A callback that was refused, and why. */
export interface Refusal extends CallbackOrigin {
  readonly reason: string
}

/**
 * Who calls. Anybody may pass for the doctor, and gains nothing: what it does is counted all the same, under its own
 * source.
 */
export function sourceOf(ctx: Pick<Context, 'get'>): CallbackOrigin['source'] {
  return ctx.get('User-Agent') === doctorAgent ? 'doctor' : 'other'
}
