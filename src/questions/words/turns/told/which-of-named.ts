import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

const beside: readonly Role['is'][] = ['which', 'change', 'whoMore', 'empty', 'mark', 'goesOn', 'thanks']

/** 谁的复议多 after 甲局和乙局几件: who of them, and not who of all; 谁的复议最多 asks of all. */
export function asksWhichOfNamed(tokens: readonly Token[], { query }: Before): boolean {
  const isOfSome = query.whose === 'named' && query.agencies.length > 1
  const isAlone = tokens.every(({ role }) => beside.includes(role.is) || isFigureRole(role))
  const asksWho = tokens.some(
    ({ role }) =>
      role.is === 'whoMore' || (role.is === 'which' && !role.many && (role.group ?? 'all') === 'all'),
  )
  const compares = tokens.some(
    ({ role }) => role.is === 'whoMore' || (role.is === 'change' && role.plain === true),
  )
  return isOfSome && isAlone && asksWho && compares && tokens.some(({ role }) => isFigureRole(role))
}
