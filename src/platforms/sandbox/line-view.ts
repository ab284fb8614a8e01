import type { PictureShown } from '../../bot.ts'
import type { SandboxConversation } from './cast.ts'
import { renderMarkdown } from '../dialect/html.ts'
import { isForBot, type NumberedLine } from './transcript.ts'

/** A line as the page gets it. */
export interface LineView {
  readonly number: number
  readonly key: string
  readonly conversationId: string
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean }
  /** A person's plain text; empty for the bot. */
  readonly text: string
  /** The bot's answer as safe markup; empty for people. */
  readonly html: string
  /** `href` is null where the file was too large to be kept. */
  readonly file: FileView | null
  readonly quotes: string | null
  /** ISO instant. */
  readonly at: string
  /** True where the bot owes an answer: until a line of the bot quotes it. */
  readonly forBot: boolean
}

export interface FileView {
  readonly name: string
  readonly size: number
  readonly href: string | null
  /** Of a picture that is seen in the chat. */
  readonly picture: (PictureShown & { readonly src: string }) | null
}

/** What the page needs to draw a line. */
export function viewOf(line: NumberedLine, conversation: SandboxConversation): LineView {
  const { number, key, conversationId, author, quotes, file } = line
  return {
    number,
    key,
    conversationId,
    author,
    text: author.isBot ? '' : line.text,
    html: author.isBot ? renderMarkdown(line.text) : '',
    file: file && fileView(file),
    quotes,
    at: line.at.toISOString(),
    forBot: isForBot(line, conversation),
  }
}

function fileView({ sha256, name, size, shows }: NonNullable<NumberedLine['file']>): FileView {
  const path = `${sha256}/${encodeURIComponent(name)}`
  return {
    name,
    size,
    href: sha256 === '' ? null : `/sandbox/files/${path}`,
    picture: shows === undefined ? null : { ...shows, src: `/sandbox/pictures/${path}` },
  }
}
