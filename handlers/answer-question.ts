import type { Context, Handler, Reply, ReplyFile, WhichReportMemory } from '../src/bot.ts'
import { converse } from '../src/questions/ask.ts'
import type { Conversation } from '../src/questions/query/conversation.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { asksForCheck } from '../src/questions/words/reports/wishes.ts'
import { answerReply } from '../templates/answer.ts'
import { answerChart } from '../templates/answers/answer-chart.ts'
import { longListOf, type LongList } from '../templates/answers/long-list.ts'
import type { ReportLink } from '../templates/not-understood.ts'
import { withReminder } from '../templates/which-report.ts'
import { exampleFor } from './example.ts'
import { withFileHint } from './file-hint.ts'
import { conversationOf, remembered } from './question-memory.ts'
import { openQuestion } from './which-report-asked.ts'

/** 本年依申请数量: the figure, with year and source; or why there is none, and what can be asked. */
export const answerQuestion: Handler = {
  name: 'answer-question',
  accepts: ({ message, scope }) =>
    scope.kind !== 'none' && message.text.trim() !== '' && !asksForCheck(message.text),
  handle: async (context) => {
    const { answer, reply, conversation } = await answered(context, context.memory?.kind !== 'which_report')
    if (context.memory?.kind === 'which_report') {
      return { replies: [answer.understood ? reply : await stillOpen(context, reply, context.memory)] }
    }
    return { replies: [await withFileHint(context, answer, reply)], ...remembered(conversation, context) }
  },
}

/**
 * Answers the words of the message. `mayOffer`: the next turn may take what is offered with 是; where it would not be
 * remembered, or something else is asked already, the same questions are shown to be asked in full.
 */
export async function answered(
  context: Context,
  mayOffer: boolean,
): Promise<{ readonly answer: AskReply; readonly reply: Reply; readonly conversation: Conversation }> {
  const { message, now, roster, reports, scope } = context
  const asking = { now, roster, reports, scope }
  const said = await converse(message.text, asking, conversationOf(context.memory))
  const { conversation } = said
  const answer = mayOffer ? said.reply : withoutOffers(said.reply)
  // Looked up only where there is no figure to give, or the report itself is asked for.
  const help =
    answer.answer === null || answer.query.page === true
      ? { example: await exampleFor(context), links: await linksOf(context, answer) }
      : undefined
  const list = longListOf(answer)
  const files = await filesOf(context, answer, list)
  const reply = answerReply(answer, help, list?.name ?? null)
  return { answer, reply: files.length === 0 ? reply : { ...reply, files }, conversation }
}

/** A picture where one helps, and the whole of a list that is too long for a chat. */
async function filesOf(
  { drawChart, keepFile }: Context,
  answer: AskReply,
  list: LongList | null,
): Promise<readonly ReplyFile[]> {
  const picture = await drawChart(() => answerChart(answer))
  const file = list === null ? null : await keepFile(list.name, new TextEncoder().encode(list.text))
  return [picture, file].filter((one) => one !== null)
}

function withoutOffers(reply: AskReply): AskReply {
  const { offers, wording } = reply
  return { ...reply, offers: [], wording: { ...wording, samples: [...offers, ...wording.samples] } }
}

const shownByPage: readonly (string | null)[] = ['no_table', 'no_cell', 'not_stated']

/** The page of the report, where it is asked for; where the report holds no figure, its page may show why. */
async function linksOf(
  { reports, linkToReport }: Context,
  { reason, query, answer }: AskReply,
): Promise<readonly ReportLink[]> {
  const isAskedFor = query.page === true && answer === 'submitted'
  if (!shownByPage.includes(reason) && !isAskedFor) return []
  const found = await reports.find(query.agencies, query.years, { cells: [], noted: [] })
  return found.map(({ agency, id }) => ({ agency, link: linkToReport(id) }))
}

/** What was not understood may have been meant as the answer to the bot's own question. */
async function stillOpen(context: Context, reply: Reply, memory: WhichReportMemory): Promise<Reply> {
  return withReminder(reply, await openQuestion(context, memory))
}
