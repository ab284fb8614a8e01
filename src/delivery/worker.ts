import type { Excess, FetchedFile, Message, Outcome, Reply } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { LeaseLostError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Platform } from '../platforms/platform.ts'
import type { ClaimedMessage, Lease, Store, StoredOutcome } from '../store/store.ts'
import { admit, within, type Admission } from './admit.ts'
import type { DeliveryMetrics } from './delivery-metrics.ts'
import { fetchFiles } from './fetch-files.ts'
import { HeldLeases, leaseTime } from './held-leases.ts'
import { standardLimits, type Limits } from './limits.ts'
import { Loop } from './loop.ts'
import { isSpent, silentClaims } from './patience.ts'
import { referenceOf } from './reference-of.ts'
import { addressOf, noticeRows, replyRows } from './reply-rows.ts'
import { Slots } from './slots.ts'
import { isFirstToTell } from './tell-once.ts'

/** What the worker and the reading of files have to tell each other about one claim. */
export interface Reading {
  /** To be awaited before a file is read. Rejects with LeaseLostError where somebody else works on the message. */
  readonly begin: (sha256: string) => Promise<void>
  /** True where an earlier reading of this message may have ended its process. */
  readonly isSuspect: boolean
}

export interface WorkerOptions {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  /** The bot: from a message and its files to what is to happen. */
  readonly respond: (message: Message, files: readonly FetchedFile[], reading: Reading) => Promise<Outcome>
  /** What is said when a message cannot be worked on; `reference` is what an administrator looks for. */
  readonly apologise: (message: Message, reference: string, code: 'internal' | 'reader_died') => Reply
  /** What is said when it is too much at once. */
  readonly sayTooMuch: (message: Message, excess: Excess) => Reply
  /** Remembers that a file must not be read again: reading it ended the process more than once. */
  readonly quarantine: (sha256: string) => Promise<void>
  readonly limitsOf?: (message: Message) => Limits
  /** Whether a message's files may be fetched; else it is answered without them. Absent: all may. */
  readonly takesFiles?: (message: Message) => Promise<boolean>
  readonly owner: string
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  readonly metrics: DeliveryMetrics
  /** Called after an outcome was committed, so that its replies leave at once. */
  readonly onReplies: () => void
}

/**
 * Milliseconds for which a message waits for the files of the one before it in its conversation: as a rule they are there
 * by then, and who asks about a report that they have just sent is answered out of it. A download that takes longer
 * hangs, or is tried again, and holds up nobody.
 */
const patienceForFiles = 5_000

/** Messages of each kind in work at once. Reading is limited by its threads: what is waiting for one holds up no question. */
const width = 16

