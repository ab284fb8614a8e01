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
  readonly file: { readonly name: string; readonly size: number; readonly href: string | null } | null
  readonly quotes: string | null
  /** ISO instant. */
  readonly at: string
  /** True where the bot owes an answer: until a line of the bot quotes it. */
  readonly forBot: boolean
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
    file: file && {
      name: file.name,
      size: file.size,
      href: file.sha256 === '' ? null : `/sandbox/files/${file.sha256}/${encodeURIComponent(file.name)}`,
    },
    quotes,
    at: line.at.toISOString(),
    forBot: isForBot(line, conversation),
  }
}
