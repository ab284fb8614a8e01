import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { RequestError } from './json-body.ts'

/** Bytes of one file. */
export const fileLimit = 20 * 1024 * 1024
/** A file as it came; `bytes` is null where it is over the limit, then `size` is what is known of it. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly size: number
}

/**
 * Takes the first file of a multipart body, streaming, at most 20 MiB; rejects with RequestError. A file over the
 * limit is answered as soon as that is known: what still comes of it is read by Node and thrown away.
 */
export async function receiveUpload(request: IncomingMessage): Promise<Upload> {
  const contentType = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b.*boundary=/i.test(contentType)) {
    throw new RequestError(415, '文件应以表单（multipart/form-data）上传')
  }
  const form = openForm({ ...request.headers, 'content-type': contentType })
  const files: Promise<Upload>[] = []
  const tooLarge = new Promise<Upload>((resolve) => {
    form.on('file', (_field, stream, filename) => {
      const name = shownName(filename)
      stream.on('limit', () => {
        resolve({ name, bytes: null, size: sizeSaid(request) })
      })
      const file = collect(stream, name)
      // Whether it failed is looked at once the form has ended.
      file.catch(() => undefined)
      files.push(file)
    })
  })
  const whole = finished(form).then(async () => {
    const [file] = files
    if (file === undefined) throw new RequestError(400, '没有收到文件，请重新选择')
    return file
  })
  try {
    request.pipe(form)
    return await Promise.race([tooLarge, whole, brokenOff(request)])
  } catch (error) {
    throw error instanceof RequestError ? error : brokenOffError()
  } finally {
    request.unpipe(form)
    request.resume()
  }
}

async function collect(stream: BusboyFileStream, name: string): Promise<Upload> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.truncated) break
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  return { name, bytes, size: bytes.byteLength }
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

/** Rejects when the sender goes away; a request that ends well leaves it pending. */
function brokenOff(request: IncomingMessage): Promise<never> {
  return new Promise((_, reject) => {
    request.once('error', reject)
    request.once('close', () => {
      if (!request.complete) reject(brokenOffError())
    })
  })
}

function brokenOffError(): RequestError {
  return new RequestError(400, '文件没有传完整，请重新发送')
}

/** What the sender said; only a hint, but a file that is not read to its end has no other size. */
function sizeSaid(request: IncomingMessage): number {
  const said = Number(request.headers['content-length'])
  return Number.isSafeInteger(said) && said > fileLimit ? said : fileLimit + 1
}

/** How browsers write what may not stand in a quoted name of a form; a percent sign they leave as it is. */
const escapes: Readonly<Record<string, string>> = { '%22': '"', '%0D': '\r', '%0A': '\n' }

/** A name fit to be shown: as it was before the form, no path, no control or direction characters, not endless. */
function shownName(filename: string): string {
  const name = filename
    .replaceAll(/%(?:22|0D|0A)/g, (escape) => escapes[escape] ?? escape)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^.*[/\\]/u, '')
    .trim()
  return name === '' ? '未命名文件' : Array.from(name).slice(-120).join('')
}
