import type { Figures } from '../../query/reply.ts'
import { answered, nothingIn, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known } from '../figures/entry.ts'
import { fractionsOf, pooled, shown } from '../figures/pool.ts'
import { compilationIn } from './sum.ts'

/** Year by year, ascending; null where there is no figure. A group's figures are added up each year. */
export function trend(asked: Asked): Figures {
  const { query, stored } = asked
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  const years = query.years.toSorted((a, b) => a - b)
  const looked = entriesOf(stored, query.agencies, years, query.metrics)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const figures = known(looked)
  const byYear = years.map((year) => ({
    year,
    figure: pooled(figures.flatMap((entry) => (entry.year === year ? [entry.figure] : []))),
  }))
  return answered(looked, {
    answer: byYear.map(({ year, figure }) => [year, figure === null ? null : shown(figure)] as const),
    unit: unitOf(query.metrics),
    extras: fractionsOf(byYear.map(({ figure }) => figure)),
    pooled: query.agencies.length > 1,
  })
}
