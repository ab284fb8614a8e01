import { errorCode } from '../../errors.ts'

/** How far a request got that was never answered. */
export type Reach = 'not_sent' | 'unknown'

/**
 * A request without an answer. `not_sent`: no connection came about (DNS, refused, TLS, timeout before it). `unknown`:
 * the request went out, perhaps whole, and was cut off. The message holds neither address nor query: both may be
 * secrets.
 */
export class CallFault extends Error {
  readonly reach: Reach
  /** Of the fault: `ECONNREFUSED`, `ETIMEDOUT`, `UND_ERR_SOCKET` … */
  readonly code: string

  constructor(reach: Reach, code: string) {
    super(`request failed (${reach}): ${code}`)
    this.name = 'CallFault'
    this.reach = reach
    this.code = code
  }
}

/** The fault as a CallFault; a timeout of ours is `ETIMEDOUT`. */
export function toCallFault(error: unknown, wasSent: boolean): CallFault {
  if (error instanceof CallFault) return error
  return new CallFault(wasSent ? 'unknown' : 'not_sent', codeOfFault(error))
}

function codeOfFault(error: unknown): string {
  // By its name: an error of the runtime is no instance of another realm's Error.
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : ''
  if (name === 'TimeoutError' || name === 'AbortError') return 'ETIMEDOUT'
  const code = errorCode(error)
  return code === '' ? 'UND_ERR_OTHER' : code
}
