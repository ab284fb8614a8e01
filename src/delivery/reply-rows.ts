import type { Message, Reply } from '../bot.ts'
import type { Address, Platform } from '../platforms/platform.ts'
import type { ReplyToSend } from '../store/store.ts'

/** A reply that could not be sent for this long has lost its use. */
const lifetime = 3 * 24 * 60 * 60 * 1000

/** The outbox rows of a message's replies: split as its platform needs, numbered, fixed from here on. */
export async function replyRows(
  message: Message,
  replies: readonly Reply[],
  platform: Platform,
  now: Date,
): Promise<readonly ReplyToSend[]> {
  const to = addressOf(message)
  const parts: Reply[] = []
  for (const reply of replies) parts.push(...(await platform.split(reply, to)))
  const notBefore = platform.holdUntil?.(to, message.receivedAt, now) ?? now
  return parts.map((reply, part) => ({
    key: `${message.key}#${part}`,
    cause: message.key,
    ...{ part, to, reply, notBefore },
    expiresAt: new Date(now.getTime() + lifetime),
  }))
}

/** The row of a reply to what never was a message of the inbox; once for each key. */
export function noticeRow(notice: {
  readonly key: string
  readonly to: Address
  readonly reply: Reply
  readonly now: Date
}): ReplyToSend {
  const { key, to, reply, now } = notice
  return {
    key: `${key}#0`,
    cause: key,
    ...{ part: 0, to, reply, notBefore: now },
    expiresAt: new Date(now.getTime() + lifetime),
  }
}

/** Rows of what is said about a message that is still to be answered; their keys leave those of the answer free. */
export async function noticeRows(
  message: Message,
  reply: Reply,
  platform: Platform,
  now: Date,
): Promise<readonly ReplyToSend[]> {
  const rows = await replyRows(message, [reply], platform, now)
  return rows.map((row) => ({ ...row, key: `${message.key}#wait${row.part}` }))
}

/** Back to where the message came from. */
export function addressOf(message: Message): Address {
  return {
    platform: message.platform,
    conversationId: message.conversation.id,
    conversationKind: message.conversation.kind,
    userId: message.sender.id,
    ...(message.replyRef === undefined ? {} : { ref: message.replyRef }),
  }
}
