import { ByteBudget } from '../../http/byte-budget.ts'
import { CallFault } from './call-fault.ts'

/** Memory that large answers share while they are read. */
export interface AnswerBudget {
  /**
   * Reads one answer. Before a piece of it is kept, `room` is awaited: what is small goes on at once, what is large
   * waits while too much is held, until the signal ends it. Rejects as `answer` does, with the signal's reason, or with
   * CallFault `UND_ERR_BYTE_BUDGET`.
   */
  readonly read: <T>(
    signal: AbortSignal,
    answer: (room: (bytes: number) => Promise<void>) => Promise<T>,
  ) => Promise<T>
}

/** So much of each answer is free: whatever the large ones do, a usual file comes at once. */
const small = 1024 * 1024
/** A file of the largest size; with one that goes beyond it, two are in memory. */
const shared = 22 * 1024 * 1024
/** No request lasts so long. */
const patience = 120_000

/** A budget of so many bytes, to be shared by whatever reads files from outside. */
export function createAnswerBudget(
  options: { readonly small?: number; readonly shared?: number } = {},
): AnswerBudget {
  const budget = new ByteBudget({ shared: options.shared ?? shared, patience })
  return {
    read: async (signal, answer) => {
      const account = budget.open()
      let free = options.small ?? small
      const room = async (bytes: number): Promise<void> => {
        const beyond = Math.max(0, bytes - free)
        free = Math.max(0, free - bytes)
        if (beyond === 0) return
        await account.take(beyond).catch(() => {
          throw signal.aborted ? signal.reason : new CallFault('unknown', 'UND_ERR_BYTE_BUDGET')
        })
      }
      signal.addEventListener('abort', account.close, { once: true })
      try {
        return await answer(room)
      } finally {
        signal.removeEventListener('abort', account.close)
        account.close()
      }
    },
  }
}
