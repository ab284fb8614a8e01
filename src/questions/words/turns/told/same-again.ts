import { textOf } from '../../tokens/text-of.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

const beside: readonly Role['is'][] = ['years', 'empty', 'mark', 'goesOn', 'conjunction', 'confirm', 'thanks']
const still: readonly string[] = ['还', '仍', '仍然', '又', '同样', '依旧', '依然', '一直', '照样']

/**
 * 去年也是它吗, 复议也是它们吗 after a ranking: the ranking of that year or figure tells whether it is. The turn without
 * 它; null for any other.
 */
export function withoutThemAgain(
  tokens: readonly Token[],
  { query, listed }: Before,
): readonly Token[] | null {
  const isRanked = query.operation === 'rank' && (query.top ?? query.position) !== undefined
  if (!isRanked || listed === null) return null
  const isThem = ({ role }: Token): boolean =>
    role.is === 'it' || (role.is === 'agency' && role.names.length === 1)
  const isAlone = tokens.every(
    (token) =>
      isThem(token) ||
      beside.includes(token.role.is) ||
      isFigureRole(token.role) ||
      still.includes(token.text),
  )
  const isOther = tokens.some(({ role }) => role.is === 'years' || isFigureRole(role))
  const asks = /是.*(?:[吗么吧]|不)[,呢呀啊]*$|是不是|是否/u.test(textOf(tokens))
  if (!isAlone || !isOther || !asks || !tokens.some(isThem)) return null
  return tokens.map((token): Token => {
    const isSaid = isThem(token) || still.includes(token.text) || token.role.is === 'conjunction'
    return isSaid ? { ...token, role: { is: 'empty' } } : token
  })
}
