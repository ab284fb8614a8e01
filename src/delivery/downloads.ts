import type { Message } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { LeaseLostError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Platform } from '../platforms/platform.ts'
import { personOf } from '../store/lane.ts'
import type { ClaimedMessage, Store } from '../store/store.ts'
import { admit } from './admit.ts'
import { backoff } from './backoff.ts'
import { fetchFiles } from './fetch-files.ts'
import { HeldLeases, leaseTime } from './held-leases.ts'
import { standardLimits, type Limits } from './limits.ts'
import { Loop } from './loop.ts'
import { nextDownload } from './next-download.ts'
import { isDeadly } from './patience.ts'
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
  /** Called when a try has ended: the message, or what waited behind it, can be worked on. */
  readonly onTried: () => void
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
    this.#leases = new HeldLeases({
      ...options,
      nextTry: (claimed) => this.#nextTry(claimed) ?? this.#soon(),
    })
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
    const { store, owner, clock, onTried } = this.#options
    const now = clock()
    const claimed = await store.claimDownload({
      ...{ owner, now, leaseUntil: new Date(now.getTime() + leaseTime) },
      ...{ exceptPlatforms: this.#platforms.full(), exceptPeople: this.#people.full() },
    })
    if (claimed === null) return null
    const { message } = claimed
    const work = (): Promise<void> =>
      this.#leases
        .work(
          claimed,
          () => this.#fetch(claimed),
          () => this.#end(claimed, null),
        )
        .finally(onTried)
    return () => this.#platforms.occupy(message.platform, () => this.#people.occupy(personOf(message), work))
  }

  /** What is given up or too much is not fetched: the work on the message finds so as well, and says so. */
  async #fetch(claimed: ClaimedMessage): Promise<void> {
    const { store, platforms } = this.#options
    const { message } = claimed
    const platform = platforms.get(message.platform)
    const isWanted = platform !== undefined && !isDeadly(claimed) && (await this.#isAdmitted(message))
    if (!isWanted) {
      await this.#end(claimed, null)
      return
    }
    const isTriedAgain = (): boolean => this.#nextTry(claimed) !== null
    await this.#end(claimed, await fetchFiles(message.attachments, platform, store, isTriedAgain))
  }

  /** After a fault; null: the download is given up. */
  #nextTry({ message, faults }: ClaimedMessage): Date | null {
    const { platforms, clock, random } = this.#options
    const { attachments, receivedAt } = message
    const platform = platforms.get(message.platform)
    const ends = attachments.map((attachment) => platform?.linkEnd?.(attachment, receivedAt)?.getTime())
    const until = Math.min(...ends.filter((end) => end !== undefined))
    return nextDownload({
      ...{ faults: faults + 1, receivedAt, now: clock(), random: random() },
      until: Number.isFinite(until) ? new Date(until) : null,
    })
  }

  /** What is not the host's fault is not given up for a link that has ended. */
  #soon(): Date {
    const { clock, random } = this.#options
    return new Date(clock().getTime() + backoff(3, random))
  }

  async #isAdmitted(message: Message): Promise<boolean> {
    const { store, limitsOf, takesFiles, clock } = this.#options
    if (takesFiles !== undefined && !(await takesFiles(message))) return false
    const admission = await admit(message, store, limitsOf?.(message) ?? standardLimits, clock())
    return admission.kind !== 'refused'
  }

  async #end({ lease }: ClaimedMessage, files: Parameters<Store['endDownload']>[1]): Promise<void> {
    if (!(await this.#options.store.endDownload(lease, files))) throw new LeaseLostError()
  }
}
