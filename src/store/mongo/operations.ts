import { StoreUnavailableError } from '../../errors.ts'
import { storeFault } from './mongo-fault.ts'

/** Runs the operations of one store: names their faults, and knows when the last has ended. */
export class Operations {
  readonly #running = new Set<Promise<unknown>>()
  #closed = false

  /** Rejects with StoreUnavailableError where the driver, the network or the server failed. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailableError('数据存储已经关闭')
    const running = work()
    this.#running.add(running)
    try {
      return await running
    } catch (error) {
      throw storeFault(error)
    } finally {
      this.#running.delete(running)
    }
  }

  /** Refuses new operations and waits for those that run. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled(this.#running)
  }
}
