import { z } from 'zod'
import type { ReplyFile } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import type { PlatformFiles, SharedMarks } from '../platform.ts'
import { alarm } from './delivery-of.ts'
import { createUploadNotes, type UploadedMedia } from './upload-notes.ts'
import type { WecomApi } from './wecom-api.ts'
import { PassingFault } from '../outgoing/passing-fault.ts'
import { busyWait, statusOf, WecomError } from './wecom-error.ts'

export interface MediaUploads {
  /**
   * Uploads a file of the house for the message of this key, or gives what was uploaded for it before; null where the
   * platform takes no such file, or refuses it. Rejects with CallFault, WecomError (busy, or no token) or PassingFault.
   */
  readonly upload: (file: ReplyFile, key: string) => Promise<UploadedMedia | null>
  /** The platform does not know it any more. */
  readonly forget: (file: ReplyFile, key: string) => void
}

export interface MediaUploadsOptions {
  readonly api: WecomApi
  readonly files: PlatformFiles
  readonly marks: SharedMarks
  readonly clock: Clock
  readonly log: Log
}

const smallest = 6
const largestFile = 20 * 1024 * 1024
const largestImage = 10 * 1024 * 1024

const uploadShape = z.object({ media_id: z.string().min(1) })

/**
 * Uploads, each once a message: one that is tried again is the same, whoever tries, and the platform's check for
 * duplicates knows it; the same picture in the answer to another question is another one, or nobody would see it.
 */
export function createMediaUploads({ api, files, marks, clock, log }: MediaUploadsOptions): MediaUploads {
  const notes = createUploadNotes(marks, clock)
  const nameOf = (file: ReplyFile, key: string): string => `${key} ${file.sha256}`
  return {
    upload: async (file, key) => {
      const known = await notes.find(nameOf(file, key))
      if (known !== null) return known
      const bytes = await files.get(file.sha256)
      if (bytes === null || bytes.byteLength < smallest || bytes.byteLength > largestFile) return null
      const type = file.kind === 'picture' && isImage(bytes) ? 'image' : 'file'
      const mediaId = await uploadOne(api, type, { name: file.name, bytes }, log)
      return mediaId === null ? null : notes.note(nameOf(file, key), { type, mediaId })
    },
    forget: (file, key) => {
      notes.forget(nameOf(file, key))
    },
  }
}

async function uploadOne(
  api: WecomApi,
  type: UploadedMedia['type'],
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  log: Log,
): Promise<string | null> {
  const form = new FormData()
  form.append('media', new File([Uint8Array.from(bytes)], name))
  const answer = await api.call({
    method: 'POST',
    path: '/cgi-bin/media/upload',
    query: { type },
    form,
    timeoutMs: 30_000,
  })
  const status = statusOf(answer)
  if (status === null) throw new PassingFault(`UPLOAD_${answer.status}`)
  const parsed = uploadShape.safeParse(answer.json)
  if (busyWait(status.errcode) !== null) throw new WecomError(status)
  if (status.errcode !== 0 || !parsed.success) {
    alarm(status, log)
    return null
  }
  return parsed.data.media_id
}

/** JPG and PNG, to 10 MB, are shown as pictures. */
function isImage(bytes: Uint8Array): boolean {
  return bytes.byteLength <= largestImage && pictureType(bytes) !== null
}

/** What the content of a picture is; null for what no chat shows. */
export function pictureType(bytes: Uint8Array): 'jpg' | 'png' | null {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (head.startsWith('ffd8ff')) return 'jpg'
  return head === '89504e47' ? 'png' : null
}
