import type { Arrival, Holding, ReportToStore, StoredReport } from '../../report/stored-report.ts'
import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { ReportStore, StandingRow } from '../store.ts'
import { findExcerpts, isNewest } from './excerpts.ts'
import type { GroupCommit } from './group-commit.ts'
import { numberOf, textOf, type Row, type Sql } from './sql.ts'

/** The reports on SQLite. */
export function sqliteReports(commit: GroupCommit): ReportStore {
  return {
    shelf: {
      find: (agencies, years, wanted) => commit.read((sql) => findExcerpts(sql, agencies, years, wanted)),
      newest: (agency, year) => commit.read((sql) => newest(sql, agency, year)),
      holdings: (agencies) => commit.read((sql) => holdings(sql, agencies)),
      newestYear: (agencies, before) => commit.read((sql) => newestYear(sql, agencies, before)),
      arrivals: (agencies, years) => commit.read((sql) => arrivals(sql, agencies, years)),
    },
    saveReport: (report) => commit.write((sql) => insertReport(sql, report)),
    reportById: (id) =>
      commit.read((sql) => {
        const row = sql.one('SELECT document FROM reports WHERE id = ?', id)
        return row === undefined ? null : reportIn(row)
      }),
    reportVersions: (agency, year) =>
      commit.read((sql) =>
        sql
          .all('SELECT document FROM reports WHERE agency = ? AND year = ? ORDER BY version', agency, year)
          .map(reportIn),
      ),
    standing: (year) => commit.read((sql) => standing(sql, year)),
  }
}

/** Stores a report as the next version of its agency and year, unless its cause stored one already. */
export function insertReport(sql: Sql, report: ReportToStore): StoredReport {
  const known = sql.one('SELECT document FROM reports WHERE cause = ?', report.cause)
  if (known !== undefined) return reportIn(known)
  const last = sql.one(
    'SELECT max(version) AS version FROM reports WHERE agency = ? AND year = ?',
    report.agency,
    report.year,
  )
  const stored: StoredReport = { ...report, version: Number(last?.['version'] ?? 0) + 1 }
  sql.run(
    `INSERT INTO reports (id, cause, agency, year, version, verdict, received_at, document)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    stored.id,
    stored.cause,
    stored.agency,
    stored.year,
    stored.version,
    stored.report.verdict,
    stored.receivedAt.getTime(),
    encodeDocument(stored),
  )
  return stored
}

function reportIn(row: Row): StoredReport {
  return decodeDocument(textOf(row, 'document')) as StoredReport
}

function newest(sql: Sql, agency: string, year: number): StoredReport | null {
  const row = sql.one(
    'SELECT document FROM reports WHERE agency = ? AND year = ? ORDER BY version DESC LIMIT 1',
    agency,
    year,
  )
  return row === undefined ? null : reportIn(row)
}

/** One step into the index an agency. */
function newestYear(sql: Sql, agencies: readonly string[], before: number): number | null {
  const row = sql.one(
    `SELECT max((SELECT max(year) FROM reports WHERE agency = value AND year < ?)) AS year FROM json_each(?)`,
    before,
    JSON.stringify(agencies),
  )
  return typeof row?.['year'] === 'number' ? row['year'] : null
}

function holdings(sql: Sql, agencies: readonly string[] | undefined): readonly Holding[] {
  const yearsByAgency = new Map<string, number[]>()
  const first = 'SELECT agency, year FROM reports WHERE version = 1'
  const order = 'ORDER BY received_at, arrival'
  const rows =
    agencies === undefined
      ? sql.all(`${first} ${order}`)
      : sql.all(`${first} AND agency IN (SELECT value FROM json_each(?)) ${order}`, JSON.stringify(agencies))
  for (const row of rows) {
    const years = yearsByAgency.get(textOf(row, 'agency'))
    if (years === undefined) yearsByAgency.set(textOf(row, 'agency'), [numberOf(row, 'year')])
    else years.push(numberOf(row, 'year'))
  }
  return [...yearsByAgency].map(([agency, years]) => ({ agency, years: years.sort((a, b) => a - b) }))
}

function arrivals(sql: Sql, agencies: readonly string[], years: readonly number[]): readonly Arrival[] {
  return sql
    .all(
      `SELECT agency, year, version, received_at, json_extract(document, '$.sender.name') AS sender FROM reports
       WHERE agency IN (SELECT value FROM json_each(?)) AND year IN (SELECT value FROM json_each(?))`,
      JSON.stringify(agencies),
      JSON.stringify(years),
    )
    .map((row) => ({
      agency: textOf(row, 'agency'),
      year: numberOf(row, 'year'),
      version: numberOf(row, 'version'),
      receivedAt: new Date(numberOf(row, 'received_at')),
      senderName: textOf(row, 'sender'),
    }))
}

function standing(sql: Sql, year: number): readonly StandingRow[] {
  return sql
    .all(
      `SELECT agency, verdict, version, received_at FROM reports WHERE year = ? AND ${isNewest} ORDER BY agency`,
      year,
    )
    .map((row) => ({
      agency: textOf(row, 'agency'),
      verdict: verdictOf(row),
      version: numberOf(row, 'version'),
      receivedAt: new Date(numberOf(row, 'received_at')),
    }))
}

function verdictOf(row: Row): StandingRow['verdict'] {
  const verdict = textOf(row, 'verdict')
  if (verdict !== 'pass' && verdict !== 'warn' && verdict !== 'fail') throw new Error(`verdict ${verdict}`)
  return verdict
}
