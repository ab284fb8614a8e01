import type { ClaimRequest, Lease } from '../lease.ts'
import { numberOf, type Row, type Sql, type SqlValue } from './sql.ts'

/**
 * Inbox and outbox alike: rows that wait in lanes, one lane a conversation. At most one row of a lane is leased, and
 * it is the oldest of those that hold up the lane (see `Wanted`).
 * Open rows are `waiting` or `leased`, or, before that, `unfetched` or `fetching` (see downloads.ts); closed ones have
 * `closed_at`.
 */
export type LaneTable = 'inbox' | 'outbox'

/** Something that holds of a row, as SQL. */
export interface Condition {
  readonly condition: string
  readonly values: readonly SqlValue[]
}

/** Which of the due rows are wanted. Each condition is a statement of its own: let there be few. */
export interface Wanted extends Condition {
  /** Which older open rows (`older`) of its lane hold up a row; absent: all, since the order is promised. */
  readonly heldUpBy?: Condition
}

/** The row the claim won, already leased, or undefined. One statement in the caller's transaction. */
export function claimRow(sql: Sql, table: LaneTable, claim: ClaimRequest, wanted: Wanted): Row | undefined {
  const next = dueRow(sql, table, claim, wanted)
  if (next === undefined) return undefined
  const { lane = null, id = null } = next
  // A lease of this lane that ran out (of a younger row) ends here: its late holder must not write any more.
  sql.run(
    `UPDATE ${table} SET state = 'waiting', owner = NULL
     WHERE lane = ? AND closed_at IS NULL AND state = 'leased' AND id <> ?`,
    lane,
    id,
  )
  return sql.one(
    `UPDATE ${table} SET state = 'leased', due_at = ?, owner = ?, fence = fence + 1, attempts = attempts + 1
     WHERE id = ? RETURNING *`,
    claim.leaseUntil.getTime(),
    claim.owner,
    id,
  )
}

/** The oldest row that may be claimed now. */
export function dueRow(
  sql: Sql,
  table: LaneTable,
  claim: Pick<ClaimRequest, 'now'>,
  wanted: Wanted,
): Row | undefined {
  const now = claim.now.getTime()
  const { condition, values, heldUpBy = { condition: 'TRUE', values: [] } } = wanted
  return sql.one(
    `SELECT id, lane FROM ${table} AS row
     WHERE closed_at IS NULL AND due_at <= ? AND state IN ('waiting', 'leased') AND ${condition}
       AND NOT EXISTS (
         SELECT 1 FROM ${table} AS other
         WHERE other.lane = row.lane AND other.state = 'leased' AND other.due_at > ? AND other.id <> row.id)
       AND NOT EXISTS (
         SELECT 1 FROM ${table} AS older
         WHERE older.lane = row.lane AND older.closed_at IS NULL AND (older.turn, older.id) < (row.turn, row.id)
           AND (${heldUpBy.condition}))
     ORDER BY turn, id LIMIT 1`,
    now,
    ...values,
    now,
    ...heldUpBy.values,
  )
}

/** The state that a leased row had before, as SQL. */
export const stateBehind = `CASE state WHEN 'fetching' THEN 'unfetched' ELSE 'waiting' END`

/** Names that a column must not have, as one value of a statement. */
export function without(column: string, names: readonly string[] = []): Condition {
  return { condition: `${column} NOT IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(names)] }
}

/** Sets columns of a leased row; false where the lease is lost. */
export function updateLeased(
  sql: Sql,
  table: LaneTable,
  lease: Lease,
  assignments: string,
  ...values: readonly SqlValue[]
): boolean {
  const changed = sql.run(
    `UPDATE ${table} SET ${assignments}
     WHERE key = ? AND owner = ? AND fence = ? AND state IN ('leased', 'fetching')`,
    ...values,
    lease.key,
    lease.owner,
    lease.fence,
  )
  return changed === 1
}

/** Whether this very lease closed the row: its holder asks again because the first answer did not reach it. */
export function wasClosedBy(sql: Sql, table: LaneTable, lease: Lease): boolean {
  const row = sql.one(
    `SELECT 1 FROM ${table} WHERE key = ? AND owner = ? AND fence = ? AND closed_at IS NOT NULL`,
    lease.key,
    lease.owner,
    lease.fence,
  )
  return row !== undefined
}

/** Ends all leases; what they had tried stays counted. */
export function freeLeases(sql: Sql, table: LaneTable): void {
  sql.run(
    `UPDATE ${table} SET state = ${stateBehind}, owner = NULL, due_at = 0
     WHERE closed_at IS NULL AND state IN ('leased', 'fetching')`,
  )
}

/** How many rows there are; the condition should be one that has an index. */
export function countRows(sql: Sql, table: LaneTable, condition: string): number {
  const row = sql.one(`SELECT count(*) AS count FROM ${table} WHERE ${condition}`)
  return row === undefined ? 0 : numberOf(row, 'count')
}
