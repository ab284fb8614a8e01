import { readDocument } from './readers/index.ts'
import type { AgencyKind } from './report/agency-kind.ts'
import { agencyKindOf } from './report/agency-kind.ts'
import { extractReport } from './report/extract.ts'
import type { ReadReport } from './report/read-report.ts'
import type { CheckedReport, Report } from './report/report.ts'
import type { CellId } from './report/statutory-tables.ts'
import type { CellNote } from './report/stored-report.ts'
import { applyRules } from './rules/index.ts'

/** A read and checked file. */
export interface CheckedFile {
  readonly report: CheckedReport
  /** Cells whose print is more than their number. */
  readonly cellNotes: Readonly<Partial<Record<CellId, CellNote>>>
  /** The extension the content asks for, where the name has another. */
  readonly properExtension: string | null
  /** Rules that threw, for the log: `rule id: error class`. */
  readonly faults: readonly string[]
}

export interface CheckOptions {
  /** Kind of an agency the roster knows; null where it does not. */
  readonly rosterKindOf?: (agency: string) => AgencyKind | null
  /** Last year's report of the same agency. */
  readonly previous?: Report | null
}

/**
 * A file becomes a checked report in three calls: read, extract, apply the rules.
 * Rejects with UnreadableFileError where the file is no report that can be read.
 */
export async function checkFile(
  bytes: Uint8Array,
  fileName: string,
  options: CheckOptions = {},
): Promise<CheckedFile> {
  const { document, properExtension } = await readDocument(bytes, fileName)
  const read = extractReport(document)
  const { agency } = read.report
  const { findings, verdict, faults } = applyRules({
    read,
    agencyKind: agency === null ? null : (options.rosterKindOf?.(agency) ?? agencyKindOf(agency)),
    previous: options.previous ?? null,
  })
  return {
    report: { ...read.report, findings, verdict },
    cellNotes: cellNotesOf(read),
    properExtension,
    faults: faults.map(
      (fault) => `${fault.rule}: ${fault.error instanceof Error ? fault.error.name : 'unknown'}`,
    ),
  }
}

/** The cells that a page must show otherwise than by their number. */
function cellNotesOf(read: ReadReport): Readonly<Partial<Record<CellId, CellNote>>> {
  const notes: Partial<Record<CellId, CellNote>> = {}
  for (const table of Object.values(read.tables)) {
    if (table.source === 'missing' || table.source === 'image') continue
    for (const [id, cell] of table.cells) {
      if (cell.state !== 'number' || cell.repaired) notes[id] = { state: cell.state, text: cell.text }
    }
  }
  return notes
}
