import type { AnswerableQuery } from '../../query/query.ts'
import type { Extras, Label } from '../../query/reply.ts'
import { difference, shown, type Fraction } from '../figures/pool.ts'

/** Something to be ranked; all are counts, or all are fractions with a denominator above 0. */
export interface Item {
  readonly label: Label
  readonly figure: Fraction
}

export interface Ranked {
  readonly answer: readonly (readonly [Label, number | null])[]
  readonly extras: Pick<Extras, 'tied' | 'places' | 'fromTop'>
}

interface Places extends Pick<AnswerableQuery, 'order' | 'position' | 'both'> {
  readonly top?: number | undefined
}

/**
 * Ranks, level ones in the order given. `top` keeps everyone level with the last place, and leaves zeros out where the
 * most are asked for. Places count 1, 2, 2, 4: nobody in the place asked for → an empty answer, and who stands level
 * before it.
 */
export function ranked(items: readonly Item[], places: Places): Ranked {
  if (places.both === true) {
    const [most, least] = (['desc', 'asc'] as const).map((order) => ranked(items, { top: places.top, order }))
    return most === undefined || least === undefined ? { answer: [], extras: {} } : joined(most, least)
  }
  const { top, position } = places
  const isRising = places.order === 'asc'
  const sorted = items.toSorted((one, other) =>
    isRising ? difference(one.figure, other.figure) : difference(other.figure, one.figure),
  )
  const worth = top !== undefined && !isRising ? sorted.filter(({ figure }) => figure.amount > 0n) : sorted
  const placed = worth.map((item) => ({
    item,
    place: 1 + worth.findIndex((other) => difference(other.figure, item.figure) === 0),
  }))
  const kept = placed.filter(({ place }) =>
    position === undefined ? place <= (top ?? Infinity) : place === position,
  )
  const isEmpty = position !== undefined && kept.length === 0
  return {
    answer: kept.map(({ item }) => [item.label, shown(item.figure)] as const),
    extras: isEmpty ? tiedBefore(placed, position) : { places: kept.map(({ place }) => place) },
  }
}

/** The most, then the least. */
export function joined(most: Ranked, least: Ranked): Ranked {
  return {
    answer: [...most.answer, ...least.answer],
    extras: {
      places: [...(most.extras.places ?? []), ...(least.extras.places ?? [])],
      fromTop: most.answer.length,
    },
  }
}

interface Placed {
  readonly item: Item
  readonly place: number
}

function tiedBefore(placed: readonly Placed[], position: number): Pick<Extras, 'tied'> {
  const last = placed.findLast(({ place }) => place < position)
  const level = placed.filter(({ place }) => place === last?.place)
  return level.length > 1 && placed.length >= position
    ? { tied: level.map(({ item }) => String(item.label)) }
    : {}
}
