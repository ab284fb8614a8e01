import { Schema, type Connection, type Model } from 'mongoose'
import { StoreUnavailableError } from '../../errors.ts'
import type { ChatStore, NumberedLine, TranscriptLine } from '../store.ts'
import { inserted } from './mongo-fault.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Operations } from './operations.ts'

interface LineRow {
  readonly _id: string
  readonly number: number
  readonly conversation: string
  readonly line: TranscriptLine
}

/** The transcript of the sandbox on MongoDB. */
export function mongoTranscript(
  operations: Operations,
  connection: Connection,
): Pick<ChatStore, 'appendLine' | 'lineByKey' | 'linesOf'> {
  const schema = new Schema<LineRow>(
    { _id: String, number: Number, conversation: String, line: Schema.Types.Mixed },
    { collection: 'lines', minimize: false, versionKey: false },
  )
  schema.index({ number: 1 }, { unique: true })
  schema.index({ conversation: 1, number: 1 })
  const model = connection.model<LineRow>('lines', schema)
  const inTurn = oneAtATime()
  return {
    appendLine: (line) => inTurn(() => operations.run(() => append(model, line))),
    lineByKey: (conversationId, key) =>
      operations.run(async () => {
        const row = await model.findOne({ _id: key, conversation: conversationId }).lean<LineRow>()
        return row === null ? null : lineOf(row)
      }),
    linesOf: (conversationId, after, limit) =>
      operations.run(async () => {
        const rows = await model
          .find({ conversation: conversationId, number: { $gt: after } })
          .sort({ number: -1 })
          .limit(limit)
          .lean<LineRow[]>()
        return rows.reverse().map(lineOf)
      }),
  }
}

/** Each lost race means that somebody else appended a line: more than these do not come at once. */
const races = 1_000

/**
 * The number is the last one plus one, under a unique key: so a line never appears before one with a lower number,
 * which a counter would allow, and a reader who goes on from the last number misses none.
 */
async function append(model: Model<LineRow>, line: TranscriptLine): Promise<NumberedLine> {
  for (let race = 0; race < races; race += 1) {
    const known = await model.findById(line.key).lean<LineRow>()
    if (known !== null) return lineOf(known)
    const last = await model.findOne().sort({ number: -1 }).lean<LineRow>()
    const number = (last?.number ?? 0) + 1
    const row: LineRow = { _id: line.key, number, conversation: line.conversationId, line }
    if (await inserted(model.create(row))) return lineOf(row)
  }
  throw new StoreUnavailableError('聊天记录正被大量写入，请稍后再试')
}

function lineOf({ line, number }: LineRow): NumberedLine {
  return { ...line, number }
}
