import type { Reply } from '../bot.ts'
import type { Clock } from '../clock.ts'
import type { PlatformSettings } from '../config/platform-settings.ts'
import type { Log } from '../log.ts'
import type { Group } from '../roster/roster.ts'
import type { CallbackOrigin, Refusal } from './callback-origin.ts'
import { createDingtalk, type DingtalkWebhook, type Notice } from './dingtalk/index.ts'
import type { Platform, PlatformFiles, ReplyDesk, SharedMarks } from './platform.ts'
import { createWecom, type WecomWebhook } from './wecom/index.ts'

export interface PlatformsOptions {
  readonly settings: PlatformSettings
  readonly desk: ReplyDesk
  readonly files: PlatformFiles
  /** Puts a reply to a message that the bot cannot work on into the outbox; durable when it resolves. */
  readonly notify: (notice: Notice) => Promise<void>
  readonly marks: SharedMarks
  /** Their robots send to groups that a platform cannot reach otherwise. */
  readonly groups: readonly Group[]
  /** Said to a person who opens a chat with the bot. */
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

export type { Notice } from './dingtalk/index.ts'

/** Whether any real platform is configured. */
export function hasPlatform({ wecom, dingtalk }: PlatformSettings): boolean {
  return wecom !== null || dingtalk !== null
}

/** The real platforms that the settings switch on. */
export function createPlatforms(options: PlatformsOptions): readonly Platform[] {
  const { settings, groups } = options
  const { wecom, dingtalk, downloadHosts } = settings
  const platforms: Platform[] = []
  if (wecom !== null) {
    platforms.push(
      createWecom({
        ...options,
        ...{ settings: wecom, downloadHosts, webhooks: wecomWebhooks(groups) },
      }),
    )
  }
  if (dingtalk !== null) {
    platforms.push(
      createDingtalk({
        ...options,
        ...{ settings: dingtalk, downloadHosts, webhooks: dingtalkWebhooks(groups) },
      }),
    )
  }
  return platforms
}

function wecomWebhooks(groups: readonly Group[]): readonly WecomWebhook[] {
  return groups.flatMap(({ name, platform, conversationId, robot }) =>
    platform === 'wecom' && robot !== undefined ? [{ groupName: name, conversationId, key: robot.key }] : [],
  )
}

function dingtalkWebhooks(groups: readonly Group[]): readonly DingtalkWebhook[] {
  return groups.flatMap(({ name, platform, conversationId, robot }) =>
    platform === 'dingtalk' && robot !== undefined
      ? [{ groupName: name, conversationId, token: robot.key, secret: robot.secret }]
      : [],
  )
}
