import type { Message } from '../bot.ts'
import { GongkaiError } from '../errors.ts'
import { codeOf, type Log } from '../log.ts'
import { within } from '../time-limit.ts'
import type { PlatformInbox } from '../platforms/platform.ts'
import type { InboxStore } from '../store/store.ts'
import type { DeliveryMetrics } from './delivery-metrics.ts'
import type { Spill } from './spill.ts'

export interface InboxOptions {
  readonly store: InboxStore
  readonly spill: Spill
  readonly log: Log
  readonly metrics: DeliveryMetrics
  /** Called after a message was kept, so that it is worked on at once; with null after many were. */
  readonly onKept: (message: Message | null) => void
  /** Called with each message that the store took; nothing waits for it. */
  readonly onMessage?: (message: Message) => void
  /** Milliseconds the store may take before the message goes to the spill instead. */
  readonly patience?: number
}

export interface Inbox extends PlatformInbox {
  /** Puts spilled messages into the store, if it is back. */
  readonly drain: () => Promise<void>
}

/** A platform's patience is about 5 s; the store gets 1.5 of them. */
const defaultPatience = 1_500

/**
 * Keeps a message before it is acknowledged: in the store, or on the local disk while the store is away. `keep`
 * rejects with `store_unavailable` only where neither took it: then the platform must not acknowledge.
 */
export function createInbox(options: InboxOptions): Inbox {
  const { store, spill, log, metrics, onKept } = options
  const patience = options.patience ?? defaultPatience

  const keep = async (message: Message): Promise<'kept' | 'known'> => {
    try {
      // A late insert may still succeed: the message's key absorbs the double.
      const result = await within(patience, store.keepMessage(message))
      metrics.callback(message.platform, result)
      if (result === 'kept') {
        onKept(message)
        options.onMessage?.(message)
      }
      return result
    } catch (error) {
      log.warn('store did not take a message', { platform: message.platform, code: codeOf(error) })
    }
    try {
      await spill.append(message)
      metrics.callback(message.platform, 'spilled')
      return 'kept'
    } catch (error) {
      metrics.callback(message.platform, 'lost')
      throw new GongkaiError('store_unavailable', '数据库暂时不可用，消息没有收下，请稍后重发', {
        cause: error,
      })
    }
  }

  const drain = async (): Promise<void> => {
    if (spill.size() === 0) return
    try {
      const count = await spill.drain((message) => store.keepMessage(message))
      log.info('spill drained', { count })
      onKept(null)
    } catch (error) {
      log.warn('spill cannot be drained yet', { code: codeOf(error), bytes: spill.size() })
    }
  }

  return { keep, drain }
}
