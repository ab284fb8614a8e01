import type { Reply } from '../bot.ts'
import type { PlatformSettings } from '../config/platform-settings.ts'
import type { Group } from '../roster/roster.ts'
import { createDingtalk, type DingtalkWebhook, type Notice } from './dingtalk/index.ts'
import type { Platform, ReplyDesk } from './platform.ts'
import type { PlatformParts } from './platform-parts.ts'
import { createWecom, type WecomWebhook } from './wecom/index.ts'

export interface PlatformsOptions extends Omit<PlatformParts, 'downloadHosts'> {
  readonly settings: PlatformSettings
  readonly desk: ReplyDesk
  /** Puts a reply to a message that the bot cannot work on into the outbox; durable when it resolves. */
  readonly notify: (notice: Notice) => Promise<void>
  /** Their robots send to groups that a platform cannot reach otherwise. */
  readonly groups: readonly Group[]
  /** Said to a person who opens a chat with the bot. */
  readonly welcome: Reply
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
