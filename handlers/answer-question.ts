import type { Context, Handler, Reply } from '../src/bot.ts'
import { ask } from '../src/questions/ask.ts'
import { asksForCheck } from '../src/questions/wishes.ts'
import { answerReply } from '../templates/answer.ts'
import { withReminder } from '../templates/which-report.ts'
import { openQuestion } from './which-report-asked.ts'

/** 本年依申请数量: the figure, with year and source; or why there is none, and what can be asked. */
export const answerQuestion: Handler = {
  name: 'answer-question',
  accepts: ({ message, scope }) =>
    scope.kind !== 'none' && message.text.trim() !== '' && !asksForCheck(message.text),
  handle: async (context) => {
    const { message, now, roster, reports, scope } = context
    const answer = await ask(message.text, { now, roster, reports, scope })
    const reply = answerReply(answer)
    return { replies: [answer.understood ? reply : await stillOpen(context, reply)] }
  },
}

/** What was not understood may have been meant as the answer to the bot's own question. */
async function stillOpen(context: Context, reply: Reply): Promise<Reply> {
  const { memory } = context
  return memory === null ? reply : withReminder(reply, await openQuestion(context, memory))
}
