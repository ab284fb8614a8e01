import { z } from 'zod'
import { parse as parseDisposition } from 'content-disposition'
import type { Attachment } from '../../bot.ts'
import { GongkaiError } from '../../errors.ts'
import { shownFileName } from '../../http/shown-file-name.ts'
import type { Log } from '../../log.ts'
import type { ArrivedFetch, FetchedBytes } from '../outgoing/arrived-request.ts'
import { RefusedUrlError } from '../outgoing/arrived-url.ts'
import type { DingtalkApi } from './api.ts'
import { isOfTheApp } from './of-the-app.ts'
import { readFileRef } from './refs.ts'

/** What one file may have. */
const maxBytes = 20 * 1024 * 1024

const answerShape = z.object({ downloadUrl: z.string().min(1) })

/** A fault whose code tells the worker that it passes (`UND_ERR_…`). */
class DownloadError extends Error {
  readonly code: string

  constructor(code: string) {
    super(`file not fetched: ${code}`)
    this.name = 'DownloadError'
    this.code = code
  }
}

/**
 * Fetches a file by its code. Rejects with GongkaiError `file_expired` (code or address), `file_gone` (none came), `file_host_refused`
 * or `config_invalid` (permission, robot code), UnreadableFileError `file_too_large`, or an error that passes (network,
 * busy).
 */
export async function download(
  attachment: Attachment,
  { api, fetch, log }: { readonly api: DingtalkApi; readonly fetch: ArrivedFetch; readonly log: Log },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const ref = readFileRef(attachment.ref)
  if (ref.kind === 'lost') throw new GongkaiError('file_gone', '没有取到被引用的文件，请在单聊里把文件发给我')
  const { code: downloadCode, robotCode } = ref
  const called = await api.post('/v1.0/robot/messageFiles/download', { downloadCode, robotCode })
  if (called.kind === 'busy') throw new DownloadError(`UND_ERR_BUSY ${called.reason}`)
  if (called.kind === 'refused') {
    if (isOfTheApp(called.reason)) {
      throw new GongkaiError('config_invalid', '钉钉拒绝了下载，请检查应用的权限和机器人编码')
    }
    throw new GongkaiError('file_expired', '文件的下载码已经失效，请重新发送文件')
  }
  const answer = answerShape.safeParse(called.json)
  if (!answer.success) throw new GongkaiError('file_gone', '没有取到文件，请重新发送')
  const { downloadUrl } = answer.data
  const fetched = await fetch.get(downloadUrl, { maxBytes }).catch((error: unknown) => {
    // The host is what an administrator has to name in DOWNLOAD_HOSTS; the rest of the address is a secret.
    if (!(error instanceof RefusedUrlError)) throw error
    log.error('file host refused', { platform: 'dingtalk', reason: `${error.reason} ${error.host}` })
    throw new GongkaiError('file_host_refused', '文件的下载地址不在允许的范围内', { cause: error })
  })
  return { name: nameOf(attachment, fetched), bytes: fetched.bytes }
}

function nameOf({ name, kind }: Attachment, { contentDisposition, contentType }: FetchedBytes): string {
  if (name !== null) return name
  const given = nameInHeader(contentDisposition)
  if (given !== null) return given
  if (kind === 'file') return '未命名文件'
  return contentType?.startsWith('image/png') === true ? '图片.png' : '图片.jpg'
}

function nameInHeader(header: string | null): string | null {
  if (header === null) return null
  try {
    return shownFileName(parseDisposition(header).parameters['filename'] ?? '')
  } catch {
    return null
  }
}
