import type { Attachment, Message } from '../../bot.ts'
import { shownFileName } from '../../http/shown-file-name.ts'
import { askedText } from '../asked-text.ts'
import type { Address } from '../platform.ts'
import type { CallbackBody } from './callback-shape.ts'
import { filesOf, quoteOf, richTextOf, type CodedFile, type Quote } from './quote.ts'
import { fileRef, sessionRef } from './refs.ts'

/** What a callback brings. */
export type Heard =
  | { readonly kind: 'message'; readonly message: Message; readonly codes: readonly SeenFile[] }
  /** Nothing the bot could answer: the platform itself says why. */
  | { readonly kind: 'notice'; readonly about: NoticeKind; readonly messageKey: string; readonly to: Address }
  /** Nothing to do and nobody to tell. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed' }

/** `no_identity`: DingTalk does not say who wrote; `not_passed_on`: it kept the message to itself. */
export type NoticeKind = 'no_identity' | 'not_passed_on'

/** Files under the id of the message that brought them. */
export interface SeenFile extends Whereabouts {
  readonly messageId: string
  readonly files: readonly CodedFile[]
}

/** Where a message was written, and by whom. */
export interface Whereabouts {
  readonly conversationId: string
  readonly senderId: string
}

export interface HearingOptions {
  readonly robotCode: string
  readonly now: Date
  /** The files that came with an earlier message here or of the same person; none where there is no such message. */
  readonly seenBefore: (messageId: string, asked: Whereabouts) => Promise<readonly CodedFile[]>
}

/** Turns the body of a callback into a message, whatever the client left out of it. */
export async function hear(body: CallbackBody, options: HearingOptions): Promise<Heard> {
  const { msgId } = body
  if (msgId === undefined) return { kind: body.errorMessage === undefined ? 'malformed' : 'nothing' }
  const conversation = conversationOf(body)
  if (conversation === null) return { kind: 'malformed' }
  const key = `dingtalk:${options.robotCode}:${msgId}`
  const about = noticeAbout(body)
  if (about === null) return messageOf(body, { key, conversation }, options)
  const to = noticeAddress(body, conversation, options.now)
  return to.ref === undefined ? { kind: 'nothing' } : { kind: 'notice', about, messageKey: key, to }
}

async function messageOf(
  body: CallbackBody,
  head: Pick<Message, 'key' | 'conversation'>,
  options: HearingOptions,
): Promise<Heard> {
  const own = ownFiles(body)
  const quote = quoteOf(body)
  const sender = senderOf(body)
  const where = { conversationId: head.conversation.id, senderId: sender.id }
  const attachments = await attachmentsOf(body, own, quote, { ...options, where })
  const text = textOf(body, head.conversation.kind)
  const replyRef = refOf(body, options.now)
  return {
    kind: 'message',
    message: {
      ...{ ...head, platform: 'dingtalk', attachments },
      sender,
      text: askedText({ own: text, quoted: quote?.text ?? '', hasFiles: attachments.length > 0 }),
      receivedAt: options.now,
      ...(replyRef === undefined ? {} : { replyRef }),
    },
    codes: seenIn(body, own, quote?.files ?? []).map((seen) => ({ ...seen, ...where })),
  }
}

/** Voice and video hold no report: their words are all that counts. */
function ownFiles({ msgtype, content }: CallbackBody): readonly CodedFile[] {
  return msgtype === 'audio' || msgtype === 'video' ? [] : filesOf(content, msgtype)
}

async function attachmentsOf(
  body: CallbackBody,
  own: readonly CodedFile[],
  quote: Quote | null,
  options: HearingOptions & { readonly where: Whereabouts },
): Promise<readonly Attachment[]> {
  const robotCode = body.robotCode ?? options.robotCode
  const quoted = quote === null ? [] : await filesOfQuote(quote, options)
  return [
    ...attached(own, false, robotCode),
    // A file message always is one, even where its code did not come along.
    ...(body.msgtype === 'file' && own.length === 0
      ? [lost(shownFileName(body.content?.fileName ?? ''), false)]
      : []),
    ...attached(quoted, true, robotCode),
    ...(quote?.isFile === true && quoted.length === 0 ? [lost(quote.name, true)] : []),
  ]
}

