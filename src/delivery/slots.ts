export interface SlotsOptions {
  /** Pieces of work of one name that run side by side. */
  readonly width: number
  /** Milliseconds after which a piece steps aside: whatever takes so long waits for somebody else. Absent: never. */
  readonly slowAfter?: number
  /** Pieces of one name at most, those that stepped aside among them; absent: `width`. */
  readonly most?: number
  /** A piece has stepped aside, so there may be room again. */
  readonly onAside?: () => void
}

/**
 * Places for pieces of work, so many for each name (a platform, a person): who is full holds up nobody else, and what
 * hangs makes room after a moment.
 */
export class Slots {
  readonly #options: SlotsOptions
  readonly #held = new Map<string, { all: number; quick: number }>()

  constructor(options: SlotsOptions) {
    this.#options = options
  }

  /** The names that have no room now. */
  full(): readonly string[] {
    const { width, most = width } = this.#options
    return [...this.#held].filter(([, { all, quick }]) => quick >= width || all >= most).map(([name]) => name)
  }

  /** Does a piece of work in a place of this name, which is taken from this call on. */
  async occupy(name: string, work: () => Promise<void>): Promise<void> {
    const { slowAfter, onAside } = this.#options
    const held = this.#held.get(name) ?? { all: 0, quick: 0 }
    this.#held.set(name, held)
    held.all += 1
    held.quick += 1
    let quick = 1
    const stepAside = (): void => {
      quick = 0
      held.quick -= 1
      onAside?.()
    }
    const timer = slowAfter === undefined ? undefined : setTimeout(stepAside, slowAfter)
    try {
      await work()
    } finally {
      clearTimeout(timer)
      held.all -= 1
      held.quick -= quick
      if (held.all === 0) this.#held.delete(name)
    }
  }
}
