import type { Metric } from '../../query/metrics.ts'
import { isFigureRole, type Token } from '../tokens/roles.ts'
import type { Before } from './reading.ts'

/** Words that add nothing beside a figure, and would say another one by themselves. */
const moments = /^(?:进行|正在|现在|目前|最后|最终|年底|年末|手(?:头|上|里)(?:的)?)$/u

const left = { is: 'left' } as const

/**
 * 结果呢, 情况呢, 剩几件 after 依申请几件: what became of those requests. 年底几件 says nothing certain of any
 * figure.
 */
export function withWhatBecame(tokens: readonly Token[], before: Before | null): readonly Token[] {
  if (before === null || tokens.some(({ role }) => isFigureRole(role))) return tokens
  const [metric, ...others] = before.query.metrics
  const isOfRequests = others.length === 0 && metric !== undefined && received.includes(metric)
  const isOfHandling = isOfRequests || metric === 'requests.handledTotal.total'
  return tokens.flatMap((token): readonly Token[] => {
    if (isLeftOver(token) && isOfHandling)
      return [carriedForward, { ...token, text: token.text.replace(/^剩下?/u, '') }]
    if (isOutcome(token) && isOfRequests) return [wholeOf(token), token]
    return isMoment(token) && countsAlone(tokens) ? [{ ...token, role: left }] : [token]
  })
}

const received: readonly Metric[] = ['requests.received.total', 'requests.due.total']

const carriedForward: Token = { text: '', role: { is: 'row', row: 'carriedForward', weight: 'noun' } }

function isLeftOver({ role, text }: Token): boolean {
  return role.is === 'howMany' && text.startsWith('剩')
}

function isOutcome({ role, text }: Token): boolean {
  return role.is === 'detail' && role.by === null && /^(?:结果|情况)/u.test(text)
}

function wholeOf({ text }: Token): Token {
  const metric = text.startsWith('结果') ? 'requests.handledTotal.total' : 'requests'
  return { text: '', role: { is: 'whole', metric } }
}

function isMoment({ role, text }: Token): boolean {
  return (role.is === 'empty' || role.is === 'years') && moments.test(text)
}

/** 年底几件 names nothing else; 教体局现在几件 does. */
function countsAlone(tokens: readonly Token[]): boolean {
  const alone = ['empty', 'mark', 'howMany', 'unit', 'confirm']
  return (
    tokens.some(({ role }) => role.is === 'howMany') &&
    tokens.every((token) => isMoment(token) || alone.includes(token.role.is))
  )
}
