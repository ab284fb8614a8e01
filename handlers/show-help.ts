import type { Handler } from '../src/bot.ts'
import { asksForHelp } from '../src/questions/words/wishes.ts'
import { helpReply } from '../templates/help.ts'
import { exampleOf } from './example.ts'

/** 帮助, greetings, a lone question mark, a bare mention: what can be sent and asked. */
export const showHelp: Handler = {
  name: 'show-help',
  accepts: ({ message, scope }) =>
    scope.kind !== 'none' && (message.text.trim() === '' || asksForHelp(message.text)),
  handle: async (context) => ({ replies: [helpReply(await exampleOf(context))] }),
}
