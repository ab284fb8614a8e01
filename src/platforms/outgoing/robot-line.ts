import type { Clock } from '../../clock.ts'
import type { Delivery } from '../platform.ts'

/** The one sender of a group's robot: in order, one request at a time, never faster than the platform allows. */
export interface RobotLine {
  /**
   * Posts the messages of one reply. What was posted under this key before is not posted again, so a reply of several
   * messages can be tried again as a whole.
   */
  readonly post: (key: string, messages: readonly (() => Promise<Delivery>)[]) => Promise<Delivery>
}

/** Both platforms take 20 messages a minute from a robot. */
const perMinute = 20
const minute = 60_000
const remembered = 1_000

/** A line for one robot; `limitMs`: how long to keep quiet once the platform found it too fast. */
export function createRobotLine(clock: Clock, limitMs = minute): RobotLine {
  /** Times of the last requests. */
  let recent: readonly number[] = []
  let quietUntil = 0
  const posted = new Map<string, number>()
  let before: Promise<unknown> = Promise.resolve()

  function waitMs(): number {
    const now = clock().getTime()
    recent = recent.filter((at) => at > now - minute)
    const oldest = recent.length < perMinute ? undefined : recent[0]
    return Math.max(quietUntil - now, oldest === undefined ? 0 : oldest + minute - now)
  }

  async function postOne(message: () => Promise<Delivery>): Promise<Delivery> {
    const wait = waitMs()
    if (wait > 0) return { kind: 'later', reason: 'robot_rate', afterMs: wait }
    recent = [...recent, clock().getTime()]
    const delivery = await message()
    if (delivery.kind !== 'later' || (delivery.afterMs ?? 0) < minute) return delivery
    const afterMs = Math.max(delivery.afterMs ?? 0, limitMs)
    quietUntil = clock().getTime() + afterMs
    return { ...delivery, afterMs }
  }

  async function postAll(key: string, messages: readonly (() => Promise<Delivery>)[]): Promise<Delivery> {
    let delivery: Delivery = { kind: 'sent' }
    for (const [index, message] of messages.entries()) {
      if (index < (posted.get(key) ?? 0)) continue
      delivery = await postOne(message)
      if (delivery.kind === 'later' || delivery.kind === 'unknown') return delivery
      if (delivery.kind === 'refused') break
      remember(key, index + 1)
    }
    posted.delete(key)
    return delivery
  }

  function remember(key: string, count: number): void {
    const [oldest] = posted.keys()
    if (posted.size >= remembered && oldest !== undefined) posted.delete(oldest)
    posted.set(key, count)
  }

  return {
    post: (key, messages) => {
      const own = before.then(() => postAll(key, messages))
      before = own.catch(() => undefined)
      return own
    },
  }
}
