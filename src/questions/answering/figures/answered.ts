import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import type { Extras, Figures, NoFigure, RefusalDetail, Unit } from '../../query/reply.ts'
import type { World } from '../world.ts'
import { caveatsOf } from './caveats.ts'
import { known, valued, type Entry, type Stored } from './entry.ts'
import { sourcesOf } from './sources.ts'

/** A query with all it may look at. */
export interface Asked {
  readonly query: AnswerableQuery
  readonly world: World
  readonly stored: Stored
}

/** Nothing at all. */
export const noFigures: Figures = {
  ...{ answer: null, unit: null, extras: {}, reason: null, refusal: null },
  ...{ caveats: [], missing: [], reference: null, sources: [] },
}

/** No figure, and why. */
export function refused(reason: NoFigure, refusal: RefusalDetail | null = null): Figures {
  return { ...noFigures, reason, refusal }
}

/** A figure with all that is due beside it: `looked` is everything that was looked up for it, in roster order. */
export function answered(
  looked: readonly Entry[],
  answer: Pick<Figures, 'answer' | 'unit'> & {
    readonly extras?: Extras
    readonly more?: Partial<Figures>
    /** Of rates of several, parts and wholes are added up: a whole of 0 leaves nothing out. */
    readonly pooled?: boolean
  },
): Figures {
  const { missing, missingYears } = withoutReport(looked)
  return {
    ...noFigures,
    answer: answer.answer,
    unit: answer.unit,
    extras: {
      ...(missingYears.length > 0 ? { missingYears } : {}),
      ...(answer.pooled === true ? {} : zeroDenominators(looked)),
      ...answer.extras,
    },
    caveats: caveatsOf(looked),
    missing,
    sources: sourcesOf(known(looked)),
    ...answer.more,
  }
}

/** Of several agencies, who lacks a report in one of the years; of one, which years. */
function withoutReport(looked: readonly Entry[]): {
  readonly missing: readonly string[]
  readonly missingYears: readonly number[]
} {
  const without = looked.filter(({ figure }) => figure.kind === 'none' && figure.why === 'no_report')
  const isOne = new Set(looked.map(({ agency }) => agency)).size === 1
  if (isOne)
    return { missing: [], missingYears: [...new Set(without.map(({ year }) => year))].sort((a, b) => a - b) }
  return { missing: [...new Set(without.map(({ agency }) => agency))], missingYears: [] }
}

function zeroDenominators(looked: readonly Entry[]): Extras {
  const without = known(looked).filter((entry) => !valued([entry]).includes(entry))
  if (without.length === 0) return {}
  return { undivided: without.map(({ agency, year }) => ({ agency, year })) }
}

/** Why there is nothing where nothing has a value; null where something has. */
export function nothingIn(
  looked: readonly Entry[],
  { query, world }: Pick<Asked, 'query' | 'world'>,
): Figures | null {
  if (valued(looked).length > 0) return null
  const [zero] = known(looked)
  if (zero !== undefined) return undividedFigure(zero)
  const blank = looked.find(({ figure }) => figure.kind === 'none' && figure.why !== 'no_report')
  if (blank !== undefined) return lacking(blank)
  const [only, ...others] = new Set(query.agencies)
  const isOne = only !== undefined && others.length === 0
  const { reportingYear } = world
  return refused('no_report', {
    ...(isOne ? { kind: 'newest', year: null, whose: only } : { kind: 'newest', year: reportingYear }),
  })
}

function undividedFigure({ agency, year, metric }: Entry): Figures {
  const info = metricInfo(metric)
  const whole = info.kind === 'rate' ? metricInfo(info.denominator).label : info.label
  return refused('zero_denominator', { kind: 'undivided', agency, year, what: info.label, whole })
}

/** One report is lacking; answerQuery looks up which is the newest there is of the agency. */
export function lackingReport(agency: string, year: number): Figures {
  return refused('no_report', { kind: 'newest', year: null, whose: agency, of: { agency, year } })
}

/** Nobody has a report for one of the years. */
export function nobodyHas(year: number, { world }: Pick<Asked, 'world'>): Figures {
  return refused('no_report', { kind: 'newest', year: world.reportingYear, asked: year })
}

/** Why one figure is lacking. */
export function lacking(entry: Entry): Figures {
  const { agency, year, metric, figure } = entry
  if (figure.kind === 'known') return undividedFigure(entry)
  if (figure.why === 'no_report') return lackingReport(agency, year)
  const { notInForm } = figure
  return refused(figure.why, {
    ...{ kind: 'blank', agency, year, metric },
    ...(notInForm === true ? { notInForm } : {}),
  })
}

/** The unit of figures; null where they have several. */
export function unitOf(metrics: readonly Metric[]): Unit | null {
  const [unit, ...others] = new Set(metrics.map((metric) => metricInfo(metric).unit))
  return others.length === 0 ? (unit ?? null) : null
}
