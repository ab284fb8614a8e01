import path from 'node:path'
import type { Reply, ReplyFile } from '../../bot.ts'
import { CallFault } from '../outgoing/call-fault.ts'
import { withFileLinks } from '../dialect/file-links.ts'
import type { Address, Delivery, PlatformFiles } from '../platform.ts'
import { postToApi, sendText, type OpenMessage, type SendParts } from './send-text.ts'

/** What sampleFile takes. */
const fileTypes = ['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']
const pictureTypes = ['jpg', 'jpeg', 'gif', 'png', 'bmp']
/** Of files and pictures alike. */
const mostBytes = 20 * 1024 * 1024

/** Sends a file as a file where DingTalk takes it, else as a text with a link to it. */
export async function sendFile(
  to: Address,
  file: ReplyFile,
  key: string,
  parts: SendParts & { readonly files: PlatformFiles },
): Promise<Delivery> {
  const asFile = await sendAsFile(to, file, parts)
  return asFile.kind === 'refused' ? sendText(to, linkTo(file, to, parts.files), key, parts) : asFile
}

async function sendAsFile(
  to: Address,
  file: ReplyFile,
  parts: SendParts & { readonly files: PlatformFiles },
): Promise<Delivery> {
  const type = typeOf(file)
  if (type === null || file.size > mostBytes) return { kind: 'refused', reason: 'file_type' }
  const bytes = await parts.files.get(file.sha256)
  if (bytes === null) return { kind: 'refused', reason: 'file_missing' }
  const uploaded = await parts.api
    .upload({ name: file.name, bytes }, file.kind === 'picture' ? 'image' : 'file')
    .catch((error: unknown) => {
      // However far an upload came, nobody has seen anything of it.
      if (error instanceof CallFault) return { kind: 'busy' as const, reason: error.code }
      throw error
    })
  switch (uploaded.kind) {
    case 'busy':
      return { ...uploaded, kind: 'later' }
    case 'refused':
      return uploaded
    case 'ok':
      return postToApi(to, messageWith(file, type, uploaded.mediaId), parts)
  }
}

function typeOf(file: ReplyFile): string | null {
  const extension = path.extname(file.name).slice(1).toLowerCase()
  const known = file.kind === 'picture' ? pictureTypes : fileTypes
  return known.includes(extension) ? extension : null
}

function messageWith(file: ReplyFile, fileType: string, mediaId: string): OpenMessage {
  return file.kind === 'picture'
    ? { msgKey: 'sampleImageMsg', msgParam: JSON.stringify({ photoURL: mediaId }) }
    : { msgKey: 'sampleFile', msgParam: JSON.stringify({ mediaId, fileName: file.name, fileType }) }
}

/** A link is a reply of its own here, so that it says what it is. */
function linkTo(file: ReplyFile, to: Address, files: PlatformFiles): Reply {
  const { markdown } = withFileLinks({ title: '', markdown: '', files: [file] }, to, files)
  return {
    title: file.shows?.alt ?? file.name,
    markdown: `${markdown}\n\n链接过一段时间会失效，请及时打开。`,
  }
}
