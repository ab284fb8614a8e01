import type { Quarantined, QuarantineStore } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { numberOf, textOf } from './sql.ts'

/** Files that must not be read again, on SQLite. */
export function sqliteQuarantine(commit: GroupCommit): QuarantineStore {
  return {
    quarantineFile: (sha256, readerVersion, { reason, at }) =>
      commit.write((sql) => {
        sql.run(
          `INSERT INTO quarantine (sha256, reader_version, reason, at) VALUES (?, ?, ?, ?)
           ON CONFLICT (sha256, reader_version) DO NOTHING`,
          sha256,
          readerVersion,
          reason,
          at.getTime(),
        )
      }),
    quarantined: (sha256, readerVersion) =>
      commit.read((sql) => {
        const row = sql.one(
          'SELECT reason, at FROM quarantine WHERE sha256 = ? AND reader_version = ?',
          sha256,
          readerVersion,
        )
        if (row === undefined) return null
        // Written from a Quarantined above.
        return { reason: textOf(row, 'reason') as Quarantined['reason'], at: new Date(numberOf(row, 'at')) }
      }),
  }
}
