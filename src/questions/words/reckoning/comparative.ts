import { rolesOf, type Reading } from '../turns/reading.ts'
import type { Role } from '../tokens/roles.ts'

type Order = 'desc' | 'asc'

/**
 * 谁依申请多, 哪家公开率低, with nobody set beside: the most or the least is asked for. Null where two sides stand, and for
 * anything else.
 */
export function mostMeant(reading: Reading): Order | null {
  if (otherwise.some(reading.has) || isOfTwo(reading) || isOfTwoYears(reading)) return null
  const [more, ...mores] = rolesOf(reading.tokens, 'whoMore')
  if (more !== undefined) return mores.length === 0 ? more.order : null
  return asksForOne(reading) ? plainOrder(reading) : null
}

/** Words that compare or rank in their own way. */
const otherwise: readonly Role['is'][] = ['than', 'compared', 'most', 'top', 'place-number', 'ranking']

function plainOrder({ tokens }: Reading): Order | null {
  const [change, ...changes] = rolesOf(tokens, 'change')
  if (change?.plain !== true || changes.length > 0) return null
  return change.growth === 'down' ? 'asc' : 'desc'
}

/** 谁, 哪家, 哪年. */
function asksForOne({ tokens }: Reading): boolean {
  const which = rolesOf(tokens, 'which')
  const years = rolesOf(tokens, 'years').filter(({ word }) => word.is === 'every' && word.which)
  return which.length + years.length === 1 && which.every(({ many }) => !many)
}

/** Named here, or (谁多 alone) in the question before: two agencies or two groups. One alone is not ranked. */
function isOfTwo({ whose, before, tokens }: Reading): boolean {
  const { named, groups, sides, own } = whose
  if (tokens.some(({ role }) => role.is === 'years' && role.word.is === 'every')) return false
  if (named.length === 1 || named.length === 2 || sides.length > 1) return true
  const areRemembered = before?.query.agencies.length === 2 || before?.query.groups?.length === 2
  return named.length + groups.length === 0 && !own && areRemembered
}

function isOfTwoYears({ tokens }: Reading): boolean {
  const years = rolesOf(tokens, 'years').map(({ word }) => word.is)
  return years.filter((is) => is === 'year' || is === 'thisYear' || is === 'yearsBack').length > 1
}
