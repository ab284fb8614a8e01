import type { UpdateQuery } from 'mongoose'
import { mongo } from 'mongoose'
import { laneOfReply } from '../lane.ts'
import type { ClaimedReply, Lease, OutboxRow, OutboxStore, ReplyToSend, Settlement, Tried } from '../store.ts'
import { claimRow, updateLeased, wasClosedBy, type Wanted } from './lane-claim.ts'
import { newRow, type LaneModel, type LaneRow } from './lane-model.ts'
import { inserted } from './mongo-fault.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Operations } from './operations.ts'

/** The outbox on MongoDB. */
export function mongoOutbox(operations: Operations, outbox: LaneModel): OutboxStore {
  const inTurn = oneAtATime()
  return {
    claimReply: (claim) =>
      inTurn(() =>
        operations.run(async () => {
          const row = await claimRow(outbox, claim, forOthersThan(claim.exceptPlatforms))
          return row === null ? null : claimedReply(row, claim.owner)
        }),
      ),
    recordTries: (lease, perhaps, leaseUntil) =>
      operations.run(() => updateLeased(outbox, lease, { $set: { perhaps, dueAt: leaseUntil } })),
    enqueueReply: (reply, turn) => operations.run(() => enqueueReplies(outbox, { turn }, [reply])),
    settleReply: (lease, settlement) => operations.run(() => settle(outbox, lease, settlement)),
    repliesTo: (messageKey) =>
      operations.run(async () => {
        const rows = await outbox.find({ cause: messageKey }).sort({ turn: 1, arrival: 1 }).lean<LaneRow[]>()
        return rows.map(outboxRow)
      }),
    outboxDepth: () =>
      operations.run(async () => {
        const [waiting, failed] = await Promise.all([
          outbox.countDocuments({ open: true }),
          outbox.countDocuments({ state: 'failed' }),
        ])
        return { waiting, failed }
      }),
  }
}

/**
 * Puts the replies to one message into the outbox; those that are there already stay as they are. They leave the
 * conversation in the order of its messages.
 */
export async function enqueueReplies(
  outbox: LaneModel,
  message: Pick<LaneRow, 'turn'>,
  replies: readonly ReplyToSend[],
): Promise<void> {
  for (const reply of replies) {
    const row = newRow({
      _id: reply.key,
      lane: laneOfReply(reply.to),
      turn: message.turn,
      arrival: new mongo.ObjectId(),
      dueAt: reply.notBefore,
      document: reply,
    })
    await inserted(outbox.create({ ...row, cause: reply.cause }))
  }
}

function forOthersThan(platforms: readonly string[] = []): Wanted {
  return {
    filter: platforms.length === 0 ? {} : { 'document.to.platform': { $nin: platforms } },
    heldUpBy: {},
    takes: ({ document }) => !platforms.includes((document as ReplyToSend).to.platform),
  }
}

function claimedReply(row: LaneRow, owner: string): ClaimedReply {
  return {
    lease: { key: row._id, owner, fence: row.fence },
    row: row.document as ReplyToSend,
    attempts: row.attempts,
    perhaps: triesIn(row),
  }
}

/** An older program noted neither when nor how. */
function triesIn({ perhaps, uncertain }: LaneRow): readonly Tried[] {
  if (perhaps === undefined) return uncertain === true ? [{ way: '', at: new Date(0) }] : []
  return perhaps as readonly Tried[]
}

const closedStates = ['sent', 'taken', 'failed'] as const

function outboxRow(row: LaneRow): OutboxRow {
  return {
    ...(row.document as ReplyToSend),
    state: closedStates.find((state) => state === row.state) ?? 'waiting',
    attempts: row.attempts,
  }
}

async function settle(outbox: LaneModel, lease: Lease, settlement: Settlement): Promise<boolean> {
  const settled = await updateLeased(outbox, lease, { $set: changesOf(lease, settlement) })
  return settled || (await wasClosedBy(outbox, lease))
}

function changesOf(lease: Lease, settlement: Settlement): NonNullable<UpdateQuery<LaneRow>['$set']> {
  switch (settlement.kind) {
    case 'sent':
      return {
        ...closed(lease, settlement.at),
        state: 'sent',
        platformMessageId: settlement.platformMessageId,
      }
    case 'failed':
      return { ...closed(lease, settlement.at), state: 'failed', reason: settlement.reason }
    case 'retry':
      return {
        state: 'waiting',
        slot: lease.key,
        owner: null,
        dueAt: settlement.nextAt,
        reason: settlement.reason,
        perhaps: settlement.perhaps,
      }
  }
}

function closed(lease: Lease, at: Date): Pick<LaneRow, 'open' | 'slot' | 'closedAt'> {
  return { open: false, slot: lease.key, closedAt: at }
}
