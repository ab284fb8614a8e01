import { Schema, type Connection } from 'mongoose'
import type { Quarantined, QuarantineStore } from '../store.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'

interface QuarantineRow extends Quarantined {
  readonly _id: string
}

/** Files that must not be read again, on MongoDB. */
export function mongoQuarantine(operations: Operations, connection: Connection): QuarantineStore {
  const schema = new Schema<QuarantineRow>(
    { _id: String, reason: String, at: Date },
    { collection: 'quarantine', versionKey: false },
  )
  const model = connection.model<QuarantineRow>('quarantine', schema)
  const nameOf = (sha256: string, readerVersion: string): string => `${sha256} ${readerVersion}`
  return {
    quarantineFile: (sha256, readerVersion, entry) =>
      operations.run(async () => {
        await inserted(model.create({ _id: nameOf(sha256, readerVersion), ...entry }))
      }),
    quarantined: (sha256, readerVersion) =>
      operations.run(async () => {
        const row = await model.findById(nameOf(sha256, readerVersion)).lean<QuarantineRow>()
        return row === null ? null : { reason: row.reason, at: row.at }
      }),
  }
}
