import type { Figures } from '../../query/reply.ts'
import { quotient } from '../figures/amount.ts'
import { answered, nothingIn, refused, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known } from '../figures/entry.ts'
import { pooled } from '../figures/pool.ts'
import { addsStock, compilationIn } from './sum.ts'

const perOne = 1_000_000n

/** Per agency or per year: divided by those that have a figure. */
export function average(asked: Asked): Figures {
  const { query, stored } = asked
  if (addsStock(query)) return refused('not_summable')
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const used = known(looked)
  const total = pooled(used.map(({ figure }) => figure))
  // The average of rates says nothing that the pooled rate does not say better.
  if (total?.of !== null) return refused('not_summable')
  const unit = unitOf(query.metrics)
  return answered(looked, {
    // Money keeps its two decimals.
    answer: quotient(total.amount, BigInt(used.length) * perOne, unit === '万元' ? 2 : 1),
    unit,
    extras: { averagedOver: used.length },
  })
}
