import type { Handler } from '../src/bot.ts'
import { isCoordinator } from '../src/roster/scope.ts'
import { linkForSandbox } from '../templates/sandbox-link.ts'

/** 沙盒: a coordinator gets a link to the sandbox, where it stands beside the real groups. */
export const openSandbox: Handler = {
  name: 'open-sandbox',
  accepts: ({ message, roster, files, linkToSandbox }) =>
    files.length === 0 &&
    linkToSandbox !== null &&
    /^(?:打开|进入)?沙盒[。！!]?$/u.test(message.text.trim()) &&
    isCoordinator(message, roster),
  handle: ({ linkToSandbox }) => Promise.resolve({ replies: [linkForSandbox(linkToSandbox?.() ?? '')] }),
}
