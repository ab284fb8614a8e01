import type { Handler } from '../src/bot.ts'
import { asksForHelp } from '../src/questions/words/reports/wishes.ts'
import { helpReply } from '../templates/help.ts'
import { exampleFor } from './example.ts'
import { answersOffer } from './question-memory.ts'

/** 帮助, greetings, a lone question mark, a bare mention: what can be sent and asked. */
export const showHelp: Handler = {
  name: 'show-help',
  accepts: (context) => {
    const { message, scope } = context
    if (scope.kind === 'none' || answersOffer(context)) return false
    return message.text.trim() === '' || asksForHelp(message.text)
  },
  handle: async (context) => ({ replies: [helpReply(await exampleFor(context))] }),
}
