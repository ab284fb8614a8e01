import type { Query } from './query.ts'

/** Whether the answer to a query names some of the agencies asked about, and not a figure or one for each of them. */
export function picksOut({
  intent,
  operation,
  explains,
  by,
  where,
  growth,
  carryOver,
  groups,
}: Query): boolean {
  const how = operation === 'explain' ? explains : operation
  if (how === 'rank') return by === undefined || by === 'agency'
  if (how === 'missing' || how === 'status') return true
  if (how !== 'list' && how !== 'count') return false
  return intent === 'reports' || (groups === undefined && (where ?? growth ?? carryOver) !== undefined)
}
