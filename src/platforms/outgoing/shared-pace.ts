import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { SharedMarks } from '../platform.ts'

/** How fast somebody is sent to, counted over all replicas. */
export interface SharedPace {
  /** Milliseconds to wait before one more message to `who`; 0: it may go now, and is counted. Never rejects. */
  readonly wait: (who: string) => Promise<number>
}

export interface SharedPaceOptions {
  /** Tells this pace from others. */
  readonly name: string
  readonly perMinute: number
  readonly marks: SharedMarks
  readonly clock: Clock
}

const minute = 60_000
/** So many people or robots are kept in mind; of others the marks are read again. */
const remembered = 1_000

/** What is known of one minute: when each message of the minute before was sent, and each of its own, by number. */
interface Counted {
  readonly window: number
  readonly before: readonly number[]
  readonly own: number[]
}

/**
 * At most so many messages in any minute. Each takes the next free number of its minute, which one replica alone can
 * have (a mark, `told …`), and leaves its time there for the others. While the store is away each replica counts by
 * itself: what is too fast then the platform refuses, and it is sent later.
 */
export function createSharedPace({ name, perMinute, marks, clock }: SharedPaceOptions): SharedPace {
  const counted = new Map<string, Counted>()
  const markOf = (who: string, window: number, number: number): string =>
    `told pace ${name} ${hashOf(who)} ${window} ${number}`

  /** The times under the numbers of a minute, from this number on. */
  const timesFrom = async (who: string, window: number, first: number): Promise<readonly number[]> => {
    const times: number[] = []
    for (let number = first; number < first + perMinute; number++) {
      const value = await marks.settled(markOf(who, window, number)).catch(() => null)
      if (value === null) break
      times.push(timeOf(value))
    }
    return times
  }

  const countedIn = async (who: string, window: number): Promise<Counted> => {
    const known = counted.get(who)
    if (known?.window === window) return known
    const seen = known?.window === window - 1 ? known.own : []
    const before = [...seen, ...(await timesFrom(who, window - 1, seen.length))]
    // Another call may have been quicker.
    const fresh = counted.get(who)
    if (fresh?.window === window) return fresh
    const made = { window, before, own: [] }
    if (counted.size >= remembered) counted.clear()
    counted.set(who, made)
    return made
  }

  return {
    wait: async (who) => {
      const now = clock().getTime()
      const window = Math.floor(now / minute)
      const { before, own } = await countedIn(who, window)
      for (;;) {
        const recent = [...before, ...own].filter((at) => at > now - minute).sort((one, other) => one - other)
        const leaving = recent.at(-perMinute)
        if (leaving !== undefined) return Math.max(1, leaving + minute - now)
        const number = own.length
        const mine = `${now} ${randomUUID()}`
        const holds = await marks.settle(markOf(who, window, number), mine).catch(() => mine)
        own[number] ??= timeOf(holds)
        if (holds === mine) return 0
      }
    },
  }
}

/** A robot's key is a secret, a person's id personal. */
function hashOf(who: string): string {
  return createHash('sha256').update(who).digest('hex').slice(0, 32)
}

function timeOf(value: string): number {
  return Number(value.split(' ', 1)[0])
}
