import type { CellState } from './read-report.ts'
import type { CheckedReport, Finding } from './report.ts'
import type { CellId, TableKey } from './statutory-tables.ts'

/** One version of an agency's report for a year, as the store keeps it. */
export interface StoredReport {
  /** Unguessable name of this version, used in `/reports/:id`. */
  readonly id: string
  /** Full name by the roster; without a roster, the name the report's title gives. */
  readonly agency: string
  readonly year: number
  /** 1, 2, … in order of arrival; the highest counts. */
  readonly version: number
  readonly report: CheckedReport
  /** Cells whose print is more than their number: blank, placeholder, unread, repaired. */
  readonly cellNotes: Readonly<Partial<Record<CellId, CellNote>>>
  readonly file: StoredFile
  readonly sender: Sender
  readonly receivedAt: Date
  /** Version of the program that read it. */
  readonly readerVersion: string
  /** Key of the message or import that brought it: storing it again under this key changes nothing. */
  readonly cause: string
}

export interface CellNote {
  readonly state: CellState
  readonly text: string
}

/** The uploaded file; its bytes lie in the store under the hash. */
export interface StoredFile {
  /** Lower-case hex. */
  readonly sha256: string
  /** As the sender named it: shown, never used as a path. */
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** Who sent it and where. `platform` is `cli` for imports. */
export interface Sender {
  readonly platform: string
  readonly userId: string
  readonly name: string
  readonly conversationId: string
}

/** Everything of a stored report that its sender gives; the store adds nothing but the version. */
export type ReportToStore = Omit<StoredReport, 'version'>

/** What is wanted of each of many reports: a question reads a few cells of hundreds. */
export interface WantedCells {
  readonly cells: readonly CellId[]
  /** Cells of which it is to be told whether anything is noted of their print. */
  readonly noted: readonly CellId[]
}

/** The newest version of a report, as far as an answer needs it. */
export interface ReportExcerpt {
  /** The version's id: the report's page. */
  readonly id: string
  readonly agency: string
  readonly year: number
  readonly format: CheckedReport['format']
  readonly verdict: CheckedReport['verdict']
  readonly findings: readonly BriefFinding[]
  readonly tableSources: CheckedReport['tableSources']
  /** Exactly the cells wanted; null where one is blank, and in a table of which nothing was read. */
  readonly cells: ReadonlyMap<CellId, number | null>
  /** Of the tables that cells were wanted of, those of which nothing was read. */
  readonly unread: readonly TableKey[]
  /** Of the cells in `noted`, those whose print is more than their number. */
  readonly noted: ReadonlySet<CellId>
}

/** A finding without its place and its evidence. */
export type BriefFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'cells'>

/** What the knowledge may ask of the stored reports: the newest version of each. */
export interface ReportShelf {
  /**
   * What is wanted of the newest versions for these agencies (full names) and years; order not defined. Looked up by
   * agency and year, and no more of a report is fetched than is wanted: many are read for a few figures.
   */
  readonly find: (
    agencies: readonly string[],
    years: readonly number[],
    wanted: WantedCells,
  ) => Promise<readonly ReportExcerpt[]>
  /** The newest version for one agency and year, whole; or null. */
  readonly newest: (agency: string, year: number) => Promise<StoredReport | null>
  /**
   * Each agency that has a report, with its years ascending; by order of first arrival. With `agencies`, only those of
   * them, looked up by name: what others have is not touched.
   */
  readonly holdings: (agencies?: readonly string[]) => Promise<readonly Holding[]>
  /** The newest year before this one that any of these agencies has a report for, looked up by name; null without any. */
  readonly newestYear: (agencies: readonly string[], before: number) => Promise<number | null>
  /** When each version of these agencies' reports for these years came; order not defined. */
  readonly arrivals: (agencies: readonly string[], years: readonly number[]) => Promise<readonly Arrival[]>
}

/** When one version of a report came, and from whom. */
export interface Arrival {
  readonly agency: string
  readonly year: number
  readonly version: number
  readonly receivedAt: Date
  readonly senderName: string
}

/** Sender of a report that was imported on the command line: when the agency handed it in is not known. */
export const importer: Sender = {
  platform: 'cli',
  userId: 'import',
  name: '命令行导入',
  conversationId: 'cli',
}

/** Whether a version was imported, so that its time is that of the import. */
export function arrivedByImport({ senderName }: Pick<Arrival, 'senderName'>): boolean {
  return senderName === importer.name
}

export interface Holding {
  readonly agency: string
  readonly years: readonly number[]
}
