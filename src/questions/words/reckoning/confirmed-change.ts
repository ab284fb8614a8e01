import { metricInfo } from '../../query/metric-table.ts'
import type { Query } from '../../query/query.ts'
import type { Role } from '../tokens/roles.ts'
import { asksToConfirm, type Asked } from './draft.ts'
import { good, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'

type Confirmed = Pick<Query, 'confirm' | 'growth'>

/**
 * 比去年多了12件，对吗; 同比下降20%吗: the difference that somebody wants confirmed, below 0 where it is said to have fallen.
 * Nothing where no number is said; one that stands elsewhere, or is only stated, is not understood.
 */
export function confirmedChange({ reading, metrics }: Asked): Outcome<Confirmed> {
  const { tokens } = reading
  const at = tokens.findIndex(({ role }) => role.is === 'number')
  const number = tokens[at]?.role
  if (number?.is !== 'number') return good({})
  const unit = unitBehind(tokens, at)
  const sign = signBefore(tokens.slice(0, at))
  const isOnly = textsOf(tokens, 'number').length === 1
  // Rates differ by 百分点, and counts do not.
  const fits = metrics.every((metric) => (metricInfo(metric).kind === 'rate') === (unit === '百分点'))
  if (sign === null || !isOnly || !fits || !asksToConfirm(reading)) return unplaced(textsOf(tokens, 'number'))
  const confirm = sign * number.value
  return good(unit === '%' ? { confirm, growth: 'change' } : { confirm })
}

function unitBehind(tokens: Reading['tokens'], at: number): string | null {
  const role = tokens[at + 1]?.role
  return role?.is === 'unit' ? role.unit : null
}

/** 多了 and 增加 stand right before the number; 相差 says no direction. */
function signBefore(tokens: Reading['tokens']): 1 | -1 | null {
  const last = tokens.findLast(({ role }) => role.is !== 'empty')?.role
  if (last?.is !== 'change') return null
  return signOf(last)
}

/** Which way a word says that a figure went; null where it does not say. */
export function signOf({ growth }: Extract<Role, { is: 'change' }>): 1 | -1 | null {
  return growth === 'up' ? 1 : growth === 'down' ? -1 : null
}
