import { RefusedCallback } from '../refused-callback.ts'

/** The parameters that every callback carries in its query. */
export interface CallbackQuery {
  /** 40 hexadecimal digits, as sent. */
  readonly signature: string
  /** Seconds, 10 digits. */
  readonly timestamp: string
  readonly nonce: string
}

type RawQuery = Readonly<Record<string, string | string[] | undefined>>

/** Callbacks are repeated and may be late; only what is beyond this is refused (operations, “Who is calling”). */
const tolerance = 24 * 60 * 60

const maxNonce = 128
const maxEchostr = 4096

/** Takes the parameters of a callback; throws RefusedCallback where one is missing, repeated, over-long or strange. */
export function callbackQuery(query: RawQuery): CallbackQuery {
  const signature = one(query, 'msg_signature', 40)
  const timestamp = one(query, 'timestamp', 10)
  const nonce = one(query, 'nonce', maxNonce)
  if (!/^\d{10}$/.test(timestamp)) throw new RefusedCallback('parameter')
  return { signature, timestamp, nonce }
}

/** To be asked of what is signed: then it is a clock that is off, or something old sent again. Throws RefusedCallback. */
export function refuseStale({ timestamp }: CallbackQuery, now: Date): void {
  if (Math.abs(Number(timestamp) - now.getTime() / 1000) > tolerance) throw new RefusedCallback('timestamp')
}

/** The `echostr` of a URL verification; a `+` that a proxy left bare has become a space on the way. */
export function echostrOf(query: RawQuery): string {
  return one(query, 'echostr', maxEchostr).replaceAll(' ', '+')
}

/** Printable ASCII, once. */
function one(query: RawQuery, name: string, maxLength: number): string {
  const value = query[name]
  if (typeof value !== 'string' || value.length > maxLength || !/^[\x20-\x7e]+$/.test(value)) {
    throw new RefusedCallback('parameter')
  }
  return value
}
