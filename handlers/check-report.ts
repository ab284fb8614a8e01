import type { Handler } from '../src/bot.ts'
import { isUnboundGroup } from '../src/roster/scope.ts'
import { checkFiles } from './check-files.ts'
import { repliesToWords } from './words-beside.ts'

/** A file, sent or quoted: check it, keep it, say what is wrong. One reply a file, and one to the words beside it. */
export const checkReport: Handler = {
  name: 'check-report',
  accepts: ({ files, scope }) => files.length > 0 && !isUnboundGroup(scope),
  handle: async (context) => {
    const { outcome, brought } = await checkFiles(context)
    return { ...outcome, replies: [...outcome.replies, ...(await repliesToWords(context, brought))] }
  },
}
