import { createHash } from 'node:crypto'
import type { Attachment, Message } from '../../bot.ts'
import { shownFileName } from '../../http/shown-file-name.ts'
import { writeAttachmentRef } from './attachment-ref.ts'
import { withoutMention } from './bot-mention.ts'
import { writeReplyRef } from './reply-ref.ts'
import type { XmlFields } from './xml-fields.ts'

/** What a callback of the self-built app is about. */
export type AppCallback =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'event'; readonly event: string; readonly userId: string }
  /** Well-formed, but from nobody. */
  | { readonly kind: 'strange' }

/** Sorts the fields of a decrypted callback. `botName`: people who know the bot from groups mention it here too. */
export function appCallback(
  fields: XmlFields,
  { corpId, botName }: { readonly corpId: string; readonly botName: string | null },
  receivedAt: Date,
): AppCallback {
  const userId = fields.get('FromUserName') ?? ''
  const type = fields.get('MsgType') ?? ''
  if (type === 'event') return { kind: 'event', event: fields.get('Event') ?? '', userId }
  if (userId === '' || type === '') return { kind: 'strange' }
  return {
    kind: 'message',
    message: {
      key: `wecom:app:${corpId}:${messageId(fields)}`,
      platform: 'wecom',
      conversation: { id: `wecom:app:${userId}`, kind: 'single', name: null },
      sender: { id: userId, name: userId },
      text: type === 'text' ? withoutMention(fields.get('Content') ?? '', botName, 'single') : '',
      attachments: attachmentsOf(type, fields),
      receivedAt,
      replyRef: writeReplyRef({ way: 'app' }),
    },
  }
}

/** All documented types have an id; what has none is told apart by what it says. */
function messageId(fields: XmlFields): string {
  const id = fields.get('MsgId') ?? ''
  if (id !== '') return id
  return createHash('sha256')
    .update(JSON.stringify([...fields]))
    .digest('hex')
}

/** `file` is not documented and comes all the same in some clients. */
function attachmentsOf(type: string, fields: XmlFields): readonly Attachment[] {
  if (type !== 'image' && type !== 'file') return []
  const mediaId = fields.get('MediaId') ?? ''
  return [
    {
      kind: type === 'image' ? 'picture' : 'file',
      name: shownFileName(fields.get('FileName') ?? ''),
      quoted: false,
      ref: writeAttachmentRef(mediaId === '' ? { at: 'nowhere' } : { at: 'media', mediaId }),
    },
  ]
}
