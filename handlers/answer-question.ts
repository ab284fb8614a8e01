import type { Context, Handler, Reply } from '../src/bot.ts'
import { ask } from '../src/questions/ask.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { asksForCheck } from '../src/questions/words/wishes.ts'
import { answerReply } from '../templates/answer.ts'
import type { ReportLink } from '../templates/not-understood.ts'
import { withReminder } from '../templates/which-report.ts'
import { exampleOf } from './example.ts'
import { openQuestion } from './which-report-asked.ts'

/** 本年依申请数量: the figure, with year and source; or why there is none, and what can be asked. */
export const answerQuestion: Handler = {
  name: 'answer-question',
  accepts: ({ message, scope }) =>
    scope.kind !== 'none' && message.text.trim() !== '' && !asksForCheck(message.text),
  handle: async (context) => {
    const { answer, reply } = await answered(context)
    return { replies: [answer.understood ? reply : await stillOpen(context, reply)] }
  },
}

/** Answers the words of the message. */
export async function answered(
  context: Context,
): Promise<{ readonly answer: AskReply; readonly reply: Reply }> {
  const { message, now, roster, reports, scope } = context
  const answer = await ask(message.text, { now, roster, reports, scope })
  const help = { example: await exampleOf(context), links: await linksOf(context, answer) }
  return { answer, reply: answerReply(answer, help) }
}

/** Where the report holds no figure, its page may show why. */
async function linksOf(
  { reports, linkToReport }: Context,
  { reason, query }: AskReply,
): Promise<readonly ReportLink[]> {
  if (reason !== 'no_table' && reason !== 'no_cell') return []
  const found = await reports.find(query.agencies, query.years)
  return found.map(({ agency, id }) => ({ agency, link: linkToReport(id) }))
}

/** What was not understood may have been meant as the answer to the bot's own question. */
async function stillOpen(context: Context, reply: Reply): Promise<Reply> {
  const { memory } = context
  return memory === null ? reply : withReminder(reply, await openQuestion(context, memory))
}
