import type { Token } from '../tokens/roles.ts'

const and = { is: 'and' } as const

/**
 * 公开了，部分公开了的一共几件; 收了，办了几件: what ends in 了 or 的 before a comma and the name of another figure is one of its
 * own. 信息公开，不予公开几件 only says what it is about.
 */
export function withSaidInARow(tokens: readonly Token[]): readonly Token[] {
  const commas = tokens.flatMap((token, at) =>
    isEnded(token) && tokens[at + 1]?.role.is === 'mark' && isAnother(token, tokens[at + 2]) ? [at + 1] : [],
  )
  if (commas.length === 0) return tokens
  return tokens.map((token, index) => {
    if (commas.includes(index)) return { ...token, role: and }
    return commas.includes(index + 1) ? asVerb(token) : token
  })
}

function isEnded({ role, text }: Token): boolean {
  if (role.is === 'unclear') return role.yields && /[了的]$/u.test(text)
  return role.is === 'row' && (role.weight === 'verb' || role.weight === 'faint') && text.endsWith('了')
}

function isAnother(token: Token, next: Token | undefined): boolean {
  if (next === undefined || (next.role.is !== 'row' && next.role.is !== 'unclear')) return false
  if (next.role.is === 'row' && next.role.weight === 'context') return false
  return next.role.is !== 'row' || token.role.is !== 'row' || next.role.row !== token.role.row
}

/** 收了 says little by itself, and is asked for here. */
export function asVerb(token: Token): Token {
  const { role } = token
  return role.is === 'row' && role.weight === 'faint'
    ? { ...token, role: { ...role, weight: 'verb' } }
    : token
}
