import { isFigureRole, type Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

/**
 * 占办结的几成 after a row of table 三 is 占比呢: what a row in all makes up is of what was handled, and of one kind of
 * applicant of what was received. Of any other whole it stays as it was said.
 */
export function withShareOfWhole(tokens: readonly Token[], before: Before | null): readonly Token[] {
  const isAlone = tokens.every(({ role }) => !isFigureRole(role) || role.is === 'occupy')
  const [metric, ...others] = before?.query.metrics ?? []
  const [table, , column] = metric?.split('.') ?? []
  if (!isAlone || others.length > 0 || table !== 'requests' || column === undefined) return tokens
  const whole = column === 'total' ? 'handled' : 'received'
  return tokens.map((token) =>
    token.role.is === 'occupy' && token.role.over === whole
      ? { ...token, role: { is: 'proportion' } }
      : token,
  )
}
