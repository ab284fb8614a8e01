import type { ReviewResult } from '../../../../report/statutory-tables.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

/**
 * 复议几件，还有几件没办完; 没办完的呢 after 复议几件: said of cases of table 四, and not of the requests of table 三. What is
 * not done yet is 尚未审结; of what came in or was done table 四 has no figure, so that the word is left over.
 */
export function withReviewCases(said: readonly Token[], before: Before | null): readonly Token[] {
  const tokens = withHowItEnded(withResultKept(said, before), before)
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

/** 诉讼的呢 after 复议被纠正几件: those of them that went to court; 诉讼呢 is of all (questions.md section 6). */
function withResultKept(tokens: readonly Token[], before: Before | null): readonly Token[] {
  const words = tokens.filter(({ role }) => !beside.includes(role.is))
  const result = resultOf(before)
  const isSide =
    words.length === 1 && words[0]?.role.is === 'review' && /^(?:行政)?(?:复议|诉讼)的$/u.test(words[0].text)
  return isSide && result !== null
    ? [...tokens, { text: '', role: { is: 'result', result, group: null } }]
    : tokens
}

function resultOf(before: Before | null): ReviewResult | null {
  const [metric, ...others] = before?.query.metrics ?? []
  const [table, , result] = metric?.split('.') ?? []
  const isOne = table === 'review' && others.length === 0
  return isOne ? (results.find((one) => one === result) ?? null) : null
}

/** 败诉, 赢了 after 复议几件: how those cases ended, or others in court. */
function withHowItEnded(tokens: readonly Token[], before: Before | null): readonly Token[] {
  if (!asksHowItEnded(tokens, before)) return tokens
  return tokens.map((token): Token => {
    const { role } = token
    if (role.is !== 'result') return token
    const options = [`review.reconsideration.${role.result}`, `review.litigation.${role.result}`] as const
    return { ...token, role: { is: 'unclear', options, yields: false } }
  })
}

/** Whether a turn after 复议几件 asks 败诉的呢 or 赢了几件, and says nothing of a court. */
export function asksHowItEnded(tokens: readonly Token[], before: Before | null): boolean {
  const [metric, ...others] = before?.query.metrics ?? []
  const isOfReview = others.length === 0 && metric?.startsWith('review.reconsideration.') === true
  const words = tokens.filter(({ role }) => !beside.includes(role.is) && role.is !== 'howMany')
  const [only, ...more] = words
  const isOfCourt = only?.role.is === 'result' && only.role.group === 'litigation'
  return isOfReview && isOfCourt && more.length === 0 && !/法院|官司|诉讼|庭/u.test(only.text)
}

const beside: readonly Role['is'][] = ['empty', 'mark', 'goesOn', 'thanks']
const results: readonly ReviewResult[] = ['upheld', 'corrected', 'other', 'pending']

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
