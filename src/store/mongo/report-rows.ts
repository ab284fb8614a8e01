import { mongo, Schema, type Connection, type Model, type Types } from 'mongoose'
import type { CellId } from '../../report/statutory-tables.ts'
import { briefly, type Excerptable } from '../../report/report-excerpt.ts'
import type { CellNote, ReportToStore, StoredReport } from '../../report/stored-report.ts'
import type { StandingRow } from '../store.ts'
import { mongoFilings, type Filings } from './filings.ts'
import { packed, unpacked } from './packed.ts'

/** A version of a report: the whole of it in one field, and beside it what is searched by. */
export interface VersionRow {
  readonly _id: string
  readonly reportId: string
  readonly agency: string
  readonly year: number
  readonly version: number
  readonly cause: string
  readonly receivedAt: Date
  readonly sender: { readonly name: string }
  /** When the first version came, and in which order. */
  readonly firstAt: Date
  readonly arrival: Types.ObjectId
  /** The StoredReport, packed. */
  readonly document: mongo.Binary
}

/** The newest version of an agency and year, with what answers take out of many. */
export interface NewestRow extends VersionRow {
  readonly verdict: StandingRow['verdict']
  readonly report: Excerptable['report']
  /** Cells that have a note, with a space between: read far faster than a list of as many. */
  readonly noted: string
}

/** A version as an older program stored it, in either collection. */
interface OlderRow
  extends
    Omit<StoredReport, 'id' | 'cellNotes'>,
    Omit<NewestRow, 'document' | 'noted' | 'sender' | 'report'> {
  readonly document?: undefined
  readonly cellNotes: readonly { readonly cell: CellId; readonly note: CellNote }[]
}

/** A row as it is found. */
export type FoundRow = VersionRow | NewestRow | OlderRow

/** The collections that reports lie in. */
export interface ReportModels {
  /** The newest version of each agency and year, under `<year> <agency>`. What is here counts. */
  readonly newest: Model<NewestRow>
  /** Every version under its id. The newest may be missing after a crash; the next save brings it. */
  readonly versions: Model<VersionRow>
  /** When each version came; what is filed among all versions is noted here before. */
  readonly filings: Filings
}

/** Binds them. */
export function reportModels(connection: Connection): ReportModels {
  const newest = new Schema<NewestRow>(
    { ...versionFields, ...olderFields, noted: Mixed },
    options('newest_reports'),
  )
  newest.index({ cause: 1 })
  newest.index({ reportId: 1 })
  newest.index({ year: 1, agency: 1 })
  newest.index({ firstAt: 1, arrival: 1, agency: 1, year: 1 })
  const versions = new Schema<VersionRow>({ ...versionFields, ...olderFields }, options('reports'))
  versions.index({ agency: 1, year: 1, version: 1 }, { unique: true })
  versions.index({ cause: 1 }, { unique: true })
  return {
    newest: connection.model<NewestRow>('newest_reports', newest),
    versions: connection.model<VersionRow>('reports', versions),
    filings: mongoFilings(connection),
  }
}

const { Mixed, ObjectId } = Schema.Types
const versionFields = {
  ...{ _id: String, reportId: String, agency: String, year: Number, version: Number, cause: String },
  ...{ receivedAt: Date, sender: Mixed, firstAt: Date, arrival: ObjectId, document: Mixed },
}
/** Fields that an older program wrote into both. */
const olderFields = { verdict: String, report: Mixed, cellNotes: Mixed, file: Mixed, readerVersion: String }

function options(collection: string): { collection: string; minimize: false; versionKey: false } {
  return { collection, minimize: false, versionKey: false }
}

/** The key of an agency's newest version for a year. */
export function nameOf(agency: string, year: number): string {
  return `${year} ${agency}`
}

/** A report as the version after the current one. */
export async function rowAfter(current: FoundRow | null, report: ReportToStore): Promise<NewestRow> {
  const stored: StoredReport = { ...report, version: (current?.version ?? 0) + 1 }
  const { id, agency, year, version, cause, receivedAt, sender } = stored
  const { format, verdict, findings, tableSources, tables } = stored.report
  return {
    ...{ _id: nameOf(agency, year), reportId: id, agency, year, version, cause, receivedAt, verdict },
    sender: { name: sender.name },
    firstAt: current?.firstAt ?? receivedAt,
    arrival: current?.arrival ?? new mongo.ObjectId(),
    report: { format, verdict, findings: findings.map(briefly), tableSources, tables },
    noted: Object.keys(stored.cellNotes).join(' '),
    document: await packed(stored),
  }
}

/** A row as it is filed among all versions. */
export function filedRow(row: FoundRow): VersionRow {
  // What an older program stored is filed as it is.
  if (!isPacked(row)) return { ...(row as unknown as VersionRow), _id: row.reportId }
  const { reportId, agency, year, version, cause, receivedAt, sender, firstAt, arrival, document } = row
  return {
    ...{
      _id: reportId,
      reportId,
      agency,
      year,
      version,
      cause,
      receivedAt,
      sender,
      firstAt,
      arrival,
      document,
    },
  }
}

function isPacked(row: FoundRow): row is VersionRow {
  return row.document !== undefined
}

/** The report that lies in a row. */
export async function storedReport(row: FoundRow): Promise<StoredReport> {
  if (isPacked(row)) return (await unpacked(row.document)) as StoredReport
  const { reportId, agency, year, version, report, cellNotes } = row
  const { file, sender, receivedAt, readerVersion, cause } = row
  return {
    ...{ id: reportId, agency, year, version, report, file, sender, receivedAt, readerVersion, cause },
    cellNotes: Object.fromEntries(cellNotes.map(({ cell, note }) => [cell, note])),
  }
}
