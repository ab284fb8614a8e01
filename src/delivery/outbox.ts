import type { Clock } from '../clock.ts'
import { codeOf, type Log } from '../log.ts'
import type { Delivery, Platform } from '../platforms/platform.ts'
import type { ClaimedReply, Settlement, Store } from '../store/store.ts'
import { backoff } from './backoff.ts'
import type { DeliveryMetrics } from './delivery-metrics.ts'
import { Loop } from './loop.ts'
import { referenceOf } from './worker.ts'

export interface OutboxOptions {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  readonly owner: string
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  readonly metrics: DeliveryMetrics
}

export interface Outbox {
  readonly start: () => void
  readonly wake: () => void
  readonly stop: (graceMs: number) => Promise<void>
}

const leaseTime = 60_000
/** Tries of a reply that certainly did not arrive. */
const maxTries = 8
/** A try that may have arrived is repeated once, after this. */
const uncertainWait = 30_000
const width = 8

/** Sends what the outbox holds, in order for each conversation, until the platform says it took it. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, clock, log } = options
  /** Sent, but not yet noted: bookkeeping that fails must not send again. */
  const unnoted = new Map<string, Settlement>()

  const take = async (): Promise<(() => Promise<void>) | null> => {
    const now = clock()
    const claimed = await store.claimReply({
      owner: options.owner,
      now,
      leaseUntil: new Date(now.getTime() + leaseTime),
    })
    return claimed === null ? null : () => deliver(claimed)
  }

  const deliver = async (claimed: ClaimedReply): Promise<void> => {
    const { key } = claimed.lease
    const settlement =
      unnoted.get(key) ?? settlementOf(claimed, await attempt(claimed), clock(), options.random)
    if (settlement.kind === 'sent') unnoted.set(key, settlement)
    options.metrics.sent(claimed.row.to.platform, settlement.kind)
    if (settlement.kind !== 'sent') {
      log.warn('reply not sent', {
        reference: referenceOf(claimed.row.cause),
        platform: claimed.row.to.platform,
        state: settlement.kind,
        reason: settlement.reason,
      })
    }
    try {
      await store.settleReply(claimed.lease, settlement)
      unnoted.delete(key)
    } catch (error) {
      log.warn('sending not noted', { reference: referenceOf(claimed.row.cause), code: codeOf(error) })
    }
  }

  const attempt = async (claimed: ClaimedReply): Promise<Delivery> => {
    const { row } = claimed
    const platform = options.platforms.get(row.to.platform)
    if (platform === undefined) return { kind: 'refused', reason: 'platform is not configured' }
    if (row.expiresAt <= clock()) return { kind: 'refused', reason: 'expired' }
    try {
      return await platform.send(row.to, row.reply, row.key)
    } catch (error) {
      // send() promises not to reject; if it does, nobody knows whether the message left.
      return { kind: 'unknown', reason: codeOf(error) }
    }
  }

  const loop = new Loop({ width, interval: 1_000, take })
  return {
    start: () => {
      loop.start()
    },
    wake: () => {
      loop.wake()
    },
    stop: async (graceMs) => {
      await loop.stop(graceMs)
    },
  }
}

/** What one try means for the row; see operations, “Sending”. */
export function settlementOf(
  claimed: Pick<ClaimedReply, 'attempts' | 'uncertain'>,
  delivery: Delivery,
  now: Date,
  random: () => number,
): Settlement {
  switch (delivery.kind) {
    case 'sent':
      return { kind: 'sent', at: now, platformMessageId: delivery.platformMessageId ?? null }
    case 'refused':
      return { kind: 'failed', at: now, reason: delivery.reason }
    case 'unknown':
      if (claimed.uncertain)
        return { kind: 'failed', at: now, reason: `${delivery.reason} (twice uncertain)` }
      return {
        kind: 'retry',
        nextAt: new Date(now.getTime() + uncertainWait),
        reason: delivery.reason,
        uncertain: true,
      }
    case 'later': {
      if (claimed.attempts >= maxTries) return { kind: 'failed', at: now, reason: delivery.reason }
      const wait = Math.max(delivery.afterMs ?? 0, backoff(claimed.attempts, random))
      return {
        kind: 'retry',
        nextAt: new Date(now.getTime() + wait),
        reason: delivery.reason,
        uncertain: claimed.uncertain,
      }
    }
  }
}
