import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { RequestError } from './request-error.ts'

/** Bytes of a JSON body. */
const limit = 256 * 1024

/** Reads and parses a JSON body of at most 256 KiB; rejects with RequestError. */
export async function readJson<T>(request: IncomingMessage, shape: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new RequestError(415, '内容应是 JSON 格式')
  }
  const parsed = shape.safeParse(parse(await readText(request)))
  if (!parsed.success) {
    // The shape's own sentences are for people; the library's are not.
    const own = parsed.error.issues.find(({ message }) => /\p{Script=Han}/u.test(message))
    throw new RequestError(400, own?.message ?? '内容有误，请刷新页面后再试')
  }
  return parsed.data
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > limit) throw new RequestError(413, '内容太长，请分几次发送')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError(400, '内容不是完整的 JSON')
  }
}
