import type { Clock } from './clock.ts'
import { QuarantinedFileError, type GongkaiError } from './errors.ts'
import type { Log } from './log.ts'
import type { Quarantined, QuarantineStore } from './store/store.ts'
import { version } from './version.ts'

/** Files that this version of the reader did not get through; the next version tries them again. */
export interface Quarantine {
  /** Rejects with QuarantinedFileError where the file must not be read. */
  readonly refuse: (sha256: string) => Promise<void>
  /** Remembers the file if the error says that its reading took too much or ended its thread; else nothing. */
  readonly note: (sha256: string, error: GongkaiError) => Promise<void>
}

/** The quarantine of a store, as this process sees it. */
export function createQuarantine(store: QuarantineStore, clock: Clock, log: Log): Quarantine {
  // The same bytes may be next in line while the store is still being told.
  const failedHere = new Map<string, Quarantined['reason']>()
  return {
    refuse: async (sha256) => {
      const reason = (await store.quarantined(sha256, version))?.reason ?? failedHere.get(sha256)
      if (reason !== undefined) throw new QuarantinedFileError(reason)
    },
    note: async (sha256, error) => {
      const { code } = error
      if (error instanceof QuarantinedFileError || (code !== 'read_timeout' && code !== 'reader_died')) return
      log.warn('file quarantined', { code })
      failedHere.set(sha256, code)
      try {
        await store.quarantineFile(sha256, version, { reason: code, at: clock() })
      } catch (fault) {
        // Its message is tried again, and shall be able to say it then.
        failedHere.delete(sha256)
        throw fault
      }
    },
  }
}
