import { mongo, Schema, type Connection, type Model, type Types } from 'mongoose'
import { StoreUnavailableError } from '../../errors.ts'
import type { Tables } from '../../report/report.ts'
import { tableKeys, type CellId, type TableKey } from '../../report/statutory-tables.ts'
import type { Arrival, CellNote, Holding, ReportToStore, StoredReport } from '../../report/stored-report.ts'
import type { ReportStore, StandingRow } from '../store.ts'
import { mongoFilings, type FiledVersion, type Filings } from './filings.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'

/** A version of a report as it lies in either collection. */
interface ReportRow extends Omit<StoredReport, 'id' | 'cellNotes'> {
  readonly _id: string
  readonly reportId: string
  /** As pairs: the ids of cells have dots, which field names should not. */
  readonly cellNotes: readonly { readonly cell: CellId; readonly note: CellNote }[]
  readonly verdict: StandingRow['verdict']
  /** When the first version came, and in which order. */
  readonly firstAt: Date
  readonly arrival: Types.ObjectId
}

/** Saves reports; used by the outcome of a message, too. */
export interface Reports {
  readonly save: (report: ReportToStore) => Promise<StoredReport>
  /** Notes when reports came that an older program stored. */
  readonly complete: () => Promise<void>
}

interface Models {
  /** The newest version of each agency and year, under `<year> <agency>`. What is here counts. */
  readonly newest: Model<ReportRow>
  /** Every version under its id. The newest may be missing after a crash; the next save brings it. */
  readonly versions: Model<ReportRow>
  /** When each version came; what is filed among all versions is noted here before. */
  readonly filings: Filings
}

/** The reports on MongoDB. */
export function mongoReports(
  operations: Operations,
  connection: Connection,
): { readonly reports: Reports; readonly store: ReportStore } {
  const models = modelsOn(connection)
  const save = (report: ReportToStore): Promise<StoredReport> => saveReport(models, report)
  return {
    reports: { save, complete: () => models.filings.complete(() => everyVersion(models)) },
    store: {
      shelf: {
        find: (agencies, years, tables) => operations.run(() => findNewest(models, agencies, years, tables)),
        newest: (agency, year) =>
          operations.run(async () => (await findNewest(models, [agency], [year]))[0] ?? null),
        holdings: (agencies) =>
          operations.run(() =>
            agencies === undefined ? holdings(models, {}) : holdingsOf(models, agencies),
          ),
        arrivals: (agencies, years) => operations.run(() => arrivals(models, agencies, years)),
      },
      saveReport: (report) => operations.run(() => save(report)),
      reportById: (id) => operations.run(() => byId(models, id)),
      reportVersions: (agency, year) => operations.run(() => versionsOf(models, agency, year)),
      standing: (year) => operations.run(() => standing(models, year)),
    },
  }
}

function modelsOn(connection: Connection): Models {
  const newest = reportSchema('newest_reports')
  newest.index({ cause: 1 })
  newest.index({ reportId: 1 })
  newest.index({ year: 1, agency: 1 })
  newest.index({ firstAt: 1, arrival: 1, agency: 1, year: 1 })
  const versions = reportSchema('reports')
  versions.index({ agency: 1, year: 1, version: 1 }, { unique: true })
  versions.index({ cause: 1 }, { unique: true })
  return {
    newest: connection.model<ReportRow>('newest_reports', newest),
    versions: connection.model<ReportRow>('reports', versions),
    filings: mongoFilings(connection),
  }
}

function reportSchema(collection: string): Schema<ReportRow> {
  const { Mixed, ObjectId } = Schema.Types
  return new Schema<ReportRow>(
    {
      _id: String,
      reportId: String,
      agency: String,
      year: Number,
      version: Number,
      report: Mixed,
      cellNotes: Mixed,
      file: Mixed,
      sender: Mixed,
      receivedAt: Date,
      readerVersion: String,
      cause: String,
      verdict: String,
      firstAt: Date,
      arrival: ObjectId,
    },
    { collection, minimize: false, versionKey: false },
  )
}

/** Each lost race means that somebody else saved a version: more than these do not come at once. */
const races = 1_000

/**
 * Stores a report as the next version, unless its cause stored one already. The write that counts is the one that
 * replaces the newest version, if it is still the one that was seen: it gives the number, and one document changes
 * whole. A version is filed among all versions before the next can take its place.
 */
async function saveReport(models: Models, report: ReportToStore): Promise<StoredReport> {
  const { newest, versions } = models
  const _id = nameOf(report.agency, report.year)
  for (let race = 0; race < races; race += 1) {
    const current = await newest.findById(_id).lean<ReportRow>()
    if (current !== null) await file(models, current)
    const known =
      (await versions.findOne({ cause: report.cause }).lean<ReportRow>()) ??
      (await newest.findOne({ cause: report.cause }).lean<ReportRow>())
    if (known !== null) {
      await file(models, known)
      return storedReport(known)
    }
    const next = rowOf(report, current)
    const won =
      current === null
        ? await inserted(newest.create(next))
        : (await newest.replaceOne({ _id, version: current.version }, next)).matchedCount === 1
    if (won) {
      await file(models, next)
      return storedReport(next)
    }
  }
  throw new StoreUnavailableError('同一机关同一年度的报告正被大量写入，请稍后再试')
}

/** Files a version among all versions; doing it again changes nothing. */
async function file({ versions, filings }: Models, row: ReportRow): Promise<void> {
  if ((await versions.exists({ _id: row.reportId })) !== null) return
  await filings.note(row)
  await inserted(versions.create({ ...row, _id: row.reportId }))
}

function nameOf(agency: string, year: number): string {
  return `${year} ${agency}`
}

