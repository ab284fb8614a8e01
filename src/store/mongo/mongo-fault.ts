import { StoreUnavailableError } from '../../errors.ts'

/** What an error of the driver means: the store is unavailable, or (as it is) a fault of ours. */
export function storeFault(error: unknown): unknown {
  // By name, not by class: a second copy of the driver would have other classes.
  if (error instanceof StoreUnavailableError || !(nameOf(error).startsWith('Mongo') || isNetwork(error)))
    return error
  return new StoreUnavailableError('数据暂时无法读写：连接不上 MongoDB 或它没有按时应答', { cause: error })
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

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
}

function isNetwork(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error
}
