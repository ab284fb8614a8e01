import type { Context, Memory, QuestionMemory } from '../src/bot.ts'
import {
  conversationSchema,
  newConversation,
  type Conversation,
} from '../src/questions/query/conversation.ts'
import { offerAnswer } from '../src/questions/words/turns/back/offer-answer.ts'

/** Kept from the asker's last turn on. */
const minutesKept = 10

/** What was said before; what another version of the program left, and does not fit any more, is forgotten. */
export function conversationOf(memory: Memory | null): Conversation {
  if (memory?.kind !== 'question') return newConversation
  const parsed = conversationSchema.safeParse(memory.conversation)
  return parsed.success ? parsed.data : newConversation
}

/** What is to be kept of a turn; nothing of what only greets, where nothing was kept before. */
export function remembered(
  { last, open, offered, ...more }: Conversation,
  { memory, now }: Pick<Context, 'memory' | 'now'>,
): { readonly memory?: QuestionMemory } {
  const isEmpty = last === null && open === null && offered.length === 0
  if (isEmpty && memory?.kind !== 'question') return {}
  const conversation: Conversation = { last, open, offered, ...more }
  return {
    memory: { kind: 'question', conversation, expiresAt: new Date(now.getTime() + minutesKept * 60_000) },
  }
}

/** 是, 1, 不是 after questions that were offered: the answer to them, and no greeting. */
export function answersOffer({ memory, message }: Pick<Context, 'memory' | 'message'>): boolean {
  return offerAnswer(conversationOf(memory).offered, message.text).kind !== 'other'
}
