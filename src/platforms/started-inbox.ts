import { GongkaiError } from '../errors.ts'
import type { PlatformInbox } from './platform.ts'

/** The inbox of a platform, which is given to it when it starts. */
export interface StartedInbox {
  readonly start: (inbox: PlatformInbox) => Promise<void>
  /** Throws GongkaiError `store_unavailable` before that: nothing could be kept then. */
  readonly get: () => PlatformInbox
}

/** None yet. */
export function createStartedInbox(): StartedInbox {
  let started: PlatformInbox | null = null
  return {
    start: (inbox) => {
      started = inbox
      return Promise.resolve()
    },
    get: () => {
      if (started === null) throw new GongkaiError('store_unavailable', '正在启动，请稍后重发')
      return started
    },
  }
}
