import { Schema, type Connection } from 'mongoose'
import type { SettingStore, Store } from '../store.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'

interface SettingRow {
  readonly _id: string
  readonly value: string
  readonly count?: number
}

/** Values that are made once and hold from then on, on MongoDB; and a write that shows whether one would succeed. */
export function mongoSettings(
  operations: Operations,
  connection: Connection,
): { readonly store: SettingStore & Pick<Store, 'ping'>; readonly sweepTold: () => Promise<void> } {
  const schema = new Schema<SettingRow>(
    { _id: String, value: String, count: Number },
    { collection: 'settings', versionKey: false },
  )
  const model = connection.model<SettingRow>('settings', schema)
  const store: SettingStore & Pick<Store, 'ping'> = {
    settle: (name, value) =>
      operations.run(async () => {
        const known = await model.findById(name).lean<SettingRow>()
        if (known !== null) return known.value
        if (await inserted(model.create({ _id: name, value }))) return value
        return (await model.findById(name).lean<SettingRow>())?.value ?? value
      }),
    settled: (name) =>
      operations.run(async () => (await model.findById(name).lean<SettingRow>())?.value ?? null),
    ping: () =>
      operations.run(async () => {
        await inserted(model.updateOne({ _id: ' ping' }, { $inc: { count: 1 } }, { upsert: true }).exec())
      }),
  }
  return {
    store,
    sweepTold: async () => {
      await model.deleteMany({ _id: /^told / })
    },
  }
}
