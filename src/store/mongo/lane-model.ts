import { Schema, type Connection, type Model, type Types } from 'mongoose'
import type { TrafficQuery } from '../store.ts'

/**
 * A row that waits in a lane, one lane a conversation: inbox and outbox alike. `slot` is `''` while the row is
 * leased and its own key otherwise; the unique key over lane and slot is what lets a lane have one leased row only.
 */
export interface LaneRow {
  /** The key of the message or reply. */
  readonly _id: string
  readonly lane: string
  /** Rows of a lane are taken in the order of `turn`, then `arrival`. */
  readonly turn: Date
  readonly arrival: Types.ObjectId
  /** `waiting` or `leased`; before that `unfetched` or `fetching` (downloads.ts); closed: how it ended. */
  readonly state: string
  /** Neither done nor given up. */
  readonly open: boolean
  /** When it may be claimed: its time, or the end of its lease. */
  readonly dueAt: Date
  readonly slot: string
  readonly owner: string | null
  readonly fence: number
  readonly attempts: number
  readonly faults: number
  readonly reason: string | null
  readonly closedAt: Date | null
  /** The message or reply itself. */
  readonly document: unknown
  /** Inbox: what became of the attachments. */
  readonly files?: unknown
  /** Inbox: claims in which a reading began and that did not end with a word; the fence of the last; what was read. */
  readonly begun?: number
  readonly begunFence?: number
  readonly reading?: string
  /** Inbox: who sent it, where, with how many files. */
  readonly person?: string
  readonly conversation?: string
  readonly kind?: TrafficQuery['kind']
  readonly fileCount?: number
  /** Inbox: what was decided but is not yet written everywhere; see outcome.ts. */
  readonly outcome?: unknown
  /** Outbox: the key of the message it answers. */
  readonly cause?: string
  /** Outbox: tries that may have arrived. */
  readonly perhaps?: unknown
  /** Outbox, in rows of older programs instead: whether one may have. */
  readonly uncertain?: boolean
  readonly platformMessageId?: string | null
}

export type LaneModel = Model<LaneRow>

/** A row's slot while it is leased. */
export const leasedSlot = ''

/** The collection `inbox` or `outbox` on a connection. */
export function laneModel(connection: Connection, collection: 'inbox' | 'outbox'): LaneModel {
  const { Mixed, ObjectId } = Schema.Types
  const schema = new Schema<LaneRow>(
    {
      _id: String,
      lane: String,
      turn: Date,
      arrival: ObjectId,
      state: String,
      open: Boolean,
      dueAt: Date,
      slot: String,
      owner: String,
      fence: Number,
      attempts: Number,
      faults: Number,
      reason: String,
      closedAt: Date,
      document: Mixed,
      files: Mixed,
      begun: Number,
      begunFence: Number,
      reading: String,
      person: String,
      conversation: String,
      kind: String,
      fileCount: Number,
      outcome: Mixed,
      cause: String,
      perhaps: Mixed,
      platformMessageId: String,
    },
    { collection, minimize: false, versionKey: false },
  )
  schema.index({ lane: 1, slot: 1 }, { unique: true })
  schema.index({ open: 1, turn: 1, arrival: 1, dueAt: 1 })
  schema.index({ lane: 1, open: 1, turn: 1, arrival: 1 })
  schema.index({ open: 1, closedAt: 1 })
  if (collection === 'outbox') {
    schema.index({ state: 1 })
    schema.index({ cause: 1 })
  } else {
    schema.index({ person: 1, kind: 1, turn: 1 })
    schema.index({ conversation: 1, kind: 1, turn: 1 })
    schema.index({ kind: 1, open: 1, turn: 1, arrival: 1 })
    schema.index({ state: 1, faults: 1, turn: 1, arrival: 1 })
  }
  return connection.model<LaneRow>(collection, schema)
}

/** A row that has just come, to be inserted. */
export function newRow(
  row: Pick<LaneRow, '_id' | 'lane' | 'turn' | 'arrival' | 'dueAt' | 'document'>,
): LaneRow {
  return {
    ...row,
    state: 'waiting',
    open: true,
    slot: row._id,
    owner: null,
    fence: 0,
    attempts: 0,
    faults: 0,
    reason: null,
    closedAt: null,
  }
}
