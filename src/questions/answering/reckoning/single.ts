import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { Extras, Figures, Source } from '../../query/reply.ts'
import { numberOf } from '../figures/amount.ts'
import { answered, lacking, nothingIn, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known, valued, type Entry, type KnownEntry } from '../figures/entry.ts'
import { pooled, shown, type Fraction } from '../figures/pool.ts'
import { sourcesOf } from '../figures/sources.ts'

/** One figure of one report. */
export function single(asked: Asked): Figures {
  const { query, stored } = asked
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  const [entry, ...others] = looked
  if (entry === undefined || others.length > 0) return each(asked, looked)
  const [own] = valued([entry])
  if (own === undefined) return lacking(entry)
  const { beside, sources } = besideOf(own, asked)
  return answered(looked, {
    answer: shown(own.figure),
    unit: unitOf(query.metrics),
    extras: { ...fractionOf(own.figure), ...(beside.length > 0 ? { beside } : {}) },
    more: { sources: withMore(sourcesOf([own]), sources) },
  })
}

/** Several figures of one report, or added up of a group's each: `[[metric, n], …]` in the order asked. */
function each({ query, world }: Asked, looked: readonly Entry[]): Figures {
  const nothing = nothingIn(looked, { query, world })
  if (nothing !== null) return nothing
  return answered(looked, {
    answer: query.metrics.map((metric) => [metric, totalOf(looked, metric)] as const),
    unit: unitOf(query.metrics),
  })
}

function totalOf(looked: readonly Entry[], metric: Metric): number | null {
  const figures = known(looked.filter((entry) => entry.metric === metric)).map(({ figure }) => figure)
  const total = pooled(figures)
  return total === null ? null : shown(total)
}

/** The two counts of a rate. */
export function fractionOf({ amount, of }: Fraction): Pick<Extras, 'numerator' | 'denominator'> {
  return of === null ? {} : { numerator: numberOf(amount), denominator: numberOf(of) }
}

interface Beside {
  readonly beside: NonNullable<Extras['beside']>
  readonly sources: readonly Source[]
}

/** People take 予以公开率 for 公开率, so both are shown; cases that are pending have no result and are named. */
function besideOf({ agency, year, metric }: KnownEntry, { stored }: Asked): Beside {
  const shownBeside = alsoShown(metric)
  if (shownBeside === null) return { beside: [], sources: [] }
  const [entry] = valued(entriesOf(stored, [agency], [year], [shownBeside]))
  const value = entry === undefined ? null : shown(entry.figure)
  const unit = unitOf([shownBeside])
  if (entry === undefined || value === null || unit === null) return { beside: [], sources: [] }
  const isNothing = value === 0 && metricInfo(shownBeside).kind === 'count'
  if (isNothing) return { beside: [], sources: [] }
  return {
    beside: [{ label: metricInfo(shownBeside).label, value, unit }],
    sources: sourcesOf(known([entry])),
  }
}

/** The figure that is shown beside one of one agency; null for none. */
export function alsoShown(metric: Metric): Metric | null {
  if (metric === 'rate.granted') return 'rate.disclosed'
  const info = metricInfo(metric)
  const isByResult = metric.startsWith('rate.corrected.') || metric.startsWith('rate.upheld.')
  if (!isByResult || info.kind !== 'rate') return null
  const [, , group] = metric.split('.')
  return `review.${group as 'all'}.pending`
}

function withMore(sources: readonly Source[], more: readonly Source[]): readonly Source[] {
  const isKnown = (one: Source): boolean =>
    sources.some(
      (source) => source.row === one.row && source.column === one.column && source.table === one.table,
    )
  return [...sources, ...more.filter((one) => !isKnown(one))]
}
