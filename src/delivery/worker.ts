import type { Excess, FetchedFile, Message, Outcome, Reply } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { LeaseLostError, StoppingError, StoreUnavailableError } from '../errors.ts'
import { codeOf, type Log } from '../log.ts'
import type { Platform } from '../platforms/platform.ts'
import type { ClaimedMessage, Lease, Store, StoredOutcome } from '../store/store.ts'
import { admit, within, type Admission } from './admit.ts'
import { backoff } from './backoff.ts'
import type { DeliveryMetrics } from './delivery-metrics.ts'
import { fetchFiles } from './fetch-files.ts'
import { standardLimits, type Limits } from './limits.ts'
import { Loop } from './loop.ts'
import { addressOf, noticeRows, replyRows } from './reply-rows.ts'
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

/** A lease lasts a minute and is renewed three times in it. */
const leaseTime = 60_000
const renewEvery = 20_000
/** Claims that end without a word before a message is given up: it may be killing the process. */
const silentClaims = 3
/**
 * Of a message with files only those claims count in which a reading had begun: sixteen may be claimed and wait for a
 * thread or a download while one of them kills the process. Should something before the reading kill it, this many
 * claims are the last net.
 */
const silentClaimsInAll = 30
/** Recorded faults before a message is given up: the backoff has reached hours by then. */
const recordedFaults = 8
/** Tries of a message that runs into a fault of ours. */
const faultsOfOurs = 3
/** Messages in work at once; reading is limited by its threads, so downloads never queue behind it. */
const width = 16

/** Claims messages, runs the bot on them and commits what comes out, each in one step. */
export class MessageWorker {
  readonly #options: WorkerOptions
  readonly #held = new Map<string, Lease>()
  readonly #loop: Loop
  /** What is held was given back: how it ends is nobody's concern any more. */
  #hasGivenBack = false

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#loop = new Loop({ width, interval: 1_000, take: () => this.#take() })
  }

  start(): void {
    this.#loop.start()
  }

  /** A message may have come. */
  wake(): void {
    this.#loop.wake()
  }

  /** Lets running work end for `graceMs`, then gives the rest back, uncounted. */
  async stop(graceMs: number): Promise<void> {
    if ((await this.#loop.stop(graceMs)) || this.#hasGivenBack) return
    this.#hasGivenBack = true
    await Promise.all([...this.#held.values()].map((lease) => this.#giveBack(lease)))
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

  async #take(): Promise<(() => Promise<void>) | null> {
    const now = this.#options.clock()
    const claimed = await this.#options.store.claimMessage({
      owner: this.#options.owner,
      now,
      leaseUntil: new Date(now.getTime() + leaseTime),
    })
    return claimed === null ? null : () => this.#hold(claimed)
  }

  /** Keeps the lease alive while the message is in work. */
  async #hold(claimed: ClaimedMessage): Promise<void> {
    const { store, clock, log } = this.#options
    const { lease } = claimed
    this.#held.set(lease.key, lease)
    const renewal = setInterval(() => {
      store.renewMessage(lease, new Date(clock().getTime() + leaseTime)).catch((error: unknown) => {
        log.warn('lease not renewed', { reference: referenceOf(lease.key), code: codeOf(error) })
      })
    }, renewEvery)
    try {
      await this.#work(claimed)
    } catch (error) {
      await this.#retryOrGiveUp(claimed, error)
    } finally {
      clearInterval(renewal)
      this.#held.delete(lease.key)
    }
  }

  /** What may pass is waited for; a fault of ours is tried twice more, since nobody should wait hours for its reply. */
  async #retryOrGiveUp(claimed: ClaimedMessage, error: unknown): Promise<void> {
    if (this.#hasGivenBack) return
    if (error instanceof StoppingError) {
      await this.#giveBack(claimed.lease)
      return
    }
    if (error instanceof LeaseLostError) {
      this.#options.log.warn('lease lost', { reference: referenceOf(claimed.lease.key) })
      return
    }
    if (isPassing(error) || claimed.faults + 1 < faultsOfOurs) {
      await this.#postpone(claimed, error)
      return
    }
    try {
      await this.#giveUp(claimed, platformOf(this.#options.platforms, claimed.message.platform))
    } catch (fault) {
      await this.#postpone(claimed, fault)
    }
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
    // Also what is read later: links do not wait.
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

  async #postpone(claimed: ClaimedMessage, error: unknown): Promise<void> {
    const { store, clock, log, random } = this.#options
    const reference = referenceOf(claimed.message.key)
    log.warn('message postponed', { reference, code: codeOf(error), count: claimed.faults + 1 })
    const nextAt = new Date(clock().getTime() + backoff(claimed.faults + 1, random))
    try {
      await store.postponeMessage(claimed.lease, nextAt, codeOf(error))
    } catch (fault) {
      // The store is away: the lease will run out by itself.
      log.warn('message not given back', { reference, code: codeOf(fault) })
    }
  }
}

/** The short number people can quote and administrators can search for. */
export function referenceOf(key: string): string {
  return key.slice(-8)
}

/** Tried often enough: it kills whoever works on it, or what should pass does not. */
function isSpent({ message, attempts, deaths, faults }: ClaimedMessage): boolean {
  if (faults >= recordedFaults || deaths >= silentClaims) return true
  return attempts > (message.attachments.length === 0 ? silentClaims : silentClaimsInAll)
}

/** The store or the network is away: nothing is wrong with the message. */
function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailableError) return true
  return /^(?:E(?:CONN|TIMEDOUT|PIPE|AI_AGAIN|NOTFOUND|HOSTUNREACH|NETUNREACH)|UND_ERR_)/.test(codeOf(error))
}

function platformOf(platforms: ReadonlyMap<string, Platform>, name: string): Platform {
  const platform = platforms.get(name)
  if (platform === undefined) throw new Error(`platform ${name} is not configured`)
  return platform
}
