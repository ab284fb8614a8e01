import type { FetchedFile, Message } from '../../bot.ts'
import { deferredLane, laneOfMessage, personOf } from '../lane.ts'
import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { ClaimedMessage, InboxDepth, InboxStore, Lease, MessageClaim, StoredOutcome } from '../store.ts'
import { bindOrUnbind } from './bindings.ts'
import { forgetOrRemember } from './memories.ts'
import type { GroupCommit } from './group-commit.ts'
import { sqliteDownloads } from './downloads.ts'
import {
  claimRow,
  countRows,
  dueRow,
  freeLeases,
  stateBehind,
  updateLeased,
  wasClosedBy,
  type Condition,
  type Wanted,
} from './lane-table.ts'
import { enqueueReplies } from './outbox.ts'
import { insertReport } from './reports.ts'
import { recordFailures } from './failures.ts'
import { numberOf, textOf, type Row, type Sql } from './sql.ts'
import { sqliteTraffic } from './traffic.ts'

/** Assignments that end a claim uncounted; the first value is when the row is due again. */
const givenBack = `state = ${stateBehind}, owner = NULL, due_at = ?, attempts = attempts - 1,
  begun = begun - (begun_fence = fence), begun_fence = 0`

/** The inbox on SQLite: results, replies and “done” commit in one transaction. */
export function sqliteInbox(commit: GroupCommit): InboxStore {
  return {
    keepMessage: (message) => commit.write((sql) => keep(sql, message)),
    claimMessage: async (claim) => {
      // Looking costs no write transaction while there is nothing to do.
      const due = await commit.read((sql) => dueRow(sql, 'inbox', claim, wantedBy(claim)))
      if (due === undefined) return null
      const row = await commit.write((sql) => claimRow(sql, 'inbox', claim, wantedBy(claim)))
      return row === undefined ? null : claimedMessage(row)
    },
    ...sqliteDownloads(commit, claimedMessage),
    renewMessage: (lease, leaseUntil) =>
      commit.write((sql) => updateLeased(sql, 'inbox', lease, 'due_at = ?', leaseUntil.getTime())),
    recordFiles: (lease, files) =>
      commit.write((sql) => updateLeased(sql, 'inbox', lease, 'files = ?', encodeDocument(files))),
    beginReading: (lease, sha256) =>
      commit.write((sql) =>
        updateLeased(
          sql,
          'inbox',
          lease,
          'begun = begun + (begun_fence <> fence), begun_fence = fence, reading = ?',
          sha256,
        ),
      ),
    postponeMessage: (lease, nextAt, reason, isFault = true) =>
      commit.write((sql) =>
        updateLeased(
          sql,
          'inbox',
          lease,
          `${givenBack}, reason = ?, faults = faults + ?`,
          nextAt.getTime(),
          reason,
          isFault ? 1 : 0,
        ),
      ),
    deferMessage: (lease, until) => commit.write((sql) => defer(sql, lease, until)),
    ...sqliteTraffic(commit),
    commitOutcome: (lease, outcome) => commit.write((sql) => commitOutcome(sql, lease, outcome)),
    freeLeases: () =>
      commit.write((sql) => {
        freeLeases(sql, 'inbox')
        freeLeases(sql, 'outbox')
      }),
    inboxDepth: () => commit.read(depth),
    sweepInbox: (before, forget) =>
      commit.write((sql) => {
        sweep(sql, before.getTime(), forget.getTime())
      }),
  }
}

function keep(sql: Sql, message: Message): 'kept' | 'known' {
  const inserted = sql.run(
    `INSERT INTO inbox (key, platform, lane, turn, state, due_at, document, person, conversation, file_count)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
     ON CONFLICT (key) DO NOTHING`,
    message.key,
    message.platform,
    laneOfMessage(message),
    message.receivedAt.getTime(),
    message.attachments.length === 0 ? 'waiting' : 'unfetched',
    encodeDocument(message),
    personOf(message),
    laneOfMessage(message),
    message.attachments.length,
  )
  return inserted === 1 ? 'kept' : 'known'
}

