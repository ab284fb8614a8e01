import type { ReportShelf } from '../report/stored-report.ts'
import type { Roster } from '../roster/roster.ts'
import { knownWords } from './known-words.ts'
import { namedIn, type Named } from './words/whose/named-in.ts'

/** What a message names, by the names that are known here; `goesOn`: a turn before it is remembered. */
export async function named(
  text: string,
  { roster, reports }: { readonly roster: Roster; readonly reports: ReportShelf },
  goesOn: boolean,
): Promise<Named> {
  const stored = roster.agencies.length === 0 ? await reports.holdings() : []
  return namedIn(text, knownWords(roster, stored), goesOn)
}
