import type { Reply } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { WecomSettings } from '../../config/platform-settings.ts'
import type { Log } from '../../log.ts'
import type { CallbackOrigin, Refusal } from '../callback-origin.ts'
import type { PlatformFiles, ReplyDesk, SharedMarks } from '../platform.ts'

/** What WeChat Work needs of the house. */
export interface WecomOptions {
  readonly settings: WecomSettings
  readonly desk: ReplyDesk
  readonly files: PlatformFiles
  /** How much was sent to a person or by a robot, over all replicas. */
  readonly marks: SharedMarks
  /** The robots of groups that the roster names. */
  readonly webhooks: readonly WecomWebhook[]
  /** Further `host` or `host:port` that files may be fetched from (DOWNLOAD_HOSTS). */
  readonly downloadHosts: readonly string[]
  /** Said to a person who opens the chat with the bot for the first time that day. */
  readonly welcome: Reply
  readonly clock: Clock
  readonly log: Log
  /** Counts refused callbacks. */
  readonly onRefused: (refusal: Refusal) => void
  /** Told of callbacks that were verified. */
  readonly onVerified: (origin: CallbackOrigin) => void
  /** Counts access tokens that were asked for. */
  readonly onTokenRefresh: (result: 'ok' | 'failed') => void
}

/** A group's webhook robot. */
export interface WecomWebhook {
  readonly groupName: string
  /** The group's chatid, where the roster gives it. */
  readonly conversationId: string | null
  readonly key: string
}
