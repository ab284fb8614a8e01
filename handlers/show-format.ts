import type { Handler } from '../src/bot.ts'
import { asksForFormat } from '../src/questions/words/reports/wishes.ts'
import { formatReply } from '../templates/report-format.ts'

/** 模板: what a report consists of. There is no blank form to send. */
export const showFormat: Handler = {
  name: 'show-format',
  accepts: ({ message, scope }) => scope.kind !== 'none' && asksForFormat(message.text),
  handle: () => Promise.resolve({ replies: [formatReply()] }),
}
