import { laneOfReply } from '../lane.ts'
import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { ClaimedReply, Lease, OutboxRow, OutboxStore, ReplyToSend, Settlement } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { claimRow, countRows, dueRow, updateLeased, wasClosedBy } from './lane-table.ts'
import { numberOf, textOf, type Row, type Sql } from './sql.ts'

/** The outbox on SQLite. */
export function sqliteOutbox(commit: GroupCommit): OutboxStore {
  return {
    claimReply: async (claim) => {
      const due = await commit.read((sql) => dueRow(sql, 'outbox', claim.now.getTime()))
      if (due === undefined) return null
      const row = await commit.write((sql) => claimRow(sql, 'outbox', claim))
      return row === undefined ? null : claimedReply(row)
    },
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
      `INSERT INTO outbox (key, lane, turn, state, due_at, cause, document) VALUES (?, ?, ?, 'waiting', ?, ?, ?)
       ON CONFLICT (key) DO NOTHING`,
      reply.key,
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
    uncertain: row['uncertain'] !== 0,
  }
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
        `state = 'waiting', owner = NULL, due_at = ?, reason = ?, uncertain = uncertain OR ?`,
        settlement.nextAt.getTime(),
        settlement.reason,
        settlement.uncertain ? 1 : 0,
      )
  }
}
