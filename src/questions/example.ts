import type { ReportShelf } from '../report/stored-report.ts'
import type { Roster, Scope } from '../roster/roster.ts'

/** An agency and a year to make examples of: with a stored report, so that the examples work as they stand. */
export interface Example {
  readonly agency: string
  readonly year: number
  /** Nobody else may be asked about here: no rankings, no sums. */
  readonly alone: boolean
}

/** What an example is looked for in. */
export interface ExamplePlace {
  readonly reports: ReportShelf
  readonly roster: Roster
  readonly scope: Scope
  /** The agencies of the asking group, which come first. */
  readonly home?: readonly string[] | null
  readonly thisYear: number
}

/** Agencies looked up at once. */
const lookedUpAtOnce = 50

/** The agency with the newest report (up to last year's) that may be asked about here; null where there is none. */
export async function exampleOf({
  reports,
  roster,
  scope,
  home,
  thisYear,
}: ExamplePlace): Promise<Example | null> {
  const listed = roster.agencies.map(({ name }) => name)
  const known = listed.length > 0 ? listed : (await reports.holdings()).map(({ agency }) => agency)
  const mayBeAsked = known.filter(
    (name) => scope.kind === 'all' || (scope.kind === 'agencies' && scope.names.includes(name)),
  )
  const own = mayBeAsked.filter((name) => home?.includes(name))
  const names = [...own, ...mayBeAsked.filter((name) => !own.includes(name))]
  const newest = await reports.newestYear(names, thisYear)
  for (let from = 0; newest !== null && from < names.length; from += lookedUpAtOnce) {
    const some = names.slice(from, from + lookedUpAtOnce)
    const holdings = await reports.holdings(some)
    const has = (name: string): boolean =>
      holdings.some(({ agency, years }) => agency === name && years.includes(newest))
    const agency = some.find(has)
    if (agency !== undefined)
      return { agency, year: newest, alone: scope.kind !== 'all' && names.length === 1 }
  }
  return null
}
