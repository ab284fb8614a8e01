import type { FetchedFile } from '../../bot.ts'
import type { DownloadClaim, Lease } from '../store.ts'
import { updateLeased } from './lane-claim.ts'
import type { LaneModel, LaneRow } from './lane-model.ts'

/**
 * Leases a message whose attachments are to be fetched: `unfetched`, and `fetching` while somebody does. It heads its
 * lane like any open row, so that what follows waits, but takes no slot in it: downloads run side by side.
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
    $set: { state: 'waiting', owner: null, dueAt: new Date(0), ...(files === null ? {} : { files }) },
    $inc: { attempts: -1 },
  })
}