function noticeAbout(body: CallbackBody): NoticeKind | null {
  const isEmpty = body.text === undefined && body.content === undefined
  if (isEmpty && (body.errorMessage !== undefined || body.errorCode !== undefined)) return 'not_passed_on'
  return body.senderStaffId === undefined ? 'no_identity' : null
}

/** Someone without an id can be answered by the session only. */
function noticeAddress(body: CallbackBody, where: Message['conversation'], now: Date): Address {
  const ref = refOf(body, now)
  return {
    platform: 'dingtalk',
    conversationId: where.id,
    conversationKind: where.kind,
    userId: body.senderStaffId ?? '',
    ...(ref === undefined ? {} : { ref }),
  }
}

function conversationOf(body: CallbackBody): Message['conversation'] | null {
  if (body.conversationType === '1') {
    // Without a userid the encrypted id still tells one single chat from another.
    const who = body.senderStaffId ?? body.senderId
    return who === undefined ? null : { id: `dingtalk:${who}`, kind: 'single', name: null }
  }
  if (body.conversationId === undefined) return null
  return { id: body.conversationId, kind: 'group', name: body.conversationTitle ?? null }
}

function senderOf({ senderStaffId = '', senderNick }: CallbackBody): Message['sender'] {
  const nick = senderNick?.trim() ?? ''
  return { id: senderStaffId, name: nick === '' ? senderStaffId : nick }
}

function textOf(body: CallbackBody, kind: 'group' | 'single'): string {
  const text = rawText(body).trim()
  // In a single chat nobody is mentioned: an @ there is part of what was written.
  return kind === 'group' ? withoutMentions(text, Math.max(1, body.atUsers?.length ?? 0)) : text
}

function rawText(body: CallbackBody): string {
  switch (body.msgtype ?? 'text') {
    case 'text':
      return body.text?.content ?? body.content?.content ?? ''
    case 'richText':
      return richTextOf(body.content)
    case 'audio':
      return body.content?.recognition ?? ''
    default:
      return ''
  }
}

/**
 * DingTalk takes the robot's name off; some clients leave it, and those of others. At most as many are taken off as
 * were mentioned.
 */
function withoutMentions(text: string, most: number): string {
  let left = text
  for (let count = 0; count < most; count++) left = left.replace(/(^|\s)[@＠][^\s@＠]+(?=\s|$)/u, '$1')
  return left.trim()
}

async function filesOfQuote(
  { files, lookUp }: Quote,
  { seenBefore, where }: Pick<HearingOptions, 'seenBefore'> & { readonly where: Whereabouts },
): Promise<readonly CodedFile[]> {
  if (files.length > 0) return files
  for (const messageId of lookUp) {
    const known = await seenBefore(messageId, where)
    if (known.length > 0) return known
  }
  return []
}

function attached(files: readonly CodedFile[], quoted: boolean, robotCode: string): Attachment[] {
  return files.map(({ kind, name, code }) => ({
    ...{ kind, name, quoted },
    ref: fileRef({ kind: 'code', code, robotCode }),
  }))
}

/** A file that was spoken of but not handed over: the bot says so. */
function lost(name: string | null, quoted: boolean): Attachment {
  return { kind: 'file', name, quoted, ref: fileRef({ kind: 'lost' }) }
}

/** Where the end of the session is not told, it is tried for an hour; one that has ended says so. */
const usualSession = 3_600_000

function refOf(body: CallbackBody, now: Date): string | undefined {
  const { sessionWebhook: url, sessionWebhookExpiredTime: until = now.getTime() + usualSession } = body
  return url === undefined || url === '' ? undefined : sessionRef({ url, until })
}

/** The codes to remember: a later quote may name the message alone. */
function seenIn(
  body: CallbackBody,
  own: readonly CodedFile[],
  quoted: readonly CodedFile[],
): readonly Omit<SeenFile, keyof Whereabouts>[] {
  const repliedId = body.text?.repliedMsg?.msgId ?? body.content?.repliedMsg?.msgId
  return [
    ...(body.msgId === undefined || own.length === 0 ? [] : [{ messageId: body.msgId, files: own }]),
    ...(repliedId === undefined || quoted.length === 0 ? [] : [{ messageId: repliedId, files: quoted }]),
  ]
}
