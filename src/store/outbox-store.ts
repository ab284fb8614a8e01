import type { Message, Reply } from '../bot.ts'
import type { ClaimRequest, Lease } from './lease.ts'

/** The part of the store that keeps replies until they are sent. */
export interface OutboxStore {
  /**
   * Leases the next reply that is due. At most one leased row a conversation, in the order they were enqueued:
   * a later part waits for the earlier one.
   */
  readonly claimReply: (claim: ReplyClaim) => Promise<ClaimedReply | null>
  /**
   * Notes by which ways a reply may have arrived, before one more request goes out that may show it, and renews its
   * lease. False: the lease is lost, send nothing.
   */
  readonly recordTries: (lease: Lease, perhaps: readonly Tried[], leaseUntil: Date) => Promise<boolean>
  /** Enqueues a reply while its message is still open; `turn` is when that came. Once for each key. */
  readonly enqueueReply: (reply: ReplyToSend, turn: Date) => Promise<void>
  /** Ends a try. Refused (false) where the lease is lost. */
  readonly settleReply: (lease: Lease, settlement: Settlement) => Promise<boolean>
  /** The rows of one message, in order; for tests and the sandbox. */
  readonly repliesTo: (messageKey: string) => Promise<readonly OutboxRow[]>
  readonly outboxDepth: () => Promise<{ readonly waiting: number; readonly failed: number }>
}

/** Replies that a platform fetches instead of being sent them. */
export interface ReplyDeskStore {
  readonly messageState: (messageKey: string) => Promise<MessageState>
  /** A message as it was kept; null where there is none (any more). Its text is blanked after some weeks. */
  readonly messageByKey: (messageKey: string) => Promise<Message | null>
  /**
   * Closes waiting replies of a message as `taken` and gives the keys of those: each is given to one taker only, and
   * no claim wins it afterwards. What may have been sent already is not given. The message's other waiting replies are
   * due from then on.
   */
  readonly takeReplies: (
    messageKey: string,
    replyKeys: readonly string[],
    at: Date,
  ) => Promise<readonly string[]>
}

/** `open`: not done yet. `closed`: its replies, if any, lie in the outbox. */
export type MessageState =
  { readonly kind: 'unknown' } | { readonly kind: 'open' | 'closed'; readonly receivedAt: Date }

/** A reply as it will be sent: fixed when it is enqueued. Key = cause + part number. */
export interface ReplyToSend {
  readonly key: string
  readonly cause: string
  readonly part: number
  readonly to: ReplyAddress
  readonly reply: Reply
  readonly notBefore: Date
  /** Not sent after this. */
  readonly expiresAt: Date
}

/** Same shape as a platform's Address; the store does not know platforms. */
export interface ReplyAddress {
  readonly platform: string
  readonly conversationId: string
  readonly conversationKind: 'group' | 'single'
  readonly userId: string
  readonly ref?: string
}

export interface ClaimedReply {
  readonly lease: Lease
  readonly row: ReplyToSend
  /** Tries so far that ended without a word or with a fault, this one included. */
  readonly attempts: number
  /** Earlier tries that may have reached the platform, oldest first. */
  readonly perhaps: readonly Tried[]
}

export interface ReplyClaim extends ClaimRequest {
  /** Platforms for which none is claimed. */
  readonly exceptPlatforms?: readonly string[]
}

/** A try that may have shown a reply: by which of its platform's ways, and when it began. */
export interface Tried {
  readonly way: string
  readonly at: Date
}

export type Settlement =
  | { readonly kind: 'sent'; readonly at: Date; readonly platformMessageId: string | null }
  | {
      readonly kind: 'retry'
      readonly nextAt: Date
      readonly reason: string
      /** What of all tries may have arrived, from now on. */
      readonly perhaps: readonly Tried[]
    }
  | { readonly kind: 'failed'; readonly at: Date; readonly reason: string }

export interface OutboxRow extends ReplyToSend {
  /** `taken`: fetched by its platform. */
  readonly state: 'waiting' | 'taken' | 'sent' | 'failed'
  readonly attempts: number
}
