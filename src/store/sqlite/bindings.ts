import type { GroupBinding, Message } from '../../bot.ts'
import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { BindingStore } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { textOf, type Sql } from './sql.ts'

/** What groups were bound to in chat, on SQLite. */
export function sqliteBindings(commit: GroupCommit): BindingStore {
  return {
    bindingOf: (platform, conversationId) =>
      commit.read((sql) => {
        const row = sql.one(
          'SELECT document FROM bindings WHERE platform = ? AND conversation = ?',
          platform,
          conversationId,
        )
        return row === undefined ? null : (decodeDocument(textOf(row, 'document')) as GroupBinding)
      }),
  }
}

/** Binds the group of a message; null unbinds it, undefined leaves it. */
export function bindOrUnbind(
  sql: Sql,
  { platform, conversation }: Message,
  binding: GroupBinding | null | undefined,
): void {
  if (binding === undefined) return
  sql.run('DELETE FROM bindings WHERE platform = ? AND conversation = ?', platform, conversation.id)
  if (binding === null) return
  sql.run(
    'INSERT INTO bindings (platform, conversation, document) VALUES (?, ?, ?)',
    platform,
    conversation.id,
    encodeDocument(binding),
  )
}
