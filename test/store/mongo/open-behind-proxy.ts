import { openStore } from '../../../src/store/index.ts'
import type { Store } from '../../../src/store/store.ts'
import type { MongoServer } from '../../mongo-server.ts'
import { openTestMongo, type TestStore } from '../open-test-store.ts'
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.ts'
import { tempFolder } from '../../temp-folder.ts'

/** A store on MongoDB whose line can be cut. */
export interface BehindProxy {
  /** `data.store` does not go through the proxy. */
  readonly data: TestStore
  readonly proxy: CuttingProxy
  /** Goes through it. */
  readonly store: Store
  readonly dispose: () => Promise<void>
}

/** Opens it on fresh data; rejects without a server. */
export async function openBehindProxy(server: MongoServer | null): Promise<BehindProxy> {
  if (server === null) throw new Error('no server')
  const data = await openTestMongo(server)
  const proxy = await startCuttingProxy(data.uri)
  const store = await openStore({ dataDir: tempFolder(), mongodbUri: proxy.uri, mode: 'serve' })
  return {
    ...{ data, proxy, store },
    dispose: async () => {
      await store.close()
      await proxy.stop()
      await data.dispose()
    },
  }
}