function wantedBy({ kind, now, fetchedSince }: MessageClaim): Wanted {
  const heldUpBy: Condition = {
    condition: `older.state IN ('waiting', 'leased') AND older.due_at <= ?
      OR older.state IN ('unfetched', 'fetching') AND older.faults = 0 AND older.turn > ?`,
    values: [now.getTime(), fetchedSince?.getTime() ?? Number.MAX_SAFE_INTEGER],
  }
  if (kind === undefined) return { condition: 'TRUE', values: [], heldUpBy }
  return { condition: kind === 'files' ? 'file_count > 0' : 'file_count = 0', values: [], heldUpBy }
}

function defer(sql: Sql, lease: Lease, until: Date): boolean {
  const row = sql.one('SELECT document FROM inbox WHERE key = ?', lease.key)
  if (row === undefined) return false
  const lane = deferredLane(messageIn(row))
  return updateLeased(sql, 'inbox', lease, `${givenBack}, lane = ?`, until.getTime(), lane)
}

function claimedMessage(row: Row): ClaimedMessage {
  const message = messageIn(row)
  return {
    lease: { key: message.key, owner: textOf(row, 'owner'), fence: numberOf(row, 'fence') },
    message,
    attempts: numberOf(row, 'attempts'),
    deaths: numberOf(row, 'begun'),
    lastRead: row['reading'] === null ? null : textOf(row, 'reading'),
    faults: numberOf(row, 'faults'),
    files: row['files'] === null ? null : (decodeDocument(textOf(row, 'files')) as readonly FetchedFile[]),
  }
}

function messageIn(row: Row): Message {
  return decodeDocument(textOf(row, 'document')) as Message
}

function commitOutcome(sql: Sql, lease: Lease, outcome: StoredOutcome): 'committed' | 'lost' {
  const closed = updateLeased(
    sql,
    'inbox',
    lease,
    'state = ?, closed_at = ?',
    outcome.state,
    outcome.at.getTime(),
  )
  if (!closed) return wasClosedBy(sql, 'inbox', lease) ? 'committed' : 'lost'
  const row = sql.one('SELECT document FROM inbox WHERE key = ?', lease.key)
  if (row === undefined) throw new Error('a row that was just closed is gone')
  const message = messageIn(row)
  for (const report of outcome.reports) insertReport(sql, report)
  recordFailures(sql, message.key, outcome.failures, outcome.at)
  forgetOrRemember(sql, message, outcome.memory)
  bindOrUnbind(sql, message, outcome.binding)
  enqueueReplies(sql, message.receivedAt, outcome.replies)
  return 'committed'
}

function depth(sql: Sql): InboxDepth {
  const oldest = sql.one('SELECT turn FROM inbox WHERE closed_at IS NULL ORDER BY turn, id LIMIT 1')
  return {
    waiting: countRows(sql, 'inbox', "closed_at IS NULL AND state IN ('waiting', 'unfetched')"),
    working: countRows(sql, 'inbox', "closed_at IS NULL AND state IN ('leased', 'fetching')"),
    dead: countRows(sql, 'inbox', "state = 'dead'"),
    oldestWaiting: oldest === undefined ? null : new Date(numberOf(oldest, 'turn')),
  }
}

function sweep(sql: Sql, before: number, forget: number): void {
  sql.run(
    `UPDATE inbox SET document = json_set(document, '$.text', '')
     WHERE closed_at < ? AND json_extract(document, '$.text') <> ''`,
    before,
  )
  sql.run('DELETE FROM inbox WHERE closed_at < ?', forget)
  sql.run('DELETE FROM outbox WHERE closed_at < ?', forget)
  sql.run('DELETE FROM memories WHERE expires_at < ?', before)
  sql.run(`DELETE FROM settings WHERE name LIKE 'told %'`)
}
