import { StoreUnavailableError } from '../../errors.ts'
import { codeOf } from '../error-code.ts'

const causes: readonly (readonly [prefix: string, said: string])[] = [
  ['SQLITE_FULL', '磁盘空间不足，请清理磁盘'],
  ['SQLITE_BUSY', '另一个程序正在写入数据'],
  ['SQLITE_LOCKED', '另一个程序正在写入数据'],
  ['SQLITE_READONLY', '数据目录不可写，请检查权限'],
  ['SQLITE_CANTOPEN', '数据文件打不开，请检查数据目录的权限'],
  ['SQLITE_IOERR', '磁盘读写出错，请检查磁盘'],
  ['SQLITE_NOMEM', '内存不足'],
  ['SQLITE_CORRUPT', '数据文件已损坏，请从备份恢复'],
  ['SQLITE_NOTADB', '数据文件已损坏或不是本程序的数据，请从备份恢复'],
]

/** What an error of the driver means: the store is unavailable, or (as it is) a fault of ours. */
export function storeFault(error: unknown): unknown {
  const code = codeOf(error)
  const cause = causes.find(([prefix]) => code.startsWith(prefix))
  return cause === undefined
    ? error
    : new StoreUnavailableError(`数据暂时无法读写：${cause[1]}`, { cause: error })
}

/** Somebody else holds the lock just now. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY')
}
