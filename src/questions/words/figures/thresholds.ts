import type { Condition } from '../../query/query.ts'
import type { Role } from '../tokens/roles.ts'

type Said = Extract<Role, { is: 'condition' }>

/** A threshold, and the unit it was said in; null where none was. */
export interface Threshold {
  readonly condition: Condition
  readonly unit: string | null
}

/**
 * What several thresholds of one figure come to: one, or two that bound it from both sides (5件以上10件以下). Null where
 * they do not go together; the unit may stand with the second alone.
 */
export function threshold(said: readonly Said[]): Threshold | null {
  const [one, other, ...more] = said
  if (one === undefined || more.length > 0) return null
  if (other === undefined) return one
  const unit = one.unit ?? other.unit
  const isSame = other.unit === null || other.unit === unit
  const [lower, upper] = isLower(one.condition) ? [one, other] : [other, one]
  const bounds =
    isLower(lower.condition) && isUpper(upper.condition) && lower.condition.value <= upper.condition.value
  return bounds && isSame ? { condition: { ...lower.condition, and: upper.condition }, unit } : null
}

function isLower({ op, and }: Condition): boolean {
  return and === undefined && (op === '>' || op === '>=')
}

function isUpper({ op, and }: Condition): boolean {
  return and === undefined && (op === '<' || op === '<=')
}
