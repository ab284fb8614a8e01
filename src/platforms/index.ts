import type { Clock } from '../clock.ts'
import type { PlatformSettings } from '../config/platform-settings.ts'
import type { Group } from '../roster/roster.ts'
import type { Log } from '../log.ts'
import type { Platform, PlatformFiles, ReplyDesk } from './platform.ts'

export interface PlatformsOptions {
  readonly settings: PlatformSettings
  readonly desk: ReplyDesk
  /** Their robots send to groups that a platform cannot reach otherwise. */
  readonly groups: readonly Group[]
  readonly files: PlatformFiles
  readonly clock: Clock
  readonly log: Log
}

/** Whether any real platform is configured. */
export function hasPlatform({ wecom, dingtalk }: PlatformSettings): boolean {
  return wecom !== null || dingtalk !== null
}

/** The real platforms that the settings switch on. */
export function createPlatforms({ settings }: PlatformsOptions): readonly Platform[] {
  if (hasPlatform(settings)) throw new Error('not built yet')
  return []
}
