import type { Handler } from '../src/bot.ts'
import { isUnboundGroup } from '../src/roster/scope.ts'
import { boundSince } from '../templates/file-not-taken.ts'
import { groupNotBound } from '../templates/help.ts'

/** A file in a group that nobody bound: it was not fetched, and nothing is checked there. */
export const refuseFiles: Handler = {
  name: 'refuse-files',
  accepts: ({ message, files, scope }) =>
    message.attachments.length > 0 && (files.length === 0 || isUnboundGroup(scope)),
  handle: ({ message, scope }) =>
    Promise.resolve({
      replies: [scope.kind === 'none' ? groupNotBound(message, { hasFile: true }) : boundSince()],
    }),
}
