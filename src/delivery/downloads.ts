import type { Message } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { LeaseLostError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Platform } from '../platforms/platform.ts'
import { personOf } from '../store/lane.ts'
import type { ClaimedMessage, Store } from '../store/store.ts'
import { admit } from './admit.ts'
import { fetchFiles } from './fetch-files.ts'
import { HeldLeases, leaseTime } from './held-leases.ts'
import { standardLimits, type Limits } from './limits.ts'
import { Loop } from './loop.ts'
import { isSpent } from './patience.ts'
import { Slots } from './slots.ts'

export interface DownloadsOptions {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  readonly limitsOf?: (message: Message) => Limits
  /** Whether a message's files may be fetched; absent: all may. */
  readonly takesFiles?: (message: Message) => Promise<boolean>
  readonly owner: string
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  /** Called when the attachments of a message are there, or will not be: it can be worked on. */
  readonly onFetched: () => void
  /** Milliseconds after which a download counts as one that hangs; 3 s. */
  readonly slowAfter?: number
}

/** Downloads of a platform at once, and with those that hang; a file may have 20 MB. */
const width = 16
const most = 64
/** Downloads of one sender at once, whoever hangs. */
const ofOnePerson = 4

/**
 * The first stage of the work on a message: brings its attachments into the store. Links live minutes, so nothing waits
 * here for its turn in its conversation, for a reader or for another platform.
 */
export class Downloads {
  readonly #options: DownloadsOptions
  readonly #leases: HeldLeases
  readonly #platforms: Slots
  readonly #people = new Slots({ width: ofOnePerson })
  readonly #loop: Loop

  constructor(options: DownloadsOptions) {
    const { slowAfter = 3_000 } = options
    this.#options = options
    this.#leases = new HeldLeases(options)
    this.#platforms = new Slots({
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

  /** A message with attachments may have come. */
  wake(): void {
    this.#loop.wake()
  }

  /** Lets running downloads end for `graceMs`, then gives the rest back, uncounted. */
  async stop(graceMs: number): Promise<void> {
    if (!(await this.#loop.stop(graceMs))) await this.#leases.giveBackAll()
  }

  async #take(): Promise<(() => Promise<void>) | null> {
    const { store, owner, clock } = this.#options
    const now = clock()
    const claimed = await store.claimDownload({
      ...{ owner, now, leaseUntil: new Date(now.getTime() + leaseTime) },
      ...{ exceptPlatforms: this.#platforms.full(), exceptPeople: this.#people.full() },
    })
    if (claimed === null) return null
    const { message } = claimed
    const work = (): Promise<void> =>
      this.#leases.work(
        claimed,
        () => this.#fetch(claimed),
        () => this.#end(claimed, null),
      )
    return () => this.#platforms.occupy(message.platform, () => this.#people.occupy(personOf(message), work))
  }

  /** What is given up or too much is not fetched: the work on the message finds so as well, and says so. */
  async #fetch(claimed: ClaimedMessage): Promise<void> {
    const { store, platforms } = this.#options
    const { message } = claimed
    const platform = platforms.get(message.platform)
    const isWanted = platform !== undefined && !isSpent(claimed) && (await this.#isAdmitted(message))
    await this.#end(claimed, isWanted ? await fetchFiles(message.attachments, platform, store) : null)
  }

  async #isAdmitted(message: Message): Promise<boolean> {
    const { store, limitsOf, takesFiles, clock } = this.#options
    if (takesFiles !== undefined && !(await takesFiles(message))) return false
    const admission = await admit(message, store, limitsOf?.(message) ?? standardLimits, clock())
    return admission.kind !== 'refused'
  }

  async #end({ lease }: ClaimedMessage, files: Parameters<Store['endDownload']>[1]): Promise<void> {
    if (!(await this.#options.store.endDownload(lease, files))) throw new LeaseLostError()
    this.#options.onFetched()
  }
}
