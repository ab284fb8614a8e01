import type { Excess, Message, Reply } from '../bot.ts'
import type { Clock } from '../clock.ts'
import { codeOf, type Log } from '../log.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Store } from '../store/store.ts'
import { noticeRows } from './reply-rows.ts'
import { isFirstToTell } from './tell-once.ts'

export interface QueueNoticeOptions {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  /** Waiting files beyond which people are told. */
  readonly limit: number
  /** Seconds until one more file is read (Checker). */
  readonly secondsPerFile: () => number
  readonly say: (message: Message, excess: Excess) => Reply
  /** Whether a message's files are taken at all; those of others wait for nothing. */
  readonly takesFiles: (message: Message) => Promise<boolean>
  readonly clock: Clock
  readonly log: Log
  /** Called after a notice was enqueued. */
  readonly onReplies: () => void
}

/** A longer queue is not counted to its end. */
const countedAtMost = 10_000
/** One count serves all that comes within so many milliseconds. */
const countHolds = 1_000

/**
 * Tells who sends a file into a long queue that it is kept and how long it may take. It looks after the message was
 * kept and acknowledged; where it fails nothing but the notice is missing.
 */
export class QueueNotice {
  readonly #options: QueueNoticeOptions
  #counted: { readonly at: number; readonly waiting: Promise<number> } | undefined

  constructor(options: QueueNoticeOptions) {
    this.#options = options
  }

  /** A message was kept. Resolves when it is settled whether its sender is told; never rejects. */
  async consider(message: Message): Promise<void> {
    if (message.attachments.length === 0) return
    try {
      await this.#tell(message)
    } catch (error) {
      this.#options.log.warn('queue not told', { platform: message.platform, code: codeOf(error) })
    }
  }

  async #tell(message: Message): Promise<void> {
    const { store, platforms, limit, secondsPerFile, say, takesFiles, clock, onReplies } = this.#options
    const waiting = await this.#count()
    const platform = platforms.get(message.platform)
    if (waiting <= limit || platform === undefined || !(await takesFiles(message))) return
    if (!(await isFirstToTell(message, 'queue', store))) return
    const minutes = Math.max(1, Math.ceil((waiting * secondsPerFile()) / 60))
    const reply = say(message, { kind: 'queue', waiting, minutes })
    for (const row of await noticeRows(message, reply, platform, clock())) {
      await store.enqueueReply(row, message.receivedAt)
    }
    onReplies()
  }

  async #count(): Promise<number> {
    const now = performance.now()
    if (this.#counted === undefined || now - this.#counted.at > countHolds) {
      this.#counted = { at: now, waiting: this.#options.store.waitingFiles(countedAtMost) }
    }
    return this.#counted.waiting
  }
}
