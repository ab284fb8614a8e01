import { Schema, type Connection } from 'mongoose'
import type { FailedFile } from '../../bot.ts'
import type { FileStore } from '../store.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'

interface FailureRow {
  readonly _id: string
  readonly cause: string
  readonly part: number
  readonly at: Date
  readonly failure: FailedFile
}

/** Keeps records of files that could not be read; used by the outcome of a message. */
export interface Failures {
  /** Once for each message, however often it is called. */
  readonly record: (cause: string, failures: readonly FailedFile[], at: Date) => Promise<void>
}

/** The records of files that could not be read, on MongoDB. */
export function mongoFailures(
  operations: Operations,
  connection: Connection,
): { readonly failures: Failures; readonly store: Pick<FileStore, 'failures'> } {
  const schema = new Schema<FailureRow>(
    { _id: String, cause: String, part: Number, at: Date, failure: Schema.Types.Mixed },
    { collection: 'failures', minimize: false, versionKey: false },
  )
  schema.index({ at: -1, cause: -1, part: -1 })
  const model = connection.model<FailureRow>('failures', schema)
  return {
    failures: {
      record: async (cause, failures, at) => {
        for (const [part, failure] of failures.entries()) {
          await inserted(model.create({ _id: `${cause}#${part}`, cause, part, at, failure }))
        }
      },
    },
    store: {
      failures: (limit) =>
        operations.run(async () => {
          const rows = await model
            .find()
            .sort({ at: -1, cause: -1, part: -1 })
            .limit(limit)
            .lean<FailureRow[]>()
          return rows.map(({ failure, cause, at }) => ({ ...failure, cause, at }))
        }),
    },
  }
}
