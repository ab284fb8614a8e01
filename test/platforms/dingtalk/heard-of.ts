import type { Attachment, Message } from '../../../src/bot.ts'
import { readCallback } from '../../../src/platforms/dingtalk/callback-shape.ts'
import { hear, type Heard } from '../../../src/platforms/dingtalk/heard.ts'
import type { CodedFile } from '../../../src/platforms/dingtalk/quote.ts'
import { readFileRef } from '../../../src/platforms/dingtalk/refs.ts'

export const now = new Date('2026-01-12T01:00:00Z')
/** The bot as it stands among those who were mentioned. */
export const bot = { dingtalkId: '$:LWCP_v1:$b' }
/** A body from a single chat, but for its content. */
export const single = {
  msgId: 'm1==',
  conversationType: '1',
  conversationId: 'cidS==',
  senderId: '$:LWCP_v1:$a',
  senderNick: '张三',
  senderStaffId: 'zhangsan',
  chatbotUserId: bot.dingtalkId,
  robotCode: 'ding1',
  sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=s1',
  sessionWebhookExpiredTime: 1_768_185_000_000,
}
/** The same from a group. */
export const group = {
  ...single,
  conversationType: '2',
  conversationId: 'cidX==',
  conversationTitle: '填报群',
  atUsers: [bot],
}

/** What is heard of a callback's body; `seen`: files that came before, by message. */
export function heardOf(
  body: object,
  seen: Readonly<Record<string, readonly CodedFile[]>> = {},
): Promise<Heard> {
  const parsed = readCallback(JSON.stringify(body))
  if (parsed === null) throw new Error('not JSON')
  return hear(parsed, {
    ...{ robotCode: 'ding1', now },
    seenBefore: (messageId) => Promise.resolve(seen[messageId] ?? []),
  })
}

/** The message it brings. */
export async function messageOf(
  body: object,
  seen: Readonly<Record<string, readonly CodedFile[]>> = {},
): Promise<Message> {
  const heard = await heardOf(body, seen)
  if (heard.kind !== 'message') throw new Error(`heard ${heard.kind}`)
  return heard.message
}

/** What of an attachment matters, with its code read. */
export function shown({ kind, name, quoted, ref }: Attachment): string {
  const read = readFileRef(ref)
  return [kind, name, quoted ? 'quoted' : 'sent', read.kind === 'code' ? read.code : 'lost'].join(' ')
}
