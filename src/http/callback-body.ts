import type { IncomingMessage } from 'node:http'

/** A body as text, or why there is none. */
export type ReadBody =
  { readonly kind: 'read'; readonly text: string } | { readonly kind: 'too_large' | 'too_slow' | 'cut_off' }

const maxBytes = 256 * 1024
const patience = 5_000

/** Reads a callback's body, whatever its content type: at most 256 KiB within 5 s. Never rejects. */
export async function readBody(request: IncomingMessage, timeoutMs = patience): Promise<ReadBody> {
  const said = Number(request.headers['content-length'] ?? 0)
  if (said > maxBytes) return { kind: 'too_large' }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<ReadBody>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'too_slow' })
    }, timeoutMs)
  })
  try {
    return await Promise.race([collect(request), late])
  } finally {
    clearTimeout(timer)
  }
}

/** By events: leaving an iterator would destroy the socket, and with it the answer. */
function collect(request: IncomingMessage): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > maxBytes) resolve({ kind: 'too_large' })
      else chunks.push(chunk)
    })
    request.on('end', () => {
      resolve({ kind: 'read', text: Buffer.concat(chunks).toString('utf8') })
    })
    const cutOff = (): void => {
      resolve({ kind: 'cut_off' })
    }
    request.on('error', cutOff)
    request.on('close', cutOff)
  })
}
