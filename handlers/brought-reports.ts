import { excerptOf } from '../src/report/report-excerpt.ts'
import type { Holding, ReportExcerpt, ReportShelf, StoredReport } from '../src/report/stored-report.ts'
import type { Brought } from './report-outcome.ts'

/** The stored reports with those that a message brings laid over them, before they are stored. */
export function withBrought(stored: ReportShelf, brought: readonly Brought[]): ReportShelf {
  const own = new Map<string, StoredReport>(
    brought.map(({ report, version }) => [`${report.agency} ${report.year}`, { ...report, version }]),
  )
  const isOwn = ({ agency, year }: ReportExcerpt): boolean => own.has(`${agency} ${year}`)
  return {
    find: async (agencies, years, wanted) => [
      ...(await stored.find(agencies, years, wanted)).filter((report) => !isOwn(report)),
      ...[...own.values()]
        .filter(({ agency, year }) => agencies.includes(agency) && years.includes(year))
        .map((report) => excerptOf(report, wanted)),
    ],
    newest: async (agency, year) => own.get(`${agency} ${year}`) ?? stored.newest(agency, year),
    holdings: async (agencies) => {
      const among = [...own.values()].filter(({ agency }) => agencies?.includes(agency) !== false)
      return joined(await stored.holdings(agencies), among)
    },
    newestYear: async (agencies, before) => {
      const years = [...own.values()]
        .filter(({ agency, year }) => agencies.includes(agency) && year < before)
        .map(({ year }) => year)
      const found = await stored.newestYear(agencies, before)
      return found === null && years.length === 0 ? null : Math.max(...years, found ?? -Infinity)
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
