import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'

const logEvery = 1_000

/** Counts refused callbacks, and logs at most one a second: whoever sends them must not fill the disk. */
export function createRefusals(options: {
  readonly platform: string
  readonly clock: Clock
  readonly log: Log
  readonly onRefused: (reason: string) => void
}): (reason: string) => void {
  const { platform, clock, log, onRefused } = options
  let quietUntil = 0
  let unlogged = 0
  return (reason) => {
    onRefused(reason)
    unlogged += 1
    const now = clock().getTime()
    // A clock that was set back must not silence the log.
    if (now < quietUntil && quietUntil - now <= logEvery) return
    log.warn('callback refused', { platform, reason, count: unlogged })
    quietUntil = now + logEvery
    unlogged = 0
  }
}
