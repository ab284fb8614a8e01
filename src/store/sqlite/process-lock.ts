import { join } from 'node:path'
import { GongkaiError } from '../../errors.ts'
import { isBusy } from './sqlite-fault.ts'
import { Sql } from './sql.ts'

/** Held while this process serves from a data directory; `release` gives it back, as does the end of the process. */
export interface ProcessLock {
  readonly release: () => void
}

/** How long a lock may be held by one that only prepares the data file. */
const patience = 1_500

/**
 * Takes the data directory for one serving process: an exclusive transaction on a file of its own, so that other
 * commands can read and write the data beside it. The lock ends with the process, however it ends. Nothing else may
 * open `lock.db` in this process: closing a file drops its locks.
 */
export function lockDirectory(dataDir: string): ProcessLock {
  const sql = new Sql(join(dataDir, 'lock.db'))
  try {
    sql.pragma(`busy_timeout = ${patience}`)
    sql.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sql.close()
    if (!isBusy(error)) throw error
    throw new GongkaiError(
      'store_locked',
      `数据目录 ${dataDir} 正被另一个 gongkai serve 使用：请先停止它，或用 DATA_DIR 指定另一个目录`,
      { cause: error },
    )
  }
  let isHeld = true
  return {
    release: () => {
      if (!isHeld) return
      isHeld = false
      sql.exec('ROLLBACK')
      sql.close()
    },
  }
}
