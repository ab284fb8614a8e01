import { mentionsOf } from '../figures/figures.ts'
import type { Token } from '../tokens/roles.ts'

/** 少了谁的年报: of reports, what is fewer is not there. Of figures 少了 compares. */
export function withMissingReports(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ role }) => role.is === 'report') || mentionsOf(tokens).length > 0) return tokens
  return notHandedIn(tokens).map((token, index) => {
    const asksWho = tokens[index + 1]?.role.is === 'which'
    const isLess = token.role.is === 'change' && /^少了?$/u.test(token.text)
    return isLess && asksWho ? { ...token, role: { is: 'filing', asks: 'missing' } } : token
  })
}

/** 没把年报报上来: the report is what was not handed in. */
function notHandedIn(tokens: readonly Token[]): readonly Token[] {
  const not = tokens.findIndex(({ role }, index) => role.is === 'hasNot' && tokens[index + 1]?.text === '把')
  const filing = tokens.findIndex(({ role }, index) => index > not && isHandedIn(role))
  const isBetween = ({ role }: Token): boolean => ['empty', 'years', 'report', 'own'].includes(role.is)
  if (not === -1 || filing === -1 || !tokens.slice(not + 1, filing).every(isBetween)) return tokens
  return tokens.map((token, index): Token => {
    if (index === not) return { ...token, role: { is: 'empty' } }
    return index === filing ? { ...token, role: { is: 'filing', asks: 'missing' } } : token
  })
}

function isHandedIn(role: Token['role']): boolean {
  return role.is === 'filing' && role.asks === 'submitted'
}

/** That a figure was reported, or its report handed in: 今年报的申请数, 收上来的年报，申请多少. */
const reported =
  /^(?:报|填报|上报|报送|呈报|报上来|报上去|交上来|交上去|送上来|收上来|提交上来)(?:了|的|过|了的)?$/u

/** Beside a figure it adds nothing that it was reported; among many it may be what is asked (哪些单位报了). */
export function withoutReported(tokens: readonly Token[]): readonly Token[] {
  if (tokens.some(({ role }) => role.is === 'which' || role.is === 'howManyAgencies' || role.is === 'hasNot'))
    return tokens
  return tokens.map((token) =>
    token.role.is === 'filing' && token.role.asks === 'submitted' && reported.test(token.text)
      ? { ...token, role: { is: 'empty' } }
      : token,
  )
}
