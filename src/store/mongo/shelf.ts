import type { Tables } from '../../report/report.ts'
import { excerptOf } from '../../report/report-excerpt.ts'
import type { CellId } from '../../report/statutory-tables.ts'
import type {
  Arrival,
  Holding,
  ReportExcerpt,
  ReportShelf,
  StoredReport,
  WantedCells,
} from '../../report/stored-report.ts'
import { filedFields, type FiledVersion } from './filings.ts'
import type { Operations } from './operations.ts'
import { nameOf, storedReport, type FoundRow, type NewestRow, type ReportModels } from './report-rows.ts'

/** The newest versions on MongoDB, each looked up by its name. */
export function mongoShelf(operations: Operations, models: ReportModels): ReportShelf {
  return {
    find: (agencies, years, wanted) => operations.run(() => findExcerpts(models, agencies, years, wanted)),
    newest: (agency, year) => operations.run(() => newestOf(models, agency, year)),
    holdings: (agencies) =>
      operations.run(() => (agencies === undefined ? holdings(models, {}) : holdingsOf(models, agencies))),
    newestYear: (agencies, before) => operations.run(() => newestYear(models, agencies, before)),
    arrivals: (agencies, years) => operations.run(() => arrivals(models, agencies, years)),
  }
}

async function newestOf(
  { newest }: ReportModels,
  agency: string,
  year: number,
): Promise<StoredReport | null> {
  const row = await newest.findById(nameOf(agency, year)).lean<FoundRow>()
  return row === null ? null : storedReport(row)
}

/** Looked up by name, and only the fields that are wanted: a whole report is some hundred times as large. */
async function findExcerpts(
  { newest }: ReportModels,
  agencies: readonly string[],
  years: readonly number[],
  wanted: WantedCells,
): Promise<readonly ReportExcerpt[]> {
  if (agencies.length === 0) return []
  const rows = await Promise.all(
    [...new Set(years)].map((year) =>
      newest
        .find({ _id: { $in: agencies.map((agency) => nameOf(agency, year)) } }, fieldsFor(wanted))
        .batchSize(1_000)
        .lean<ExcerptRow[]>(),
    ),
  )
  return rows.flat().map((row) => excerptIn(row, wanted))
}

function fieldsFor({ cells, noted }: WantedCells): Readonly<Record<string, 1>> {
  const fields = [
    ...['reportId', 'agency', 'year', 'report.format', 'report.verdict', 'report.tableSources'],
    // Whole, though older rows hold more: a server takes far longer to pick fields out of each of a list.
    'report.findings',
    ...(noted.length > 0 ? ['noted', 'cellNotes.cell'] : []),
    ...cells.map((cell) => `report.tables.${cell}`),
  ]
  return Object.fromEntries(fields.map((field) => [field, 1]))
}

/** A row of which only some fields came: tables without a wanted cell, and those not read, are missing. */
interface ExcerptRow extends Pick<NewestRow, 'reportId' | 'agency' | 'year'> {
  readonly report: Omit<NewestRow['report'], 'tables'> & { readonly tables?: Partial<Tables> }
  readonly noted?: NewestRow['noted'] | readonly CellId[]
  /** Where an older program stored it; one after that stored a list in `noted`. */
  readonly cellNotes?: readonly { readonly cell: CellId }[]
}

const noTables: Tables = { proactiveDisclosure: null, requests: null, review: null }

function excerptIn(row: ExcerptRow, wanted: WantedCells): ReportExcerpt {
  const { reportId, agency, year } = row
  const report = { ...row.report, tables: { ...noTables, ...row.report.tables } }
  const noted = new Set(notedIn(row))
  return {
    ...excerptOf({ id: reportId, agency, year, report, cellNotes: {} }, wanted),
    noted: new Set(wanted.noted.filter((cell) => noted.has(cell))),
  }
}

function notedIn({ noted, cellNotes }: ExcerptRow): readonly string[] {
  if (noted === undefined) return cellNotes?.map(({ cell }) => cell) ?? []
  return typeof noted === 'string' ? noted.split(' ') : noted
}

/** How many years back are tried before all that the agencies have is looked at. */
const likelyYears = 3

/** Nearly always the year before, or the one before that. */
async function newestYear(
  models: ReportModels,
  agencies: readonly string[],
  before: number,
): Promise<number | null> {
  if (agencies.length === 0) return null
  for (let year = before - 1; year >= before - likelyYears; year -= 1) {
    const names = agencies.map((agency) => nameOf(agency, year))
    if ((await models.newest.exists({ _id: { $in: names } })) !== null) return year
  }
  const held = await holdingsOf(models, agencies)
  const years = held.flatMap((holding) => holding.years).filter((year) => year < before)
  return years.length === 0 ? null : Math.max(...years)
}

async function holdingsOf(models: ReportModels, agencies: readonly string[]): Promise<readonly Holding[]> {
  return (await models.filings.holdings(agencies)) ?? holdings(models, { agency: { $in: [...agencies] } })
}

async function arrivals(
  { filings, newest, versions }: ReportModels,
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

async function holdings(
  { newest }: ReportModels,
  wanted: { readonly agency?: { readonly $in: string[] } },
): Promise<readonly Holding[]> {
  const rows = await newest
    .find(wanted, { agency: 1, year: 1 })
    .sort({ firstAt: 1, arrival: 1 })
    .lean<Pick<NewestRow, 'agency' | 'year'>[]>()
  const yearsByAgency = new Map<string, number[]>()
  for (const { agency, year } of rows) yearsByAgency.set(agency, [...(yearsByAgency.get(agency) ?? []), year])
  return [...yearsByAgency].map(([agency, years]) => ({ agency, years: years.sort((a, b) => a - b) }))
}
