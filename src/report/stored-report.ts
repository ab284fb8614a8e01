import type { CellState } from './read-report.ts'
import type { CheckedReport } from './report.ts'
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

/** What the knowledge may ask of the stored reports: the newest version of each. */
export interface ReportShelf {
  /**
   * Newest versions for these agencies (full names) and years; order not defined. With `tables`, only these tables and
   * no section come with them, since many reports are read for a few figures: the other tables are null, sections empty.
   */
  readonly find: (
    agencies: readonly string[],
    years: readonly number[],
    tables?: readonly TableKey[],
  ) => Promise<readonly StoredReport[]>
  /** The newest version for one agency and year, or null. */
  readonly newest: (agency: string, year: number) => Promise<StoredReport | null>
  /**
   * Each agency that has a report, with its years ascending; by order of first arrival. With `agencies`, only those of
   * them, looked up by name: what others have is not touched.
   */
  readonly holdings: (agencies?: readonly string[]) => Promise<readonly Holding[]>
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

export interface Holding {
  readonly agency: string
  readonly years: readonly number[]
}
