import type { Token } from '../tokens/roles.ts'
import { membersOf, type Audience } from './whose.ts'

const rankWords: readonly Token['role']['is'][] = ['most', 'ranking', 'change', 'position', 'main']
const empty = { is: 'empty' } as const

/**
 * 甲局和乙局两个单位, 五个街道 where there are five: a number of agencies that only says how many were named, or are in
 * the group, adds nothing. Beside 最多 it is a number of places.
 */
export function withoutCounts(tokens: readonly Token[], audience: Audience): readonly Token[] {
  if (tokens.some(({ role }) => rankWords.includes(role.is))) return tokens
  const named = new Set(tokens.flatMap(({ role }) => (role.is === 'agency' ? role.names.slice(0, 1) : [])))
  return tokens.map((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    if (isCountOf(token, named.size)) return { ...token, role: empty }
    // 两个单位: the noun goes with its number.
    if (token.role.is === 'kind' && before !== undefined && isCountOf(before, named.size))
      return { ...token, role: empty }
    const isWhole =
      after?.role.is === 'kind' && isCountOf(token, membersOf(after.role.group, audience).length)
    return isWhole && named.size === 0 ? { ...token, role: empty } : token
  })
}

/** A number of agencies without 前 or 后. */
export function isBareCount({ role, text }: Token): boolean {
  return role.is === 'top' && /^[\d一二两三四五六七八九十]/u.test(text)
}

function isCountOf(token: Token, count: number): boolean {
  return isBareCount(token) && token.role.is === 'top' && token.role.count === count && count > 1
}
