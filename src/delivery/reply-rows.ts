import type { Message, Reply } from '../bot.ts'
import type { Platform } from '../platforms/platform.ts'
import type { ReplyToSend } from '../store/store.ts'

/** A reply that could not be sent for this long has lost its use. */
const lifetime = 3 * 24 * 60 * 60 * 1000

/** The outbox rows of a message's replies: split as its platform needs, numbered, fixed from here on. */
export function replyRows(
  message: Message,
  replies: readonly Reply[],
  platform: Platform,
  now: Date,
): readonly ReplyToSend[] {
  return replies
    .flatMap((reply) => platform.split(reply))
    .map((reply, part) => ({
      key: `${message.key}#${part}`,
      cause: message.key,
      part,
      to: {
        platform: message.platform,
        conversationId: message.conversation.id,
        conversationKind: message.conversation.kind,
        userId: message.sender.id,
      },
      reply,
      notBefore: now,
      expiresAt: new Date(now.getTime() + lifetime),
    }))
}
