import type { Reply } from '../../bot.ts'
import type { DingtalkSettings } from '../../config/platform-settings.ts'
import type { Address } from '../platform.ts'
import type { PlatformParts } from '../platform-parts.ts'

/** What DingTalk needs of the house. */
export interface DingtalkOptions extends PlatformParts {
  readonly settings: DingtalkSettings
  /** The custom robots of groups that the roster names. */
  readonly webhooks: readonly DingtalkWebhook[]
  /** Puts a reply to a message that the bot cannot work on into the outbox; durable when it resolves. */
  readonly notify: (notice: Notice) => Promise<void>
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
