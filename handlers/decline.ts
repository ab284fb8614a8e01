import type { Context, Handler, Reply } from '../src/bot.ts'
import { groupNotBound, personNotListed, sendTheFile } from '../templates/help.ts'

/** Anything else: a group or person that may not ask, and the wish for a check without a file. Accepts everything. */
export const decline: Handler = {
  name: 'decline',
  accepts: () => true,
  handle: (context) => Promise.resolve({ replies: [replyTo(context)] }),
}

function replyTo({ scope, message }: Context): Reply {
  if (scope.kind !== 'none') return sendTheFile(message.conversation.kind)
  return scope.reason === 'unbound_group' ? groupNotBound(message) : personNotListed(message.sender.id)
}
