import type { Metric } from '../../../query/metrics.ts'
import { asVerb } from '../../figures/said-in-a-row.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

/** Words that add nothing beside a figure, and would say another one by themselves. */
const moments = /^(?:进行|正在|现在|目前|最后|最终|年底|年末|手(?:头|上|里)(?:的)?)$/u

const left = { is: 'left' } as const

const between: readonly Token['role']['is'][] = ['mark', 'and']

/** 收了几件，还剩几件: what is left of the requests that the clauses before count. */
export function withLeftOfThem(tokens: readonly Token[]): readonly Token[] {
  const found = tokens.flatMap((token, at) => (isLeftOver(token) && asksOfThem(tokens, at) ? [at] : []))
  const [first] = found
  if (first === undefined) return tokens
  return tokens.flatMap((token, at): readonly Token[] => {
    if (found.includes(at)) return asLeftOver(token)
    if (found.includes(at + 1) && token.text === '还') return [{ ...token, role: { is: 'empty' } }]
    return [at < first ? asVerb(token) : token]
  })
}

function asksOfThem(tokens: readonly Token[], at: number): boolean {
  const front = tokens.slice(0, at)
  const last = front.findLastIndex(({ role }) => between.includes(role.is))
  const beside = [...front.slice(last + 1), ...clauseFrom(tokens, at + 1)]
  const isAlone = beside.every(({ role, text }) => role.is === 'empty' || text === '还')
  return last !== -1 && isAlone && countsRequests(front)
}

function clauseFrom(tokens: readonly Token[], from: number): readonly Token[] {
  const end = tokens.findIndex(({ role }, index) => index >= from && between.includes(role.is))
  return tokens.slice(from, end === -1 ? tokens.length : end)
}

const countedRows: readonly string[] = ['received', 'due', 'handledTotal']

/** Of what was received or handled alone, and asked for. */
function countsRequests(tokens: readonly Token[]): boolean {
  const figures = tokens.filter(({ role }) => isFigureRole(role))
  return (
    figures.length > 0 &&
    tokens.some(({ role }) => role.is === 'howMany') &&
    figures.every(({ role }) => role.is === 'row' && countedRows.includes(role.row))
  )
}

/**
 * 结果呢, 情况呢, 剩几件 after 依申请几件: what became of those requests. 年底几件 says nothing certain of any
 * figure.
 */
export function withWhatBecame(tokens: readonly Token[], before: Before | null): readonly Token[] {
  if (before === null || tokens.some(({ role }) => isFigureRole(role))) return tokens
  const [metric, ...others] = before.query.metrics
  const isOfRequests = others.length === 0 && metric !== undefined && received.includes(metric)
  const isOfHandling = isOfRequests || metric === 'requests.handledTotal.total'
  if (asksForMore(tokens))
    return isOfHandling ? [carriedForward, ...withMore(tokens, { is: 'empty' })] : withMore(tokens, left)
  return tokens.flatMap((token): readonly Token[] => {
    if (isLeftOver(token) && isOfHandling) return asLeftOver(token)
    if (isOutcome(token) && isOfRequests) return [wholeOf(token), token]
    return isMoment(token) && countsAlone(tokens) ? [{ ...token, role: left }] : [token]
  })
}

/** 还有几件 and nothing else: what remains of the requests; what would remain of another figure is not known. */
function asksForMore(tokens: readonly Token[]): boolean {
  const isPlain = tokens.every(({ role }) => ['and', 'howMany', 'empty', 'mark', 'thanks'].includes(role.is))
  const at = tokens.findIndex(({ text }) => text === '还有')
  return isPlain && at !== -1 && tokens.slice(at + 1).some(({ role }) => role.is === 'howMany')
}

/** 还有 joins nothing: it says this. */
function withMore(tokens: readonly Token[], role: Role): readonly Token[] {
  return tokens.map((token) => (token.role.is === 'and' ? { ...token, role } : token))
}

const received: readonly Metric[] = ['requests.received.total', 'requests.due.total']

const carriedForward: Token = { text: '', role: { is: 'row', row: 'carriedForward', weight: 'noun' } }

function isLeftOver({ role, text }: Token): boolean {
  return role.is === 'howMany' && text.startsWith('剩')
}

/** 剩几件: the figure, and how many. */
function asLeftOver(token: Token): readonly Token[] {
  return [carriedForward, { ...token, text: token.text.replace(/^剩下?/u, '') }]
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
