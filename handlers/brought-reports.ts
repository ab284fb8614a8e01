import type { Holding, ReportShelf, StoredReport } from '../src/report/stored-report.ts'
import type { Brought } from './report-outcome.ts'

/** The stored reports with those that a message brings laid over them, before they are stored. */
export function withBrought(stored: ReportShelf, brought: readonly Brought[]): ReportShelf {
  const own = new Map<string, StoredReport>(
    brought.map(({ report, version }) => [`${report.agency} ${report.year}`, { ...report, version }]),
  )
  const isOwn = ({ agency, year }: StoredReport): boolean => own.has(`${agency} ${year}`)
  return {
    find: async (agencies, years, tables) => [
      ...(await stored.find(agencies, years, tables)).filter((report) => !isOwn(report)),
      ...[...own.values()].filter(({ agency, year }) => agencies.includes(agency) && years.includes(year)),
    ],
    newest: async (agency, year) => own.get(`${agency} ${year}`) ?? stored.newest(agency, year),
    holdings: async (agencies) => {
      const among = [...own.values()].filter(({ agency }) => agencies?.includes(agency) !== false)
      return joined(await stored.holdings(agencies), among)
    },
    arrivals: async (agencies, years) => [
      ...(await stored.arrivals(agencies, years)),
      ...[...own.values()].flatMap(({ agency, year, version, receivedAt, sender }) =>
        agencies.includes(agency) && years.includes(year)
          ? [{ agency, year, version, receivedAt, senderName: sender.name }]
          : [],
      ),
    ],
  }
}

function joined(holdings: readonly Holding[], own: readonly StoredReport[]): readonly Holding[] {
  const years = new Map(holdings.map((holding) => [holding.agency, new Set(holding.years)]))
  for (const { agency, year } of own) years.set(agency, new Set([...(years.get(agency) ?? []), year]))
  return [...years].map(([agency, of]) => ({ agency, years: [...of].toSorted((a, b) => a - b) }))
}
