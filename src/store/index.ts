import type { OpenMode } from './open-mode.ts'
import { openSqliteStore, takeDirectory } from './sqlite/open-sqlite-store.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** Holds the embedded store and its files. */
  readonly dataDir: string
  /** Address of a MongoDB; undefined: the embedded store. */
  readonly mongodbUri?: string | undefined
  readonly mode: OpenMode
}

/**
 * Opens the store that is configured: MongoDB when there is an address, else SQLite in `dataDir`. Rejects with
 * StoreUnavailableError where it cannot be reached, and GongkaiError `store_locked` where another process serves.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, mongodbUri, mode } = options
  if (mongodbUri === undefined) return openSqliteStore(dataDir, mode)
  const { openMongoStore } = await import('./mongo/open-mongo-store.ts')
  if (mode !== 'serve') return openMongoStore(mongodbUri, mode)
  // The spill journal and the replica's identity lie in the folder: one process a folder, here too.
  const lock = takeDirectory(dataDir)
  try {
    const store = await openMongoStore(mongodbUri, mode)
    return {
      ...store,
      close: async () => {
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
