import type { AskReply } from '../../src/questions/query/reply.ts'
import { withoutMarks } from '../markdown.ts'
import { answerWords } from './answer-words.ts'
import { besideWords, inSameSentence } from './caveat-words.ts'
import { fileNameOf } from './file-name.ts'
import { shortNames } from './long-names.ts'
import { sourceWords } from './source-words.ts'

/** Lines of a list that are read on a phone. */
export const linesShown = 20

/** The whole of an answer whose list is too long for a chat: a text file, a line each. */
export interface LongList {
  readonly name: string
  readonly text: string
}

/** The file that an answer needs beside its shortened lists, with all that it says; null where they are short. */
export function longListOf(reply: AskReply): LongList | null {
  const said = answerWords(reply)
  const { lines = [], cells = [] } = said ?? {}
  if (said === null) return null
  const title = said.first + inSameSentence(reply)
  const beside = reply.query.intent === 'reports' ? [] : besideWords(reply)
  const rest = [...(said.then ?? []), ...beside].filter((text) => text !== null)
  const isLong = Math.max(lines.length, cells.length) > linesShown
  if (!isLong && [title, ...rest].every((text) => shortNames(text) === text)) return null
  const source = sourceWords(reply)
  const parts = [[title], lines, cells, rest, source === null ? [] : [source]]
  const text = parts.flatMap((part, at) => (at === 0 ? part : section(part))).map(withoutMarks)
  // A byte order mark, since that is how office programs on Windows know UTF-8.
  return { name: fileNameOf(reply, 'txt'), text: `\u{FEFF}${text.join('\r\n')}\r\n` }
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', ...lines] : []
}
