import { picksOut } from '../../../query/picks-out.ts'
import type { Query } from '../../../query/query.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

const yearAlone: readonly Role['is'][] = ['years', 'empty', 'mark', 'goesOn', 'thanks']

/**
 * 哪些单位有诉讼, 其中败诉的是谁, then 2024年呢: asked again of all, and not of those that had any in the year before. Null
 * for any other turn.
 */
export function wholeAgain(tokens: readonly Token[], before: Before): Before | 'unclear' | null {
  const { query, list } = before
  const isYear =
    tokens.every(({ role }) => yearAlone.includes(role.is)) && tokens.some(({ role }) => role.is === 'years')
  if (list === null || !isYear || query.where === undefined || !picksOut(query)) return null
  if (list.query.where === undefined) return null
  const { agencies, whose } = list.query
  const again: Query = { ...query, agencies, ...(whose === undefined ? {} : { whose }) }
  return hasPartOf(query, list.query) ? { ...before, query: again } : 'unclear'
}

/** Who has any of a part has some of the whole. */
export function hasPartOf(query: Pick<Query, 'metrics'>, { metrics, where = [] }: Query): boolean {
  const whole: string = metrics[0] ?? ''
  const part: string = query.metrics[0] ?? ''
  const [condition] = where
  const hasSome = condition?.op === '>' && condition.value === 0
  const row = whole.replace(/total$/u, '')
  // 败诉 after 诉讼: of both ways to court, or of one of them.
  const family = row === 'review.litigation.' ? /^review\.litigation/u : null
  return hasSome && whole.endsWith('.total') && (part.startsWith(row) || family?.test(part) === true)
}
