import { z } from 'zod'
import type { Attachment } from '../../bot.ts'
import { GongkaiError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { ArrivedFetch } from '../outgoing/arrived-request.ts'
import { fileName } from '../outgoing/file-name.ts'
import { PassingFault } from '../outgoing/passing-fault.ts'
import { fileHostFault } from '../outgoing/file-host-fault.ts'
import type { DingtalkApi } from './api.ts'
import { isOfTheApp } from './of-the-app.ts'
import { readFileRef } from './refs.ts'

/** What one file may have. */
const maxBytes = 20 * 1024 * 1024

const answerShape = z.object({ downloadUrl: z.string().min(1) })

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
  if (called.kind === 'busy') throw new PassingFault(called.reason)
  if (called.kind === 'refused') {
    if (isOfTheApp(called.reason)) {
      throw new GongkaiError('config_invalid', '钉钉拒绝了下载，请检查应用的权限和机器人编码')
    }
    throw new GongkaiError('file_expired', '文件的下载码已经失效，请重新发送文件')
  }
  const answer = answerShape.safeParse(called.json)
  if (!answer.success) throw new GongkaiError('file_gone', '没有取到文件，请重新发送')
  const { downloadUrl } = answer.data
  const { bytes, contentDisposition } = await fetch.get(downloadUrl, { maxBytes }).catch((error: unknown) => {
    throw fileHostFault(error, 'dingtalk', log)
  })
  const unnamed = attachment.kind === 'picture' ? '图片' : undefined
  return { name: attachment.name ?? fileName(contentDisposition, bytes, unnamed), bytes }
}
