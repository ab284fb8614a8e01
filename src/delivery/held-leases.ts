import type { Clock } from '../clock.ts'
import { LeaseLostError, StoppingError } from '../errors.ts'
import { codeOf, type Log } from '../log.ts'
import type { ClaimedMessage, Lease, Store } from '../store/store.ts'
import { backoff } from './backoff.ts'
import { isWorthRetry } from './patience.ts'
import { referenceOf } from './reference-of.ts'

export interface HeldLeasesOptions {
  readonly store: Pick<Store, 'renewMessage' | 'postponeMessage'>
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  /** When what failed and may pass is tried again; absent: by the usual backoff. */
  readonly nextTry?: (claimed: ClaimedMessage) => Date
}

/** A lease on a message lasts a minute and is renewed three times in it. */
export const leaseTime = 60_000
const renewEvery = 20_000

/** The leases on messages that a stage of the work holds: kept alive while it lasts, given back where it ends badly. */
export class HeldLeases {
  readonly #options: HeldLeasesOptions
  readonly #held = new Map<string, Lease>()
  /** What is held was given back: how it ends is nobody's concern any more. */
  #hasGivenBack = false

  constructor(options: HeldLeasesOptions) {
    this.#options = options
  }

  /**
   * Does the work on a claimed message under its lease; never rejects. What fails and may pass is postponed; `giveUp`
   * is for what will not.
   */
  async work(claimed: ClaimedMessage, work: () => Promise<void>, giveUp: () => Promise<void>): Promise<void> {
    const { store, clock, log } = this.#options
    const { lease } = claimed
    this.#held.set(lease.key, lease)
    const renewal = setInterval(() => {
      store.renewMessage(lease, new Date(clock().getTime() + leaseTime)).catch((error: unknown) => {
        log.warn('lease not renewed', { reference: referenceOf(lease.key), code: codeOf(error) })
      })
    }, renewEvery)
    try {
      await work()
    } catch (error) {
      await this.#failed(claimed, error, giveUp)
    } finally {
      clearInterval(renewal)
      this.#held.delete(lease.key)
    }
  }

  /** Gives back what is held, uncounted: the program stops. */
  async giveBackAll(): Promise<void> {
    if (this.#hasGivenBack) return
    this.#hasGivenBack = true
    await Promise.all([...this.#held.values()].map((lease) => this.#giveBack(lease)))
  }

  async #failed(claimed: ClaimedMessage, error: unknown, giveUp: () => Promise<void>): Promise<void> {
    if (this.#hasGivenBack) return
    if (error instanceof StoppingError) {
      await this.#giveBack(claimed.lease)
      return
    }
    if (error instanceof LeaseLostError) {
      this.#options.log.warn('lease lost', { reference: referenceOf(claimed.lease.key) })
      return
    }
    if (isWorthRetry(error, claimed)) {
      await this.#postpone(claimed, error)
      return
    }
    try {
      await giveUp()
    } catch (fault) {
      await this.#postpone(claimed, fault)
    }
  }

  async #giveBack(lease: Lease): Promise<void> {
    const { store, clock, log } = this.#options
    try {
      await store.postponeMessage(lease, clock(), 'stopping', false)
    } catch (error) {
      // It is freed at the next start, or when its lease runs out.
      log.warn('message not given back', { reference: referenceOf(lease.key), code: codeOf(error) })
    }
  }

  async #postpone(claimed: ClaimedMessage, error: unknown): Promise<void> {
    const { store, clock, log, random, nextTry } = this.#options
    const { lease, faults } = claimed
    const reference = referenceOf(lease.key)
    log.warn('message postponed', { reference, code: codeOf(error), count: faults + 1 })
    const nextAt = nextTry?.(claimed) ?? new Date(clock().getTime() + backoff(faults + 1, random))
    try {
      await store.postponeMessage(lease, nextAt, codeOf(error))
    } catch (fault) {
      // The store is away: the lease will run out by itself.
      log.warn('message not given back', { reference, code: codeOf(fault) })
    }
  }
}
