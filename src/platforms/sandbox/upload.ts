import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { RequestError } from './json-body.ts'

/** Bytes of one file. */
export const fileLimit = 20 * 1024 * 1024
/** So much of a file over the limit is still taken off the line, so that the page can read the answer. */
const drainLimit = 64 * 1024 * 1024

/** A file as it came; `bytes` is null where it is over the limit, then `size` is what is known of it. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly size: number
}

/** Takes the first file of a multipart body, streaming, at most 20 MiB; rejects with RequestError. */
export async function receiveUpload(request: IncomingMessage): Promise<Upload> {
  const contentType = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b.*boundary=/i.test(contentType)) {
    throw new RequestError(415, '文件应以表单（multipart/form-data）上传')
  }
  const form = openForm({ ...request.headers, 'content-type': contentType })
  const uploads: Promise<Upload>[] = []
  form.on('file', (_field, stream, filename) => {
    const upload = collect(stream, shownName(filename), request)
    // Whether it failed is looked at below, once the form has ended.
    upload.catch(() => undefined)
    uploads.push(upload)
  })
  let drained = 0
  request.on('data', (chunk: Buffer) => {
    drained += chunk.byteLength
    if (drained > drainLimit) request.destroy()
  })
  await readThrough(request, form)
  const [first] = uploads
  if (first === undefined) throw new RequestError(400, '没有收到文件，请重新选择')
  return first
}

/** One file of the form. Over the limit its bytes are let go at once. */
async function collect(stream: BusboyFileStream, name: string, request: IncomingMessage): Promise<Upload> {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('limit', () => {
    chunks.length = 0
  })
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (!stream.truncated) chunks.push(chunk)
  }
  if (stream.truncated) return { name, bytes: null, size: sizeSaid(request, size) }
  return { name, bytes: Buffer.concat(chunks), size }
}

function openForm(headers: BusboyHeaders): BusboyInstance {
  try {
    return new Busboy({
      headers,
      limits: { fileSize: fileLimit, files: 1, fields: 20, fieldSize: 4096, headerPairs: 50 },
    })
  } catch {
    throw new RequestError(400, '表单不完整，请重新选择文件')
  }
}

async function readThrough(request: IncomingMessage, form: BusboyInstance): Promise<void> {
  try {
    request.pipe(form)
    await Promise.race([finished(form), brokenOff(request)])
  } catch (error) {
    request.unpipe(form)
    request.resume()
    if (error instanceof RequestError) throw error
    throw new RequestError(400, '文件没有传完整，请重新发送')
  }
}

/** Rejects when the sender goes away; a request that ends well leaves it pending. */
function brokenOff(request: IncomingMessage): Promise<never> {
  return new Promise((_, reject) => {
    request.once('error', reject)
    request.once('close', () => {
      if (!request.complete) reject(new RequestError(400, '文件没有传完整，请重新发送'))
    })
  })
}

/** Content-Length is only a hint, but the best one for a file that was not read to its end. */
function sizeSaid(request: IncomingMessage, read: number): number {
  const said = Number(request.headers['content-length'])
  return Number.isSafeInteger(said) && said > read ? said : read
}

/** A name fit to be shown: no path, no control or direction characters, not endless. */
function shownName(filename: string): string {
  const name = filename
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^.*[/\\]/u, '')
    .trim()
  return name === '' ? '未命名文件' : Array.from(name).slice(-120).join('')
}
