import type { Connection } from 'mongoose'
import { StoreUnavailableError } from '../../errors.ts'
import type { ReportToStore, StoredReport } from '../../report/stored-report.ts'
import type { ReportStore, StandingRow } from '../store.ts'
import { filedFields, type FiledVersion } from './filings.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'
import {
  nameOf,
  reportModels,
  filedRow,
  rowAfter,
  storedReport,
  type FoundRow,
  type ReportModels,
} from './report-rows.ts'
import { mongoShelf } from './shelf.ts'

/** Saves reports; used by the outcome of a message, too. */
export interface Reports {
  readonly save: (report: ReportToStore) => Promise<StoredReport>
  /** Notes when reports came that an older program stored. */
  readonly complete: () => Promise<void>
}

/** The reports on MongoDB. */
export function mongoReports(
  operations: Operations,
  connection: Connection,
): { readonly reports: Reports; readonly store: ReportStore } {
  const models = reportModels(connection)
  const save = (report: ReportToStore): Promise<StoredReport> => saveReport(models, report)
  return {
    reports: { save, complete: () => models.filings.complete(() => everyVersion(models)) },
    store: {
      shelf: mongoShelf(operations, models),
      saveReport: (report) => operations.run(() => save(report)),
      reportById: (id) => operations.run(() => byId(models, id)),
      reportVersions: (agency, year) => operations.run(() => versionsOf(models, agency, year)),
      standing: (year) => operations.run(() => standing(models, year)),
    },
  }
}

/** Each lost race means that somebody else saved a version: more than these do not come at once. */
const races = 1_000

/**
 * Stores a report as the next version, unless its cause stored one already. The write that counts is the one that
 * replaces the newest version, if it is still the one that was seen: it gives the number, and one document changes
 * whole. A version is filed among all versions before the next can take its place.
 */
async function saveReport(models: ReportModels, report: ReportToStore): Promise<StoredReport> {
  const { newest, versions } = models
  const _id = nameOf(report.agency, report.year)
  for (let race = 0; race < races; race += 1) {
    const current = await newest.findById(_id).lean<FoundRow>()
    if (current !== null) await file(models, current)
    const known =
      (await versions.findOne({ cause: report.cause }).lean<FoundRow>()) ??
      (await newest.findOne({ cause: report.cause }).lean<FoundRow>())
    if (known !== null) {
      await file(models, known)
      return storedReport(known)
    }
    const next = await rowAfter(current, report)
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
async function file({ versions, filings }: ReportModels, row: FoundRow): Promise<void> {
  if ((await versions.exists({ _id: row.reportId })) !== null) return
  await filings.note(row)
  await inserted(versions.create(filedRow(row)))
}

async function byId({ newest, versions }: ReportModels, id: string): Promise<StoredReport | null> {
  const row =
    (await versions.findById(id).lean<FoundRow>()) ??
    (await newest.findOne({ reportId: id }).lean<FoundRow>())
  return row === null ? null : storedReport(row)
}

async function versionsOf(
  { newest, versions }: ReportModels,
  agency: string,
  year: number,
): Promise<readonly StoredReport[]> {
  // The newest first: a version that is saved in between is then missing from both or in one of them.
  const last = await newest.findById(nameOf(agency, year)).lean<FoundRow>()
  const rows = await versions.find({ agency, year }).sort({ version: 1 }).lean<FoundRow[]>()
  const isFiled = last === null || rows.some(({ version }) => version === last.version)
  return Promise.all([...rows, ...(isFiled ? [] : [last])].map(storedReport))
}

async function* everyVersion({ newest, versions }: ReportModels): AsyncIterable<FiledVersion> {
  yield* versions.find({}, filedFields).sort({ arrival: 1 }).lean<FiledVersion[]>().cursor()
  yield* newest.find({}, filedFields).sort({ arrival: 1 }).lean<FiledVersion[]>().cursor()
}

async function standing({ newest }: ReportModels, year: number): Promise<readonly StandingRow[]> {
  const rows = await newest
    .find({ year }, { _id: 0, agency: 1, verdict: 1, version: 1, receivedAt: 1 })
    .sort({ agency: 1 })
    .lean<StandingRow[]>()
  return rows.map(({ agency, verdict, version, receivedAt }) => ({ agency, verdict, version, receivedAt }))
}
