import type { Reply } from '../src/bot.ts'
import { bullets, escapeMarkdown, paragraphs, plainTitle } from './markdown.ts'

/** What is asked about a report whose agency or year could not be read. */
export interface WhichReport {
  readonly fileName: string
  readonly agency: string | null
  readonly year: number | null
  /** Names it may be; the only one is offered to be confirmed with 是. */
  readonly options: readonly string[]
  /** The name that was given, where it fits several agencies or those of any place. */
  readonly written: string | null
  /** The full name of an agency there is. */
  readonly example: string
  /** Last year, the year reports are due for now. */
  readonly likelyYear: number
}

/** The question, as a paragraph of the reply to an upload. */
export function whichReportQuestion(asked: WhichReport): string {
  return paragraphs([
    `**还差一步，报告没有收存。** ${whatIsMissing(asked)}`,
    asked.agency === null && asked.options.length > 1 ? bullets(asked.options.map(escapeMarkdown)) : null,
    howToAnswer(asked),
  ])
}

/** Several files at once of which more than one is unclear: one question at a time. */
export function whichReportLater(): string {
  return '**没读出单位名称或年份，报告没有收存。** 请先回答上一份的问题，再把这个文件单独发一次。'
}

/** The same again, where an answer could not be used; `why` says what was wrong with it. */
export function whichReportAgain(asked: WhichReport, why: string | null): Reply {
  return {
    title: plainTitle('还差一步：请告诉我是哪份年报'),
    markdown: paragraphs([why, `刚才的文件：${escapeMarkdown(asked.fileName)}`, whichReportQuestion(asked)]),
  }
}

/** The question is still open. */
function whichReportReminder(asked: WhichReport): string {
  return `另外，刚才的文件“${escapeMarkdown(asked.fileName)}”还没有收存。${howToAnswer(asked)}`
}

/** 算了: the file is let go. */
export function whichReportDropped(fileName: string): Reply {
  return {
    title: '好的，不收存了',
    markdown: `好的，“${escapeMarkdown(fileName)}”不收存了。以后要报送，再把文件发给我就可以。`,
  }
}

/** Why an agency given in answer cannot be used. */
export function unknownAgencyGiven(written: string, nearest: readonly string[]): string {
  const near = nearest.map((name) => `“${escapeMarkdown(name)}”`).join('、')
  return `名册里没有“${escapeMarkdown(written)}”这个单位。${near === '' ? '' : `相近的有${near}。`}`
}

/** Why an agency of another group cannot be used. */
export function foreignAgencyGiven(agency: string, own: readonly string[]): string {
  const names = own.map((name) => `“${escapeMarkdown(name)}”`).join('、')
  return `这里不能报送“${escapeMarkdown(agency)}”的年报，只能报送${names}的。`
}

function whatIsMissing({ agency, year, written, options }: WhichReport): string {
  if (agency !== null) return `这是“${escapeMarkdown(agency)}”的报告，但没读出是哪一年的。`
  if (written !== null) {
    const which = options.length > 1 ? '可能是下面几个单位' : '看不出是哪个地方的单位'
    return `只写“${escapeMarkdown(written)}”，${which}。`
  }
  return year === null
    ? '没读出这是哪个单位、哪一年的报告。'
    : `这是 ${year} 年的报告，但没读出是哪个单位的。`
}

function howToAnswer(asked: WhichReport): string {
  return `${wanted(asked)}不用收存的话，回复“算了”。`
}

function wanted(asked: WhichReport): string {
  const { agency, year, options, written, likelyYear } = asked
  const likely = options.length === 1 ? (options[0] ?? null) : null
  const proposal = escapeMarkdown(agency ?? likely ?? '')
  const withYear = `${proposal}${year ?? likelyYear}年`
  // What was written is most likely that one: it is asked first.
  if (written !== null && likely !== null) {
    return year === null
      ? `是“${withYear}”吗？请回复“是”或单位全称和年份。`
      : `是“${proposal}”吗？请回复“是”或单位全称。`
  }
  return proposal === '' ? request(asked) : `${request(asked)}如果就是“${withYear}”的，回复“是”就行。`
}

function request({ agency, year, example, likelyYear }: WhichReport): string {
  if (agency !== null) return `请回复年份，例如“${likelyYear}”。`
  const full = escapeMarkdown(example)
  return year === null
    ? `请回复单位全称和年份，例如“${full}${likelyYear}年”。`
    : `请回复单位全称，例如“${full}”。`
}

/** Another reply, with the open question below it. */
export function withReminder(reply: Reply, asked: WhichReport): Reply {
  return { ...reply, markdown: paragraphs([reply.markdown, whichReportReminder(asked)]) }
}
