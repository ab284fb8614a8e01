import type { Reply } from '../src/bot.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { requestRows } from '../src/report/statutory-tables.ts'
import { helpReply } from './help.ts'
import { escapeMarkdown, paragraphs, plainTitle } from './markdown.ts'
import { notUnderstood, type Help } from './not-understood.ts'
import { anyExample } from './sample-questions.ts'

/** The reply to a question: the figure with whose, which year, what is missing and where it stands; or why there is none. */
export function answerReply(reply: AskReply, help: Help = { example: anyExample, links: [] }): Reply {
  if (reply.query.intent === 'help') return helpReply(help.example)
  const { answer } = reply
  if (typeof answer !== 'number') return notUnderstood(reply, help)
  const [year] = reply.query.years
  const subject = `${subjectOf(reply)} ${year ?? ''}年`
  return {
    title: plainTitle(`${subject} ${metricName}：${answer} 件`),
    markdown: paragraphs([
      `${escapeMarkdown(subject)} ${metricName}${isSum(reply) ? '合计' : ''}：**${answer} 件**${inSameSentence(reply)}。`,
      comment(reply, answer),
      reply.query.yearByReports === true ? `这是按最新的年报年度 ${year ?? ''} 年回答的。` : null,
      missing(reply),
      caveat(reply, 'blank_cells'),
      caveat(reply, 'ocr'),
      reference(reply, answer),
      source(reply),
    ]),
  }
}

const row = requestRows[0]
const metricName = row.label.replace(/数量$/u, '')

/** `全区（11家中9家已报）`, `已收到的2家` where nobody knows how many there are, or the one agency's full name. */
function subjectOf({ query, wording, missing: without }: AskReply): string {
  const { group } = wording
  if (group === null || group.size === 1) return query.agencies[0] ?? ''
  const reported = group.size - without.length
  if (group.members === 'all received') return `已收到的${reported}家`
  if (group.members === 'some received') return `${group.name}（已收到的${reported}家）`
  return `${group.name}（${group.size}家${reported === group.size ? '都' : `中${reported}家`}已报）`
}

/** A group of one is that one. */
function isSum({ wording }: AskReply): boolean {
  return wording.group !== null && wording.group.size > 1
}

/** A figure out of a report with errors never stands without saying so. */
function inSameSentence(reply: AskReply): string {
  const text = caveatText(reply, 'check_failed')
  return text === null ? '' : `；注意：${escapeMarkdown(text)}，数字照报告原样`
}

/** 对 or 不对, 有 or 没有, where that was asked. */
function comment({ query }: AskReply, answer: number): string | null {
  const { confirm, whether } = query
  if (confirm !== undefined) {
    return confirm === answer ? `对，是 ${answer} 件。` : `不对，是 ${answer} 件，不是 ${confirm} 件。`
  }
  if (whether !== true) return null
  return answer === 0 ? '没有，0 件。' : `有，${answer} 件。`
}

function missing({ missing: without }: AskReply): string | null {
  if (without.length === 0) return null
  return `还没有收到报告、没有计入的：${without.map(escapeMarkdown).join('、')}。`
}

function caveat(reply: AskReply, code: AskReply['caveatCodes'][number]): string | null {
  const text = caveatText(reply, code)
  return text === null ? null : `注意：${escapeMarkdown(text)}。`
}

function caveatText(
  { caveats, caveatCodes }: AskReply,
  code: AskReply['caveatCodes'][number],
): string | null {
  return caveats[caveatCodes.indexOf(code)] ?? null
}

/** The report that compiles the others is shown beside their sum, never in it. */
function reference(reply: AskReply, answer: number): string | null {
  if (reply.reference === null) return null
  const { agency, value } = reply.reference
  const difference = Math.abs(value - answer)
  return `参考：${escapeMarkdown(agency)}自己的报告里是 ${value} 件，${
    difference === 0
      ? '和上面的合计一致。'
      : `和上面的合计相差 ${difference} 件，可能是统计的单位范围不同，或者还有单位没有报。`
  }`
}

function source({ query, sources }: AskReply): string {
  const [first] = sources
  const count = sources.length > 1 ? `，${sources.length} 份报告相加` : ''
  return `依据：${query.years[0] ?? ''}年年报 表三“${first?.row ?? ''}”×“${first?.column ?? ''}”${count}`
}
