import { mongo, type QueryFilter, type UpdateQuery } from 'mongoose'
import type { FetchedFile, Message } from '../../bot.ts'
import { deferredLane, laneOfMessage, personOf } from '../lane.ts'
import type { ClaimedMessage, InboxDepth, InboxStore, Lease, MessageClaim } from '../store.ts'
import { claimDownload, endDownload } from './downloads.ts'
import { claimRow, expireLeasesOf, updateLeased, type Wanted } from './lane-claim.ts'
import { newRow, type LaneModel, type LaneRow } from './lane-model.ts'
import type { Memories } from './memories.ts'
import { inserted } from './mongo-fault.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Operations } from './operations.ts'
import { commitOutcome, finishOutcome, type OutcomeParts } from './outcome.ts'
import { mongoTraffic } from './traffic.ts'

export interface InboxParts extends OutcomeParts {
  readonly inbox: LaneModel
  readonly outbox: LaneModel
  readonly memories: Memories
  readonly sweepTold: () => Promise<void>
}

/** The inbox on MongoDB. */
export function mongoInbox(operations: Operations, parts: InboxParts): InboxStore {
  const { inbox } = parts
  // Workers of one process would only get in each other's way; processes meet at the row itself.
  const inTurn = oneAtATime()
  return {
    keepMessage: (message) => operations.run(() => keep(inbox, message)),
    claimDownload: (claim) =>
      operations.run(async () => {
        const row = await claimDownload(inbox, claim)
        return row === null ? null : claimedMessage(row, claim.owner)
      }),
    endDownload: (lease, files) => operations.run(() => endDownload(inbox, lease, files)),
    claimMessage: (claim) => inTurn(() => operations.run(() => claimMessage(parts, claim))),
    renewMessage: (lease, leaseUntil) =>
      operations.run(() => updateLeased(inbox, lease, { $set: { dueAt: leaseUntil } })),
    recordFiles: (lease, files) => operations.run(() => updateLeased(inbox, lease, { $set: { files } })),
    beginReading: (lease, sha256) => operations.run(() => beginReading(inbox, lease, sha256)),
    postponeMessage: (lease, nextAt, reason, isFault = true) =>
      operations.run(() => giveBack(inbox, lease, { dueAt: nextAt, reason }, isFault ? 1 : 0)),
    deferMessage: (lease, until) =>
      operations.run(async () => {
        const row = await inbox.findById(lease.key, { document: 1 }).lean<LaneRow>()
        if (row === null) return false
        const lane = deferredLane(row.document as Message)
        return giveBack(inbox, lease, { dueAt: until, lane }, 0)
      }),
    ...mongoTraffic(operations, inbox),
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
  const traffic: Partial<LaneRow> = {
    person: personOf(message),
    conversation: laneOfMessage(message),
    kind: message.attachments.length > 0 ? 'files' : 'texts',
    fileCount: message.attachments.length,
  }
  const state = message.attachments.length > 0 ? 'unfetched' : 'waiting'
  return (await inserted(inbox.create({ ...row, ...traffic, state }))) ? 'kept' : 'known'
}

async function beginReading(inbox: LaneModel, lease: Lease, sha256: string): Promise<boolean> {
  const { matchedCount } = await inbox.updateOne(
    { ...heldBy(lease), begunFence: { $ne: lease.fence } },
    { $set: { begunFence: lease.fence, reading: sha256 }, $inc: { begun: 1 } },
  )
  return matchedCount === 1 || (await updateLeased(inbox, lease, { $set: { reading: sha256 } }))
}

/** Ends a claim uncounted: as if nothing had been begun in it. */
async function giveBack(
  inbox: LaneModel,
  lease: Lease,
  changes: Partial<Pick<LaneRow, 'dueAt' | 'reason' | 'lane'>>,
  faults: number,
): Promise<boolean> {
  const $set = { ...changes, state: 'waiting', slot: lease.key, owner: null, begunFence: 0 }
  const held = heldBy(lease)
  const ends: readonly (readonly [QueryFilter<LaneRow>, UpdateQuery<LaneRow>])[] = [
    [
      { ...held, begunFence: lease.fence },
      { $set, $inc: { faults, attempts: -1, begun: -1 } },
    ],
    [held, { $set, $inc: { faults, attempts: -1 } }],
    [
      { ...held, state: 'fetching' },
      { $set: { ...$set, state: 'unfetched' }, $inc: { faults, attempts: -1 } },
    ],
  ]
  for (const [filter, update] of ends) {
    if ((await inbox.updateOne(filter, update)).matchedCount === 1) return true
  }
  return false
}

function heldBy({ key, owner, fence }: Lease): Pick<LaneRow, '_id' | 'owner' | 'fence' | 'state'> {
  return { _id: key, owner, fence, state: 'leased' }
}

/** Claims a message to work on; one whose outcome was decided before a crash is finished on the way. */
async function claimMessage(parts: InboxParts, claim: MessageClaim): Promise<ClaimedMessage | null> {
  for (;;) {
    const row = await claimRow(parts.inbox, claim, wantedBy(claim))
    if (row === null) return null
    if (!(await finishOutcome(parts, row))) return claimedMessage(row, claim.owner)
  }
}

function wantedBy({ kind, now, fetchedSince }: MessageClaim): Wanted {
  const heldUpBy: QueryFilter<LaneRow>[] = [
    { state: { $in: ['waiting', 'leased'] }, dueAt: { $lte: now } },
    ...(fetchedSince === undefined
      ? []
      : [{ state: { $in: ['unfetched', 'fetching'] }, faults: 0, turn: { $gt: fetchedSince } }]),
  ]
  if (kind === undefined) return { filter: {}, takes: () => true, heldUpBy: { $or: heldUpBy } }
  return { filter: { kind }, takes: (row) => row.kind === kind, heldUpBy: { $or: heldUpBy } }
}

function claimedMessage(row: LaneRow, owner: string): ClaimedMessage {
  return {
    lease: { key: row._id, owner, fence: row.fence },
    message: row.document as Message,
    attempts: row.attempts,
    deaths: row.begun ?? 0,
    lastRead: row.reading ?? null,
    faults: row.faults,
    files: (row.files ?? null) as readonly FetchedFile[] | null,
  }
}

async function depth(inbox: LaneModel): Promise<InboxDepth> {
  const [waiting, working, dead, oldest] = await Promise.all([
    inbox.countDocuments({ state: { $in: ['waiting', 'unfetched'] } }),
    inbox.countDocuments({ state: { $in: ['leased', 'fetching'] } }),
    inbox.countDocuments({ state: 'dead' }),
    inbox.findOne({ open: true }, { turn: 1 }).sort({ turn: 1, arrival: 1 }).lean(),
  ])
  return { waiting, working, dead, oldestWaiting: oldest?.turn ?? null }
}

async function sweep(parts: InboxParts, before: Date, forget: Date): Promise<void> {
  const { inbox, outbox, memories, sweepTold } = parts
  await inbox.updateMany(
    { open: false, closedAt: { $lt: before }, 'document.text': { $ne: '' } },
    { $set: { 'document.text': '' } },
  )
  await inbox.deleteMany({ open: false, closedAt: { $lt: forget } })
  await outbox.deleteMany({ open: false, closedAt: { $lt: forget } })
  await memories.sweep(before)
  await sweepTold()
}
