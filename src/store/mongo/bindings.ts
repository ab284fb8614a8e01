import { Schema, type Connection } from 'mongoose'
import type { GroupBinding, Message } from '../../bot.ts'
import type { BindingStore } from '../store.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'

interface BindingRow {
  readonly _id: string
  /** When the message came that bound or unbound the group. */
  readonly turn: Date
  /** null: unbound. */
  readonly binding: GroupBinding | null
}

/** Binds groups; used by the outcome of a message. */
export interface Bindings {
  /** null unbinds, undefined leaves as it is. What a later message bound stays. */
  readonly bindOrUnbind: (message: Message, binding: GroupBinding | null | undefined) => Promise<void>
}

/** What groups were bound to in chat, on MongoDB. */
export function mongoBindings(
  operations: Operations,
  connection: Connection,
): { readonly bindings: Bindings; readonly store: BindingStore } {
  const schema = new Schema<BindingRow>(
    { _id: String, turn: Date, binding: Schema.Types.Mixed },
    { collection: 'bindings', minimize: false, versionKey: false },
  )
  const model = connection.model<BindingRow>('bindings', schema)
  return {
    bindings: {
      bindOrUnbind: async ({ platform, conversation, receivedAt }, binding) => {
        if (binding === undefined) return
        const _id = nameOf(platform, conversation.id)
        const row: BindingRow = { _id, turn: receivedAt, binding }
        // A taken key means that a later message bound the group: a writer that was stopped meanwhile comes too late.
        await inserted(model.replaceOne({ _id, turn: { $lte: receivedAt } }, row, { upsert: true }).exec())
      },
    },
    store: {
      bindingOf: (platform, conversationId) =>
        operations.run(async () => {
          const row = await model.findById(nameOf(platform, conversationId)).lean<BindingRow>()
          return row?.binding ?? null
        }),
    },
  }
}

function nameOf(platform: string, conversationId: string): string {
  return JSON.stringify([platform, conversationId])
}
