import type { Reply } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { LeaseLostError } from '../errors.ts'
import { codeOf } from '../log.ts'
import type { Attempt, Delivery } from '../platforms/platform.ts'
import type { ClaimedReply, Store, Tried } from '../store/store.ts'
import { referenceOf } from './reference-of.ts'

/** A reply that is being sent is leased for so long, again from each request that may show it. */
export const replyLease = 60_000

/** One try to send a reply, as its platform sees it and as it ended. */
export interface Try {
  readonly attempt: Attempt
  /** What the platform's word means, with all that may have arrived. */
  readonly end: (delivery: Delivery) => Made
}

/** What came of a try, and which of all tries may have arrived. */
export interface Made {
  readonly delivery: Delivery
  readonly perhaps: readonly Tried[]
}

export interface TryParts {
  readonly store: Pick<Store, 'recordTries'>
  readonly clock: Clock
  readonly repeated: (reply: Reply, reference: string) => Reply
}

/** Opens a try under a claim. */
export function openTry({ lease, row, perhaps }: ClaimedReply, { store, clock, repeated }: TryParts): Try {
  let current: Tried | null = null
  let fault: unknown
  const record = async (next: Tried | null): Promise<void> => {
    const tries = next === null ? perhaps : [...perhaps, next]
    const isHeld = await store.recordTries(lease, tries, new Date(clock().getTime() + replyLease))
    if (!isHeld) throw new LeaseLostError()
    current = next
  }
  return {
    attempt: {
      earlier: perhaps.map(({ way }) => way),
      begin: async (way) => {
        if (way === (current?.way ?? null)) return
        try {
          await record(way === null ? null : { way, at: clock() })
        } catch (error) {
          fault = error
          throw error
        }
      },
      worded: (reply) => (perhaps.length === 0 ? reply : repeated(reply, referenceOf(row.cause))),
    },
    end: (delivery) => {
      // Another way was to be begun, so the one before had come to nothing, and nothing has gone out since.
      if (fault !== undefined) return { delivery: { kind: 'later', reason: codeOf(fault) }, perhaps }
      if (delivery.kind !== 'unknown') return { delivery, perhaps }
      return { delivery, perhaps: [...perhaps, current ?? { way: '', at: clock() }] }
    },
  }
}
