import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { GongkaiError, StoreUnavailableError } from '../../errors.ts'
import type { OpenMode } from '../open-mode.ts'
import type { Store } from '../store.ts'
import { sqliteBindings } from './bindings.ts'
import { sqliteFailures } from './failures.ts'
import { FileFolder } from './file-folder.ts'
import { GroupCommit } from './group-commit.ts'
import { sqliteInbox } from './inbox.ts'
import { sqliteMemories } from './memories.ts'
import { migrate, schemaVersion, versionOf } from './migrations.ts'
import { sqliteOutbox } from './outbox.ts'
import { lockDirectory, type ProcessLock } from './process-lock.ts'
import { sqliteQuarantine } from './quarantine.ts'
import { sqliteReplyDesk } from './reply-desk.ts'
import { sqliteReports } from './reports.ts'
import { sqliteSettings } from './settings.ts'
import { Sql } from './sql.ts'
import { storeFault } from './sqlite-fault.ts'
import { sqliteTranscript } from './transcript.ts'

/** The data file inside DATA_DIR. */
export const dataFile = 'gongkai.db'

/** How long a statement waits for another process: long while opening, later so that the event loop goes on. */
const busyTimeout = { opening: 2_000, open: 20 }

/** What the log may keep on disk after a large transaction. */
const logLimit = 64 * 1024 * 1024

/**
 * Opens the embedded store in a directory. `serve` makes it, locks it against a second `serve` (GongkaiError
 * `store_locked`); `write` makes it and works beside a running `serve`;
 * `read` changes nothing and finds a directory without data empty.
 */
export async function openSqliteStore(dataDir: string, mode: OpenMode): Promise<Store> {
  const lock = mode === 'serve' ? takeDirectory(dataDir) : undefined
  if (mode === 'write') makeDirectory(dataDir)
  let sql: Sql | undefined
  try {
    sql = openDataFile(dataDir, mode)
    const store = storeOn(sql, dataDir, mode, lock)
    if (mode === 'serve') {
      await new FileFolder(dataDir).removeUnfinished()
    }
    return store
  } catch (error) {
    sql?.close()
    lock?.release()
    throw openFault(error, dataDir)
  }
}

/**
 * Makes a data directory and takes it for one serving process. Throws GongkaiError `store_locked` where another has
 * it, StoreUnavailableError where it cannot be made or written.
 */
export function takeDirectory(dataDir: string): ProcessLock {
  makeDirectory(dataDir)
  try {
    return lockDirectory(dataDir)
  } catch (error) {
    throw openFault(error, dataDir)
  }
}

function makeDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    throw openFault(error, dataDir)
  }
}

function openDataFile(dataDir: string, mode: OpenMode): Sql {
  const path = join(dataDir, dataFile)
  if (mode === 'read') refuseFile(dataDir)
  const isEmpty = mode === 'read' && !existsSync(path)
  const sql = new Sql(isEmpty ? ':memory:' : path)
  sql.pragma(`busy_timeout = ${busyTimeout.opening}`)
  if (mode === 'read' && !isEmpty) {
    sql.pragma('query_only = ON')
    refuseOlder(sql)
  } else {
    prepareForWriting(sql)
    if (mode === 'write') migrateAlone(sql, dataDir)
    else migrate(sql)
  }
  sql.pragma(`busy_timeout = ${busyTimeout.open}`)
  return sql
}

/** A directory that is not there yet is empty; a file in its place is a slip of the pen. */
function refuseFile(dataDir: string): void {
  const found = statSync(dataDir, { throwIfNoEntry: false })
  if (found !== undefined) accessSync(dataDir, constants.R_OK | constants.X_OK)
  if (found?.isDirectory() === false) throw new Error(`${dataDir} is a file`)
}

function prepareForWriting(sql: Sql): void {
  sql.pragma('journal_mode = WAL')
  sql.pragma('synchronous = FULL')
  sql.pragma('foreign_keys = ON')
  sql.pragma(`journal_size_limit = ${logLimit}`)
}

/** Only a program that serves alone may change the schema: an older one that is running would not understand it. */
function migrateAlone(sql: Sql, dataDir: string): void {
  if (versionOf(sql) === schemaVersion) return
  let lock: ProcessLock
  try {
    lock = lockDirectory(dataDir)
  } catch (error) {
    // A serve that is just starting has made the schema meanwhile.
    if (versionOf(sql) === schemaVersion) return
    throw error
  }
  try {
    migrate(sql)
  } finally {
    lock.release()
  }
}

function refuseOlder(sql: Sql): void {
  const version = versionOf(sql)
  if (version === schemaVersion) return
  throw new GongkaiError(
    'store_unavailable',
    `数据结构还是旧版本（${version}，本程序需要 ${schemaVersion}），请先启动一次 gongkai serve 完成升级`,
  )
}

function storeOn(sql: Sql, dataDir: string, mode: OpenMode, lock: ProcessLock | undefined): Store {
  const commit = new GroupCommit(sql, mode === 'read' ? undefined : inPlaceCheck(join(dataDir, dataFile)))
  const folder = new FileFolder(dataDir)
  let closed = false
  return {
    engine: 'sqlite',
    ping: () => (mode === 'read' ? commit.read(look) : commit.write(touch)),
    close: async () => {
      await Promise.resolve()
      if (closed) return
      closed = true
      commit.close()
      sql.close()
      lock?.release()
    },
    putFile: (bytes) => folder.put(bytes),
    getFile: (sha256) => folder.get(sha256),
    ...sqliteInbox(commit),
    ...sqliteOutbox(commit),
    ...sqliteReplyDesk(commit),
    ...sqliteReports(commit),
    ...sqliteFailures(commit),
    ...sqliteQuarantine(commit),
    ...sqliteMemories(commit),
    ...sqliteBindings(commit),
    ...sqliteTranscript(commit),
    ...sqliteSettings(commit),
  }
}

function look(sql: Sql): void {
  sql.one('SELECT 1')
}

/** Whether the file under this path is still the one that lies there now. */
function inPlaceCheck(file: string): () => boolean {
  const opened = statSync(file).ino
  return () => statSync(file, { throwIfNoEntry: false })?.ino === opened
}

/** A real write: a full disk shows only there. */
function touch(sql: Sql): void {
  sql.run(
    `INSERT INTO settings (name, value) VALUES ('ping', '0')
     ON CONFLICT (name) DO UPDATE SET value = CAST(1 - CAST(value AS INTEGER) AS TEXT)`,
  )
}

function openFault(error: unknown, dataDir: string): unknown {
  const fault = storeFault(error)
  if (fault instanceof GongkaiError) return fault
  const hint = `数据目录 ${dataDir} 打不开，请检查目录是否存在、是否可写`
  return new StoreUnavailableError(hint, { cause: error })
}
