import { createHash } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { Delivery, SharedMarks } from '../platform.ts'
import { createSharedPace } from './shared-pace.ts'

/** The one sender of a group's robot: in order, one request at a time, never faster than the platform allows. */
export interface RobotLine {
  /**
   * Posts the messages of one reply. What was posted under this key before, by this or another replica, is not posted
   * again, so a reply of several messages can be tried again as a whole.
   */
  readonly post: (key: string, messages: readonly (() => Promise<Delivery>)[]) => Promise<Delivery>
}

export interface RobotLinesOptions {
  /** Tells these robots' pace from others. */
  readonly name: string
  readonly marks: SharedMarks
  readonly clock: Clock
  /** How long to keep quiet once the platform found a robot too fast; a minute. */
  readonly limitMs?: number
}

/** Both platforms take 20 messages a minute from a robot. */
const perMinute = 20
const minute = 60_000
const remembered = 1_000

/** The lines of all robots of a platform, by their keys; the pace of each is that of all replicas together. */
export function createRobotLines(options: RobotLinesOptions): (robot: string) => RobotLine {
  const pace = createSharedPace({ ...options, perMinute })
  const lines = new Map<string, RobotLine>()
  return (robot) => {
    const line = lines.get(robot) ?? createRobotLine(() => pace.wait(robot), options)
    lines.set(robot, line)
    return line
  }
}

function createRobotLine(
  paceWait: () => Promise<number>,
  { marks, clock, limitMs = minute }: RobotLinesOptions,
): RobotLine {
  let quietUntil = 0
  /** When the last posts came to their end: each arrived by then, after its upload and its way, and counts from there. */
  const ended: number[] = []
  const progress = createProgress(marks)
  let before: Promise<unknown> = Promise.resolve()

  async function postOne(message: () => Promise<Delivery>): Promise<Delivery> {
    const open = Math.max(quietUntil, (ended.at(-perMinute) ?? 0) + minute)
    const closed = open - clock().getTime()
    const wait = closed > 0 ? closed : await paceWait()
    if (wait > 0) return { kind: 'later', reason: 'robot_rate', afterMs: wait }
    const delivery = await message().finally(() => {
      ended.push(clock().getTime())
      if (ended.length > perMinute) ended.shift()
    })
    if (delivery.kind !== 'later' || (delivery.afterMs ?? 0) < minute) return delivery
    const afterMs = Math.max(delivery.afterMs ?? 0, limitMs)
    quietUntil = clock().getTime() + afterMs
    return { ...delivery, afterMs }
  }

  async function postAll(key: string, messages: readonly (() => Promise<Delivery>)[]): Promise<Delivery> {
    let delivery: Delivery = { kind: 'sent' }
    const done = messages.length > 1 ? await progress.of(key) : 0
    for (const [index, message] of messages.entries()) {
      if (index < done) continue
      delivery = await postOne(message)
      if (delivery.kind !== 'sent') return delivery
      if (index < messages.length - 1) await progress.note(key, index + 1)
    }
    return delivery
  }

  return {
    post: (key, messages) => {
      const own = before.then(() => postAll(key, messages))
      before = own.catch(() => undefined)
      return own
    },
  }
}

/** How many messages of a reply were posted; where the store is away, as far as this process knows. */
function createProgress(marks: SharedMarks): {
  readonly of: (key: string) => Promise<number>
  readonly note: (key: string, count: number) => Promise<void>
} {
  const own = new Map<string, number>()
  const markOf = (key: string, count: number): string =>
    `told posted ${createHash('sha256').update(key).digest('hex').slice(0, 32)} ${count}`
  return {
    of: async (key) => {
      let count = own.get(key) ?? 0
      while ((await marks.settled(markOf(key, count + 1)).catch(() => null)) !== null) count += 1
      return count
    },
    note: async (key, count) => {
      const [oldest] = own.keys()
      if (own.size >= remembered && oldest !== undefined) own.delete(oldest)
      own.set(key, count)
      await marks.settle(markOf(key, count), 'yes').catch(() => undefined)
    },
  }
}