/** Claims messages whose attachments are there, runs the bot on them and commits what comes out, each in one step. */
export class MessageWorker {
  readonly #options: WorkerOptions
  readonly #leases: HeldLeases
  readonly #slots = new Slots({ width })
  /** One for each kind: however many questions come, a file finds its reader, and the other way round. */
  readonly #loops: readonly Loop[]
  /** When it began, or began again after the store had been away: files that came before were not fetched meanwhile. */
  #resumedAt = new Date(0)

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#leases = new HeldLeases(options)
    this.#loops = kinds.map((kind) => new Loop({ interval: 1_000, take: () => this.#take(kind) }))
  }

  start(): void {
    this.#resumedAt = this.#options.clock()
    for (const loop of this.#loops) loop.start()
  }

  /** A message may have come. */
  wake(): void {
    for (const loop of this.#loops) loop.wake()
  }

  /** Lets running work end for `graceMs`, then gives the rest back, uncounted. */
  async stop(graceMs: number): Promise<void> {
    const ended = await Promise.all(this.#loops.map((loop) => loop.stop(graceMs)))
    if (ended.includes(false)) await this.#leases.giveBackAll()
  }

  async #take(kind: Kind): Promise<(() => Promise<void>) | null> {
    const { store, owner, clock } = this.#options
    if (this.#slots.full().includes(kind)) return null
    const now = clock()
    const leaseUntil = new Date(now.getTime() + leaseTime)
    const claim = { owner, now, leaseUntil, kind, fetchedSince: this.#fetchedSince(now) }
    const claimed = await store.claimMessage(claim).catch((error: unknown) => {
      this.#resumedAt = now
      throw error
    })
    return claimed === null ? null : () => this.#slots.occupy(kind, () => this.#hold(claimed))
  }

  #fetchedSince(now: Date): Date {
    const running = now.getTime() - this.#resumedAt.getTime()
    const isResuming = running >= 0 && running < patienceForFiles
    return new Date(isResuming ? 0 : now.getTime() - patienceForFiles)
  }

  #hold(claimed: ClaimedMessage): Promise<void> {
    return this.#leases.work(
      claimed,
      () => this.#work(claimed),
      () => this.#giveUp(claimed, platformOf(this.#options.platforms, claimed.message.platform)),
    )
  }

  async #work(claimed: ClaimedMessage): Promise<void> {
    const { lease, message } = claimed
    const platform = platformOf(this.#options.platforms, message.platform)
    if (isSpent(claimed)) {
      await this.#giveUp(claimed, platform)
      return
    }
    const admission = await this.#admit(message, platform)
    if (admission.kind === 'refused') {
      await this.#refuse(claimed, admission, platform)
      return
    }
    const isBarred = !(await this.#takesFiles(message))
    const files = isBarred ? [] : (claimed.files ?? (await this.#fetch(claimed, platform)))
    if (admission.kind === 'later' && !isBarred) {
      await this.#putOff(claimed, admission, platform)
      return
    }
    const outcome = await this.#options.respond(message, files, this.#readingOf(claimed))
    await this.#commit(lease, {
      state: 'done',
      reports: outcome.reports ?? [],
      failures: outcome.failures ?? [],
      replies: await replyRows(message, outcome.replies, platform, this.#options.clock()),
      memory: outcome.memory,
      binding: outcome.binding,
      at: this.#options.clock(),
    })
  }

  async #admit(message: Message, platform: Platform): Promise<Admission> {
    const { store, clock, limitsOf } = this.#options
    const limits = limitsOf?.(message) ?? standardLimits
    const answersUntil = platform.answersUntil?.(addressOf(message)) ?? null
    return within(answersUntil, await admit(message, store, limits, clock()))
  }

  async #takesFiles(message: Message): Promise<boolean> {
    const { takesFiles } = this.#options
    return message.attachments.length === 0 || takesFiles === undefined || takesFiles(message)
  }

  #readingOf({ lease, deaths }: ClaimedMessage): Reading {
    return {
      begin: async (sha256) => {
        if (!(await this.#options.store.beginReading(lease, sha256))) throw new LeaseLostError()
      },
      isSuspect: deaths > 0,
    }
  }

  /** Ends a message with the word that it is too much: no message stays without a reply. */
  async #refuse(
    { lease, message }: ClaimedMessage,
    { excess }: Extract<Admission, { kind: 'refused' }>,
    platform: Platform,
  ): Promise<void> {
    const { clock, log, sayTooMuch } = this.#options
    log.warn('message refused', { reference: referenceOf(message.key), reason: excess.kind })
    await this.#commit(lease, {
      ...{ state: 'done', reports: [], failures: [], memory: undefined, binding: undefined, at: clock() },
      replies: await replyRows(message, [sayTooMuch(message, excess)], platform, clock()),
    })
  }

  /** Gives a message back until its hour comes; its sender is told at the first of them. */
  async #putOff(
    { lease, message }: ClaimedMessage,
    { until, excess }: Extract<Admission, { kind: 'later' }>,
    platform: Platform,
  ): Promise<void> {
    const { store, clock, log, sayTooMuch, onReplies } = this.#options
    if (await isFirstToTell(message, excess.kind, store)) {
      for (const row of await noticeRows(message, sayTooMuch(message, excess), platform, clock())) {
        await store.enqueueReply(row, message.receivedAt)
      }
      onReplies()
    }
    log.info('message put off', { reference: referenceOf(message.key), reason: excess.kind })
    await store.deferMessage(lease, until)
  }

  /** What the first stage (Downloads) could not fetch, for a last try before it is given up. */
  async #fetch(claimed: ClaimedMessage, platform: Platform): Promise<readonly FetchedFile[]> {
    const files = await fetchFiles(claimed.message.attachments, platform, this.#options.store)
    if (files.length > 0) await this.#options.store.recordFiles(claimed.lease, files)
    return files
  }

  /** Gives a message up, with a word to its sender; the file that it died of is not read again. */
  async #giveUp(claimed: ClaimedMessage, platform: Platform): Promise<void> {
    const { clock, log, metrics, apologise, quarantine } = this.#options
    const { lease, message } = claimed
    const reference = referenceOf(message.key)
    const deadly = claimed.deaths >= silentClaims ? claimed.lastRead : null
    const code = deadly === null ? 'internal' : 'reader_died'
    if (deadly !== null) await quarantine(deadly)
    log.error('message given up', { reference, platform: message.platform, count: claimed.attempts })
    metrics.dead()
    await this.#commit(lease, {
      state: 'dead',
      reports: [],
      failures: (claimed.files ?? []).flatMap((fetched) =>
        fetched.kind === 'fetched'
          ? [{ file: fetched.file, code: fetched.file.sha256 === deadly ? code : 'internal' }]
          : [],
      ),
      replies: await replyRows(message, [apologise(message, reference, code)], platform, clock()),
      memory: undefined,
      binding: undefined,
      at: clock(),
    })
  }

  async #commit(lease: Lease, outcome: StoredOutcome): Promise<void> {
    const result = await this.#options.store.commitOutcome(lease, outcome)
    if (result === 'committed') this.#options.onReplies()
    else this.#options.log.warn('lease lost, outcome dropped', { reference: referenceOf(lease.key) })
  }
}

const kinds = ['texts', 'files'] as const
type Kind = (typeof kinds)[number]

function platformOf(platforms: ReadonlyMap<string, Platform>, name: string): Platform {
  const platform = platforms.get(name)
  if (platform === undefined) throw new Error(`platform ${name} is not configured`)
  return platform
}
