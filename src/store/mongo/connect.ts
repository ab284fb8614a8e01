import mongoose, { type Connection } from 'mongoose'
import { GongkaiError, StoreUnavailableError } from '../../errors.ts'

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
      ...(namesDatabase(uri) ? {} : { dbName: defaultDatabase }),
      bufferCommands: false,
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: 1_500,
      connectTimeoutMS: 1_500,
      waitQueueTimeoutMS: 3_000,
      socketTimeoutMS: 10_000,
      ignoreUndefined: true,
      writeConcern: { w: 'majority', journal: true },
    })
  } catch (error) {
    await connection.close(true).catch(() => undefined)
    throw new StoreUnavailableError(
      `连接不上 MongoDB（${hostsOf(uri)}），请检查 MONGODB_URI、网络和数据库是否在运行`,
      { cause: error },
    )
  }
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

function namesDatabase(uri: string): boolean {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]/.test(uri)
}

function hostsOf(uri: string): string {
  return /^mongodb(?:\+srv)?:\/\/(?:[^/]*@)?([^/?]*)/.exec(uri)?.[1] ?? '地址无法识别'
}
