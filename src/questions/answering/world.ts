import type { ReportShelf } from '../../report/stored-report.ts'
import type { Roster } from '../../roster/roster.ts'
import type { AskedAgency } from '../query/asked-agency.ts'

/** What a query is answered from: it knows data and no words. */
export interface World {
  /** The newest version of each report. */
  readonly reports: ReportShelf
  /** Deadlines, and since and until when an agency reports; empty where reports come out of a file. */
  readonly roster: Roster
  /** Everybody that may be asked about, in roster order. */
  readonly agencies: readonly AskedAgency[]
  /** The agency whose report compiles the others' and may stand beside a sum over all; null where there is none. */
  readonly government: string | null
  /** The newest year up to last year that one agency has a report for. */
  readonly newestYearOf: (agency: string) => Promise<number | null>
  /** The same of any agency. */
  readonly reportingYear: number | null
  readonly now: Date
  /** Whether times of arrival mean anything: not over reports out of a file. */
  readonly knowsArrival: boolean
}
