import { mongo, Schema, type Connection, type Model, type Types } from 'mongoose'
import type { Arrival, Holding } from '../../report/stored-report.ts'
import { inserted } from './mongo-fault.ts'

/** What came of an agency, under its name, so that it is looked up by key; `''` says that the collection is complete. */
interface FilingsRow {
  readonly _id: string
  /** When the first report of any year came, and in which order. */
  readonly firstAt: Date
  readonly arrival: Types.ObjectId
  /** By `<year> <version>`. */
  readonly versions: Readonly<Record<string, { readonly at: Date; readonly by: string }>>
}

/** A version, as far as it says when a report came. */
export interface FiledVersion {
  readonly agency: string
  readonly year: number
  readonly version: number
  readonly receivedAt: Date
  readonly sender: { readonly name: string }
  readonly arrival: Types.ObjectId
}

/** The fields that make one. */
export const filedFields = {
  agency: 1,
  year: 1,
  version: 1,
  receivedAt: 1,
  'sender.name': 1,
  arrival: 1,
} as const

/** Who sent what when, one document an agency. */
export interface Filings {
  /** Notes a version; doing it again changes nothing. */
  readonly note: (version: FiledVersion) => Promise<void>
  /** Null where the collection is not complete yet: a data store of an older program that is only read. */
  readonly holdings: (agencies: readonly string[]) => Promise<readonly Holding[] | null>
  readonly arrivals: (
    agencies: readonly string[],
    years: readonly number[],
  ) => Promise<readonly Arrival[] | null>
  /** Notes what was stored before there was this collection, once. */
  readonly complete: (versions: () => AsyncIterable<FiledVersion>) => Promise<void>
}

const marker = ''

/** The collection `filings`. */
export function mongoFilings(connection: Connection): Filings {
  const { Mixed, ObjectId } = Schema.Types
  const schema = new Schema<FilingsRow>(
    { _id: String, firstAt: Date, arrival: ObjectId, versions: Mixed },
    { collection: 'filings', minimize: false, versionKey: false },
  )
  const filings = connection.model<FilingsRow>('filings', schema)
  const note = (version: FiledVersion): Promise<void> => noteIn(filings, version)
  return {
    note,
    holdings: async (agencies) => holdingsOf(await rowsOf(filings, agencies)),
    arrivals: async (agencies, years) => arrivalsOf(await rowsOf(filings, agencies), years),
    complete: async (versions) => {
      if ((await filings.exists({ _id: marker })) !== null) return
      for await (const version of versions()) await note(version)
      await inserted(
        filings.create({ _id: marker, firstAt: new Date(0), arrival: new mongo.ObjectId(), versions: {} }),
      )
    },
  }
}

async function noteIn(filings: Model<FilingsRow>, filed: FiledVersion): Promise<void> {
  const { agency, year, version, receivedAt, sender, arrival } = filed
  const update = {
    $min: { firstAt: receivedAt },
    $setOnInsert: { arrival },
    $set: { [`versions.${year} ${version}`]: { at: receivedAt, by: sender.name } },
  }
  // Of two that make the document at once, one fails and finds it made.
  const made = await inserted(filings.updateOne({ _id: agency }, update, { upsert: true }))
  if (!made) await filings.updateOne({ _id: agency }, update)
}

async function rowsOf(
  filings: Model<FilingsRow>,
  agencies: readonly string[],
): Promise<readonly FilingsRow[] | null> {
  const rows = await filings.find({ _id: { $in: [marker, ...agencies] } }).lean<FilingsRow[]>()
  return rows.some(({ _id }) => _id === marker) ? rows.filter(({ _id }) => _id !== marker) : null
}

function holdingsOf(rows: readonly FilingsRow[] | null): readonly Holding[] | null {
  if (rows === null) return null
  return rows
    .toSorted(
      (one, other) =>
        one.firstAt.getTime() - other.firstAt.getTime() ||
        (one.arrival.toHexString() < other.arrival.toHexString() ? -1 : 1),
    )
    .map(({ _id, versions }) => ({
      agency: _id,
      years: [...new Set(Object.keys(versions).map((key) => Number(key.split(' ')[0])))].sort(
        (a, b) => a - b,
      ),
    }))
}

function arrivalsOf(rows: readonly FilingsRow[] | null, years: readonly number[]): readonly Arrival[] | null {
  if (rows === null) return null
  return rows.flatMap(({ _id, versions }) =>
    Object.entries(versions).flatMap(([key, { at, by }]) => {
      const [year = Number.NaN, version = Number.NaN] = key.split(' ').map(Number)
      return years.includes(year) ? [{ agency: _id, year, version, receivedAt: at, senderName: by }] : []
    }),
  )
}
