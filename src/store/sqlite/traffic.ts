import { laneOfMessage, personOf } from '../lane.ts'
import type { InboxStore } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { numberOf } from './sql.ts'

/** How much was sent and how much waits, on SQLite; each answer comes out of an index alone. */
export function sqliteTraffic(commit: GroupCommit): Pick<InboxStore, 'sentBefore' | 'waitingFiles'> {
  return {
    sentBefore: (message, { by, kind, since, atMost }) =>
      commit.read((sql) => {
        const row = sql.one(
          `SELECT coalesce(sum(n), 0) AS count FROM (
             SELECT ${kind === 'files' ? 'file_count' : '1'} AS n FROM inbox
             WHERE ${by} = ? AND file_count ${kind === 'files' ? '>' : '='} 0 AND turn > ? AND (turn, key) < (?, ?)
             ORDER BY turn DESC, key DESC LIMIT ?)`,
          by === 'person' ? personOf(message) : laneOfMessage(message),
          since.getTime(),
          message.receivedAt.getTime(),
          message.key,
          atMost,
        )
        return row === undefined ? 0 : numberOf(row, 'count')
      }),
    waitingFiles: (atMost) =>
      commit.read((sql) => {
        const row = sql.one(
          `SELECT count(*) AS count FROM (
             SELECT id FROM inbox WHERE file_count > 0 AND closed_at IS NULL LIMIT ?)`,
          atMost,
        )
        return row === undefined ? 0 : numberOf(row, 'count')
      }),
  }
}