function rowOf({ id, ...report }: ReportToStore, current: ReportRow | null): ReportRow {
  return {
    ...report,
    _id: nameOf(report.agency, report.year),
    reportId: id,
    version: (current?.version ?? 0) + 1,
    cellNotes: cellNotesOf(report.cellNotes),
    verdict: report.report.verdict,
    firstAt: current?.firstAt ?? report.receivedAt,
    arrival: current?.arrival ?? new mongo.ObjectId(),
  }
}

function cellNotesOf(notes: StoredReport['cellNotes']): ReportRow['cellNotes'] {
  return Object.entries(notes).map(([cell, note]) => ({ cell: cell as CellId, note }))
}

function storedReport(row: ReportRow): StoredReport {
  return {
    id: row.reportId,
    agency: row.agency,
    year: row.year,
    version: row.version,
    report: row.report,
    cellNotes: Object.fromEntries(row.cellNotes.map(({ cell, note }) => [cell, note])),
    file: row.file,
    sender: row.sender,
    receivedAt: row.receivedAt,
    readerVersion: row.readerVersion,
    cause: row.cause,
  }
}

async function findNewest(
  { newest }: Models,
  agencies: readonly string[],
  years: readonly number[],
  tables?: readonly TableKey[],
): Promise<readonly StoredReport[]> {
  const names = agencies.flatMap((agency) => years.map((year) => nameOf(agency, year)))
  if (names.length === 0) return []
  const wanted = { _id: { $in: names } }
  if (tables === undefined) return (await newest.find(wanted).lean<ReportRow[]>()).map(storedReport)
  const leftOut = tableKeys.filter((key) => !tables.includes(key)).map((key) => [`report.tables.${key}`, 0])
  const fields = { 'report.sections': 0, ...(Object.fromEntries(leftOut) as Record<string, 0>) }
  return (await newest.find(wanted, fields).lean<ReportRow[]>()).map(storedReport).map(withoutText)
}

/** The reports as they come where only some tables were asked for. */
function withoutText(stored: StoredReport): StoredReport {
  const { report } = stored
  const came: Partial<Tables> = report.tables
  return { ...stored, report: { ...report, sections: [], tables: { ...noTables, ...came } } }
}

const noTables: Tables = { proactiveDisclosure: null, requests: null, review: null }

async function byId({ newest, versions }: Models, id: string): Promise<StoredReport | null> {
  const row =
    (await versions.findById(id).lean<ReportRow>()) ??
    (await newest.findOne({ reportId: id }).lean<ReportRow>())
  return row === null ? null : storedReport(row)
}

async function versionsOf(
  { newest, versions }: Models,
  agency: string,
  year: number,
): Promise<readonly StoredReport[]> {
  // The newest first: a version that is saved in between is then missing from both or in one of them.
  const last = await newest.findById(nameOf(agency, year)).lean<ReportRow>()
  const rows = await versions.find({ agency, year }).sort({ version: 1 }).lean<ReportRow[]>()
  const isFiled = last === null || rows.some(({ version }) => version === last.version)
  return [...rows, ...(isFiled ? [] : [last])].map(storedReport)
}

async function holdingsOf(models: Models, agencies: readonly string[]): Promise<readonly Holding[]> {
  return (await models.filings.holdings(agencies)) ?? holdings(models, { agency: { $in: [...agencies] } })
}

async function arrivals(
  { filings, newest, versions }: Models,
  agencies: readonly string[],
  years: readonly number[],
): Promise<readonly Arrival[]> {
  const noted = await filings.arrivals(agencies, years)
  if (noted !== null) return noted
  const wanted = { agency: { $in: [...agencies] }, year: { $in: [...years] } }
  const rows = [
    ...(await versions.find(wanted, filedFields).lean<FiledVersion[]>()),
    ...(await newest.find(wanted, filedFields).lean<FiledVersion[]>()),
  ]
  const each = new Map(rows.map((row) => [`${row.year} ${row.version} ${row.agency}`, row]))
  return [...each.values()].map(({ agency, year, version, receivedAt, sender }) => ({
    ...{ agency, year, version, receivedAt, senderName: sender.name },
  }))
}

const filedFields = { agency: 1, year: 1, version: 1, receivedAt: 1, 'sender.name': 1, arrival: 1 } as const

async function* everyVersion({ newest, versions }: Models): AsyncIterable<FiledVersion> {
  for (const model of [versions, newest]) {
    yield* model.find({}, filedFields).sort({ arrival: 1 }).lean<FiledVersion[]>().cursor()
  }
}

async function holdings(
  { newest }: Models,
  wanted: { readonly agency?: { readonly $in: string[] } },
): Promise<readonly Holding[]> {
  const rows = await newest
    .find(wanted, { agency: 1, year: 1 })
    .sort({ firstAt: 1, arrival: 1 })
    .lean<Pick<ReportRow, 'agency' | 'year'>[]>()
  const yearsByAgency = new Map<string, number[]>()
  for (const { agency, year } of rows) yearsByAgency.set(agency, [...(yearsByAgency.get(agency) ?? []), year])
  return [...yearsByAgency].map(([agency, years]) => ({ agency, years: years.sort((a, b) => a - b) }))
}

async function standing({ newest }: Models, year: number): Promise<readonly StandingRow[]> {
  const rows = await newest
    .find({ year }, { _id: 0, agency: 1, verdict: 1, version: 1, receivedAt: 1 })
    .sort({ agency: 1 })
    .lean<StandingRow[]>()
  return rows.map(({ agency, verdict, version, receivedAt }) => ({ agency, verdict, version, receivedAt }))
}
