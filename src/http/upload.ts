import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import type { Account } from './byte-budget.ts'
import { growingBytes } from './growing-bytes.ts'
import { RequestError } from './request-error.ts'
import { shownFileName } from './shown-file-name.ts'

/** Bytes of one file. */
export const fileLimit = 20 * 1024 * 1024
/** An upload brings at least so many bytes in so many milliseconds, or it is ended. */
const pace = { bytes: 16 * 1024, within: 10_000 }
/** Milliseconds between two looks at it. */
const tick = 1_000

/** A file as it came; `bytes` is null where it is over the limit, then `size` is what is known of it. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly size: number
}

/**
 * Takes the first file of a multipart body, streaming, at most 20 MiB; rejects with RequestError. A file over the
 * limit is answered as soon as that is known: what still comes of it is read by Node and thrown away. What is held in
 * memory is taken from the account, which the caller closes; a sender who hardly sends anything is ended with 408.
 */
export async function receiveUpload(request: IncomingMessage, account: Account): Promise<Upload> {
  const contentType = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b.*boundary=/i.test(contentType)) {
    throw new RequestError(415, '文件应以表单（multipart/form-data）上传')
  }
  const form = openForm({ ...request.headers, 'content-type': contentType })
  const files: Promise<Upload>[] = []
  const early = new Promise<Upload>((resolve, reject) => {
    form.on('file', (_field, stream, filename) => {
      const name = shownName(filename)
      stream.on('limit', () => {
        resolve({ name, bytes: null, size: sizeSaid(request) })
      })
      const file = collect(stream, name, bytesSaid(request), account)
      // One that may not go on never comes to the end of the form.
      file.catch(reject)
      files.push(file)
    })
  })
  const whole = finished(form).then(async () => {
    const [file] = files
    if (file === undefined) throw new RequestError(400, '没有收到文件，请重新选择')
    return file
  })
  const rate = watchRate(request, account)
  try {
    request.pipe(form)
    return await Promise.race([early, whole, brokenOff(request), rate.tooSlow])
  } catch (error) {
    throw error instanceof RequestError ? error : brokenOffError()
  } finally {
    rate.end()
    request.unpipe(form)
    request.resume()
  }
}

async function collect(
  stream: BusboyFileStream,
  name: string,
  expected: number,
  account: Account,
): Promise<Upload> {
  const received = growingBytes(expected, fileLimit)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.truncated) break
    await account.take(chunk.byteLength)
    received.add(chunk)
  }
  const bytes = received.whole()
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

/** Rejects where less arrives than the pace asks for; a sender whom we let wait ourselves is not blamed. */
function watchRate(
  request: IncomingMessage,
  account: Account,
): { readonly tooSlow: Promise<never>; readonly end: () => void } {
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    let from = { at: performance.now(), bytes: request.socket.bytesRead }
    let last = from.at
    timer = setInterval(() => {
      const now = { at: performance.now(), bytes: request.socket.bytesRead }
      // Time in which we were too busy to read, or let the sender wait, does not count.
      const isOurs = now.at - last > 2 * tick || account.waitedUntil() > from.at
      const isQuick = now.bytes - from.bytes >= pace.bytes || request.complete
      last = now.at
      if (isOurs || isQuick) from = now
      else if (now.at - from.at >= pace.within) reject(tooSlowError())
    }, tick)
  })
  return {
    tooSlow,
    end: () => {
      clearInterval(timer)
    },
  }
}

function tooSlowError(): RequestError {
  return new RequestError(408, '文件上传得太慢，已经停止，请检查网络后重新发送')
}

/** What the sender said; only a hint, but a file that is not read to its end has no other size. */
function sizeSaid(request: IncomingMessage): number {
  return Math.max(bytesSaid(request), fileLimit + 1)
}

/** Bytes of the whole body by its header; 0 where it says nothing. */
function bytesSaid(request: IncomingMessage): number {
  const said = Number(request.headers['content-length'])
  return Number.isSafeInteger(said) ? said : 0
}

/** How browsers write what may not stand in a quoted name of a form; a percent sign they leave as it is. */
const escapes: Readonly<Record<string, string>> = { '%22': '"', '%0D': '\r', '%0A': '\n' }

/** A name fit to be shown, as it was before the form. */
function shownName(filename: string): string {
  const name = filename.replaceAll(/%(?:22|0D|0A)/g, (escape) => escapes[escape] ?? escape)
  return shownFileName(name) ?? '未命名文件'
}
