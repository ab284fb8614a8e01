import type { Message } from '../../bot.ts'
import { decodeDocument } from '../stored-document.ts'
import type { ReplyDeskStore } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { numberOf, textOf, type Sql } from './sql.ts'

/** Replies that their platform fetches, on SQLite. */
export function sqliteReplyDesk(commit: GroupCommit): ReplyDeskStore {
  return {
    messageState: (key) =>
      commit.read((sql) => {
        const row = sql.one('SELECT closed_at, turn FROM inbox WHERE key = ?', key)
        if (row === undefined) return { kind: 'unknown' }
        const kind = row['closed_at'] === null ? 'open' : 'closed'
        return { kind, receivedAt: new Date(numberOf(row, 'turn')) }
      }),
    messageByKey: (key) =>
      commit.read((sql) => {
        const row = sql.one('SELECT document FROM inbox WHERE key = ?', key)
        return row === undefined ? null : (decodeDocument(textOf(row, 'document')) as Message)
      }),
    takeReplies: (messageKey, replyKeys, at) =>
      commit.write((sql) => {
        const taken = replyKeys.flatMap((key) => take(sql, messageKey, key, at.getTime()))
        if (taken.length > 0) release(sql, messageKey, at.getTime())
        return taken
      }),
  }
}

function take(sql: Sql, messageKey: string, key: string, at: number): readonly string[] {
  return sql
    .all(
      `UPDATE outbox SET state = 'taken', closed_at = ?
       WHERE key = ? AND cause = ? AND state = 'waiting' AND closed_at IS NULL AND perhaps IS NULL RETURNING key`,
      at,
      key,
      messageKey,
    )
    .map((row) => textOf(row, 'key'))
}

/** What was held for the same fetcher is due now: nobody will fetch it any more. */
function release(sql: Sql, messageKey: string, at: number): void {
  sql.run(
    `UPDATE outbox SET due_at = min(due_at, ?)
     WHERE cause = ? AND state = 'waiting' AND closed_at IS NULL AND attempts = 0`,
    at,
    messageKey,
  )
}
