import { StoreUnavailableError } from '../../errors.ts'

/** What an error of the driver means: the store is unavailable, or (as it is) a fault of ours. */
export function storeFault(error: unknown): unknown {
  if (error instanceof StoreUnavailableError || isDuplicate(error) || !isOfDriver(error)) return error
  return new StoreUnavailableError('数据暂时无法读写：连接不上 MongoDB 或它没有按时应答', { cause: error })
}

/** No server was there to take the operation, so that others will fare no better. */
export function isAway(error: unknown): boolean {
  return /^Mongo(?:ose)?ServerSelectionError$|^MongoWaitQueueTimeoutError$/.test(textOf(error, 'name'))
}

/** A unique key is taken. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000
}

/** Inserts unless the key is taken: true when this call inserted. */
export async function inserted(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

function isOfDriver(error: unknown): boolean {
  // By name, not by class: a second copy of the driver would have other classes.
  if (/^(?:Mongo|Pool)/.test(textOf(error, 'name')) || textOf(error, 'syscall') !== '') return true
  // The driver hands on what a dying socket throws (`ERR_STREAM_DESTROYED`, `EPIPE`), and stumbles over it itself.
  if (/^(?:ERR_(?:STREAM|SOCKET|SSL|TLS)_|EPIPE$)/.test(textOf(error, 'code'))) return true
  const thrownAt = /^\s+at (?!.*node:).*$/m.exec(textOf(error, 'stack'))?.[0] ?? ''
  return /[\\/]node_modules[\\/]mongodb[\\/]/.test(thrownAt)
}

function textOf(error: unknown, field: 'name' | 'code' | 'syscall' | 'stack'): string {
  if (typeof error !== 'object' || error === null) return ''
  const value = (error as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : ''
}
