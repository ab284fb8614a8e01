import { createHash } from 'node:crypto'
import type { Attachment, Message, PictureShown } from '../../bot.ts'
import { botName, type SandboxConversation } from './cast.ts'

/** What the sandbox asks of a store; the store of the program fulfils it. */
export interface SandboxStore {
  readonly putFile: (bytes: Uint8Array) => Promise<string>
  readonly getFile: (sha256: string) => Promise<Uint8Array | null>
  /** Once for each key; gives the line that is stored under it, with its number over all conversations, ascending. */
  readonly appendLine: (line: Line) => Promise<NumberedLine>
  /** The line with this key, however old, if it is of this conversation. */
  readonly lineByKey: (conversationId: string, key: string) => Promise<NumberedLine | null>
  /** Lines above `after`, ascending, at most `limit`, the newest of them. */
  readonly linesOf: (conversationId: string, after: number, limit: number) => Promise<readonly NumberedLine[]>
}

/** `shows`: a picture of the bot's, which is seen in the chat. */
export interface LineFile {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly shows?: PictureShown
}

/** One bubble. A file of which only the name was kept (it was too large) has an empty hash. */
export interface Line {
  readonly key: string
  readonly conversationId: string
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean }
  readonly text: string
  readonly file: LineFile | null
  readonly quotes: string | null
  readonly at: Date
}

export interface NumberedLine extends Line {
  readonly number: number
}

/** Stands in an attachment for bytes that were not kept. */
export const tooLargeRef = 'too-large'

const mention = `@${botName}`
/** Some keyboards write a full-width sign. */
const mentions = new RegExp(`[@＠]${botName}`, 'gu')
/** Keys of earlier versions end after the hash. */
const keyPattern = /^sandbox:[0-9a-f]{32}(?:\.[\w-]+)?/

/**
 * The key of a line and of the message made from it. The page makes `id`, so that a double click or a second try
 * is the same message; conversation and person are in it, so that one page cannot take another's. The id stands at
 * its end, readable: by it a page knows its own line again.
 */
export function lineKey(conversationId: string, personId: string, id: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([conversationId, personId, id]))
    .digest('hex')
  return `sandbox:${hash.slice(0, 32)}.${id}`
}

/** The line that a reply with this outbox key answers: outbox keys begin with the key of their message. */
export function answeredKey(outboxKey: string): string | null {
  return keyPattern.exec(outboxKey)?.[0] ?? null
}

/** Text as the group sees it: with the mention at its head, if the bot is spoken to. */
export function withMention(text: string): string {
  return isMentioned(text) ? text : `${mention} ${text}`.trimEnd()
}

/**
 * Whether a line is meant for the bot: in a single chat all are; in a group those that mention it, and every file
 * (kinder than WeChat Work, where a file has to be quoted with a mention).
 */
export function isForBot(line: Line, conversation: SandboxConversation): boolean {
  if (line.author.isBot) return false
  return conversation.kind === 'single' || line.file !== null || isMentioned(line.text)
}

function isMentioned(text: string): boolean {
  return text.search(mentions) >= 0
}

/** The message that a line is to the bot; `quoted` is the line it quotes. The same line always gives the same message. */
export function messageOf(line: Line, conversation: SandboxConversation, quoted: Line | null): Message {
  const attachments = [attachmentOf(line, false), quoted && attachmentOf(quoted, true)]
  return {
    key: line.key,
    platform: 'sandbox',
    conversation: { id: conversation.id, kind: conversation.kind, name: conversation.name },
    sender: { id: line.author.id, name: line.author.name },
    text: line.text.replaceAll(mentions, ' ').trim(),
    attachments: attachments.filter((attachment) => attachment !== null),
    receivedAt: line.at,
  }
}

/** What the bot made itself is quoted for its words, not to be read as a report. */
function attachmentOf(line: Line, quoted: boolean): Attachment | null {
  if (line.file === null || line.author.isBot) return null
  const { sha256, name } = line.file
  return { kind: 'file', name, quoted, ref: sha256 === '' ? tooLargeRef : sha256 }
}
