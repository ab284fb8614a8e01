import { laneOfMessage, personOf } from '../lane.ts'
import type { InboxStore } from '../store.ts'
import type { LaneModel, LaneRow } from './lane-model.ts'
import type { Operations } from './operations.ts'

/** How much was sent and how much waits, on MongoDB. */
export function mongoTraffic(
  operations: Operations,
  inbox: LaneModel,
): Pick<InboxStore, 'sentBefore' | 'waitingFiles'> {
  return {
    sentBefore: (message, { by, kind, since, atMost }) =>
      operations.run(async () => {
        const { key, receivedAt } = message
        const sender =
          by === 'person' ? { person: personOf(message) } : { conversation: laneOfMessage(message) }
        const rows = await inbox
          .find(
            {
              ...sender,
              ...{ kind, turn: { $gt: since, $lte: receivedAt } },
              $or: [{ turn: { $lt: receivedAt } }, { _id: { $lt: key } }],
            },
            { fileCount: 1 },
          )
          .sort({ turn: -1 })
          .limit(atMost)
          .lean<Pick<LaneRow, 'fileCount'>[]>()
        return kind === 'texts' ? rows.length : rows.reduce((sum, row) => sum + (row.fileCount ?? 0), 0)
      }),
    waitingFiles: (atMost) =>
      operations.run(() => inbox.countDocuments({ kind: 'files', open: true }, { limit: atMost })),
  }
}
