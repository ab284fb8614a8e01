import { laneOfReply } from '../lane.ts'
import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { ClaimedReply, Lease, OutboxRow, OutboxStore, ReplyToSend, Settlement, Tried } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { claimRow, countRows, dueRow, updateLeased, wasClosedBy, without } from './lane-table.ts'
import { numberOf, textOf, type Row, type Sql } from './sql.ts'

/** The outbox on SQLite. */
export function sqliteOutbox(commit: GroupCommit): OutboxStore {
  return {
    claimReply: async (claim) => {
      const wanted = without('platform', claim.exceptPlatforms)
      const due = await commit.read((sql) => dueRow(sql, 'outbox', claim, wanted))
      if (due === undefined) return null
      const row = await commit.write((sql) => claimRow(sql, 'outbox', claim, wanted))
      return row === undefined ? null : claimedReply(row)
    },
    recordTries: (lease, perhaps, leaseUntil) =>
      commit.write((sql) =>
        updateLeased(
          sql,
          'outbox',
          lease,
          'perhaps = ?, due_at = ?',
          encodeTries(perhaps),
          leaseUntil.getTime(),
        ),
      ),
    enqueueReply: (reply, turn) =>
      commit.write((sql) => {
        enqueueReplies(sql, turn, [reply])
      }),
    settleReply: (lease, settlement) =>
      commit.write((sql) => settle(sql, lease, settlement) || wasClosedBy(sql, 'outbox', lease)),
    repliesTo: (messageKey) =>
      commit.read((sql) =>
        sql.all('SELECT * FROM outbox WHERE cause = ? ORDER BY turn, id', messageKey).map(outboxRow),
      ),
    outboxDepth: () =>
      commit.read((sql) => ({
        waiting: countRows(sql, 'outbox', 'closed_at IS NULL'),
        failed: countRows(sql, 'outbox', "state = 'failed'"),
      })),
  }
}

/**
 * Puts the replies to one message into the outbox; those that are there already stay as they are.
 * `turn` is when the message came: replies leave a conversation in the order of its messages.
 */
export function enqueueReplies(sql: Sql, turn: Date, replies: readonly ReplyToSend[]): void {
  for (const reply of replies) {
    sql.run(
      `INSERT INTO outbox (key, platform, lane, turn, state, due_at, cause, document)
       VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?)
       ON CONFLICT (key) DO NOTHING`,
      reply.key,
      reply.to.platform,
      laneOfReply(reply.to),
      turn.getTime(),
      reply.notBefore.getTime(),
      reply.cause,
      encodeDocument(reply),
    )
  }
}

function replyIn(row: Row): ReplyToSend {
  return decodeDocument(textOf(row, 'document')) as ReplyToSend
}

function claimedReply(row: Row): ClaimedReply {
  const reply = replyIn(row)
  return {
    lease: { key: reply.key, owner: textOf(row, 'owner'), fence: numberOf(row, 'fence') },
    row: reply,
    attempts: numberOf(row, 'attempts'),
    perhaps: row['perhaps'] === null ? [] : (decodeDocument(textOf(row, 'perhaps')) as readonly Tried[]),
  }
}

/** NULL where nothing can have arrived. */
function encodeTries(perhaps: readonly Tried[]): string | null {
  return perhaps.length === 0 ? null : encodeDocument(perhaps)
}

function outboxRow(row: Row): OutboxRow {
  const state = textOf(row, 'state')
  return {
    ...replyIn(row),
    state: state === 'sent' || state === 'taken' || state === 'failed' ? state : 'waiting',
    attempts: numberOf(row, 'attempts'),
  }
}

function settle(sql: Sql, lease: Lease, settlement: Settlement): boolean {
  switch (settlement.kind) {
    case 'sent':
      return updateLeased(
        sql,
        'outbox',
        lease,
        `state = 'sent', closed_at = ?, platform_message_id = ?`,
        settlement.at.getTime(),
        settlement.platformMessageId,
      )
    case 'failed':
      return updateLeased(
        sql,
        'outbox',
        lease,
        `state = 'failed', closed_at = ?, reason = ?`,
        settlement.at.getTime(),
        settlement.reason,
      )
    case 'retry':
      return updateLeased(
        sql,
        'outbox',
        lease,
        `state = 'waiting', owner = NULL, due_at = ?, reason = ?, perhaps = ?`,
        settlement.nextAt.getTime(),
        settlement.reason,
        encodeTries(settlement.perhaps),
      )
  }
}
