import type { Reply } from '../../bot.ts'
import type { WecomSettings } from '../../config/platform-settings.ts'
import type { ReplyDesk } from '../platform.ts'
import type { PlatformParts } from '../platform-parts.ts'

/** What WeChat Work needs of the house. */
export interface WecomOptions extends PlatformParts {
  readonly settings: WecomSettings
  readonly desk: ReplyDesk
  /** The robots of groups that the roster names. */
  readonly webhooks: readonly WecomWebhook[]
  /** Said to a person who opens the chat with the bot for the first time that day. */
  readonly welcome: Reply
}

/** A group's webhook robot. */
export interface WecomWebhook {
  readonly groupName: string
  /** The group's chatid, where the roster gives it. */
  readonly conversationId: string | null
  readonly key: string
}
