import { StoreUnavailableError } from '../../errors.ts'
import { isAway, storeFault } from './mongo-fault.ts'
import { TimeLimitError, within } from '../../time-limit.ts'

/** The line to the server, as far as operations need to know it. */
export interface Link {
  /** Whether the driver sees a server that takes operations. */
  readonly isUp: () => boolean
  /** Starts over with a new client. */
  readonly renew: () => Promise<void>
}

/** Milliseconds for one operation, whatever the driver waits for. */
const operationLimit = 10_000
/** While the server is away one operation in so many milliseconds tries whether it is back. */
const probeEvery = 1_000
/** After so many milliseconds without one success the client itself is in doubt. */
const renewAfter = 5_000
/** Milliseconds for which closing waits for operations that run. */
const closeLimit = 1_000

/**
 * Runs the operations of one store: names their faults, and knows when the last has ended. While the server is away
 * they fail at once, all but one a second; where it stays away the client is renewed.
 */
export class Operations {
  readonly #link: Link
  readonly #running = new Set<Promise<unknown>>()
  #closed = false
  #succeededAt = performance.now()
  /** Since when no operation found a server; undefined: the last one did. */
  #awaySince: number | undefined
  #probedAt = -Infinity
  #isRenewing = false

  constructor(link: Link) {
    this.#link = link
  }

  /**
   * Rejects with StoreUnavailableError where the driver, the network or the server failed, and after `limit`
   * milliseconds: what the work does then is ignored.
   */
  async run<T>(work: () => Promise<T>, limit = operationLimit): Promise<T> {
    if (this.#closed) throw new StoreUnavailableError('数据存储已经关闭')
    this.#refuseWhileAway()
    const began = performance.now()
    const running = within(limit, work())
    this.#running.add(running)
    try {
      const result = await running
      this.#succeededAt = performance.now()
      this.#awaySince = undefined
      return result
    } catch (error) {
      const isLate = error instanceof TimeLimitError
      // What others have done since says more than this one's wait.
      if ((isLate || isAway(error)) && this.#succeededAt < began) this.#wentAway()
      throw isLate ? new StoreUnavailableError('MongoDB 没有按时应答', { cause: error }) : storeFault(error)
    } finally {
      this.#running.delete(running)
    }
  }

  /** Refuses new operations and waits for those that run, a second at most. */
  async close(): Promise<void> {
    this.#closed = true
    await within(closeLimit, Promise.allSettled(this.#running)).catch(() => undefined)
  }

  #refuseWhileAway(): void {
    const now = performance.now()
    const isAway =
      this.#awaySince !== undefined || (!this.#link.isUp() && now - this.#succeededAt > probeEvery)
    if (!isAway) return
    if (now - this.#probedAt < probeEvery)
      throw new StoreUnavailableError('数据暂时无法读写：连接不上 MongoDB')
    this.#probedAt = now
  }

  #wentAway(): void {
    this.#awaySince ??= performance.now()
    // Those that took turns behind this one shall not wait as long, one after the other.
    this.#probedAt = performance.now()
    if (this.#closed || this.#isRenewing || performance.now() - this.#awaySince < renewAfter) return
    this.#isRenewing = true
    void this.#renew()
  }

  async #renew(): Promise<void> {
    try {
      await this.#link.renew()
    } catch {
      // The server is away indeed: the next attempt comes as long after this one.
      this.#awaySince = performance.now()
    } finally {
      this.#isRenewing = false
    }
  }
}
