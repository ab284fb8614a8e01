import type { Reply } from '../src/bot.ts'
import { escapeMarkdown, paragraphs } from './markdown.ts'

/**
 * A reply that is sent once more, since nobody knows whether it arrived: it says so, with the number that an
 * administrator finds in the log. A file that goes by itself has no words to say it in.
 */
export function repeatedReply(reply: Reply, reference: string): Reply {
  if (reply.markdown === '') return reply
  const note = `（上一次发送没有得到确认，这一条可能和前面的重复。编号：${escapeMarkdown(reference)}）`
  return { ...reply, markdown: paragraphs([reply.markdown, note]) }
}
