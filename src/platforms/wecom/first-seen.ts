import type { Clock } from '../../clock.ts'

const kept = 10 * 60_000
const mostKept = 20_000

/** When a message first came to this process, so that its repeats open the very same stream. */
export function createFirstSeen(clock: Clock): (messageId: string) => Date {
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
