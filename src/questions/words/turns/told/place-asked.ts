import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'

const asksSomething: readonly Role['is'][] = [
  ...(['years', 'detail', 'trend', 'change', 'whichPart', 'main', 'filing', 'verdict', 'findings'] as const),
]
/** Words that rank anew, and ask nothing of those who were ranked. */
export const ranksAnew: readonly Role['is'][] = [
  'most',
  'ranking',
  'position',
  'which',
  'whoMore',
  'howManyAgencies',
  'condition',
]

/**
 * The place that a figure is asked of; null where it is itself asked for (第二名是谁, 复议第一名). `alone`: it needs no
 * figure (第二名呢 after a figure of the first).
 */
export function placeAsked(tokens: readonly Token[], alone: boolean): Token | null {
  const at = tokens.findIndex(({ role, text }) => role.is === 'place-number' || isSome(role, text))
  if (at === -1 || tokens.some(({ role }) => ranksAnew.includes(role.is))) return null
  const isFigure = ({ role }: Token): boolean =>
    isFigureRole(role) || asksSomething.includes(role.is) || (role.is === 'sum' && role.strong)
  const [before, after] = [tokens.slice(0, at), tokens.slice(at + 1)]
  const isFirst = !before.some(({ role }) => isFigureRole(role))
  return isFirst && (alone || after.some(isFigure) || isTold(tokens[at])) ? (tokens[at] ?? null) : null
}

/** 前两名, 后两家. */
function isSome(role: Role, text: string): boolean {
  return role.is === 'top' && /^(?:前|头|后|最后).*[名家位个]/u.test(text)
}

/** 最后那个 is one of those told, whatever is asked. */
function isTold(token: Token | undefined): boolean {
  return token !== undefined && /那[个家]/u.test(token.text)
}
