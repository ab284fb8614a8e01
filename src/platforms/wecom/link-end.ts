import type { Attachment } from '../../bot.ts'
import { readAttachmentRef } from './attachment-ref.ts'

/** The bot's links live 5 minutes from the message (platforms, 0.2). */
const linkLife = 300_000

/** When the link of an attachment ends; null for what the app fetches by its id, which lives for days. */
export function linkEnd({ ref }: Attachment, receivedAt: Date): Date | null {
  return readAttachmentRef(ref).at === 'url' ? new Date(receivedAt.getTime() + linkLife) : null
}
