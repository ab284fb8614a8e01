import { isFigureRole, type Token } from './roles.ts'

/** 依申请总计: beside the name of a figure 总计 is what it comes to; alone it may be that of several and is asked back. */
export function withGrandTotals(tokens: readonly Token[]): readonly Token[] {
  const isNamed = tokens.some(({ role, text }) => isFigureRole(role) && text !== '总计')
  if (!isNamed) return tokens
  return tokens.map((token) =>
    token.text === '总计' ? { text: token.text, role: { is: 'sum', strong: false } } : token,
  )
}
