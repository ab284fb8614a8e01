import { RequestError } from './request-error.ts'

/** What one upload holds of the budget. */
export interface Account {
  /** Resolves once these bytes may be held; rejects with RequestError (503) where that takes too long. */
  readonly take: (bytes: number) => Promise<void>
  /** When it last had to wait, by performance.now(): Infinity while it waits, 0 if it never did. */
  readonly waitedUntil: () => number
  /** Gives everything back; nothing can be taken after it. */
  readonly close: () => void
}

export interface BudgetOptions {
  /** Bytes that all may hold together. */
  readonly shared: number
  /** Milliseconds until one who waits is told to come back later. */
  readonly patience: number
}

interface Waiting {
  readonly holder: symbol
  readonly bytes: number
  readonly grant: () => void
  readonly giveUp: () => void
}

/**
 * Memory that uploads share: each takes of it only what has really arrived. Where `shared` bytes are used up, the one
 * who has waited longest may go beyond them until it closes: so there is always one that comes to its end, and at
 * most `shared` and one upload are in memory.
 */
export class ByteBudget {
  readonly #options: BudgetOptions
  #used = 0
  #privileged: symbol | null = null
  #queue: readonly Waiting[] = []

  constructor(options: BudgetOptions) {
    this.#options = options
  }

  /** For one upload. */
  open(): Account {
    const holder = Symbol('upload')
    let held = 0
    let isClosed = false
    let waitedUntil = 0
    return {
      take: async (bytes) => {
        if (isClosed) throw new RequestError(400, '文件没有传完整，请重新发送')
        const hold = (): void => {
          this.#used += bytes
          held += bytes
        }
        if (this.#isFree(holder, bytes)) {
          hold()
          return
        }
        waitedUntil = Infinity
        await this.#turn(holder, bytes, hold)
        waitedUntil = performance.now()
      },
      waitedUntil: () => waitedUntil,
      close: () => {
        if (isClosed) return
        isClosed = true
        for (const waiting of this.#queue) if (waiting.holder === holder) waiting.giveUp()
        this.#used -= held
        if (this.#privileged === holder) this.#privileged = null
        this.#serve()
      },
    }
  }

  #isFree(holder: symbol, bytes: number): boolean {
    if (this.#privileged === holder) return true
    return this.#queue.length === 0 && this.#used + bytes <= this.#options.shared
  }

  #turn(holder: symbol, bytes: number, hold: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        clearTimeout(timer)
        this.#queue = this.#queue.filter((waiting) => waiting.holder !== holder)
        reject(new RequestError(503, '正在接收的文件太多，请稍等一会儿再发'))
      }
      const timer = setTimeout(giveUp, this.#options.patience)
      const grant = (): void => {
        clearTimeout(timer)
        hold()
        resolve()
      }
      this.#queue = [...this.#queue, { holder, bytes, grant, giveUp }]
      this.#serve()
    })
  }

  #serve(): void {
    for (const { holder, bytes, grant } of this.#queue) {
      if (this.#used + bytes > this.#options.shared) {
        if (this.#privileged !== null) return
        this.#privileged = holder
      }
      this.#queue = this.#queue.slice(1)
      grant()
    }
  }
}
