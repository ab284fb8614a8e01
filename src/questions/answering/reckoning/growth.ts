import { metricInfo } from '../../query/metric-table.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import type { Extras, Figures, Unit } from '../../query/reply.ts'
import { answered, nobodyHas, nothingIn, refused, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, valued, type Entry } from '../figures/entry.ts'
import { changed, meets, shown } from '../figures/pool.ts'
import { joined, ranked, type Item } from './ranking.ts'

/**
 * Which agencies grew most from one year to another, by the difference or in percent; `asc`: which fell most; both. Who
 * has no figure in one of the years is left out; so is a base of 0 where percent are asked for.
 */
export function growth(asked: Asked): Figures {
  const { query } = asked
  const grown = grownIn(asked)
  if ('reason' in grown) return grown
  const { items } = grown
  const fallen = items.filter(({ figure }) => figure.amount < 0n)
  const found =
    query.both === true
      ? joined(
          ranked(items, { top: query.top, order: 'desc' }),
          ranked(fallen, { top: query.top, order: 'asc' }),
        )
      : ranked(query.order === 'asc' ? fallen : items, query)
  return answered(grown.looked, {
    answer: found.answer,
    unit: unitOfGrowth(query),
    extras: { ...grown.extras, ...found.extras },
  })
}

/** Those whose growth meets the threshold, each with it, in the order asked. */
export function grew(asked: Asked): Figures {
  const { query } = asked
  const grown = grownIn(asked)
  if ('reason' in grown) return grown
  const kept = grown.items.filter(({ figure }) =>
    (query.where ?? []).every((condition) => meets(figure, condition)),
  )
  return answered(grown.looked, {
    answer: kept.map(({ label, figure }) => [label, shown(figure)] as const),
    unit: unitOfGrowth(query),
    extras: grown.extras,
  })
}

function unitOfGrowth({ growth: by, metrics }: AnswerableQuery): Unit | null {
  const isRate = metrics.some((metric) => metricInfo(metric).kind === 'rate')
  return by === 'change' || isRate ? '%' : unitOf(metrics)
}

interface Grown {
  readonly looked: readonly Entry[]
  /** One an agency. */
  readonly items: readonly Item[]
  readonly extras: Pick<Extras, 'undivided'>
}

function grownIn(asked: Asked): Grown | Figures {
  const { query, stored } = asked
  const { subject, base, growth: by } = query
  if (typeof subject !== 'number' || typeof base !== 'number') return refused('not_understood')
  const looked = entriesOf(stored, query.agencies, [subject, base], query.metrics)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const figures = valued(looked)
  const undivided: { readonly agency: string; readonly year: number }[] = []
  const items = (query.named ?? query.agencies).flatMap((agency): readonly Item[] => {
    const of = (year: number) => figures.find((one) => one.agency === agency && one.year === year)
    const [now, before] = [of(subject), of(base)]
    if (now === undefined || before === undefined) return []
    const change = changed(now.figure, before.figure)
    if (by !== 'change' || change.points) return [{ label: agency, figure: change }]
    if (before.figure.amount > 0n) return [{ label: agency, figure: { ...change, of: before.figure.amount } }]
    undivided.push({ agency, year: base })
    return []
  })
  if (items.length === 0) {
    const year = figures.some((one) => one.year === subject) ? base : subject
    return nobodyHas(year, asked)
  }
  return { looked, items, extras: undivided.length > 0 ? { undivided } : {} }
}
