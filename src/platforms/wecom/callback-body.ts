import type { IncomingMessage } from 'node:http'

/** A callback is an envelope around a few kilobytes. */
const maxBytes = 256 * 1024
const patience = 5_000

/** A body that is not read to its end. */
export class BodyRefused extends Error {
  readonly status: 408 | 413

  constructor(status: 408 | 413) {
    super(`callback body not read: ${status}`)
    this.name = 'BodyRefused'
    this.status = status
  }
}

/** Reads a callback's body as text, whatever its content type; rejects with BodyRefused over 256 KiB or 5 s. */
export async function callbackBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new BodyRefused(413)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new BodyRefused(408))
    }, patience)
  })
  try {
    return await Promise.race([readAll(request), late])
  } finally {
    clearTimeout(timer)
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > maxBytes) throw new BodyRefused(413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
