import type { Operation } from '../../../query/query.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

const beside: readonly Role['is'][] = ['place-number', 'empty', 'mark', 'goesOn', 'thanks']
const figures: readonly Operation[] = ['value', 'sum', 'ratio', 'average', 'share', 'compare', 'count']

/** 第二名呢, 第二个呢 after a figure: nobody was ranked or listed, and it starts no ranking. */
export function asksPlaceOfNothing(tokens: readonly Token[], { query, listed, list }: Before): boolean {
  const isOfNobody = (listed?.names.length ?? 0) === 0 && list === null
  const isFigure = figures.some((operation) => operation === query.operation)
  return isOfNobody && isFigure && saysPlaceAlone(tokens)
}

/** 第二名呢; 排第三吗 asks whether it is so. */
export function saysPlaceAlone(tokens: readonly Token[]): boolean {
  const isAlone = tokens.every(({ role, text }) => beside.includes(role.is) && !/[排吗么是]/u.test(text))
  return isAlone && tokens.some(({ role }) => role.is === 'place-number')
}
