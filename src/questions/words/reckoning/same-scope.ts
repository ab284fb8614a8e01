import type { Query } from '../../query/query.ts'
import { rolesOf, type Reading } from '../turns/reading.ts'
import { haveSameMembers } from '../turns/same-members.ts'
import { membersOf } from '../whose/whose.ts'

/**
 * 全区呢, 各单位呢 after a figure or a ranking of just those: `all` wants one figure of all of them, `each` one for each.
 * Null where the turn names another group, or says how to reckon.
 */
export function sameScope({ before, whose, tokens, context }: Reading): 'all' | 'each' | null {
  const [group, ...others] = whose.groups
  const isPlain = !whose.openly && others.length + whose.named.length + whose.without.length === 0
  if (before === null || group === undefined || !isPlain || !isOfMany(before.query)) return null
  if (!haveSameMembers(before.query.agencies, membersOf(group, context.audience))) return null
  const said = rolesOf(tokens, 'group')
  if (said.length === 0) return null
  return said.some(({ each }) => each) ? 'each' : 'all'
}

function isOfMany({ agencies, groups, carryOver, by = 'agency' }: Query): boolean {
  return agencies.length > 1 && groups === undefined && carryOver !== true && by === 'agency'
}
