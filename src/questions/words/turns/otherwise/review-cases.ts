import type { Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'
import { withSideKept } from './side-kept.ts'

/**
 * 复议几件，还有几件没办完; 没办完的呢 after 复议几件: said of cases of table 四, and not of the requests of table 三. What is
 * not done yet is 尚未审结; of what came in or was done table 四 has no figure, so that the word is left over.
 */
export function withReviewCases(said: readonly Token[], before: Before | null): readonly Token[] {
  const tokens = withSideKept(said, before)
  // 依申请几件，复议几件，办结几件 is of both.
  if (tokens.some(({ role, text }) => role.is === 'row' && /申请|信息/u.test(text))) return tokens
  const review = tokens.findIndex(({ role }) => role.is === 'review')
  const goesOn = review === -1 && goesOnFromReview(tokens, before)
  if (review === -1 && !goesOn) return tokens
  return tokens.map((token, index) => {
    if (index > review && isOpen(token)) return { ...token, role: pending }
    const isOfCases = goesOn ? isDone(token) : index === review + 1 && isReceived(token)
    return isOfCases ? { ...token, role: { is: 'left' } } : token
  })
}

const pending = { is: 'result', result: 'pending', group: null } as const

function isOpen({ role, text }: Token): boolean {
  return role.is === 'row' && role.row === 'carriedForward' && /没|未|剩/u.test(text)
}

function isDone({ role, text }: Token): boolean {
  return role.is === 'row' && ['received', 'handledTotal'].includes(role.row) && !text.includes('结果')
}

/** 复议收了几件. */
function isReceived({ role }: Token): boolean {
  return role.is === 'row' && role.row === 'received' && role.weight !== 'noun'
}

/** With 几件 it is a question by itself (questions.md section 6). */
function goesOnFromReview(tokens: readonly Token[], before: Before | null): boolean {
  const [metric, ...others] = before?.query.metrics ?? []
  const isFragment = !tokens.some(({ role }) => role.is === 'howMany') || tokens.at(-1)?.text === '呢'
  return others.length === 0 && metric?.startsWith('review.') === true && isFragment
}
