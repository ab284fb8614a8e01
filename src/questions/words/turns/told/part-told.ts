import { childrenOf } from '../../../query/children.ts'
import type { Query } from '../../../query/query.ts'
import { isFigureRole, whoseRoles, type Role, type Token } from '../../tokens/roles.ts'
import { plain } from '../plain-query.ts'
import { askBack, type Before, type Outcome } from '../reading.ts'

/** 比去年多几件, 几件 after 哪类最多: of the kind that was told, and not of the whole. */
export interface OfPartTold {
  readonly before: Before
  /** Which it was is not certain. */
  readonly ask: Outcome<never> | null
}

const asking: readonly Role['is'][] = ['howMany', 'change', 'than', 'compared']
const others: readonly Role['is'][] = [
  ...whoseRoles,
  ...(['group', 'which', 'most', 'top', 'place-number', 'ranking', 'position', 'whichPart', 'main'] as const),
  ...(['sum', 'average', 'trend', 'detail', 'each', 'howManyAgencies', 'condition', 'hasNot'] as const),
]

/** Null where no parts were ranked, or the turn says of what it asks. */
export function ofPartTold(tokens: readonly Token[], before: Before): OfPartTold | null {
  const { query, partTold = null } = before
  const { operation, by, metrics } = query
  if (operation !== 'rank' || (by !== 'applicant' && by !== 'row')) return null
  const isOther = tokens.some(({ role }) => isFigureRole(role) || others.includes(role.is))
  if (isOther || !tokens.some(({ role }) => asking.includes(role.is))) return null
  if (partTold !== null) return { before: { ...before, query: ofPart(query, partTold) }, ask: null }
  const options = metrics.flatMap((metric) => childrenOf(metric, by).map((child) => child.metric))
  return { before, ask: askBack('metric', options, null) }
}

function ofPart(query: Query, part: Query['metrics'][number]): Query {
  return { ...plain(query), metrics: [part], operation: query.agencies.length > 1 ? 'sum' : 'value' }
}
