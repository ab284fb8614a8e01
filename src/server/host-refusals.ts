import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createRefusals } from '../platforms/refusals.ts'

/** Counts the callbacks that came for a host which is not ours, and logs one a second, as for those refused otherwise. */
export function createHostRefusals(options: {
  readonly clock: Clock
  readonly log: Log
  readonly onRefused: (platform: string, reason: string) => void
}): (platform: string) => void {
  const notes = new Map<string, (reason: string) => void>()
  return (platform) => {
    const note =
      notes.get(platform) ??
      createRefusals({
        ...{ ...options, platform },
        onRefused: (reason) => {
          options.onRefused(platform, reason)
        },
      })
    notes.set(platform, note)
    note('host')
  }
}
