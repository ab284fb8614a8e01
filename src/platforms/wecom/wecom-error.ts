import { z } from 'zod'
import type { ApiAnswer } from '../outgoing/api-client.ts'

/** What every answer of the API says of itself; HTTP 200 alone is no success. */
export interface WecomStatus {
  readonly errcode: number
  /** May hold a hint and our own address: for the log, never for a chat. */
  readonly errmsg: string
}

const shape = z.object({
  errcode: z.coerce.number(),
  errmsg: z.string().catch(''),
})

/** What an answer says of itself; null where it is none of the API's: a proxy's page, say. */
export function statusOf({ json }: Pick<ApiAnswer, 'json'>): WecomStatus | null {
  const parsed = shape.safeParse(json)
  return parsed.success ? parsed.data : null
}

/** The API refused a call. */
export class WecomError extends Error {
  readonly errcode: number
  readonly errmsg: string
  readonly code: string

  constructor({ errcode, errmsg }: WecomStatus) {
    super(`WeChat Work refused the call: ${errcode}`)
    this.name = 'WecomError'
    this.errcode = errcode
    this.errmsg = errmsg
    this.code = `wecom_${errcode}`
  }
}

/** The token itself is not taken: it was revoked, or has run out. */
export const staleTokenCodes: readonly number[] = [40014, 42001]

/** After these a new token is fetched, once (platforms, 6.1); 40001 is also what a wrong secret is told. */
export const tokenCodes: readonly number[] = [...staleTokenCodes, 40001]

/** Busy, too fast, too many at once: passes by itself. Milliseconds to wait at least. */
export function busyWait(errcode: number): number | null {
  if (errcode === 45009) return 60_000
  return errcode === -1 || errcode === 45033 ? 0 : null
}
