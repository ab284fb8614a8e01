import { GongkaiError, UnreadableFileError } from '../../errors.ts'
import { CallFault, type ApiAnswer } from '../outgoing/api-client.ts'
import type { WecomApi } from './wecom-api.ts'
import { PassingFault } from '../outgoing/passing-fault.ts'
import { isSentOn } from '../outgoing/sent-on.ts'
import { busyWait, statusOf, WecomError } from './wecom-error.ts'

/** 20 MiB: what the program reads of a file. */
export const maxFile = 20 * 1024 * 1024
/** Larger media come in pieces of at most 20 MB. */
const piece = 10 * 1024 * 1024
const tooLargeForOne = 830002

export interface FetchedMedia {
  readonly bytes: Uint8Array
  readonly contentDisposition: string | null
}

/**
 * Fetches what a person sent to the app (platforms, 6.4). Rejects with GongkaiError `file_gone`, UnreadableFileError
 * `file_too_large`, CallFault, PassingFault or WecomError.
 */
export async function fetchMedia(api: WecomApi, mediaId: string): Promise<FetchedMedia> {
  const answer = await getMedia(api, mediaId, null)
  const errcode = errcodeOf(answer)
  if (errcode === tooLargeForOne) return fetchInPieces(api, mediaId)
  refuse(answer, errcode)
  return { bytes: answer.bytes, contentDisposition: answer.headers.get('content-disposition') }
}

async function fetchInPieces(api: WecomApi, mediaId: string): Promise<FetchedMedia> {
  const pieces: Uint8Array[] = []
  let contentDisposition: string | null = null
  for (let start = 0, total = 1; start < total;) {
    const answer = await getMedia(api, mediaId, `bytes=${start}-${start + piece - 1}`)
    refuse(answer, errcodeOf(answer))
    total = totalOf(answer) ?? start + answer.bytes.byteLength
    if (total > maxFile) throw tooLarge()
    if (answer.bytes.byteLength === 0) throw new PassingFault('EMPTY_PIECE')
    pieces.push(answer.bytes)
    contentDisposition ??= answer.headers.get('content-disposition')
    start += answer.bytes.byteLength
  }
  return { bytes: Buffer.concat(pieces), contentDisposition }
}

async function getMedia(api: WecomApi, mediaId: string, range: string | null): Promise<ApiAnswer> {
  try {
    return await api.call({
      method: 'GET',
      path: '/cgi-bin/media/get',
      query: { media_id: mediaId },
      ...(range === null ? {} : { headers: { range } }),
      timeoutMs: 45_000,
      maxBytes: maxFile,
    })
  } catch (error) {
    if (error instanceof CallFault && error.code === 'answer_too_large') throw tooLarge()
    throw error
  }
}

/** An error comes as JSON with 200; a file that is JSON itself brings its name along. */
function errcodeOf(answer: ApiAnswer): number | null {
  if (answer.headers.get('content-disposition') !== null) return null
  return statusOf(answer)?.errcode ?? null
}

function refuse(answer: ApiAnswer, errcode: number | null): void {
  if (isAway(answer.status)) throw new PassingFault(`MEDIA_${answer.status}`)
  if (answer.status >= 400) throw gone()
  if (errcode === null || errcode === 0) return
  if (errcode === 40007) throw gone()
  if (errcode === tooLargeForOne) throw tooLarge()
  if (busyWait(errcode) !== null) throw new PassingFault(`MEDIA_${errcode}`)
  throw new WecomError({ errcode, errmsg: statusOf(answer)?.errmsg ?? '' })
}

function isAway(status: number): boolean {
  return status >= 500 || status === 429 || isSentOn(status)
}

/** Of `Content-Range: bytes 0-99/1234`. */
function totalOf({ status, headers }: ApiAnswer): number | null {
  if (status !== 206) return null
  const total = /\/(\d+)\s*$/.exec(headers.get('content-range') ?? '')?.[1]
  return total === undefined ? null : Number(total)
}

function gone(): GongkaiError {
  return new GongkaiError('file_gone', '文件已经失效，请重新发送')
}

function tooLarge(): UnreadableFileError {
  return new UnreadableFileError('file_too_large', '文件超过 20 MB，请压缩或拆分后再发')
}
