import { Schema, type Connection } from 'mongoose'
import type { Memory, Message } from '../../bot.ts'
import type { ChatStore } from '../store.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'

interface MemoryRow {
  readonly _id: string
  /** When the message came that left it. */
  readonly turn: Date
  readonly expiresAt: Date
  /** null: forgotten. */
  readonly memory: Memory | null
}

/** Replaces memories; used by the outcome of a message. */
export interface Memories {
  /** null forgets, undefined leaves as it is. A memory that a later message left stays. */
  readonly forgetOrRemember: (message: Message, memory: Memory | null | undefined) => Promise<void>
  /** Removes those that ran out before a moment. */
  readonly sweep: (before: Date) => Promise<void>
}

/** What a person was asked last in a conversation, on MongoDB. */
export function mongoMemories(
  operations: Operations,
  connection: Connection,
): { readonly memories: Memories; readonly store: Pick<ChatStore, 'memoryOf'> } {
  const schema = new Schema<MemoryRow>(
    { _id: String, turn: Date, expiresAt: Date, memory: Schema.Types.Mixed },
    { collection: 'memories', minimize: false, versionKey: false },
  )
  schema.index({ expiresAt: 1 })
  const model = connection.model<MemoryRow>('memories', schema)
  return {
    memories: {
      forgetOrRemember: async ({ conversation, sender, receivedAt }, memory) => {
        if (memory === undefined) return
        const _id = nameOf(conversation.id, sender.id)
        const row: MemoryRow = { _id, turn: receivedAt, expiresAt: memory?.expiresAt ?? receivedAt, memory }
        // A taken key means that a later message left a memory: a writer that was stopped meanwhile comes too late.
        await inserted(model.replaceOne({ _id, turn: { $lte: receivedAt } }, row, { upsert: true }).exec())
      },
      sweep: async (before) => {
        await model.deleteMany({ expiresAt: { $lt: before } })
      },
    },
    store: {
      memoryOf: (conversationId, userId, now) =>
        operations.run(async () => {
          const row = await model
            .findOne({ _id: nameOf(conversationId, userId), expiresAt: { $gt: now } })
            .lean<MemoryRow>()
          return row?.memory ?? null
        }),
    },
  }
}

function nameOf(conversationId: string, userId: string): string {
  return JSON.stringify([conversationId, userId])
}
