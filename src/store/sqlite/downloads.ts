import type { ClaimedMessage, InboxStore } from '../store.ts'
import { encodeDocument } from '../stored-document.ts'
import type { GroupCommit } from './group-commit.ts'
import { updateLeased, without } from './lane-table.ts'
import type { Row, Sql } from './sql.ts'

/**
 * Messages whose attachments are to be fetched first: `unfetched`, and `fetching` while somebody does. They are fetched
 * side by side, whatever lane they are in, and hold it up for a moment only (see `claimMessage`).
 */
export function sqliteDownloads(
  commit: GroupCommit,
  claimedMessage: (row: Row) => ClaimedMessage,
): Pick<InboxStore, 'claimDownload' | 'endDownload'> {
  return {
    claimDownload: async (claim) => {
      const platforms = without('platform', claim.exceptPlatforms)
      const people = without('person', claim.exceptPeople)
      const next = (sql: Sql): Row | undefined =>
        sql.one(
          `SELECT id FROM inbox
           WHERE state IN ('unfetched', 'fetching') AND due_at <= ? AND ${platforms.condition} AND ${people.condition}
           ORDER BY faults, turn, id LIMIT 1`,
          ...[claim.now.getTime(), ...platforms.values, ...people.values],
        )
      if ((await commit.read(next)) === undefined) return null
      const row = await commit.write((sql) => {
        const id = next(sql)?.['id'] ?? null
        return sql.one(
          `UPDATE inbox SET state = 'fetching', due_at = ?, owner = ?, fence = fence + 1, attempts = attempts + 1
           WHERE id = ? RETURNING *`,
          ...[claim.leaseUntil.getTime(), claim.owner, id],
        )
      })
      return row === undefined ? null : claimedMessage(row)
    },
    endDownload: (lease, files) =>
      commit.write((sql) =>
        updateLeased(
          sql,
          'inbox',
          lease,
          `state = 'waiting', owner = NULL, due_at = 0, attempts = attempts - 1, files = ?,
             faults = faults * ?`,
          files === null ? null : encodeDocument(files),
          files === null ? 1 : 0,
        ),
      ),
  }
}
