import type { CheckedReport } from './report.ts'
import { tableKeys, type CellId, type TableKey } from './statutory-tables.ts'
import type { BriefFinding, ReportExcerpt, StoredReport, WantedCells } from './stored-report.ts'

/** What an excerpt is made of. */
export type Excerptable = Pick<StoredReport, 'id' | 'agency' | 'year' | 'cellNotes'> & {
  readonly report: Pick<CheckedReport, 'format' | 'verdict' | 'tableSources' | 'tables'> & {
    readonly findings: readonly BriefFinding[]
  }
}

/** Takes the wanted cells out of a report. */
export function excerptOf(stored: Excerptable, { cells, noted }: WantedCells): ReportExcerpt {
  const { id, agency, year, report, cellNotes } = stored
  const { format, verdict, findings, tableSources, tables } = report
  return {
    ...{ id, agency, year, format, verdict, tableSources },
    findings: findings.map(briefly),
    cells: new Map(cells.map((cell) => [cell, valueAt(tables, cell)])),
    unread: tablesOf(cells).filter((table) => tables[table] === null),
    noted: new Set(noted.filter((cell) => cellNotes[cell] !== undefined)),
  }
}

/** A finding without its place and its evidence. */
export function briefly({ rule, severity, message, cells }: BriefFinding): BriefFinding {
  return { rule, severity, message, cells }
}

/** The table a cell stands in. */
export function tableOf(cell: CellId): TableKey {
  const table = tableKeys.find((key) => cell.startsWith(`${key}.`))
  if (table === undefined) throw new Error(`no such cell: ${cell}`)
  return table
}

/** The tables that cells stand in, each once, in printed order. */
export function tablesOf(cells: readonly CellId[]): readonly TableKey[] {
  const found = new Set(cells.map(tableOf))
  return tableKeys.filter((key) => found.has(key))
}

function valueAt(tables: CheckedReport['tables'], cell: CellId): number | null {
  let at: unknown = tables
  for (const key of cell.split('.')) at = isHolder(at) ? at[key] : null
  return typeof at === 'number' ? at : null
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
