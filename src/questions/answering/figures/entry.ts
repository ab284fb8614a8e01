import type { ReportExcerpt } from '../../../report/stored-report.ts'
import type { Metric } from '../../query/metrics.ts'
import { figureOf, type Figure, type KnownFigure } from './figure.ts'
import { hasValue } from './pool.ts'

/** One figure that was looked up, whether there is one or not. */
export interface Entry {
  readonly agency: string
  readonly year: number
  readonly metric: Metric
  /** The report it was looked up in, where there is one. */
  readonly report: ReportExcerpt | undefined
  readonly figure: Figure
}

/** One that there is. */
export interface KnownEntry extends Entry {
  readonly figure: KnownFigure
}

/** The newest reports a query may look at, by agency and year. */
export type Stored = (agency: string, year: number) => ReportExcerpt | undefined

/** Makes them findable. */
export function storedOf(reports: readonly ReportExcerpt[]): Stored {
  const byKey = new Map(reports.map((report) => [keyOf(report.agency, report.year), report]))
  return (agency, year) => byKey.get(keyOf(agency, year))
}

function keyOf(agency: string, year: number): string {
  return `${year} ${agency}`
}

/** Looks up every figure: agency by agency, in each year by year, in each metric by metric. */
export function entriesOf(
  stored: Stored,
  agencies: readonly string[],
  years: readonly number[],
  metrics: readonly Metric[],
): readonly Entry[] {
  return agencies.flatMap((agency) =>
    years.flatMap((year) =>
      metrics.map((metric) => {
        const report = stored(agency, year)
        return { agency, year, metric, report, figure: figureOf(report, metric) }
      }),
    ),
  )
}

/** Those with a figure; a rate without a denominator is one of them. */
export function known(entries: readonly Entry[]): readonly KnownEntry[] {
  return entries.filter((entry): entry is KnownEntry => entry.figure.kind === 'known')
}

/** Those with a value to be listed, ranked or compared. */
export function valued(entries: readonly Entry[]): readonly KnownEntry[] {
  return known(entries).filter(({ figure }) => hasValue(figure))
}
