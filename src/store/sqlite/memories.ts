import type { Memory, Message } from '../../bot.ts'
import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { ChatStore } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { textOf, type Sql } from './sql.ts'

/** What a person was asked last in a conversation, on SQLite. */
export function sqliteMemories(commit: GroupCommit): Pick<ChatStore, 'memoryOf'> {
  return {
    memoryOf: (conversationId, userId, now) =>
      commit.read((sql) => {
        const row = sql.one(
          'SELECT document FROM memories WHERE conversation = ? AND person = ? AND expires_at > ?',
          conversationId,
          userId,
          now.getTime(),
        )
        return row === undefined ? null : (decodeDocument(textOf(row, 'document')) as Memory)
      }),
  }
}

/** Replaces the memory of a message's sender in its conversation; null forgets, undefined leaves it. */
export function forgetOrRemember(sql: Sql, message: Message, memory: Memory | null | undefined): void {
  if (memory === undefined) return
  const { conversation, sender } = message
  sql.run('DELETE FROM memories WHERE conversation = ? AND person = ?', conversation.id, sender.id)
  if (memory === null) return
  sql.run(
    'INSERT INTO memories (conversation, person, expires_at, document) VALUES (?, ?, ?, ?)',
    conversation.id,
    sender.id,
    memory.expiresAt.getTime(),
    encodeDocument(memory),
  )
}
