import type { Reply } from '../src/bot.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { answerWords, titleWords } from './answers/answer-words.ts'
import { besideWords, inSameSentence } from './answers/caveat-words.ts'
import { linesShown } from './answers/long-list.ts'
import { shortNames } from './answers/long-names.ts'
import type { Said } from './answers/said.ts'
import { sourceWords } from './answers/source-words.ts'
import { dropped, helpReply } from './help.ts'
import { bullets, escapeMarkdown, paragraphs, plainTitle } from './markdown.ts'
import { notUnderstood, type Help } from './not-understood.ts'
import { pages } from './refusals/refusal-words.ts'
import { anyExample } from './sample-questions.ts'

/**
 * The reply to a question: the figure with whose, which year, what is missing and where it stands; or why there is none.
 * `file`: the name of a file that carries the whole of long lists, of lines or names, which are then shortened here; without one all of it
 * is written out.
 */
export function answerReply(
  reply: AskReply,
  help: Help = { example: anyExample, links: [] },
  file: string | null = null,
): Reply {
  if (reply.query.intent === 'help') return helped(reply, help)
  const said = answerWords(reply)
  return said === null
    ? notUnderstood(reply, help)
    : { title: plainTitle(titleWords(said)), markdown: paragraphs(parts(said, reply, help, file)) }
}

function parts(said: Said, reply: AskReply, help: Help, file: string | null): readonly (string | null)[] {
  const { lines = [], cells = [], then = [] } = said
  const first = doubtedWords(reply) + said.first + inSameSentence(reply)
  const beside = reply.query.intent === 'reports' ? [] : besideWords(reply)
  const short = (text: string | null): string | null =>
    file === null || text === null ? text : shortNames(text)
  const isCut = [first, ...then, ...beside].some((text) => short(text) !== text)
  return [
    `${short(first) ?? ''}${lines.length > 0 ? '：' : '。'}`,
    lines.length === 0 ? null : listed(lines, file),
    ...then.map(short),
    pageWords(reply, help),
    cells.length === 0 ? null : `用到的数字：\n\n${listed(cells, file)}`,
    ...beside.map(short),
    spokenOfWords(reply),
    isCut ? `全部名单在文件“${plainTitle(file ?? '')}”里。` : null,
    sourceWords(reply),
  ]
}

/** Who was spoken of before, and how to ask the same of them. */
function spokenOfWords({ wording }: AskReply): string | null {
  return wording.besides === undefined
    ? null
    : `要问刚才那个单位的，请发“${escapeMarkdown(wording.besides)}”。`
}

/** 确定吗: the reports were looked at once more. */
function doubtedWords({ query }: AskReply): string {
  return query.doubted === true ? '按收到的年报又查了一遍，结果是：' : ''
}

function helped({ wording }: AskReply, { example }: Help): Reply {
  return wording.refusal?.kind === 'dropped' ? dropped() : helpReply(example)
}

/** The link to the page, half an hour long; a command line has none to give. */
function pageWords({ answer, query }: AskReply, { links }: Help): string | null {
  if (query.page !== true || answer !== 'submitted') return null
  const link = pages(links)
  return link === null ? '报告页面的链接在群里或单聊里问才有。' : `${link}，半小时内有效。`
}

function listed(lines: readonly string[], file: string | null): string {
  if (file === null || lines.length <= linesShown) return bullets(lines)
  const rest = lines.length - linesShown
  return `${bullets(lines.slice(0, linesShown))}\n\n一共 ${lines.length} 行，上面是前 ${linesShown} 行；连同其余 ${rest} 行都在文件“${plainTitle(file)}”里。`
}
