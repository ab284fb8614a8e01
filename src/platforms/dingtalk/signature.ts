import { createHmac } from 'node:crypto'
import { isSameSecret } from '../../http/same-secret.ts'

/** Why a callback is refused; nothing of it leaves the house but a count. */
export type SignatureFault = 'timestamp' | 'sign' | 'stale'

/** The platform's own window: one hour to either side. */
const window = 3_600_000
const longestSign = 128

/**
 * The signature of DingTalk's HTTP callbacks and of its custom robots: base64 of HMAC-SHA256 over
 * `timestamp + "\n" + secret`, keyed by the secret. It covers neither body nor path.
 */
export function signatureOf(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
}

/**
 * What is wrong with the headers `timestamp` (milliseconds) and `sign`; null: they are DingTalk's. Blanks around them
 * are taken off once; all three checks take the same way, and the signature is compared in constant time.
 */
export function signatureFault(
  headers: { readonly timestamp: string; readonly sign: string },
  secret: string,
  now: Date,
): SignatureFault | null {
  const timestamp = headers.timestamp.trim()
  const sign = headers.sign.trim()
  const isTime = /^\d{13}$/.test(timestamp)
  const isSigned = isSameSecret(sign.slice(0, longestSign + 1), signatureOf(isTime ? timestamp : '', secret))
  if (!isTime) return 'timestamp'
  if (!isSigned) return 'sign'
  return Math.abs(now.getTime() - Number(timestamp)) > window ? 'stale' : null
}
