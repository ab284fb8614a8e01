import type { Figures } from '../../query/reply.ts'
import { numberOf, quotient } from '../figures/amount.ts'
import { answered, lacking, refused, type Asked } from '../figures/answered.ts'
import { entriesOf, known, valued, type Entry, type KnownEntry } from '../figures/entry.ts'
import { difference, pooled } from '../figures/pool.ts'

/** The place of one agency in the whole. */
export function position(asked: Asked): Figures {
  const found = ownInWhole(asked)
  if ('reason' in found) return found
  const { own, looked } = found
  const isRising = asked.query.order === 'asc'
  const figures = valued(looked).map(({ figure }) => figure)
  const before = figures.filter((figure) => {
    const gap = difference(figure, own.figure)
    return isRising ? gap < 0 : gap > 0
  })
  const count = own.figure.of === null ? { own: numberOf(own.figure.amount) } : {}
  return answered(looked, { answer: before.length + 1, unit: null, extras: { of: figures.length, ...count } })
}

/** What one agency's count is of the whole, in percent. */
export function share(asked: Asked): Figures {
  const found = ownInWhole(asked)
  if ('reason' in found) return found
  const { own, looked } = found
  const whole = pooled(known(looked).map(({ figure }) => figure))?.amount ?? 0n
  if (own.figure.of !== null) return refused('not_summable')
  if (whole === 0n) return refused('zero_denominator')
  const { amount } = own.figure
  return answered(looked, {
    answer: quotient(amount, whole, 1, 100n),
    unit: '%',
    extras: { numerator: numberOf(amount), denominator: numberOf(whole) },
  })
}

interface OwnInWhole {
  readonly own: KnownEntry
  readonly looked: readonly Entry[]
}

function ownInWhole({ query, world, stored }: Asked): OwnInWhole | Figures {
  const [agency, ...others] = query.agencies
  if (agency === undefined || others.length > 0) return refused('not_understood')
  const among =
    query.among ?? world.agencies.filter(({ kind }) => kind !== 'government').map(({ name }) => name)
  if (!among.includes(agency)) {
    const isCompilation = world.agencies.some(({ name, kind }) => name === agency && kind === 'government')
    return isCompilation
      ? refused('not_summable', { kind: 'compilation', agency })
      : refused('not_understood', { kind: 'not_among', agency })
  }
  const looked = entriesOf(stored, among, query.years, query.metrics)
  const own = looked.find((entry) => entry.agency === agency)
  const [isOwn] = own === undefined ? [] : valued([own])
  if (own === undefined) return refused('no_report')
  return isOwn === undefined ? lacking(own) : { own: isOwn, looked }
}
