import type { CellId } from '../statutory-tables.ts'

/**
 * Whether a cell of the form can hold a number: counts are whole, only 行政事业性收费, an amount in 万元, may have
 * decimals. What cannot be is told by `cells/decimal` and counts nowhere else.
 */
export function isPossible(id: CellId, value: number): boolean {
  return id === 'proactiveDisclosure.fees' || Number.isInteger(value)
}
