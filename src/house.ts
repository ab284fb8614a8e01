import type { FetchedFile, Message, Outcome } from './bot.ts'
import type { Clock } from './clock.ts'
import type { Links } from './console/links.ts'
import { Downloads } from './delivery/downloads.ts'
import { createInbox, type Inbox } from './delivery/inbox.ts'
import { coordinatorLimits, standardLimits } from './delivery/limits.ts'
import { Outbox } from './delivery/outbox.ts'
import { QueueNotice } from './delivery/queue-notice.ts'
import { createReplyDesk } from './delivery/reply-desk.ts'
import { noticeRow } from './delivery/reply-rows.ts'
import { openSpill } from './delivery/spill.ts'
import { MessageWorker, type Reading, type WorkerOptions } from './delivery/worker.ts'
import { startHousekeeping } from './housekeeping.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Notice } from './platforms/index.ts'
import type { Platform, PlatformFiles, ReplyDesk, SharedMarks } from './platforms/platform.ts'
import type { Store } from './store/store.ts'
import { failureReply } from '../templates/failure.ts'
import { repeatedReply } from '../templates/repeated.ts'
import { tooMuch } from '../templates/too-much.ts'
import { version } from './version.ts'

export interface HouseOptions {
  readonly store: Store
  /** Where its spill lies. */
  readonly dataDir: string
  readonly owner: string
  readonly links: Links
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly respond: (message: Message, files: readonly FetchedFile[], reading: Reading) => Promise<Outcome>
  /** Whether its sender looks after the whole district. */
  readonly isCoordinator: (message: Message) => boolean
  /** Whether files are taken where the message was written. */
  readonly takesFiles: (message: Message) => Promise<boolean>
  /** Seconds until one more file is read (Checker). */
  readonly secondsPerFile: () => number
  /** The platforms whose messages are kept here. */
  readonly platforms: (offered: Offered) => readonly Platform[]
}

/** What a house offers its platforms. */
export interface Offered {
  readonly desk: ReplyDesk
  readonly files: PlatformFiles
  readonly marks: SharedMarks
  /** Puts a reply to a message that the bot cannot work on into the outbox; durable when it resolves. */
  readonly notify: (notice: Notice) => Promise<void>
}

/** One store and everything that works on it: inbox, worker, outbox and the platforms they serve. */
export interface House {
  readonly store: Store
  readonly platforms: ReadonlyMap<string, Platform>
  readonly inbox: Inbox
  readonly desk: ReplyDesk
  /** Bytes that wait for the store in the spill. */
  readonly spilled: () => number
  /** Whether a message would be taken while the store is away. */
  readonly canSpill: () => boolean
  readonly start: () => Promise<void>
  /** Nothing new is claimed; running work gets its time to end, the rest is broken off and given back. */
  readonly stopWork: () => Promise<void>
  /** Ends the platforms; then what is open is closed. */
  readonly close: () => Promise<void>
}

/** Looks whether spilled messages can go into the store. */
const drainEvery = 5_000

/** Milliseconds that running work, what is being sent, and the bookkeeping of both get at a stop; in all below 8 s. */
const grace = { working: 5_000, sending: 1_000, settling: 500 }

