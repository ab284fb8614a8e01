import type { Chart } from './charts/chart.ts'
import type { FetchErrorCode, FileErrorCode, GongkaiError } from './errors.ts'
import type { CheckedReport } from './report/report.ts'
import type { CellNote, ReportShelf, ReportToStore, StoredFile } from './report/stored-report.ts'
import type { CellId } from './report/statutory-tables.ts'
import type { Roster, Scope } from './roster/roster.ts'

/** A message meant for the bot: plain data, the same wherever it came from. */
export interface Message {
  /** Unique over all platforms: platform, bot and message id. The same message delivered again has the same key. */
  readonly key: string
  readonly platform: string
  readonly conversation: Conversation
  readonly sender: ChatPerson
  /** Without the mention of the bot, trimmed; empty for a file alone. */
  readonly text: string
  /** Files sent with it, or quoted by it. */
  readonly attachments: readonly Attachment[]
  readonly receivedAt: Date
  /**
   * How its platform answers this very message (a session's address, a stream), understood by that platform only;
   * absent: by the ids of conversation and sender. May hold a secret: never logged, never shown.
   */
  readonly replyRef?: string
}

export interface Conversation {
  /** The platform's id of the group or of the single chat. */
  readonly id: string
  readonly kind: 'group' | 'single'
  readonly name: string | null
}

export interface ChatPerson {
  readonly id: string
  readonly name: string
}

/** A file or picture that a message carries or quotes. `ref` is understood by its platform only. */
export interface Attachment {
  readonly kind: 'file' | 'picture'
  /** The name the sender gave it; null where the platform tells it only on download. */
  readonly name: string | null
  /** True where the message quotes an earlier one that held it. */
  readonly quoted: boolean
  readonly ref: string
}

/** Begins the `ref` of an attachment whose bytes lie in the store already, under the SHA-256 that follows. */
export const storedRef = 'stored:'

/** An attachment whose bytes lie in the store, or the reason why they do not. */
export type FetchedFile =
  | { readonly kind: 'fetched'; readonly file: StoredFile }
  | { readonly kind: 'failed'; readonly name: string | null; readonly code: FetchErrorCode | FileErrorCode }

/** What the bot says: plain Markdown that every platform turns into its own dialect. */
export interface Reply {
  /** What a notification shows; plain text. */
  readonly title: string
  /** CommonMark with tables and links. Text that came from outside is escaped already (see templates/markdown.ts). */
  readonly markdown: string
  /** Files that go with it: sent as files where the channel takes them, else as signed links. */
  readonly files?: readonly ReplyFile[]
  /** People to call on, by the platform's ids, where the channel can. */
  readonly mentions?: readonly string[]
}

/** A file that a reply carries; its bytes lie in the store. */
export interface ReplyFile extends StoredFile {
  readonly kind: 'file' | 'picture'
  readonly name: string
  /** Of a picture: what it shows, in plain text for those who cannot see it, and its size in CSS pixels. */
  readonly shows?: PictureShown
  /** SHA-256 of the record of a page that shows a chart in a browser: behind its link, where the channel takes no picture. */
  readonly page?: string
}

/** A chart, and the name of its picture's file. */
export interface NamedChart {
  readonly chart: Chart
  readonly name: string
}

