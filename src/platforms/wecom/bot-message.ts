import type { Attachment, Message } from '../../bot.ts'
import type { WecomBotSettings } from '../../config/platform-settings.ts'
import { askedText } from '../asked-text.ts'
import { writeAttachmentRef } from './attachment-ref.ts'
import { withoutMention } from './bot-mention.ts'
import type { BotContent, BotPayload } from './bot-payload.ts'
import { writeReplyRef } from './reply-ref.ts'

/** The key of a message of the 智能机器人. */
export function botMessageKey(botId: string, messageId: string): string {
  return `wecom:bot:${botId}:${messageId}`
}

/** The conversation's id: the group's own, or one of ours for a person. */
export function botConversation(
  chatId: string | null,
  userId: string,
): { readonly id: string; readonly kind: 'group' | 'single' } {
  return chatId === null ? { id: `wecom:bot:${userId}`, kind: 'single' } : { id: chatId, kind: 'group' }
}

/** A callback's payload as a message for the bot. */
export function botMessage(
  payload: BotPayload,
  { botId, name }: Pick<WecomBotSettings, 'botId' | 'name'>,
  receivedAt: Date,
): Message {
  const { msgid, chattype, from, quote } = payload
  const chatId = chattype === 'group' ? (payload.chatid ?? null) : null
  const conversation = botConversation(chatId, from.userid)
  const attachments = [
    ...attachmentsOf(payload, false),
    ...(quote === undefined ? [] : attachmentsOf(quote, true)),
  ]
  return {
    key: botMessageKey(botId, msgid),
    platform: 'wecom',
    conversation: { ...conversation, name: null },
    sender: { id: from.userid, name: from.userid },
    text: askedText({
      own: withoutMention(textOf(payload), name, conversation.kind),
      // Others may be called on in it, but who quotes it calls on the bot.
      quoted: quote === undefined ? '' : withoutMention(textOf(quote), name, 'group'),
      hasFiles: attachments.length > 0,
    }),
    attachments,
    receivedAt,
    replyRef: writeReplyRef({
      way: 'bot',
      messageId: msgid,
      at: receivedAt.getTime(),
      responseUrl: payload.response_url ?? null,
    }),
  }
}

/** What the person said; voice arrives as text. */
function textOf({ msgtype, text, voice, mixed }: BotContent): string {
  if (msgtype === 'text') return text?.content ?? ''
  if (msgtype === 'voice') return voice?.content ?? ''
  if (msgtype !== 'mixed') return ''
  return (mixed?.msg_item ?? []).flatMap((item) => item.text?.content ?? []).join('\n')
}

/** Files and pictures; one without a link is told of as well, so that its sender hears that it did not come. */
function attachmentsOf(content: BotContent, quoted: boolean): readonly Attachment[] {
  const attachment = (kind: 'file' | 'picture', url: string | undefined): Attachment => ({
    ...{ kind, name: null, quoted },
    ref: writeAttachmentRef(url === undefined ? { at: 'nowhere' } : { at: 'url', url }),
  })
  switch (content.msgtype) {
    case 'file':
      return [attachment('file', content.file?.url)]
    case 'image':
      return [attachment('picture', content.image?.url)]
    case 'mixed':
      return (content.mixed?.msg_item ?? [])
        .filter((item) => item.msgtype === 'image')
        .map((item) => attachment('picture', item.image?.url))
    default:
      return []
  }
}
