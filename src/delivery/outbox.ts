import type { Clock } from '../clock.ts'
import { codeOf, type Log } from '../log.ts'
import type { Delivery, Platform } from '../platforms/platform.ts'
import type { ClaimedReply, ReplyToSend, Settlement, Store } from '../store/store.ts'
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

const leaseTime = 60_000
/** Tries of a reply that certainly did not arrive. */
const maxTries = 8
/** A try that may have arrived is repeated once, after this. */
const uncertainWait = 30_000
const width = 8

/** Sends what the outbox holds, in order for each conversation, until the platform says it took it. */
export class Outbox {
  readonly #options: OutboxOptions
  /** Sent, but not yet noted: bookkeeping that fails must not send again. */
  readonly #unnoted = new Map<string, Settlement>()
  readonly #loop: Loop

  constructor(options: OutboxOptions) {
    this.#options = options
    this.#loop = new Loop({ width, interval: 1_000, take: () => this.#take() })
  }

  start(): void {
    this.#loop.start()
  }

  /** A reply may have been enqueued. */
  wake(): void {
    this.#loop.wake()
  }

  /** Lets what is being sent end for `graceMs`; the rest stays in the outbox. */
  async stop(graceMs: number): Promise<void> {
    await this.#loop.stop(graceMs)
  }

  async #take(): Promise<(() => Promise<void>) | null> {
    const { store, clock, owner } = this.#options
    const now = clock()
    const claimed = await store.claimReply({ owner, now, leaseUntil: new Date(now.getTime() + leaseTime) })
    return claimed === null ? null : () => this.#deliver(claimed)
  }

  async #deliver(claimed: ClaimedReply): Promise<void> {
    const { key } = claimed.lease
    const settlement = this.#unnoted.get(key) ?? (await this.#try(claimed))
    if (settlement.kind === 'sent') this.#unnoted.set(key, settlement)
    try {
      await this.#options.store.settleReply(claimed.lease, settlement)
      this.#unnoted.delete(key)
    } catch (error) {
      this.#options.log.warn('sending not noted', {
        reference: referenceOf(claimed.row.cause),
        code: codeOf(error),
      })
    }
  }

  async #try(claimed: ClaimedReply): Promise<Settlement> {
    const { clock, log, metrics, random } = this.#options
    const { row } = claimed
    const isExpired = row.expiresAt <= clock()
    const delivery: Delivery = isExpired ? { kind: 'refused', reason: 'expired' } : await this.#post(row)
    metrics.outbox(row.to.platform, isExpired ? 'expired' : delivery.kind)
    if (delivery.kind !== 'sent') {
      log.warn('reply not sent', {
        reference: referenceOf(row.cause),
        platform: row.to.platform,
        state: delivery.kind,
        reason: delivery.reason,
      })
    }
    return settlementOf(claimed, delivery, clock(), random)
  }

  async #post(row: ReplyToSend): Promise<Delivery> {
    const platform = this.#options.platforms.get(row.to.platform)
    if (platform === undefined) return { kind: 'refused', reason: 'platform is not configured' }
    try {
      return await platform.send(row.to, row.reply, row.key)
    } catch (error) {
      // send() promises not to reject; if it does, nobody knows whether the message left.
      return { kind: 'unknown', reason: codeOf(error) }
    }
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
