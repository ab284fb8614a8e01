import { CallFault } from './call-fault.ts'

/** What several answers may hold in memory together while they are read. */
export interface ByteBudget {
  /**
   * Reads one answer, which tells of each piece that came. Telling throws CallFault `UND_ERR_BYTE_BUDGET`, which
   * passes, where all answers together have too much: this one is to be broken off.
   */
  readonly read: <T>(answer: (onBytes: (count: number) => void) => Promise<T>) => Promise<T>
}

/** A budget of so many bytes. */
export function createByteBudget(most: number): ByteBudget {
  let held = 0
  return {
    read: async (answer) => {
      let own = 0
      try {
        return await answer((count) => {
          own += count
          held += count
          if (held > most) throw new CallFault('unknown', 'UND_ERR_BYTE_BUDGET')
        })
      } finally {
        held -= own
      }
    },
  }
}