/** Puts a house together; nothing runs before `start`. */
export async function createHouse(options: HouseOptions): Promise<House> {
  const { store, dataDir, links, clock, log, metrics } = options
  const spill = await openSpill(dataDir)
  const desk = createReplyDesk({
    ...{ store, spill, clock },
    onTaken: () => {
      outbox.wake()
    },
  })
  const files: PlatformFiles = {
    put: store.putFile,
    get: store.getFile,
    link: (file, to) => (file.page === undefined ? links.fileLink(file, to) : links.chartLink(file.page, to)),
  }
  const notify = async ({ messageKey, to, reply, receivedAt }: Notice): Promise<void> => {
    await store.enqueueReply(noticeRow({ key: messageKey, to, reply, now: receivedAt }), receivedAt)
    outbox.wake()
  }
  const platforms = new Map(
    options.platforms({ desk, files, notify, marks: store }).map((platform) => [platform.name, platform]),
  )
  const shared = { store, platforms, owner: options.owner, clock, random: Math.random, log, metrics }
  const outbox = new Outbox({ ...shared, repeated: repeatedReply })
  const onReplies = (): void => {
    outbox.wake()
  }
  const told = workerParts(options)
  const worker = new MessageWorker({ ...shared, ...told, onReplies })
  const downloads = new Downloads({
    ...{ ...shared, limitsOf: told.limitsOf, takesFiles: told.takesFiles },
    onTried: () => {
      worker.wake()
    },
  })
  const queueNotice = new QueueNotice({
    ...{ store, platforms, clock, log, say: tooMuch },
    ...{ limit: standardLimits.waitingFiles, secondsPerFile: options.secondsPerFile, onReplies },
    takesFiles: options.takesFiles,
  })
  const inbox = createInbox({
    ...{ store, spill, log, metrics },
    onKept: wakerOf(downloads, worker),
    onMessage: (message) => void queueNotice.consider(message),
  })
  return {
    ...{ store, platforms, inbox, desk },
    spilled: () => spill.size(),
    canSpill: () => spill.hasRoom(),
    ...running({ ...options, platforms, inbox, downloads, worker, outbox }),
    close: async () => {
      await spill.close()
      await store.close()
    },
  }
}

/** Wakes whoever has the first work on a message; both, where many came. */
function wakerOf(downloads: Downloads, worker: MessageWorker): (message: Message | null) => void {
  return (message) => {
    const count = message?.attachments.length
    if (count !== 0) downloads.wake()
    if (count === undefined || count === 0) worker.wake()
  }
}

/** What the worker is told to do and say. */
function workerParts({
  store,
  clock,
  respond,
  isCoordinator,
  takesFiles,
}: HouseOptions): Required<
  Pick<WorkerOptions, 'respond' | 'apologise' | 'sayTooMuch' | 'quarantine' | 'limitsOf' | 'takesFiles'>
> {
  return {
    ...{ respond, takesFiles },
    apologise: (message, reference, code) =>
      failureReply({ code }, message.attachments[0]?.name ?? null, reference),
    sayTooMuch: tooMuch,
    quarantine: (sha256) => store.quarantineFile(sha256, version, { reason: 'reader_died', at: clock() }),
    limitsOf: (message) => (isCoordinator(message) ? coordinatorLimits : standardLimits),
  }
}

interface RunningParts extends Pick<HouseOptions, 'store' | 'clock' | 'log'> {
  readonly platforms: ReadonlyMap<string, Platform>
  readonly inbox: Inbox
  readonly downloads: Downloads
  readonly worker: MessageWorker
  readonly outbox: Outbox
}

function running(parts: RunningParts): Pick<House, 'start' | 'stopWork'> {
  const { store, clock, log, platforms, inbox, downloads, worker, outbox } = parts
  let draining: NodeJS.Timeout | undefined
  let housekeeping: { readonly stop: () => void } | undefined
  return {
    start: async () => {
      for (const platform of platforms.values()) await platform.start(inbox)
      outbox.start()
      worker.start()
      downloads.start()
      draining = setInterval(() => void inbox.drain(), drainEvery)
      housekeeping = startHousekeeping(store, clock, log)
    },
    stopWork: async () => {
      clearInterval(draining)
      housekeeping?.stop()
      await Promise.all([downloads.stop(grace.working), worker.stop(grace.working)])
      await outbox.stop(grace.sending)
      await Promise.all([...platforms.values()].map((platform) => platform.stop()))
      // What hung at a platform has been broken off: the store learns of it before it is closed.
      await Promise.all([downloads, worker, outbox].map((stage) => stage.stop(grace.settling)))
    },
  }
}
