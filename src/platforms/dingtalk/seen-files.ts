import { z } from 'zod'
import { codeOf, type Log } from '../../log.ts'
import { within } from '../../time-limit.ts'
import type { SharedMarks } from '../platform.ts'
import type { SeenFile, Whereabouts } from './heard.ts'
import type { CodedFile } from './quote.ts'

/** Codes of files by the message that brought them. */
export interface SeenFiles {
  /** Keeps them; never rejects: without them a quote is answered with a hint. */
  readonly remember: (seen: readonly SeenFile[]) => Promise<void>
  /**
   * None where the message is not known or the store does not answer in time; never rejects. A file is given to those
   * who could see it: in the conversation it came in, or to its sender. The id of a message alone proves nothing, as
   * nobody signs it.
   */
  readonly find: (messageId: string, asked: Whereabouts) => Promise<readonly CodedFile[]>
}

/** Looking one up stands before the acknowledgement, so it may not take long. */
const patience = 1_000

const shape = z.object({
  conversationId: z.string(),
  senderId: z.string(),
  files: z.array(
    z.object({ kind: z.enum(['file', 'picture']), name: z.string().nullable(), code: z.string() }),
  ),
})

/** Over marks that are swept every night: a code does not live long either. */
export function createSeenFiles(options: {
  readonly marks: SharedMarks
  readonly robotCode: string
  readonly log: Log
}): SeenFiles {
  const { marks, robotCode, log } = options
  const nameOf = (messageId: string): string => `told dingtalk file ${robotCode} ${messageId}`
  return {
    remember: async (seen) => {
      try {
        for (const { messageId, ...kept } of seen) await marks.settle(nameOf(messageId), JSON.stringify(kept))
      } catch (error) {
        log.warn('file codes not kept', { platform: 'dingtalk', code: codeOf(error) })
      }
    },
    find: async (messageId, asked) => {
      try {
        return seenBy(asked, await within(patience, marks.settled(nameOf(messageId))))
      } catch (error) {
        log.warn('file codes not found', { platform: 'dingtalk', code: codeOf(error) })
        return []
      }
    },
  }
}

function seenBy(asked: Whereabouts, value: string | null): readonly CodedFile[] {
  const { data: kept } = shape.safeParse(value === null ? null : JSON.parse(value))
  if (kept === undefined) return []
  const isHere = kept.conversationId === asked.conversationId
  const isOwn = kept.senderId !== '' && kept.senderId === asked.senderId
  return isHere || isOwn ? kept.files : []
}
