import type { AnswerableQuery } from '../../query/query.ts'
import type { Figures } from '../../query/reply.ts'
import { answered, nothingIn, unitOf, type Asked } from '../figures/answered.ts'
import { entriesOf, known, type Entry } from '../figures/entry.ts'
import { fractionsOf, pooled, shown, type Fraction } from '../figures/pool.ts'

/** Groups set beside each other. */
export type Groups = NonNullable<AnswerableQuery['groups']>

/** What a group has together; null where none of it has a figure. */
export interface GroupSum {
  readonly group: Groups[number]['group']
  readonly figure: Fraction | null
}

/** Everything that is looked up for some groups, in roster order, and each one's sum (of rates, the pooled rate). */
export function groupSums(
  { query, stored }: Asked,
  groups: Groups,
): { readonly looked: readonly Entry[]; readonly sums: readonly GroupSum[] } {
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  const sums = groups.map(({ group, agencies }) => {
    const own = known(looked).filter(({ agency }) => agencies.includes(agency))
    return { group, figure: pooled(own.map(({ figure }) => figure)) }
  })
  return { looked, sums }
}

/** One line a group. */
export function groupList(asked: Asked, groups: Groups): Figures {
  const { looked, sums } = groupSums(asked, groups)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  return answered(looked, {
    answer: sums.map(({ group, figure }) => [group, figure === null ? null : shown(figure)] as const),
    unit: unitOf(asked.query.metrics),
    extras: fractionsOf(sums.map(({ figure }) => figure)),
    pooled: true,
  })
}
