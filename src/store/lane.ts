import type { Message } from '../bot.ts'
import type { ReplyAddress } from './store.ts'

/** The lane a message waits in: of one conversation, one message at a time is worked on, the oldest that is due. */
export function laneOfMessage(message: Message): string {
  return `${message.platform}/${message.conversation.id}`
}

/** The lane a reply waits in: replies to one conversation leave one after the other. */
export function laneOfReply(to: ReplyAddress): string {
  return `${to.platform}/${to.conversationId}`
}

/** The lane of messages that are put off for one person: what is put off holds up nobody else in the conversation. */
export function deferredLane(message: Message): string {
  return JSON.stringify([laneOfMessage(message), message.sender.id])
}

/** Names the sender of a message over all conversations. */
export function personOf(message: Message): string {
  return `${message.platform}/${message.sender.id}`
}
