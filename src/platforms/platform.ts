import type Router from '@koa/router'
import type { Attachment, Message, Reply, ReplyFile } from '../bot.ts'

/** A chat platform: an adapter behind one interface, chosen by configuration alone. */
export interface Platform {
  readonly name: string
  /** HTTP callbacks and pages, if it has any: verify, decode, `await inbox.keep(message)`, acknowledge. */
  readonly routes: Router | undefined
  /** Begins to hand over messages; a long connection is opened here. */
  readonly start: (inbox: PlatformInbox) => Promise<void>
  /**
   * Ends it at once, and with it every request that is still under way: those reject or come to their `Delivery`.
   * Called when running work has had its time; whatever is asked of the platform afterwards may fail.
   */
  readonly stop: () => Promise<void>
  /**
   * Fetches an attachment's bytes; rejects with GongkaiError of a FetchErrorCode, or UnreadableFileError, where no
   * repeat can succeed. What an administrator has to mend is logged.
   */
  readonly download: (
    attachment: Attachment,
  ) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>
  /** When the link or code of an attachment ends, where it is known to end soon; absent or null: nothing is known. */
  readonly linkEnd?: (attachment: Attachment, receivedAt: Date) => Date | null
  /**
   * Cuts a reply into the messages that the way to `to` can carry, each a reply of its own; nothing is lost. What
   * would take more than three goes as a file or behind a link.
   */
  readonly split: (reply: Reply, to: Address) => Promise<readonly Reply[]>
  /**
   * Until when a reply waits for the platform to fetch it itself (ReplyDesk) before it is sent; absent:
   * it is sent at once.
   */
  readonly holdUntil?: (to: Address, receivedAt: Date, now: Date) => Date
  /**
   * Until when a message from there can be answered at all; absent or null: at any time. What could be worked on only
   * later than that is refused at once.
   */
  readonly answersUntil?: (to: Address) => Date | null
  /** Posts one message. `key` is the same for every try, for platforms that can tell a repeat. Never rejects. */
  readonly send: (to: Address, reply: Reply, key: string, attempt: Attempt) => Promise<Delivery>
}

/** One try to send a reply: what became of earlier ones, and a note of what this one does. */
export interface Attempt {
  /** The ways of earlier tries that may have arrived, oldest first; empty: nobody can have seen the reply. */
  readonly earlier: readonly string[]
  /**
   * To be awaited before a request that shows the reply, and would show it twice if it were sent again: notes the way,
   * so that even after a crash it is known that the reply may have arrived. null: what was begun in this try has
   * certainly come to nothing, so another way may be taken. Rejects where it cannot be noted: then nothing may go out.
   */
  readonly begin: (way: string | null) => Promise<void>
  /** A reply in words that say that it may be there already; as it is, where nobody can have seen it. */
  readonly worded: (reply: Reply) => Reply
}

/** Where a reply goes: back to where the message came from. */
export interface Address {
  readonly platform: string
  readonly conversationId: string
  readonly conversationKind: 'group' | 'single'
  readonly userId: string
  /** The message's `replyRef`. */
  readonly ref?: string
}

/** What a platform may ask of the house. */
export interface PlatformInbox {
  /** Resolves once the message is durable: only then may it be acknowledged. A known key is no error. */
  readonly keep: (message: Message) => Promise<'kept' | 'known'>
}

/** Replies for platforms that fetch them (a stream's polls) instead of being sent them. */
export interface ReplyDesk {
  /** What has become of a message. */
  readonly collect: (messageKey: string) => Promise<Collected>
  /**
   * Marks replies as delivered by the way they were fetched: gives the keys of those that nobody had sent before, and
   * that nobody will send now. The message's other replies are sent at once.
   */
  readonly take: (messageKey: string, replyKeys: readonly string[]) => Promise<readonly string[]>
}

/**
 * State of a message: never seen, being worked on (since it came, where that can be told, and with what was said
 * meanwhile: that it waits in a queue, say), or answered with these replies in their order.
 */
export type Collected =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'open'; readonly since: Date | null; readonly replies: readonly CollectedReply[] }
  | { readonly kind: 'answered'; readonly replies: readonly CollectedReply[] }

export interface CollectedReply {
  readonly key: string
  readonly reply: Reply
  /** `taken`: fetched before, the same text may be given again; `sent`: pushed; `failed`: nobody got it. */
  readonly state: 'waiting' | 'taken' | 'sent' | 'failed'
}

/**
 * Small values that all replicas share: whoever sets one first sets it for good. Those called `told …` are swept every
 * night.
 */
export interface SharedMarks {
  /** Sets a value unless there is one; gives the value that holds. */
  readonly settle: (name: string, value: string) => Promise<string>
  /** The value that holds; null where none was set. */
  readonly settled: (name: string) => Promise<string | null>
}

/** The files of the house, for platforms that send them. */
export interface PlatformFiles {
  /** Keeps bytes; resolves to their SHA-256. */
  readonly put: (bytes: Uint8Array) => Promise<string>
  readonly get: (sha256: string) => Promise<Uint8Array | null>
  /** An address that gives the file to the one it is made for, for a short time. */
  readonly link: (file: ReplyFile, to: Address) => string
}

/** What came of one try to send. */
export type Delivery =
  /** The platform said it took it. */
  | { readonly kind: 'sent'; readonly platformMessageId?: string }
  /** Certainly not sent; try again, not before `afterMs`. */
  | { readonly kind: 'later'; readonly reason: string; readonly afterMs?: number }
  /** Cut off after the request went out: perhaps sent. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Will never be taken: a setting or an address is wrong. */
  | { readonly kind: 'refused'; readonly reason: string }
