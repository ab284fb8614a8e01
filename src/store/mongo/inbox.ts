import { mongo } from 'mongoose'
import type { FetchedFile, Message } from '../../bot.ts'
import { laneOfMessage } from '../lane.ts'
import type { ClaimedMessage, ClaimRequest, InboxDepth, InboxStore } from '../store.ts'
import { claimRow, expireLeasesOf, updateLeased } from './lane-claim.ts'
import { newRow, type LaneModel, type LaneRow } from './lane-model.ts'
import type { Memories } from './memories.ts'
import { inserted } from './mongo-fault.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Operations } from './operations.ts'
import { commitOutcome, finishOutcome, type OutcomeParts } from './outcome.ts'

export interface InboxParts extends OutcomeParts {
  readonly inbox: LaneModel
  readonly outbox: LaneModel
  readonly memories: Memories
}

/** The inbox on MongoDB. */
export function mongoInbox(operations: Operations, parts: InboxParts): InboxStore {
  const { inbox } = parts
  // Workers of one process would only get in each other's way; processes meet at the row itself.
  const inTurn = oneAtATime()
  return {
    keepMessage: (message) => operations.run(() => keep(inbox, message)),
    claimMessage: (claim) => inTurn(() => operations.run(() => claimMessage(parts, claim))),
    renewMessage: (lease, leaseUntil) =>
      operations.run(() => updateLeased(inbox, lease, { $set: { dueAt: leaseUntil } })),
    recordFiles: (lease, files) => operations.run(() => updateLeased(inbox, lease, { $set: { files } })),
    postponeMessage: (lease, nextAt, reason) =>
      operations.run(() =>
        updateLeased(inbox, lease, {
          $set: { state: 'waiting', slot: lease.key, owner: null, dueAt: nextAt, reason },
          $inc: { faults: 1, attempts: -1 },
        }),
      ),
    commitOutcome: (lease, outcome) => operations.run(() => commitOutcome(parts, lease, outcome)),
    freeLeases: (owner) =>
      operations.run(async () => {
        await expireLeasesOf(inbox, owner)
        await expireLeasesOf(parts.outbox, owner)
      }),
    inboxDepth: () => operations.run(() => depth(inbox)),
    sweepInbox: (before, forget) => operations.run(() => sweep(parts, before, forget)),
  }
}

async function keep(inbox: LaneModel, message: Message): Promise<'kept' | 'known'> {
  const row = newRow({
    _id: message.key,
    lane: laneOfMessage(message),
    turn: message.receivedAt,
    arrival: new mongo.ObjectId(),
    dueAt: new Date(0),
    document: message,
  })
  return (await inserted(inbox.create(row))) ? 'kept' : 'known'
}

/** Claims a message to work on; one whose outcome was decided before a crash is finished on the way. */
async function claimMessage(parts: InboxParts, claim: ClaimRequest): Promise<ClaimedMessage | null> {
  for (;;) {
    const row = await claimRow(parts.inbox, claim)
    if (row === null) return null
    if (!(await finishOutcome(parts, row))) return claimedMessage(row, claim.owner)
  }
}

function claimedMessage(row: LaneRow, owner: string): ClaimedMessage {
  return {
    lease: { key: row._id, owner, fence: row.fence },
    message: row.document as Message,
    attempts: row.attempts,
    faults: row.faults,
    files: (row.files ?? null) as readonly FetchedFile[] | null,
  }
}

async function depth(inbox: LaneModel): Promise<InboxDepth> {
  const [waiting, working, dead, oldest] = await Promise.all([
    inbox.countDocuments({ state: 'waiting' }),
    inbox.countDocuments({ state: 'leased' }),
    inbox.countDocuments({ state: 'dead' }),
    inbox.findOne({ open: true }, { turn: 1 }).sort({ turn: 1, arrival: 1 }).lean(),
  ])
  return { waiting, working, dead, oldestWaiting: oldest?.turn ?? null }
}

async function sweep({ inbox, outbox, memories }: InboxParts, before: Date, forget: Date): Promise<void> {
  await inbox.updateMany(
    { open: false, closedAt: { $lt: before }, 'document.text': { $ne: '' } },
    { $set: { 'document.text': '' } },
  )
  await inbox.deleteMany({ open: false, closedAt: { $lt: forget } })
  await outbox.deleteMany({ open: false, closedAt: { $lt: forget } })
  await memories.sweep(before)
}
