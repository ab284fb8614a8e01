import { isFigureRole, type FigureRole, type Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

/**
 * 占办结的几成, 占它办结的几成 after a row of table 三 is 占比呢: what a row in all makes up is of what was handled, and of one
 * kind of applicant of what was received. Of any other whole it stays as it was said.
 */
export function withShareOfWhole(said: readonly Token[], before: Before | null): readonly Token[] {
  const tokens = withWholeSaid(said)
  const isAlone = tokens.every(({ role }) => !isFigureRole(role) || isShare(role))
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

/** 占它办结的 names the whole behind 占, though words stand between; 办结占多少 names the part. */
function withWholeSaid(tokens: readonly Token[]): readonly Token[] {
  const figures = tokens.filter(({ role }) => isFigureRole(role) && role.is !== 'proportion')
  const [occupy, row, ...others] = figures
  const over = row === undefined ? null : wholeOf(row)
  const isOpen = occupy?.role.is === 'occupy' && occupy.role.over === null
  if (occupy === undefined || row === undefined || over === null || !isOpen || others.length > 0)
    return tokens
  const between = tokens.slice(tokens.indexOf(occupy) + 1, tokens.indexOf(row))
  // 占全区办结的 is a share of all.
  if (between.some(({ role }) => role.is !== 'it' && role.is !== 'empty')) return tokens
  return tokens.flatMap((token): readonly Token[] => {
    if (token === row) return [{ ...token, role: { is: 'empty' } }]
    return [token === occupy ? { ...token, role: { is: 'occupy', over } } : token]
  })
}

function isShare({ is }: FigureRole): boolean {
  return is === 'occupy' || is === 'proportion'
}

function wholeOf({ role }: Token): Extract<FigureRole, { is: 'occupy' }>['over'] {
  if (role.is !== 'row') return null
  if (role.row === 'handledTotal') return 'handled'
  return role.row === 'received' ? 'received' : null
}
