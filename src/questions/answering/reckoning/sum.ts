import { metricInfo } from '../../query/metric-table.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import type { Figures, Reference } from '../../query/reply.ts'
import { answered, lacking, nothingIn, refused, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known, type Entry, type KnownEntry } from '../figures/entry.ts'
import type { Figure } from '../figures/figure.ts'
import { hasValue, pooled, shown } from '../figures/pool.ts'
import { sourcesOf } from '../figures/sources.ts'
import { besideOf, fractionOf, withMore } from './single.ts'

/** Added up over agencies, years or figures; a rate is pooled. */
export function sum(asked: Asked): Figures {
  const { query } = asked
  if (addsStock(query)) return refused('not_summable')
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  const looked = summands(asked, query.agencies)
  const [only, ...others] = looked
  if (only !== undefined && others.length === 0 && only.figure.kind === 'none') return lacking(only)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const total = pooled(known(looked).map(({ figure }) => figure))
  const { beside, sources } = besideOf(asked)
  return answered(looked, {
    answer: total === null ? null : shown(total),
    unit: unitOf(query.metrics),
    extras: { ...(total === null ? {} : fractionOf(total)), ...(beside.length > 0 ? { beside } : {}) },
    more: { reference: referenceOf(asked), sources: withMore(sourcesOf(known(looked)), sources) },
    pooled: true,
  })
}

/** Stocks are not added up over years. */
export function addsStock({ metrics, years }: AnswerableQuery): boolean {
  const isStock = metrics.map(metricInfo).some((info) => info.kind === 'count' && info.isStock)
  return isStock && years.length > 1
}

/** The report that compiles the others, named beside them, would count them twice. */
export function compilationIn({ query, world }: Asked): Figures | null {
  if (query.agencies.length < 2) return null
  const government = world.agencies.find(
    ({ name, kind }) => kind === 'government' && query.agencies.includes(name),
  )
  return government === undefined
    ? null
    : refused('not_summable', { kind: 'compilation', agency: government.name })
}

/** What is added: one entry an agency and year; figures asked for together count as one. */
function summands({ query, stored }: Asked, agencies: readonly string[]): readonly Entry[] {
  const { metrics, years } = query
  return agencies.flatMap((agency) =>
    years.flatMap((year) => {
      const entries = entriesOf(stored, [agency], [year], metrics)
      const [first] = entries
      return first === undefined ? [] : [{ ...first, figure: together(entries) }]
    }),
  )
}

function together(entries: readonly Entry[]): Figure {
  const blank = entries.find(({ figure }) => figure.kind === 'none')
  if (blank !== undefined) return blank.figure
  const each: readonly KnownEntry[] = known(entries)
  const total = pooled(each.map(({ figure }) => figure))
  if (total === null) return { kind: 'none', why: 'no_report' }
  return { kind: 'known', ...total, cells: each.flatMap(({ figure }) => figure.cells) }
}

/** The compiling government's own figure for the one year, beside a sum over all. */
function referenceOf(asked: Asked): Reference | null {
  const { query, world } = asked
  const isWhole = query.whose === 'all' && query.years.length === 1 && (query.without ?? []).length === 0
  if (!isWhole || world.government === null || query.agencies.length < 2) return null
  const [entry] = known(summands(asked, [world.government]))
  if (entry === undefined || !hasValue(entry.figure)) return null
  const value = shown(entry.figure)
  return value === null ? null : { agency: world.government, value }
}
