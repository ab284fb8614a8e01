import { mongo } from 'mongoose'
import type { Message } from '../../bot.ts'
import type { Lease, StoredOutcome } from '../store.ts'
import type { Bindings } from './bindings.ts'
import type { Failures } from './failures.ts'
import type { LaneModel, LaneRow } from './lane-model.ts'
import type { Memories } from './memories.ts'
import { enqueueReplies } from './outbox.ts'
import { packed, unpacked } from './packed.ts'
import type { Reports } from './reports.ts'

export interface OutcomeParts {
  readonly inbox: LaneModel
  readonly outbox: LaneModel
  readonly reports: Reports
  readonly failures: Failures
  readonly memories: Memories
  readonly bindings: Bindings
}

/**
 * Stores an outcome without a transaction. First the whole of it is put into the message's own row, in one write
 * that only the holder of the lease can make: from then on it is decided. Then it is written to where it belongs
 * (reports → failures → memory → binding → replies), and last the row is closed. Each of these writes has a key made from the
 * message and may be repeated, so after a stop anywhere the next claim finishes what was decided (finishOutcome),
 * and a worker that lost its lease can neither decide nor write anything of its own.
 */
export async function commitOutcome(
  parts: OutcomeParts,
  lease: Lease,
  outcome: StoredOutcome,
): Promise<'committed' | 'lost'> {
  const held = { _id: lease.key, owner: lease.owner, fence: lease.fence }
  const decided = await parts.inbox
    .findOneAndUpdate(
      { ...held, state: 'leased', outcome: null },
      { $set: { outcome: await packed(outcome) } },
      { returnDocument: 'after' },
    )
    .lean<LaneRow>()
  if (decided !== null) {
    await finishOutcome(parts, decided)
    return 'committed'
  }
  // Either this lease decided before and asks again, or it is lost.
  const row = await parts.inbox.findOne(held).lean<LaneRow>()
  if (row === null) return 'lost'
  if (!row.open) return 'committed'
  return (await finishOutcome(parts, row)) ? 'committed' : 'lost'
}

/** Writes the outcome that a row has decided on, whoever decided it; false where nothing is decided yet. */
export async function finishOutcome(parts: OutcomeParts, row: LaneRow): Promise<boolean> {
  if (!(row.outcome instanceof mongo.Binary)) return false
  const outcome = (await unpacked(row.outcome)) as StoredOutcome
  const message = row.document as Message
  for (const report of outcome.reports) await parts.reports.save(report)
  await parts.failures.record(message.key, outcome.failures, outcome.at)
  await parts.memories.forgetOrRemember(message, outcome.memory)
  await parts.bindings.bindOrUnbind(message, outcome.binding)
  await enqueueReplies(parts.outbox, row, outcome.replies)
  await parts.inbox.updateOne(
    { _id: row._id, open: true },
    {
      $set: { state: outcome.state, open: false, slot: row._id, closedAt: outcome.at },
      $unset: { outcome: 1 },
    },
  )
  return true
}
