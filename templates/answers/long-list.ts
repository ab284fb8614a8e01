import type { AskReply } from '../../src/questions/query/reply.ts'
import { withoutMarks } from '../markdown.ts'
import { answerWords } from './answer-words.ts'
import { fileNameOf } from './file-name.ts'

/** Lines of a list that are read on a phone. */
export const linesShown = 20

/** The whole of an answer whose list is too long for a chat: a text file, a line each. */
export interface LongList {
  readonly name: string
  readonly text: string
}

/** The file that an answer needs beside its shortened list; null where the list is short. */
export function longListOf(reply: AskReply): LongList | null {
  const said = answerWords(reply)
  const { lines = [], cells = [] } = said ?? {}
  if (said === null || Math.max(lines.length, cells.length) <= linesShown) return null
  const title = withoutMarks(said.first)
  const rest = [...(said.then ?? []), ...reply.caveats].filter((text) => text !== null).map(withoutMarks)
  const text = [title, '', ...lines.map(withoutMarks), ...section(cells.map(withoutMarks)), ...section(rest)]
  // A byte order mark, since that is how office programs on Windows know UTF-8.
  return { name: fileNameOf(reply, 'txt'), text: `\u{FEFF}${text.join('\r\n')}\r\n` }
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', ...lines] : []
}
