import type { Handler } from '../src/bot.ts'
import { isThanks } from '../src/questions/words/reports/wishes.ts'
import { thanked } from '../templates/help.ts'
import { withReminder } from '../templates/which-report.ts'
import { openQuestion } from './which-report-asked.ts'

/** 谢谢, and nothing else: 不客气. */
export const answerThanks: Handler = {
  name: 'answer-thanks',
  accepts: ({ message, scope }) => scope.kind !== 'none' && isThanks(message.text),
  handle: async (context) => {
    const { memory } = context
    const isOpen = memory?.kind === 'which_report'
    const reply = isOpen ? withReminder(thanked(), await openQuestion(context, memory)) : thanked()
    return { replies: [reply] }
  },
}
