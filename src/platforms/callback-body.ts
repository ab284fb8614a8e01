import type { IncomingMessage } from 'node:http'
import { readBody } from '../http/callback-body.ts'
import { RefusedCallback } from './refused-callback.ts'

const statuses = { too_large: 413, too_slow: 408, cut_off: 408 } as const

/** Reads a callback's body as text; rejects with RefusedCallback over 256 KiB or 5 s, or where it breaks off. */
export async function callbackBody(request: IncomingMessage): Promise<string> {
  const body = await readBody(request)
  if (body.kind === 'read') return body.text
  throw new RefusedCallback(body.kind, statuses[body.kind])
}
