import type { AskReply, CaveatCode } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import { inUnit } from './figure-words.ts'

/** What a caveat says, for Markdown; null where it is not due. */
export function caveatText({ caveats, caveatCodes }: AskReply, code: CaveatCode): string | null {
  const text = caveats[caveatCodes.indexOf(code)]
  return text === undefined || !caveatCodes.includes(code) ? null : escapeMarkdown(text)
}

/** Figures out of a report with errors, or read from a picture, never stand without saying so in the same sentence. */
export function inSameSentence(reply: AskReply): string {
  const [failed] = headAndNames(caveatText(reply, 'check_failed'))
  const said = [failed === undefined ? null : `${failed}，数字照报告原样`, caveatText(reply, 'ocr')].filter(
    (text) => text !== null,
  )
  return said.length === 0 ? '' : `；注意：${said.join('；')}`
}

/** 其中 3 份报告有错误未改 stands in the sentence, which they are below it. */
function headAndNames(text: string | null): readonly string[] {
  if (text === null) return []
  const match = /^(其中 \d+ 份报告有错误未改)：(.+)$/u.exec(text)
  return match === null ? [text] : match.slice(1)
}

function failedNames(reply: AskReply): string | null {
  const [, names] = headAndNames(caveatText(reply, 'check_failed'))
  return names === undefined ? null : `有错误未改的报告：${names}。`
}

/** The paragraphs under an answer: who and what is missing, what cannot be compared, how words were read. */
export function besideWords(reply: AskReply): readonly (string | null)[] {
  return [
    failedNames(reply),
    missingWords(reply),
    sentence('', caveatText(reply, 'blank_cells')),
    undividedWords(reply),
    sentence('注意：', caveatText(reply, 'coverage_differs')),
    referenceWords(reply),
    sentence('', caveatText(reply, 'guessed_wording')),
    reply.query.yearByReports === true ? `按最新年报年度${Math.max(...reply.query.years)}年回答。` : null,
  ]
}

function sentence(before: string, text: string | null): string | null {
  return text === null ? null : `${before}${text}。`
}

function missingWords(reply: AskReply): string | null {
  const { missing, query, extras } = reply
  // A trend says it line by line.
  if (extras.missingYears !== undefined && query.operation === 'trend') return null
  if (missing.length > 0 && query.years.length === 1) {
    return `还没有收到报告、没有计入的：${missing.map(escapeMarkdown).join('、')}。`
  }
  return sentence('', caveatText(reply, 'missing_reports'))
}

/** A rate whose denominator is 0 is no 0%; for Markdown. */
export function undividedWords(reply: AskReply): string | null {
  const { undivided = [] } = reply.extras
  if (undivided.length === 0) return null
  const years = new Set(undivided.map(({ year }) => year))
  const each = undivided.map(
    ({ agency, year }) => `${escapeMarkdown(agency)}${years.size > 1 ? `（${year}年）` : ''}`,
  )
  const why = reply.query.growth === undefined ? '分母是 0、算不出比例' : '基数是 0、算不出百分比'
  return `${why}、没有列入的：${[...new Set(each)].join('、')}。`
}

/** The report that compiles the others is shown beside their sum, never in it. */
function referenceWords({ reference, answer, unit, missing }: AskReply): string | null {
  if (reference === null || typeof answer !== 'number') return null
  const { agency, value } = reference
  const own = `参考：${escapeMarkdown(agency)}自己的报告里是 ${inUnit(value, unit)}，`
  if (value === answer) return `${own}和上面的数字一致。`
  const why = missing.length > 0 ? '可能是统计的单位范围不同，或者还有单位没有报' : '可能是统计的单位范围不同'
  const apart = Math.round(Math.abs(value - answer) * 100) / 100
  return `${own}和上面的数字相差 ${unit === '%' ? `${apart} 个百分点` : inUnit(apart, unit)}，${why}。`
}
