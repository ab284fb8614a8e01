import type { Reply } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { codeOf, type Log } from '../log.ts'
import type { Platform } from '../platforms/platform.ts'
import type { ClaimedReply, Settlement, Store } from '../store/store.ts'
import { backoff } from './backoff.ts'
import type { DeliveryMetrics } from './delivery-metrics.ts'
import { Loop } from './loop.ts'
import { referenceOf } from './reference-of.ts'
import { Slots } from './slots.ts'
import { openTry, replyLease, type Made } from './try.ts'

export interface OutboxOptions {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  /** A reply in words that say that it may be there already; `reference` is what an administrator looks for. */
  readonly repeated: (reply: Reply, reference: string) => Reply
  readonly owner: string
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  readonly metrics: DeliveryMetrics
  /** Milliseconds after which a platform that has not answered counts as one that hangs; 1 s. */
  readonly slowAfter?: number
}

/** Tries of a reply that certainly did not arrive. */
const maxTries = 8
/** A try that may have arrived is repeated after this, and once. */
const uncertainWait = 30_000
const maxUncertain = 2
/** Replies to a platform on their way at once, and with those that hang. */
const width = 16
const most = 128

/** Sends what the outbox holds, in order for each conversation, until the platform says it took it. */
export class Outbox {
  readonly #options: OutboxOptions
  /** Ends of tries that the store has not taken: what was sent must not be sent again. */
  readonly #unnoted = new Map<string, { readonly fence: number; readonly settlement: Settlement }>()
  readonly #slots: Slots
  readonly #loop: Loop

  constructor(options: OutboxOptions) {
    const { slowAfter = 1_000 } = options
    this.#options = options
    this.#slots = new Slots({
      ...{ width, most, slowAfter },
      onAside: () => {
        this.wake()
      },
    })
    this.#loop = new Loop({ interval: 1_000, take: () => this.#take() })
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
    const claimed = await store.claimReply({
      ...{ owner, now, leaseUntil: new Date(now.getTime() + replyLease) },
      exceptPlatforms: this.#slots.full(),
    })
    if (claimed === null) return null
    return () => this.#slots.occupy(claimed.row.to.platform, () => this.#deliver(claimed))
  }

  async #deliver(claimed: ClaimedReply): Promise<void> {
    const { key, fence } = claimed.lease
    const settlement = this.#knownEnd(claimed) ?? (await this.#try(claimed))
    this.#unnoted.set(key, { fence, settlement })
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

  /** How the try before this one ended, where the store does not know; null also where others have tried since. */
  #knownEnd({ lease }: ClaimedReply): Settlement | null {
    const known = this.#unnoted.get(lease.key)
    if (known === undefined) return null
    return known.settlement.kind === 'sent' || known.fence + 1 === lease.fence ? known.settlement : null
  }

  async #try(claimed: ClaimedReply): Promise<Settlement> {
    const { clock, log, metrics, random } = this.#options
    const { row } = claimed
    const early = endedBefore(claimed, clock())
    const { delivery, perhaps } = early ?? (await this.#post(claimed))
    metrics.outbox(row.to.platform, early?.isExpired === true ? 'expired' : delivery.kind)
    if (delivery.kind !== 'sent') {
      log.warn('reply not sent', {
        reference: referenceOf(row.cause),
        platform: row.to.platform,
        state: delivery.kind,
        reason: delivery.reason,
      })
    }
    return early?.settlement ?? settlementOf(claimed, { delivery, perhaps }, clock(), random)
  }

  async #post(claimed: ClaimedReply): Promise<Made> {
    const { row, perhaps } = claimed
    const platform = this.#options.platforms.get(row.to.platform)
    if (platform === undefined) {
      return { delivery: { kind: 'refused', reason: 'platform is not configured' }, perhaps }
    }
    const { attempt, end } = openTry(claimed, this.#options)
    try {
      return end(await platform.send(row.to, row.reply, row.key, attempt))
    } catch (error) {
      // send() promises not to reject; if it does, nobody knows whether the message left.
      return end({ kind: 'unknown', reason: codeOf(error) })
    }
  }
}

/** What one try means for the row; see operations, “Sending”. */
export function settlementOf(
  { attempts }: Pick<ClaimedReply, 'attempts'>,
  { delivery, perhaps }: Made,
  now: Date,
  random: () => number,
): Settlement {
  const { reason } = delivery.kind === 'sent' ? { reason: '' } : delivery
  switch (delivery.kind) {
    case 'sent':
      return { kind: 'sent', at: now, platformMessageId: delivery.platformMessageId ?? null }
    case 'refused':
      return { kind: 'failed', at: now, reason }
    case 'unknown':
      if (perhaps.length >= maxUncertain)
        return { kind: 'failed', at: now, reason: `${reason} (twice uncertain)` }
      return { kind: 'retry', nextAt: after(now, uncertainWait), reason, perhaps }
    case 'later': {
      if (attempts >= maxTries) return { kind: 'failed', at: now, reason }
      const wait = Math.max(delivery.afterMs ?? 0, backoff(attempts, random))
      return { kind: 'retry', nextAt: after(now, wait), reason, perhaps }
    }
  }
}

/**
 * What ends a try before it begins: the reply has lost its use, or the process ended in an earlier try, and it is too
 * early for the one repeat, or that was it. null: it may be sent.
 */
export function endedBefore(
  { row, perhaps }: Pick<ClaimedReply, 'row' | 'perhaps'>,
  now: Date,
): (Made & { readonly settlement: Settlement; readonly isExpired: boolean }) | null {
  const ended = (kind: 'refused' | 'unknown', reason: string, settlement: Settlement) => ({
    ...{ delivery: { kind, reason }, perhaps, settlement },
    isExpired: kind === 'refused',
  })
  if (row.expiresAt <= now) return ended('refused', 'expired', { kind: 'failed', at: now, reason: 'expired' })
  const last = perhaps.at(-1)
  if (last === undefined) return null
  const reason = 'cut off'
  if (perhaps.length >= maxUncertain) {
    return ended('unknown', reason, { kind: 'failed', at: now, reason: `${reason} (twice uncertain)` })
  }
  const nextAt = after(last.at, uncertainWait)
  return now < nextAt ? ended('unknown', reason, { kind: 'retry', nextAt, reason, perhaps }) : null
}

function after(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds)
}
