import type { FailedFile, FetchedFile, GroupBinding, Memory, Message, ReplyFile } from '../bot.ts'
import type { ReportShelf, ReportToStore, StoredReport } from '../report/stored-report.ts'
import type { ClaimRequest, Lease } from './lease.ts'
import type { OutboxStore, ReplyDeskStore, ReplyToSend } from './outbox-store.ts'

export type * from './lease.ts'
export type * from './outbox-store.ts'

/**
 * The port: everything the program asks of its store, in the program's own words. Two engines fulfil it, and one
 * contract suite (test/store/contract.ts) holds for both. The store fetches; the program computes.
 *
 * Every operation rejects with StoreUnavailableError when it had no effect and may be tried again. All times are
 * passed in. Values come back as they went in: dates to the millisecond, null apart from absent.
 */
export interface Store
  extends
    InboxStore,
    OutboxStore,
    ReplyDeskStore,
    ReportStore,
    FileStore,
    QuarantineStore,
    ChatStore,
    BindingStore,
    SettingStore {
  /** `sqlite` or `mongodb`, for doctor and logs. */
  readonly engine: 'sqlite' | 'mongodb'
  /** Resolves when a write would succeed now. */
  readonly ping: () => Promise<void>
  /** Lets running operations end and releases everything. */
  readonly close: () => Promise<void>
}

// ---- inbox -------------------------------------------------------------------------------------

export interface InboxStore {
  /** Keeps a message under its key; durable when it resolves. A key is known for 30 days at least. */
  readonly keepMessage: (message: Message) => Promise<'kept' | 'known'>
  /**
   * Leases a message whose attachments are still to be fetched, for that alone, whatever else goes on in its
   * conversation: those that were never tried first, then by age. One atomic step, like claimMessage; it counts an
   * attempt and raises the fence.
   */
  readonly claimDownload: (claim: DownloadClaim) => Promise<ClaimedMessage | null>
  /**
   * Ends the claim of a download, uncounted, with what became of the attachments; null: they were not fetched. The
   * message is to be worked on from now on; with its files, the faults of the download are forgotten.
   */
  readonly endDownload: (lease: Lease, files: readonly FetchedFile[] | null) => Promise<boolean>
  /**
   * Leases the oldest message that is due (`nextAt ≤ now`, or a lease that ran out), whose attachments need no fetching
   * any more, and whose conversation has no other leased and no older due message. What waits there for a later try
   * holds up nothing, nor do files that are being fetched, but for `fetchedSince`. One atomic step: many claimers, one
   * winner. Counts an attempt and raises the fence.
   */
  readonly claimMessage: (claim: MessageClaim) => Promise<ClaimedMessage | null>
  /** False: the lease is lost, stop. */
  readonly renewMessage: (lease: Lease, leaseUntil: Date) => Promise<boolean>
  /** Notes what became of the attachments, so that a later try does not fetch them again. */
  readonly recordFiles: (lease: Lease, files: readonly FetchedFile[]) => Promise<boolean>
  /**
   * Notes that a file of the message is being read now, under its SHA-256. Only a claim in which a reading began
   * counts as a death if it ends without a word: messages that merely waited when a process died are innocent.
   */
  readonly beginReading: (lease: Lease, sha256: string) => Promise<boolean>
  /**
   * Gives a message back, to be fetched or worked on later, after a recorded transient fault: neither attempt nor death
   * counts, `faults` does unless `isFault` is false (nothing went wrong: the program stops).
   */
  readonly postponeMessage: (
    lease: Lease,
    nextAt: Date,
    reason: string,
    isFault?: boolean,
  ) => Promise<boolean>
  /**
   * Gives a message back until its sender may be served again; nothing counts. It waits beside its conversation,
   * behind what is put off for the same person there, and holds up nobody else.
   */
  readonly deferMessage: (lease: Lease, until: Date) => Promise<boolean>
  /**
   * How much was sent after `since` and before this message (by time, then key), by its sender or in its conversation:
   * files, or messages without one. Whatever became of it counts. Counting stops at `atMost` messages.
   */
  readonly sentBefore: (message: Message, query: TrafficQuery) => Promise<number>
  /** How many open messages bring files; counting stops at `atMost`. */
  readonly waitingFiles: (atMost: number) => Promise<number>
  /**
   * Stores reports, failures, memory, replies and “done” (or “dead”) under the message's key: together, or so that
   * doing it again changes nothing and doubles nothing. `lost`: the lease belongs to somebody else; nothing was written.
   */
  readonly commitOutcome: (lease: Lease, outcome: StoredOutcome) => Promise<'committed' | 'lost'>
  /**
   * Frees the leases that an earlier run of this owner left behind, so that a restart need not wait for them to run
   * out. The embedded engine serves one process and frees all.
   */
  readonly freeLeases: (owner: string) => Promise<void>
  /** How many messages are in each state, and when the oldest open one came. */
  readonly inboxDepth: () => Promise<InboxDepth>
  /**
   * Texts of messages answered before `before` are blanked; rows older than `forget` are removed, and with them the
   * settings called `told …`, which only keep something from being said twice in a while.
   */
  readonly sweepInbox: (before: Date, forget: Date) => Promise<void>
}

export interface MessageClaim extends ClaimRequest {
  /** Only messages with attachments, or only those without; absent: both. */
  readonly kind?: TrafficQuery['kind']
  /**
   * A message that came after this holds up its conversation while its attachments are fetched for the first time;
   * absent: none does.
   */
  readonly fetchedSince?: Date
}

