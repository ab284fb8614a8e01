import type { Context, Handler, Reply } from '../src/bot.ts'
import { asksForHelp, namesHelp } from '../src/questions/words/reports/wishes.ts'
import { answered, answerQuestion } from './answer-question.ts'
import { askUpload } from './ask-upload.ts'
import { withBrought } from './brought-reports.ts'
import { openSandbox } from './open-sandbox.ts'
import type { Brought } from './report-outcome.ts'
import { showFormat } from './show-format.ts'
import { showHelp } from './show-help.ts'

/** Wishes that say nothing of the files beside them. */
const wishes: readonly Handler[] = [askUpload, openSandbox, showFormat]

/**
 * What is said to the words that came with files: a wish is fulfilled, a question answered as if the files were stored.
 * Nothing to words that only go with them, a greeting or 核对一下.
 */
export async function repliesToWords(
  context: Context,
  brought: readonly Brought[],
): Promise<readonly Reply[]> {
  const alone: Context = { ...context, files: [], message: { ...context.message, attachments: [] } }
  const wish = wishes.find((candidate) => candidate.accepts(alone)) ?? helpOf(alone)
  if (wish !== null) return (await wish.handle(context)).replies
  const answer = await answerBeside(context, brought)
  return answer === null ? [] : [answer]
}

/** With a file, a greeting is no wish for help. */
function helpOf(context: Context): Handler | null {
  return namesHelp(context.message.text) && showHelp.accepts(context) ? showHelp : null
}

async function answerBeside(context: Context, brought: readonly Brought[]): Promise<Reply | null> {
  if (!answerQuestion.accepts(context) || asksForHelp(context.message.text)) return null
  const reports = withBrought(context.reports, brought)
  const { answer, reply } = await answered({ ...context, reports }, false)
  return answer.understood && answer.query.intent !== 'help' ? reply : null
}
