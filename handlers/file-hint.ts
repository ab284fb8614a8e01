import type { Context, Reply } from '../src/bot.ts'
import { named } from '../src/questions/named.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { fileHintBelow, fileHintFirst } from '../templates/how-to-send.ts'

/** Who names nothing that is answered here may mean a file: 文件发了, 请看附件. */
export async function withFileHint(context: Context, answer: AskReply, reply: Reply): Promise<Reply> {
  if (answer.understood || answer.offers.length > 0) return reply
  const { message, memory } = context
  const { kind } = message.conversation
  switch (await named(message.text, context, memory?.kind === 'question')) {
    case 'ours':
      return reply
    case 'other':
      return fileHintBelow(reply, kind)
    case 'nothing':
      return fileHintFirst(reply, kind)
  }
}
