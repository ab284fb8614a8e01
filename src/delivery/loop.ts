export interface LoopOptions {
  /** Milliseconds between looks when nobody wakes the loop. */
  readonly interval: number
  /** Claims the next piece of work, or null where there is none or no room for it. The work itself never rejects. */
  readonly take: () => Promise<(() => Promise<void>) | null>
}

/** Does pieces of work as they come: woken when there may be some, and looking by itself now and then. */
export class Loop {
  readonly #options: LoopOptions
  readonly #running = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #looking = false
  #look: Promise<void> = Promise.resolve()
  #lookAgain = false
  #stopped = true

  constructor(options: LoopOptions) {
    this.#options = options
  }

  start(): void {
    this.#stopped = false
    this.#timer = setInterval(() => {
      this.wake()
    }, this.#options.interval)
    this.wake()
  }

  /** Something may have come. */
  wake(): void {
    if (this.#stopped) return
    if (this.#looking) this.#lookAgain = true
    // A take that fails (the store is away) is tried again at the next interval.
    else this.#look = this.#lookForWork().catch(() => undefined)
  }

  /** Takes nothing new; true when all that ran has ended within `graceMs`. */
  async stop(graceMs: number): Promise<boolean> {
    this.#stopped = true
    clearInterval(this.#timer)
    let grace: NodeJS.Timeout | undefined
    const over = new Promise<boolean>((resolve) => {
      grace = setTimeout(() => {
        resolve(false)
      }, graceMs)
    })
    // What is being claimed at this moment runs as well.
    const ended = this.#look.then(() => Promise.all(this.#running)).then(() => true)
    const all = await Promise.race([ended, over])
    clearTimeout(grace)
    return all
  }

  async #lookForWork(): Promise<void> {
    this.#looking = true
    try {
      do {
        this.#lookAgain = false
        await this.#fill()
      } while (this.#mustLookAgain())
    } finally {
      this.#looking = false
    }
  }

  async #fill(): Promise<void> {
    while (!this.#stopped) {
      const work = await this.#options.take()
      if (work === null) return
      const run = work().finally(() => {
        this.#running.delete(run)
        this.wake()
      })
      this.#running.add(run)
    }
  }

  #mustLookAgain(): boolean {
    return this.#lookAgain && !this.#stopped
  }
}
