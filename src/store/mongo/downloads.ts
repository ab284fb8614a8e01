import type { FetchedFile } from '../../bot.ts'
import type { DownloadClaim, Lease } from '../store.ts'
import { updateLeased } from './lane-claim.ts'
import type { LaneModel, LaneRow } from './lane-model.ts'

/**
 * Leases a message whose attachments are to be fetched: `unfetched`, and `fetching` while somebody does. It takes
 * no slot in its lane, so downloads run side by side, and holds it up for a moment only (see `claimMessage`).
 */
export async function claimDownload(inbox: LaneModel, claim: DownloadClaim): Promise<LaneRow | null> {
  const { exceptPlatforms = [], exceptPeople = [] } = claim
  return inbox
    .findOneAndUpdate(
      {
        ...{ state: { $in: ['unfetched', 'fetching'] }, dueAt: { $lte: claim.now } },
        ...(exceptPlatforms.length === 0 ? {} : { 'document.platform': { $nin: exceptPlatforms } }),
        ...(exceptPeople.length === 0 ? {} : { person: { $nin: exceptPeople } }),
      },
      {
        $set: { state: 'fetching', dueAt: claim.leaseUntil, owner: claim.owner },
        $inc: { fence: 1, attempts: 1 },
      },
      { sort: { faults: 1, turn: 1, arrival: 1 }, returnDocument: 'after' },
    )
    .lean<LaneRow>()
}

/** Ends such a lease: from now on the message is worked on in its turn. */
export async function endDownload(
  inbox: LaneModel,
  lease: Lease,
  files: readonly FetchedFile[] | null,
): Promise<boolean> {
  return updateLeased(inbox, lease, {
    $set: {
      state: 'waiting',
      owner: null,
      dueAt: new Date(0),
      ...(files === null ? {} : { files, faults: 0 }),
    },
    $inc: { attempts: -1 },
  })
}
