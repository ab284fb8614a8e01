import type { Attachment } from '../../bot.ts'
import { GongkaiError, UnreadableFileError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { ArrivedFetch } from '../outgoing/arrived-request.ts'
import { fileHostFault } from '../outgoing/file-host-fault.ts'
import { fetchMedia, maxFile, type FetchedMedia } from './app-media.ts'
import { readAttachmentRef } from './attachment-ref.ts'
import { alarm } from './delivery-of.ts'
import { decryptFile, FileCipherError } from './file-cipher.ts'
import { fileName } from '../outgoing/file-name.ts'
import { paddingBlock } from './padding.ts'
import type { WecomApi } from './wecom-api.ts'
import { busyWait, WecomError } from './wecom-error.ts'

export interface DownloadOptions {
  /** null: no app is configured. */
  readonly api: WecomApi | null
  /** Decrypts the bot's files; null: no bot is configured. */
  readonly fileKey: Buffer | null
  readonly fetch: ArrivedFetch
  readonly log: Log
}

/**
 * Fetches an attachment. Rejects with GongkaiError or UnreadableFileError where that can never succeed, and with a
 * network's code where it may; what an administrator has to mend is logged.
 */
export async function download(
  attachment: Attachment,
  options: DownloadOptions,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  try {
    const { bytes, contentDisposition } = await bytesOf(attachment, options)
    if (bytes.byteLength > maxFile) {
      throw new UnreadableFileError('file_too_large', '文件超过 20 MB，请压缩或拆分后再发')
    }
    return { name: attachment.name ?? fileName(contentDisposition, bytes), bytes }
  } catch (error) {
    throw told(error, options.log)
  }
}

async function bytesOf(
  attachment: Attachment,
  { api, fileKey, fetch }: DownloadOptions,
): Promise<FetchedMedia> {
  const ref = readAttachmentRef(attachment.ref)
  if (ref.at === 'media' && api !== null) return fetchMedia(api, ref.mediaId)
  if (ref.at !== 'url' || fileKey === null) {
    throw new GongkaiError('file_gone', '没有取到这个文件，请在单聊里把文件发给我')
  }
  const { bytes, contentDisposition } = await fetch.get(ref.url, { maxBytes: maxFile + paddingBlock })
  // Even an empty file has its padding.
  if (bytes.byteLength === 0) throw new GongkaiError('file_gone', '没有取到文件的内容，请重新发送')
  return { bytes: decryptFile(fileKey, bytes), contentDisposition }
}

/** As its sender hears of it, where no repeat mends it; what an administrator has to mend is logged. */
function told(error: unknown, log: Log): unknown {
  if (error instanceof FileCipherError) {
    log.error('file not decrypted', { platform: 'wecom', code: error.code })
    return new GongkaiError('file_undecryptable', '文件解不开密，请检查 EncodingAESKey', { cause: error })
  }
  if (error instanceof WecomError) {
    alarm(error, log)
    if (busyWait(error.errcode) !== null) return error
    return new GongkaiError('config_invalid', '企业微信拒绝了下载，请检查应用的设置', { cause: error })
  }
  return fileHostFault(error, 'wecom', log)
}
