import type { Query } from '../../../query/query.ts'
import { isFigureRole, type Token } from '../../tokens/roles.ts'

const empty = { is: 'empty' } as const

/** 谁收得最多 after 收费几万 is of fees; 收了几件 counts requests. */
export function withCollected(tokens: readonly Token[], before: Query | null): readonly Token[] {
  const [metric, ...others] = before?.metrics ?? []
  if (metric !== 'proactiveDisclosure.fees' || others.length > 0) return tokens
  const countsThings = tokens.some(
    ({ role }) => (role.is === 'howMany' || role.is === 'unit') && role.unit !== null && role.unit !== '万元',
  )
  const isOther = tokens.some((token) => isFigureRole(token.role) && !isCollecting(token))
  if (countsThings || isOther) return tokens
  return tokens.map((token) => (isCollecting(token) ? { ...token, role: empty } : token))
}

/** 收得, 收了. */
function isCollecting({ role, text }: Token): boolean {
  const isVerb = role.is === 'row' && role.row === 'received' && ['verb', 'faint'].includes(role.weight)
  return isVerb && /^收(?:得|了|的|过|取)?$/u.test(text)
}
