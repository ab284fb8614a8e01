import type { Token } from '../tokens/roles.ts'

const within = /^(?:里|中|里头|里面|当中|之中)的?$/u
const empty = { is: 'empty' } as const

/**
 * 办结的申请里，公开的几件: what is counted is within those handled, which the row of each result says by itself. 占多少 needs
 * the whole.
 */
export function withoutHandledWhole(tokens: readonly Token[]): readonly Token[] {
  const isShare = tokens.some(({ role }) => role.is === 'occupy' || role.is === 'proportion')
  const from = tokens.findIndex(({ role }) => role.is === 'row' && role.row === 'handledTotal')
  const to = tokens.findIndex((token, index) => index > from && isOpen(token))
  if (isShare || from === -1 || to === -1) return tokens
  const between = tokens.slice(from + 1, to)
  const isWithin = between.some(({ role, text }) => role.is === 'empty' && within.test(text))
  if (!isWithin || !between.every(saysNothing)) return tokens
  return tokens.map((token, index) => (index >= from && index < to ? { ...token, role: empty } : token))
}

/** 收到和办理的申请里，不予公开的几件: of all there were. */
export function withoutBothWholes(tokens: readonly Token[]): readonly Token[] {
  const isShare = tokens.some(({ role }) => role.is === 'occupy' || role.is === 'proportion')
  const from = tokens.findIndex(isWhole)
  const to = tokens.findIndex(
    ({ role, text }, index) => index > from && role.is === 'empty' && within.test(text),
  )
  if (isShare || from === -1 || to === -1) return tokens
  const between = tokens.slice(from, to)
  const isJoined = between.some(({ role }) => role.is === 'and') && between.filter(isWhole).length === 2
  const isAlone = between.every((token) => saysNothing(token) || isWhole(token) || token.role.is === 'and')
  if (!isJoined || !isAlone) return tokens
  return tokens.map((token, index) => (index >= from && index <= to ? { ...token, role: empty } : token))
}

function isWhole({ role }: Token): boolean {
  return (
    role.is === 'row' &&
    (role.row === 'handledTotal' || (role.row === 'received' && role.weight !== 'context'))
  )
}

/** 公开的. */
function isOpen({ role }: Token): boolean {
  return role.is === 'unclear' && role.yields
}

/** 申请, 里, the comma. */
function saysNothing({ role }: Token): boolean {
  return role.is === 'empty' || role.is === 'mark' || (role.is === 'row' && role.weight === 'context')
}
