import type { Context, Reply } from '../src/bot.ts'
import { named } from '../src/questions/named.ts'
import type { AskReply } from '../src/questions/query/reply.ts'
import { fileHintBelow, fileHintFirst } from '../templates/how-to-send.ts'

/** What is said of files, also in the middle of a talk about figures. */
const ofFiles = /文件|附件|文档|已发|发了|发过|刚发|发群|上传|查收|审阅/u

/**
 * Who names nothing that is answered here may mean a file: 文件发了, 请看附件. In a conversation, or while a question back is
 * open, other words (都要, 5, 什么原因) go on with that.
 */
export async function withFileHint(context: Context, answer: AskReply, reply: Reply): Promise<Reply> {
  if (answer.understood || answer.offers.length > 0) return reply
  const { message, memory } = context
  const { kind } = message.conversation
  if (memory?.kind === 'question' && !ofFiles.test(message.text)) return reply
  switch (await named(message.text, context, memory?.kind === 'question')) {
    case 'ours':
      return reply
    case 'other':
      return fileHintBelow(reply, kind)
    case 'nothing':
      return fileHintFirst(reply, kind)
  }
}
