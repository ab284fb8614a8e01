import mongoose, { mongo, type Connection } from 'mongoose'
import { GongkaiError, StoreUnavailableError } from '../../errors.ts'
import { within } from '../../time-limit.ts'

/** Where the address names no database. */
const defaultDatabase = 'gongkai'

/**
 * Connects to a MongoDB. Fails fast, since a platform waits only seconds for its acknowledgement; a write is
 * acknowledged when a majority has it on disk.
 */
export async function connect(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection()
  try {
    return await connection.openUri(uri, {
      ...clientOptions(uri),
      bufferCommands: false,
      autoIndex: false,
      autoCreate: false,
    })
  } catch (error) {
    await disconnect(connection)
    throw new StoreUnavailableError(
      `连接不上 MongoDB（${hostsOf(uri)}），请检查 MONGODB_URI、网络和数据库是否在运行`,
      { cause: error },
    )
  }
}

/**
 * Gives a connection a new client, once that has reached the server; models stay bound. Needed since a client of
 * the driver can stay deaf for good: when a socket dies between two steps of a write (mongodb 7.8.0,
 * cmap/connection.js, writeCommand), it waits for a `drain` that never comes, and its monitor with it. Rejects where
 * the server is not reached; the connection is then as it was.
 */
export async function renewClient(connection: Connection, uri: string): Promise<void> {
  const client = new mongo.MongoClient(uri, clientOptions(uri))
  try {
    await within(5_000, client.connect())
    const old = connection.getClient()
    // Throws where the old client came back to life meanwhile.
    connection.setClient(client)
    // What the old client still sees must not count as the state of the connection.
    old.removeAllListeners()
    void closeClient(old)
  } catch (error) {
    void closeClient(client)
    throw error
  }
}

/** Ends a connection, within a second whatever the server does. */
export async function disconnect(connection: Connection): Promise<void> {
  await within(1_000, connection.close(true)).catch(() => undefined)
}

async function closeClient(client: mongo.MongoClient): Promise<void> {
  await client.close().catch(() => undefined)
}

/** Makes the indexes where they are missing, and refuses to go on without them: unique keys are what holds. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    try {
      await model.createIndexes()
      const { toCreate } = await model.diffIndexes()
      if (toCreate.length > 0) throw new Error(`${toCreate.length} indexes are missing`)
    } catch (error) {
      throw new GongkaiError(
        'store_unavailable',
        `MongoDB 集合 ${model.collection.collectionName} 的索引无法建立，请检查账号权限和集合中的数据`,
        { cause: error },
      )
    }
  }
}

function clientOptions(uri: string): mongo.MongoClientOptions & { readonly dbName?: string } {
  return {
    ...(namesDatabase(uri) ? {} : { dbName: defaultDatabase }),
    serverSelectionTimeoutMS: 1_500,
    connectTimeoutMS: 1_500,
    waitQueueTimeoutMS: 3_000,
    socketTimeoutMS: 10_000,
    heartbeatFrequencyMS: 2_500,
    ignoreUndefined: true,
    writeConcern: { w: 'majority', journal: true },
  }
}

function namesDatabase(uri: string): boolean {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]/.test(uri)
}

function hostsOf(uri: string): string {
  return /^mongodb(?:\+srv)?:\/\/(?:[^/]*@)?([^/?]*)/.exec(uri)?.[1] ?? '地址无法识别'
}
