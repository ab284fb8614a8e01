import { metricInfo } from '../../query/metric-table.ts'
import type { Figures } from '../../query/reply.ts'
import { answered, nothingIn, refused, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, valued } from '../figures/entry.ts'
import { changed } from '../figures/pool.ts'
import { ranked, type Item } from './ranking.ts'

/**
 * Which agencies grew most from one year to another, by the difference or in percent; `asc`: which fell most. Who has
 * no figure in one of the years is left out; so is a base of 0 where percent are asked for.
 */
export function growth(asked: Asked): Figures {
  const { query, stored } = asked
  const { subject, base } = query
  if (typeof subject !== 'number' || typeof base !== 'number') return refused('not_understood')
  const looked = entriesOf(stored, query.agencies, [subject, base], query.metrics)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const byPercent = query.growth === 'change'
  const items = query.agencies.flatMap((agency): readonly Item[] => {
    const of = (year: number) => valued(looked).find((one) => one.agency === agency && one.year === year)
    const [now, before] = [of(subject), of(base)]
    if (now === undefined || before === undefined) return []
    const change = changed(now.figure, before.figure)
    if (!byPercent || change.points) return [{ label: agency, figure: change }]
    return before.figure.amount <= 0n
      ? []
      : [{ label: agency, figure: { ...change, of: before.figure.amount } }]
  })
  if (items.length === 0)
    return refused('no_report', { kind: 'newest', year: null, of: lackingYear(asked, subject, base) })
  const moved = query.order === 'asc' ? items.filter(({ figure }) => figure.amount < 0n) : items
  const isRate = query.metrics.some((metric) => metricInfo(metric).kind === 'rate')
  const { answer, extras } = ranked(moved, query)
  return answered(looked, { answer, unit: byPercent || isRate ? '%' : unitOf(query.metrics), extras })
}

function lackingYear(
  { query, stored }: Asked,
  subject: number,
  base: number,
): { agency: string; year: number } {
  const [agency = ''] = query.agencies
  return { agency, year: stored(agency, subject) === undefined ? subject : base }
}
