import { z } from 'zod'
import type { ReplyFile } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import type { PlatformFiles } from '../platform.ts'
import type { WecomApi } from './wecom-api.ts'
import { PassingFault } from './passing-fault.ts'
import { statusOf, WecomError } from './wecom-error.ts'

/** A file as the platform has it. */
export interface UploadedMedia {
  readonly type: 'file' | 'image'
  readonly mediaId: string
}

export interface MediaUploads {
  /**
   * Uploads a file of the house, or gives what was uploaded before; null where the platform takes no such file.
   * Rejects with CallFault, WecomError or PassingFault.
   */
  readonly upload: (file: ReplyFile) => Promise<UploadedMedia | null>
  /** The platform does not know it any more. */
  readonly forget: (file: ReplyFile) => void
}

const kept = 2 * 24 * 60 * 60 * 1000
const smallest = 6
const largestFile = 20 * 1024 * 1024
const largestImage = 10 * 1024 * 1024
const remembered = 500

const uploadShape = z.object({ media_id: z.string().min(1) })

/**
 * Uploads, each once in its three days: so a message that is tried again is the same message, and the platform's check
 * for duplicates knows it.
 */
export function createMediaUploads(api: WecomApi, files: PlatformFiles, clock: Clock): MediaUploads {
  const uploads = new Map<string, { readonly media: UploadedMedia; readonly at: number }>()
  const keyOf = (file: ReplyFile): string => `${file.sha256} ${file.name}`
  return {
    upload: async (file) => {
      const known = uploads.get(keyOf(file))
      if (known !== undefined && clock().getTime() - known.at < kept) return known.media
      const bytes = await files.get(file.sha256)
      if (bytes === null || bytes.byteLength < smallest || bytes.byteLength > largestFile) return null
      const type = file.kind === 'picture' && isImage(bytes) ? 'image' : 'file'
      const media = { type, mediaId: await uploadOne(api, type, file.name, bytes) } as const
      const [oldest] = uploads.keys()
      if (uploads.size >= remembered && oldest !== undefined) uploads.delete(oldest)
      uploads.set(keyOf(file), { media, at: clock().getTime() })
      return media
    },
    forget: (file) => {
      uploads.delete(keyOf(file))
    },
  }
}

async function uploadOne(
  api: WecomApi,
  type: UploadedMedia['type'],
  name: string,
  bytes: Uint8Array,
): Promise<string> {
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
  if (status.errcode !== 0 || !parsed.success) throw new WecomError(status)
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