export interface DownloadClaim extends ClaimRequest {
  /** Platforms from which none is claimed. */
  readonly exceptPlatforms?: readonly string[]
  /** Senders of whom none is claimed, as `personOf` names them. */
  readonly exceptPeople?: readonly string[]
}

/** What of a message's surroundings is counted. */
export interface TrafficQuery {
  readonly by: 'person' | 'conversation'
  readonly kind: 'files' | 'texts'
  readonly since: Date
  readonly atMost: number
}

export interface ClaimedMessage {
  readonly lease: Lease
  readonly message: Message
  /** Claims that ended without a word, this one included. */
  readonly attempts: number
  /** Earlier claims that ended without a word after a reading had begun in them. */
  readonly deaths: number
  /** SHA-256 of the file whose reading began last. */
  readonly lastRead: string | null
  /** Recorded transient faults so far. */
  readonly faults: number
  /** Set once recordFiles was called. */
  readonly files: readonly FetchedFile[] | null
}

export interface StoredOutcome {
  readonly state: 'done' | 'dead'
  readonly reports: readonly ReportToStore[]
  readonly failures: readonly FailedFile[]
  readonly replies: readonly ReplyToSend[]
  /** null forgets; undefined leaves as it is. */
  readonly memory: Memory | null | undefined
  /** Of the message's conversation; null unbinds; undefined leaves as it is. */
  readonly binding: GroupBinding | null | undefined
  readonly at: Date
}

export interface InboxDepth {
  readonly waiting: number
  readonly working: number
  readonly dead: number
  readonly oldestWaiting: Date | null
}

// ---- reports -----------------------------------------------------------------------------------

export interface ReportStore {
  /** The newest versions, for answers. */
  readonly shelf: ReportShelf
  /** Stores one version outside a message (import). The same `cause` again changes nothing; gives what is stored. */
  readonly saveReport: (report: ReportToStore) => Promise<StoredReport>
  readonly reportById: (id: string) => Promise<StoredReport | null>
  /** All versions of an agency's report for a year, ascending. */
  readonly reportVersions: (agency: string, year: number) => Promise<readonly StoredReport[]>
  /** One row an agency that has a report for the year: its newest verdict. */
  readonly standing: (year: number) => Promise<readonly StandingRow[]>
}

export interface StandingRow {
  readonly agency: string
  readonly verdict: 'pass' | 'warn' | 'fail'
  readonly version: number
  readonly receivedAt: Date
}

// ---- files -------------------------------------------------------------------------------------

export interface FileStore {
  /** Durable when it resolves. The same bytes again change nothing. Gives the SHA-256 in lower-case hex. */
  readonly putFile: (bytes: Uint8Array) => Promise<string>
  /** The bytes, or null. */
  readonly getFile: (sha256: string) => Promise<Uint8Array | null>
  /** Files that could not be read, newest first. */
  readonly failures: (
    limit: number,
  ) => Promise<readonly (FailedFile & { readonly cause: string; readonly at: Date })[]>
}

// ---- quarantine --------------------------------------------------------------------------------

/** Files that a version of the reader must not read again. */
export interface QuarantineStore {
  /** Remembers why; what is known already under hash and version stays. */
  readonly quarantineFile: (sha256: string, readerVersion: string, entry: Quarantined) => Promise<void>
  /** Null: it may be read. */
  readonly quarantined: (sha256: string, readerVersion: string) => Promise<Quarantined | null>
}

export interface Quarantined {
  /** It outlasted its time or memory, or it ended the thread or the process that read it. */
  readonly reason: 'read_timeout' | 'reader_died'
  readonly at: Date
}

// ---- memory, transcript, settings --------------------------------------------------------------

export interface ChatStore {
  /** What was asked last of this person in this conversation; null when there is nothing, or it is past `now`. */
  readonly memoryOf: (conversationId: string, userId: string, now: Date) => Promise<Memory | null>
  /**
   * Appends a line to the transcript of a sandbox conversation, once for each key; gives the line that is stored under
   * the key (an earlier one, if there was one) with its running number over all conversations (ascending, never reused).
   */
  readonly appendLine: (line: TranscriptLine) => Promise<NumberedLine>
  /** The line with this key, however old, if it is of this conversation. */
  readonly lineByKey: (conversationId: string, key: string) => Promise<NumberedLine | null>
  /** Lines of a conversation with a number above `after`, ascending, at most `limit`, the newest of them. */
  readonly linesOf: (conversationId: string, after: number, limit: number) => Promise<readonly NumberedLine[]>
}

/** One bubble of the sandbox's chat. */
export interface TranscriptLine {
  readonly key: string
  readonly conversationId: string
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean }
  /** Plain text of a person; Markdown of the bot. */
  readonly text: string
  readonly file:
    | (Pick<ReplyFile, 'shows'> & { readonly sha256: string; readonly name: string; readonly size: number })
    | null
  /** Key of the line it answers or quotes. */
  readonly quotes: string | null
  readonly at: Date
}

export interface NumberedLine extends TranscriptLine {
  readonly number: number
}

export interface BindingStore {
  /** What a group was bound to in chat (StoredOutcome.binding); null where nobody bound it. */
  readonly bindingOf: (platform: string, conversationId: string) => Promise<GroupBinding | null>
}

export interface SettingStore {
  /** Sets a value unless there is one; gives the value that holds. Many at once agree on one. */
  readonly settle: (name: string, value: string) => Promise<string>
  /** The value that holds; null where none was set. */
  readonly settled: (name: string) => Promise<string | null>
}
