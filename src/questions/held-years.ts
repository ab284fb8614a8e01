import type { Holding, ReportShelf } from '../report/stored-report.ts'

/** Who has reports for which years, as far as a question needs it: looked up by name, and only of those it is about. */
export interface HeldYears {
  /** The newest year up to last year that any of the listed agencies (of all, where none are listed) has a report for. */
  readonly reportingYear: number | null
  /** Those that have reports, in order of arrival, where no agencies are listed; else empty. */
  readonly stored: readonly Holding[]
  /** First and newest year up to last year that any of these has a report for; null without any. */
  readonly of: (agencies: readonly string[]) => { readonly first: number; readonly newest: number } | null
  /** Looks up those that were asked for with `of` and not known yet; false where there were none. */
  readonly complete: () => Promise<boolean>
  /** Whether there is no report at all, of whatever year. */
  readonly areNone: () => Promise<boolean>
}

/** Begins with what every question needs. */
export async function heldYears(
  reports: ReportShelf,
  listed: readonly string[],
  thisYear: number,
): Promise<HeldYears> {
  // Without a list the names themselves are those of the reports.
  const stored = listed.length === 0 ? await reports.holdings() : []
  const known = new Map(stored.map(({ agency, years }) => [agency, years]))
  const asked = new Set<string>()
  const yearsOf = (agencies: readonly string[]): readonly number[] =>
    agencies.flatMap((agency) => known.get(agency) ?? []).filter((year) => year < thisYear)
  return {
    stored,
    reportingYear:
      listed.length === 0
        ? (spanOf(yearsOf([...known.keys()]))?.newest ?? null)
        : await reports.newestYear(listed, thisYear),
    of: (agencies) => {
      for (const agency of agencies) if (listed.length > 0 && !known.has(agency)) asked.add(agency)
      return spanOf(yearsOf(agencies))
    },
    complete: async () => {
      const wanted = [...asked]
      asked.clear()
      for (const agency of wanted) known.set(agency, [])
      if (wanted.length > 0) {
        for (const { agency, years } of await reports.holdings(wanted)) known.set(agency, years)
      }
      return wanted.length > 0
    },
    areNone: async () => (listed.length === 0 ? stored : await reports.holdings(listed)).length === 0,
  }
}

function spanOf(years: readonly number[]): { readonly first: number; readonly newest: number } | null {
  return years.length === 0 ? null : { first: Math.min(...years), newest: Math.max(...years) }
}
