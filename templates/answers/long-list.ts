import type { AskReply } from '../../src/questions/query/reply.ts'
import { plainTitle } from '../markdown.ts'
import { answerWords } from './answer-words.ts'
import { metricWords } from './figure-words.ts'
import { yearsWords } from './whose-words.ts'

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
  const title = plain(said.first)
  const what = `${yearsWords(reply.query.years)}${metricWords(reply.query)}`.replaceAll(
    /[\\/:*?"<>|\s“”]/gu,
    '',
  )
  const rest = [...(said.then ?? []), ...reply.caveats].filter((text) => text !== null).map(plain)
  return {
    name: `${Array.from(plainTitle(what)).slice(0, 40).join('')}.txt`,
    // A byte order mark, since that is how office programs on Windows know UTF-8.
    text: `\u{FEFF}${[title, '', ...lines.map(plain), ...section(cells.map(plain)), ...section(rest)].join('\r\n')}\r\n`,
  }
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', ...lines] : []
}

/** Without Markdown's marks. */
function plain(markdown: string): string {
  return markdown.replaceAll('**', '').replaceAll(/\\(?=[\p{P}\p{S}])/gu, '')
}
