import type { Clock } from '../../clock.ts'

const kept = 10 * 60_000
const mostKept = 20_000

/** When a message, or a question for its answer, first came to this process; remembered for ten minutes. */
export type FirstSeen = (messageId: string) => Date

/** Keeps the times of the last messages. */
export function createFirstSeen(clock: Clock): FirstSeen {
  const seen = new Map<string, Date>()
  return (messageId) => {
    const now = clock()
    const known = seen.get(messageId)
    if (known !== undefined) return known
    seen.set(messageId, now)
    for (const [id, at] of seen) {
      if (seen.size <= mostKept && now.getTime() - at.getTime() < kept) break
      seen.delete(id)
    }
    return now
  }
}
