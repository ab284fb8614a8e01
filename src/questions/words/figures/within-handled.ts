import type { Token } from '../tokens/roles.ts'

const within = /^(?:里|中|里头|里面|当中|之中)的?$/u
const empty = { is: 'empty' } as const

/** 办结的申请里，公开的几件: the whole that a figure is counted within adds nothing. 占多少 needs the whole. */
export function withoutWhole(tokens: readonly Token[]): readonly Token[] {
  const isShare = tokens.some(({ role }) => role.is === 'occupy' || role.is === 'proportion')
  return isShare ? tokens : withoutHandledWhole(withoutBothWholes(tokens))
}

/** Those handled: the row of each result says by itself that it is within them. */
function withoutHandledWhole(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ role }) => role.is === 'row' && role.row === 'handledTotal')
  const to = tokens.findIndex((token, index) => index > from && isOpen(token))
  if (from === -1 || to === -1) return tokens
  const between = tokens.slice(from + 1, to)
  const isWithin = between.some(({ role, text }) => role.is === 'empty' && within.test(text))
  if (!isWithin || !between.every(saysNothing)) return tokens
  return emptied(tokens, from, to)
}

/** 收到和办理的申请里，不予公开的几件: of all there were. */
function withoutBothWholes(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(isWhole)
  const to = tokens.findIndex(
    ({ role, text }, index) => index > from && role.is === 'empty' && within.test(text),
  )
  if (from === -1 || to === -1) return tokens
  const between = tokens.slice(from, to)
  const isJoined = between.some(({ role }) => role.is === 'and') && between.filter(isWhole).length === 2
  const isAlone = between.every((token) => saysNothing(token) || isWhole(token) || token.role.is === 'and')
  if (!isJoined || !isAlone) return tokens
  return emptied(tokens, from, to + 1)
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

function emptied(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  return tokens.map((token, index) => (index >= from && index < to ? { ...token, role: empty } : token))
}
