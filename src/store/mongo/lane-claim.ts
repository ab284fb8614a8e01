import type { QueryFilter, UpdateQuery } from 'mongoose'
import type { ClaimRequest, Lease } from '../lease.ts'
import { isDuplicate } from './mongo-fault.ts'
import { leasedSlot, type LaneModel, type LaneRow } from './lane-model.ts'

/** Rows looked at in one go. */
const sight = 50

/** Which of the rows are wanted: as the server looks for them, and as the head of a lane is held against it. */
export interface Wanted {
  readonly filter: QueryFilter<LaneRow>
  readonly takes: (row: LaneRow) => boolean
  /** Which open rows hold up the younger ones of their lane; the oldest of them heads it. */
  readonly heldUpBy: QueryFilter<LaneRow>
}

/** What is fetched first (downloads.ts) is not to be worked on. */
const workStates = ['waiting', 'leased']

/**
 * Leases the oldest row that is due and heads its lane, or gives null. The step that decides is one findOneAndUpdate
 * on that row; the unique slot refuses it where the lane has a leased row already.
 *
 * Looking first and leasing then is safe without a transaction: an open row that was closed never opens again, so
 * a row that headed its lane when it was looked at still does – unless an older one came, or came to be due, in
 * between, and then the slot keeps the two apart.
 */
export async function claimRow(
  model: LaneModel,
  claim: ClaimRequest,
  wanted: Wanted,
): Promise<LaneRow | null> {
  // Lanes in work are left out from the start; the others are looked at one by one.
  const leased = await model.find({ state: 'leased', dueAt: { $gt: claim.now } }, { lane: 1 }).lean()
  const blocked = new Set(leased.map((row) => row.lane))
  for (;;) {
    const due = await model
      .find(
        {
          ...{ open: true, dueAt: { $lte: claim.now }, lane: { $nin: [...blocked] } },
          ...{ state: { $in: workStates }, ...wanted.filter },
        },
        { lane: 1 },
      )
      .sort({ turn: 1, arrival: 1 })
      .limit(sight)
      .lean()
    if (due.length === 0) return null
    for (const lane of new Set(due.map((row) => row.lane))) {
      const row = await claimLane(model, lane, claim, wanted)
      if (row !== null) return row
      blocked.add(lane)
    }
  }
}

async function claimLane(
  model: LaneModel,
  lane: string,
  claim: ClaimRequest,
  { takes, heldUpBy }: Wanted,
): Promise<LaneRow | null> {
  const head = await model
    .findOne({ lane, open: true, ...heldUpBy })
    .sort({ turn: 1, arrival: 1 })
    .lean<LaneRow>()
  if (head === null || head.dueAt > claim.now || !workStates.includes(head.state) || !takes(head)) return null
  const leased = await leaseRow(model, head, claim)
  if (leased !== 'lane is taken') return leased
  // Only a younger row whose lease ran out may be put back; a living lease keeps its lane.
  await putBackExpired(model, lane, claim.now)
  const again = await leaseRow(model, head, claim)
  return again === 'lane is taken' ? null : again
}

async function leaseRow(
  model: LaneModel,
  head: LaneRow,
  claim: ClaimRequest,
): Promise<LaneRow | 'lane is taken' | null> {
  try {
    return await model
      .findOneAndUpdate(
        { _id: head._id, open: true, fence: head.fence, dueAt: { $lte: claim.now } },
        {
          $set: {
            state: 'leased',
            slot: leasedSlot,
            dueAt: claim.leaseUntil,
            owner: claim.owner,
          },
          $inc: { fence: 1, attempts: 1 },
        },
        { returnDocument: 'after' },
      )
      .lean<LaneRow>()
  } catch (error) {
    if (isDuplicate(error)) return 'lane is taken'
    throw error
  }
}

async function putBackExpired(model: LaneModel, lane: string, now: Date): Promise<void> {
  const holder = await model.findOne({ lane, slot: leasedSlot, dueAt: { $lte: now } }).lean<LaneRow>()
  if (holder === null) return
  await model.updateOne(
    { _id: holder._id, state: 'leased', fence: holder.fence, dueAt: { $lte: now } },
    { $set: { state: 'waiting', slot: holder._id, owner: null } },
  )
}

/** Leased to be worked on or sent, or to be fetched. */
const leaseStates = ['leased', 'fetching']

/** Lets the leases of an owner run out now; whoever claims next sees that they ended without a word. */
export async function expireLeasesOf(model: LaneModel, owner: string): Promise<void> {
  await model.updateMany({ open: true, state: { $in: leaseStates }, owner }, { $set: { dueAt: new Date(0) } })
}

/** Changes a leased row; false where the lease is lost. */
export async function updateLeased(
  model: LaneModel,
  lease: Lease,
  update: UpdateQuery<LaneRow>,
): Promise<boolean> {
  const { matchedCount } = await model.updateOne(
    { _id: lease.key, owner: lease.owner, fence: lease.fence, state: { $in: leaseStates } },
    update,
  )
  return matchedCount === 1
}

/** Whether this very lease closed the row: its holder asks again because the first answer did not reach it. */
export async function wasClosedBy(model: LaneModel, lease: Lease): Promise<boolean> {
  const row = await model.exists({ _id: lease.key, owner: lease.owner, fence: lease.fence, open: false })
  return row !== null
}
