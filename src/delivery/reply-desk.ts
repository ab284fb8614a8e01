import type { Clock } from '../clock.ts'
import type { ReplyDesk } from '../platforms/platform.ts'
import type { OutboxStore, ReplyDeskStore } from '../store/store.ts'
import type { Spill } from './spill.ts'

export interface ReplyDeskParts {
  readonly store: ReplyDeskStore & Pick<OutboxStore, 'repliesTo'>
  readonly spill: Spill
  readonly clock: Clock
  /** Called after replies were taken, so that what was held beside them leaves at once. */
  readonly onTaken: () => void
}

/** What platforms see that fetch their replies. A message that only the spill knows is on its way. */
export function createReplyDesk({ store, spill, clock, onTaken }: ReplyDeskParts): ReplyDesk {
  return {
    collect: async (messageKey) => {
      const state = await store.messageState(messageKey)
      if (state.kind === 'unknown') {
        return spill.size() > 0 ? { kind: 'open', since: null, replies: [] } : { kind: 'unknown' }
      }
      const rows = await store.repliesTo(messageKey)
      const replies = rows.map(({ key, reply, state: sent }) => ({ key, reply, state: sent }))
      return state.kind === 'open'
        ? { kind: 'open', since: state.receivedAt, replies }
        : { kind: 'answered', replies }
    },
    take: async (messageKey, replyKeys) => {
      const taken = await store.takeReplies(messageKey, replyKeys, clock())
      onTaken()
      return taken
    },
  }
}
