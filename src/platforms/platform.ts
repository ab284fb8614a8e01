import type Router from '@koa/router'
import type { Attachment, Message, Reply } from '../bot.ts'

/** A chat platform: an adapter behind one interface, chosen by configuration alone. */
export interface Platform {
  readonly name: string
  /** HTTP callbacks and pages, if it has any: verify, decode, `await inbox.keep(message)`, acknowledge. */
  readonly routes: Router | undefined
  /** Begins to hand over messages; a long connection is opened here. */
  readonly start: (inbox: PlatformInbox) => Promise<void>
  readonly stop: () => Promise<void>
  /** Fetches an attachment's bytes; rejects with GongkaiError `file_gone` where that can never succeed. */
  readonly download: (
    attachment: Attachment,
  ) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>
  /** Cuts a reply into the messages this platform can carry, each a reply of its own; nothing is lost. */
  readonly split: (reply: Reply) => readonly Reply[]
  /** Posts one message. `key` is the same for every try, for platforms that can tell a repeat. Never rejects. */
  readonly send: (to: Address, reply: Reply, key: string) => Promise<Delivery>
}

/** Where a reply goes: back to where the message came from. */
export interface Address {
  readonly platform: string
  readonly conversationId: string
  readonly conversationKind: 'group' | 'single'
  readonly userId: string
}

/** What a platform may ask of the house. */
export interface PlatformInbox {
  /** Resolves once the message is durable: only then may it be acknowledged. A known key is no error. */
  readonly keep: (message: Message) => Promise<'kept' | 'known'>
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
