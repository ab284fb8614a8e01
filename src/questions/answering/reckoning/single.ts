import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import type { Extras, Figures, Source } from '../../query/reply.ts'
import { numberOf } from '../figures/amount.ts'
import { answered, lacking, nothingIn, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known, valued, type Entry } from '../figures/entry.ts'
import { fractionsOf, pooled, shown, type Fraction } from '../figures/pool.ts'
import { sourcesOf } from '../figures/sources.ts'

/** One figure of one report. */
export function single(asked: Asked): Figures {
  const { query, stored } = asked
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  const [entry, ...others] = looked
  if (entry === undefined || others.length > 0) return each(asked, looked)
  const [own] = valued([entry])
  if (own === undefined) return lacking(entry)
  const { beside, sources } = besideOf(asked)
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
  const totals = query.metrics.map((metric) =>
    pooled(known(looked.filter((entry) => entry.metric === metric)).map(({ figure }) => figure)),
  )
  return answered(looked, {
    answer: query.metrics.map((metric, index) => [metric, shownOrNull(totals[index])] as const),
    unit: unitOf(query.metrics),
    extras: fractionsOf(totals),
    pooled: true,
  })
}

function shownOrNull(total: Fraction | null | undefined): number | null {
  return total === null || total === undefined ? null : shown(total)
}

/** The two counts of a rate. */
export function fractionOf({ amount, of }: Fraction): Pick<Extras, 'numerator' | 'denominator'> {
  return of === null ? {} : { numerator: numberOf(amount), denominator: numberOf(of) }
}

interface Beside {
  readonly beside: NonNullable<Extras['beside']>
  readonly sources: readonly Source[]
}

/**
 * People take 予以公开率 for 公开率, so both are shown; cases that are pending have no result and are named. Of a group or
 * of years they are pooled like the rate.
 */
export function besideOf({ query, stored }: Asked): Beside {
  const nothing: Beside = { beside: [], sources: [] }
  const shownBeside = besideFor(query)
  if (shownBeside === null) return nothing
  const entries = known(entriesOf(stored, query.agencies, query.years, [shownBeside]))
  const total = pooled(entries.map(({ figure }) => figure))
  const value = total === null ? null : shown(total)
  const unit = unitOf([shownBeside])
  if (value === null || unit === null) return nothing
  const isNothing = value === 0 && metricInfo(shownBeside).kind === 'count'
  if (isNothing) return nothing
  return { beside: [{ label: metricInfo(shownBeside).label, value, unit }], sources: sourcesOf(entries) }
}

/** The figure that is shown beside the one asked for, if any. */
export function besideFor({ metrics, operation }: AnswerableQuery): Metric | null {
  const [metric, ...others] = metrics
  const isShown = operation === 'ratio' || operation === 'value'
  return metric === undefined || others.length > 0 || !isShown ? null : alsoShown(metric)
}

function alsoShown(metric: Metric): Metric | null {
  if (metric === 'rate.granted') return 'rate.disclosed'
  const info = metricInfo(metric)
  const isByResult = metric.startsWith('rate.corrected.') || metric.startsWith('rate.upheld.')
  if (!isByResult || info.kind !== 'rate') return null
  const [, , group] = metric.split('.')
  return `review.${group as 'all'}.pending`
}

/** Sources, and those of figures beside that are not among them. */
export function withMore(sources: readonly Source[], more: readonly Source[]): readonly Source[] {
  const there = new Set(sources.map(keyOf))
  return [...sources, ...more.filter((one) => !there.has(keyOf(one)))]
}

function keyOf({ agency, year, table, row, column }: Source): string {
  return [agency, year, table, row, column].join('\n')
}
