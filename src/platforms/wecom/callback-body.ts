import type { IncomingMessage } from 'node:http'
import { readBody } from '../../http/callback-body.ts'

/** A body that is not read to its end. */
export class BodyRefused extends Error {
  readonly status: 408 | 413

  constructor(status: 408 | 413) {
    super(`callback body not read: ${status}`)
    this.name = 'BodyRefused'
    this.status = status
  }
}

/** Reads a callback's body as text; rejects with BodyRefused over 256 KiB or 5 s, or where it breaks off. */
export async function callbackBody(request: IncomingMessage): Promise<string> {
  const body = await readBody(request)
  if (body.kind === 'read') return body.text
  throw new BodyRefused(body.kind === 'too_large' ? 413 : 408)
}
