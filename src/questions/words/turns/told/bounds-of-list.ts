import type { Role, Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'
import { withSpan } from '../span.ts'

/** 有几家是0, 超过3件的呢 after a list or a figure of all: those whose figure is so. */

const who: readonly Role['is'][] = ['which', 'howManyAgencies', 'kind']
const beside: readonly Role['is'][] = [...who, 'empty', 'mark', 'goesOn', 'thanks', 'unit', 'it']

/** The turn with what it says of the figure as a threshold, and who asks for those. */
export function withBounds(tokens: readonly Token[], before: Before): readonly Token[] {
  if (!isOfMany(before)) return tokens
  const bounded = withEqual(tokens)
  const at = bounded.findIndex(({ role }) => role.is === 'condition')
  const isAlone = bounded.every(({ role }, index) => index === at || beside.includes(role.is))
  if (at === -1 || !isAlone) return tokens
  if (bounded.some(({ role }) => who.includes(role.is))) return bounded
  const after = bounded.slice(at + 1)
  const isNominal = after.some(({ text }) => text === '的') || bounded[at]?.text.endsWith('的') === true
  return isNominal ? [...bounded, { text: '', role: { is: 'which', many: true, group: null } }] : tokens
}

/** One count of many, each or added up; of a growth or a part of a ranking it is not certain what is bounded. */
function isOfMany({ query }: Before): boolean {
  const { intent, metrics, agencies, operation, growth, groups } = query
  const isWhole = operation === 'rank' && (query.by ?? 'agency') === 'agency' && query.top === undefined
  const isCounted =
    ['list', 'sum', 'count'].includes(operation ?? '') || (isWhole && query.position === undefined)
  const isOne = intent === 'data' && metrics.length === 1 && (growth ?? groups) === undefined
  return isOne && agencies.length > 1 && isCounted
}

/** 有几家是0, 是3件的有哪些. */
function withEqual(tokens: readonly Token[]): readonly Token[] {
  const [number, ...others] = tokens.flatMap(({ role }, at) => (role.is === 'number' ? [{ at, role }] : []))
  const isBounded = tokens.some(({ role }) => role.is === 'condition' || role.is === 'confirm')
  if (number === undefined || others.length > 0 || isBounded) return tokens
  const { at, role } = number
  const unit = unitAt(tokens, at + 1)
  if (!isSaidBefore(tokens[at - 1]) && !(unit !== null && tokens[at + 2]?.text === '的')) return tokens
  const condition: Role = { is: 'condition', condition: { op: '=', value: role.value }, unit }
  return withSpan(tokens, { from: at, to: at + (unit === null ? 1 : 2) }, [condition])
}

function unitAt(tokens: readonly Token[], at: number): string | null {
  const role = tokens[at]?.role
  return role?.is === 'unit' ? role.unit : null
}

function isSaidBefore(token: Token | undefined): boolean {
  return token?.text === '是' || token?.role.is === 'howManyAgencies'
}
