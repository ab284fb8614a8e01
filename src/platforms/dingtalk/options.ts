import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { DingtalkSettings } from '../../config/platform-settings.ts'
import type { Log } from '../../log.ts'
import type { CallbackOrigin, Refusal } from '../callback-origin.ts'
import type { Address, PlatformFiles, SharedMarks } from '../platform.ts'

/** What DingTalk needs of the house. */
export interface DingtalkOptions {
  readonly settings: DingtalkSettings
  readonly files: PlatformFiles
  /** The custom robots of groups that the roster names. */
  readonly webhooks: readonly DingtalkWebhook[]
  /** Further `host` or `host:port` that files may be fetched from (DOWNLOAD_HOSTS). */
  readonly downloadHosts: readonly string[]
  /** Puts a reply to a message that the bot cannot work on into the outbox; durable when it resolves. */
  readonly notify: (notice: Notice) => Promise<void>
  /** Keep the codes of files under the messages that brought them, as a quote may name no more than the message. */
  readonly marks: SharedMarks
  readonly clock: Clock
  readonly log: Log
  /** Counts refused callbacks. */
  readonly onRefused: (refusal: Refusal) => void
  /** Told of callbacks that were verified. */
  readonly onVerified: (origin: CallbackOrigin) => void
  /** Counts access tokens that were asked for. */
  readonly onTokenRefresh: (result: 'ok' | 'failed') => void
  /** Milliseconds for one call; 15 s. The outbox holds its lease a minute. */
  readonly timeoutMs?: number
}

/** A group's custom robot. */
export interface DingtalkWebhook {
  readonly groupName: string
  /** The group's openConversationId, where the roster gives it. */
  readonly conversationId: string | null
  readonly token: string
  readonly secret: string | null
}

/** A reply without a message in the inbox; once for each `messageKey`, however often it is asked for. */
export interface Notice {
  readonly messageKey: string
  readonly to: Address
  readonly reply: Reply
  readonly receivedAt: Date
}
