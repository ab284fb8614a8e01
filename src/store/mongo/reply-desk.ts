import type { Message } from '../../bot.ts'
import type { ReplyDeskStore } from '../store.ts'
import type { LaneModel } from './lane-model.ts'
import type { Operations } from './operations.ts'

/** Replies that their platform fetches, on MongoDB. */
export function mongoReplyDesk(operations: Operations, inbox: LaneModel, outbox: LaneModel): ReplyDeskStore {
  return {
    messageState: (key) =>
      operations.run(async () => {
        const row = await inbox.findById(key, { open: 1, turn: 1 }).lean()
        if (row === null) return { kind: 'unknown' }
        return { kind: row.open ? 'open' : 'closed', receivedAt: row.turn }
      }),
    messageByKey: (key) =>
      operations.run(async () => {
        const row = await inbox.findById(key, { document: 1 }).lean()
        return row === null ? null : (row.document as Message)
      }),
    takeReplies: (messageKey, replyKeys, at) =>
      operations.run(async () => {
        const taken: string[] = []
        for (const key of replyKeys) {
          if (await take(outbox, messageKey, key, at)) taken.push(key)
        }
        if (taken.length > 0) await release(outbox, messageKey, at)
        return taken
      }),
  }
}

async function take(outbox: LaneModel, messageKey: string, key: string, at: Date): Promise<boolean> {
  const { modifiedCount } = await outbox.updateOne(
    { _id: key, cause: messageKey, state: 'waiting', open: true, 'perhaps.0': { $exists: false } },
    { $set: { state: 'taken', open: false, slot: key, closedAt: at } },
  )
  return modifiedCount === 1
}

/** What was held for the same fetcher is due now: nobody will fetch it any more. */
async function release(outbox: LaneModel, messageKey: string, at: Date): Promise<void> {
  await outbox.updateMany(
    { cause: messageKey, state: 'waiting', open: true, attempts: 0, dueAt: { $gt: at } },
    { $set: { dueAt: at } },
  )
}
