import type { Clock } from '../../clock.ts'

/** 30 a minute to one member; what is beyond the platform drops without a word (platforms, 6.2). */
const perMinute = 28
const minute = 60_000

/** Counts what goes to each member: how long to wait before one more, 0 if it may go now (and is counted). */
export function createMemberRate(clock: Clock): (userId: string) => number {
  const sent = new Map<string, readonly number[]>()
  return (userId) => {
    const now = clock().getTime()
    const recent = (sent.get(userId) ?? []).filter((at) => at > now - minute && at <= now)
    const [oldest = now] = recent
    if (recent.length >= perMinute) return oldest + minute - now
    sent.delete(userId)
    sent.set(userId, [...recent, now])
    for (const [member, times] of sent) {
      if ((times.at(-1) ?? 0) > now - minute) break
      sent.delete(member)
    }
    return 0
  }
}
