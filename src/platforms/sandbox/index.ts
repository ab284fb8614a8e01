import type { Context } from '../../bot.ts'
import type { Clock } from '../../clock.ts'
import { GongkaiError, UnreadableFileError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Platform } from '../platform.ts'
import { createChat } from './chat.ts'
import { createEvents } from './events.ts'
import { createRoutes, type Sample } from './routes.ts'
import { tooLargeRef, type SandboxStore } from './transcript.ts'

export { sandboxRoster } from './cast.ts'
export type { Sample } from './routes.ts'
export type { SandboxStore } from './transcript.ts'

export interface SandboxOptions {
  readonly store: SandboxStore
  /** The roster as configured; the sandbox moves it into its own conversations (see sandboxRoster). */
  readonly roster: Context['roster']
  readonly samples: readonly Sample[]
  /** The page at /sandbox, as markup. */
  readonly page: string
  readonly clock: Clock
  readonly log: Log
}

/** The group chat in the browser: a platform like the others, whose other side is a page of our own. */
export function createSandbox(options: SandboxOptions): Platform {
  const { store, samples, page } = options
  const events = createEvents()
  const chat = createChat({ ...options, events })
  return {
    name: 'sandbox',
    routes: createRoutes({ chat, events, store, samples, page }),
    start: chat.start,
    stop: () => {
      events.close()
      return Promise.resolve()
    },
    download: async (attachment) => {
      if (attachment.ref === tooLargeRef) {
        throw new UnreadableFileError('file_too_large', '文件超过 20 MB，没有收下')
      }
      const bytes = await store.getFile(attachment.ref)
      if (bytes === null) throw new GongkaiError('file_gone', '这个文件已经找不到了，请重新发送')
      return { name: attachment.name ?? '未命名文件', bytes }
    },
    // A page scrolls: nothing needs cutting. A file is a bubble of its own.
    split: ({ files = [], ...said }) =>
      Promise.resolve([said, ...files.map((file) => ({ title: file.name, markdown: '', files: [file] }))]),
    send: chat.answer,
  }
}
