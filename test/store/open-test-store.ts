import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import mongoose from 'mongoose'
import { openStore } from '../../src/store/index.ts'
import type { OpenMode } from '../../src/store/open-mode.ts'
import type { Store } from '../../src/store/store.ts'
import type { MongoServer } from '../mongo-server.ts'
import { tempFolder } from '../temp-folder.ts'

/** A fresh store for one test. */
export interface TestStore {
  readonly store: Store
  /** A second connection to the same data, as another process would have it. */
  readonly beside: () => Promise<Store>
  /** Closes everything and opens the same data again, as a restarted program would. */
  readonly reopen: () => Promise<Store>
  /** Closes everything and removes the data. */
  readonly dispose: () => Promise<void>
}

/** A fresh embedded store, opened as `serve` opens it, in a temporary directory of its own. */
export async function openTestSqlite(): Promise<TestStore & { readonly dataDir: string }> {
  const dataDir = tempFolder()
  const connections = new Connections((mode) => openStore({ dataDir, mode }))
  return {
    dataDir,
    store: await connections.open('serve'),
    beside: () => connections.open('write'),
    reopen: () => connections.reopen(),
    dispose: async () => {
      await connections.closeAll()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A fresh MongoDB store in a database of its own on a server of the tests. */
export async function openTestMongo(server: MongoServer): Promise<TestStore & { readonly uri: string }> {
  const uri = server.uriOf(`gongkai_test_${randomUUID().slice(0, 8)}`)
  const dataDir = tempFolder()
  const connections = new Connections((mode) => openStore({ dataDir, mongodbUri: uri, mode }))
  return {
    uri,
    store: await connections.open('serve'),
    beside: () => connections.open('write'),
    reopen: () => connections.reopen(),
    dispose: async () => {
      await connections.closeAll()
      const connection = await mongoose.createConnection(uri).asPromise()
      await connection.dropDatabase()
      await connection.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

class Connections {
  readonly #connect: (mode: OpenMode) => Promise<Store>
  #open: Store[] = []

  constructor(connect: (mode: OpenMode) => Promise<Store>) {
    this.#connect = connect
  }

  async open(mode: OpenMode): Promise<Store> {
    const store = await this.#connect(mode)
    this.#open.push(store)
    return store
  }

  async reopen(): Promise<Store> {
    await this.closeAll()
    return this.open('serve')
  }

  async closeAll(): Promise<void> {
    for (const store of this.#open) await store.close()
    this.#open = []
  }
}