export interface PictureShown {
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** What a group is bound to: everybody's reports, or those of some agencies (full names). */
export interface GroupBinding {
  readonly agencies: 'all' | readonly string[]
}

/** Read-only, made in one place for each message. */
export interface Context {
  readonly message: Message
  readonly files: readonly FetchedFile[]
  readonly now: Date
  readonly roster: Roster
  /** What this conversation, and the sender in it, may hand in and ask about. */
  readonly scope: Scope
  readonly reports: ReportShelf
  /** Reads and checks a stored file; resolves to the error where the file cannot be read as a report. */
  readonly check: (file: StoredFile) => Promise<CheckResult>
  /** What this sender was asked, or asked, last in this conversation, unless it is forgotten. */
  readonly memory: Memory | null
  /** An address that opens a stored report for the sender, for a short time. */
  readonly linkToReport: (id: string) => string
  /** An address for one upload in the sender's name, answered in this conversation; the same for the same message. */
  readonly linkToUpload: () => string
  /** An address that lets the sender into the sandbox; null where it is off, or open without one. */
  readonly linkToSandbox: (() => string) | null
  /** What a coordinator bound this group to in chat; null in a single chat and in a group nobody bound. */
  readonly binding: GroupBinding | null
  /** Keeps a file or picture that a reply carries (by its name's ending); the same bytes again change nothing. */
  readonly keepFile: (name: string, bytes: Uint8Array) => Promise<ReplyFile>
  /**
   * Draws the chart that `make` gives and keeps it as a picture that a reply carries. Never rejects: null where there is
   * none, or it cannot be made or drawn in time, and the answer, whose text has the figures, goes without.
   */
  readonly drawChart: (make: () => NamedChart | null) => Promise<ReplyFile | null>
  /**
   * Name for a report to be stored: the same for the same seed, so that a message handled again gives the same
   * report, and unguessable, so it needs a secret of the house (an HMAC of the seed).
   */
  readonly newReportId: (seed: string) => string
}

/** A read and checked file; `notes` are lines worth telling (a wrong extension, say). */
export type CheckResult =
  | {
      readonly kind: 'checked'
      readonly report: CheckedReport
      readonly cellNotes: Readonly<Partial<Record<CellId, CellNote>>>
      /** The extension the content asks for, where the name has another: `docx`. */
      readonly properExtension: string | null
      readonly readerVersion: string
    }
  | { readonly kind: 'unreadable'; readonly error: GongkaiError }

/** What a handler wants to happen. It does nothing itself: the worker commits all of it in one step. */
export interface Outcome {
  /** In order; at least one. */
  readonly replies: readonly Reply[]
  readonly reports?: readonly ReportToStore[]
  /** Files that could not be read: a record is kept of each. */
  readonly failures?: readonly FailedFile[]
  /** Replaces the memory of this sender in this conversation; null forgets it; absent leaves it. */
  readonly memory?: Memory | null
  /** Binds this group; null unbinds it; absent leaves it. */
  readonly binding?: GroupBinding | null
}

export interface FailedFile {
  readonly file: StoredFile
  readonly code: string
}

/** What is remembered of a sender in a conversation; it lives in the store. */
export type Memory = WhichReportMemory | QuestionMemory

/** What was asked before, for “那2022年呢” and for the answer to the bot's question back. */
export interface QuestionMemory {
  readonly kind: 'question'
  /** A Conversation of src/questions/query/conversation.ts, checked there when it comes back. */
  readonly conversation: unknown
  readonly expiresAt: Date
}

/** A question back about a report that is still open. */
export interface WhichReportMemory {
  readonly kind: 'which_report'
  /** What was read and checked already; the answer files it. */
  readonly file: StoredFile
  /** What could be read: null is what was asked for. */
  readonly agency: string | null
  readonly year: number | null
  readonly expiresAt: Date
}

/** One thing a person wants. */
export interface Handler {
  readonly name: string
  /** Whether the message is meant for this handler. Pure and cheap. */
  readonly accepts: (context: Context) => boolean
  readonly handle: (context: Context) => Promise<Outcome>
}

/** Gives the message to the first handler that accepts it; the last one must accept anything. */
export async function respond(handlers: readonly Handler[], context: Context): Promise<Outcome> {
  const handler = handlers.find((candidate) => candidate.accepts(context))
  if (handler === undefined) throw new Error(`no handler accepts message ${context.message.key}`)
  return handler.handle(context)
}

/** Too much at once, as its sender is told: by one person, or by everybody in one conversation. */
export type Excess =
  /** Files beyond an hour's share: kept, and read from then on. */
  | { readonly kind: 'put_off'; readonly by: ExcessBy; readonly limit: number; readonly until: Date }
  /** Files beyond even that: not fetched, not read; they may be sent again from then on. */
  | { readonly kind: 'files_refused'; readonly by: ExcessBy; readonly limit: number; readonly again: Date }
  /** Questions beyond a minute's share: not answered. */
  | { readonly kind: 'questions_refused'; readonly by: ExcessBy; readonly limit: number }
  /** A file behind so many others: kept, and read in about so many minutes. */
  | { readonly kind: 'queue'; readonly waiting: number; readonly minutes: number }

export type ExcessBy = 'person' | 'conversation'
