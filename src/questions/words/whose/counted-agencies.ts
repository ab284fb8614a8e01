import type { Token } from '../tokens/roles.ts'
import { membersOf, type Audience } from './whose.ts'

const rankWords: readonly Token['role']['is'][] = ['most', 'ranking', 'position', 'main']
const empty = { is: 'empty' } as const

/**
 * 甲局和乙局两个单位, 五个街道 where there are five: a number of agencies that only says how many were named, or are in
 * the group, adds nothing. Beside 最多 it is a number of places.
 */
export function withoutCounts(said: readonly Token[], audience: Audience): readonly Token[] {
  const tokens = withoutTheirKind(said)
  if (tokens.some(({ role }) => role.is === 'howManyAgencies')) return withSeveral(tokens)
  if (countsThose(tokens)) return withCounted(tokens)
  const ranks = tokens.some(({ role }) => rankWords.includes(role.is))
  if (ranks || asksWhoChanged(tokens)) return withoutCountWithin(tokens, audience)
  const named = new Set(tokens.flatMap(({ role }) => (role.is === 'agency' ? role.names.slice(0, 1) : [])))
  return tokens.map((token, index) =>
    addsNothing(tokens, index, named.size, audience) ? { ...token, role: empty } : token,
  )
}

/** 高新区、经开区两个管委会: what both are, and no third. */
function withoutTheirKind(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, index) => isTheirKind(token, tokens.slice(0, index)))
  return at === -1
    ? tokens
    : tokens.map((token, index) => (index === at || index === at - 1 ? { ...token, role: empty } : token))
}

function isTheirKind({ role, text }: Token, said: readonly Token[]): boolean {
  const count = said.at(-1)
  const named = [...new Set(said.flatMap((token) => (token.role.is === 'agency' ? token.role.names : [])))]
  if (count === undefined || !isCountOf(count, named.length)) return false
  if (role.is === 'left') return /^[局委]$/u.test(text) && named.every((name) => name.endsWith(text))
  return role.is === 'agency' && role.names.length > 1 && named.every((name) => role.names.includes(name))
}

/** 增长的是哪三个街道 asks for so many; 三个街道比去年增长了多少 names them all. */
function asksWhoChanged(tokens: readonly Token[]): boolean {
  return ['change', 'which'].every((is) => tokens.some(({ role }) => role.is === is))
}

const several = /^(?:是|有)?[几多][少]?个$/u

/** 镇街里申请达到15件的有几个: what is counted behind a threshold is who meets it. */
function countsThose(tokens: readonly Token[]): boolean {
  const solid = tokens.filter(({ role }) => role.is !== 'empty' && role.is !== 'mark')
  const isLast = solid.at(-1)?.role.is === 'howMany' && several.test(solid.at(-1)?.text ?? '')
  const isOfGroup = solid.some(({ role }) => role.is === 'group' || role.is === 'kind')
  const isBound = solid.some(({ role }) => role.is === 'condition' || (isOfGroup && role.is === 'hasNot'))
  return isLast && isBound && !solid.some(({ role }) => role.is === 'agency' || role.is === 'own')
}

function withCounted(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) =>
    token.role.is === 'howMany' && several.test(token.text)
      ? { ...token, role: { is: 'howManyAgencies', group: 'all' } }
      : token,
  )
}

/** 几个乡镇的年报都交齐了吧, 几个街道去年各几件: another word asks, and these are all of them. */
function withSeveral(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex(
    ({ role }) => asking.includes(role.is) || (role.is === 'filing' && role.asks === 'complete'),
  )
  return tokens.map((token, index) =>
    index < last && token.role.is === 'howManyAgencies' && /^[几这那][个家]./u.test(token.text)
      ? { ...token, role: { is: 'group', group: token.role.group, each: false } }
      : token,
  )
}

const asking: readonly Token['role']['is'][] = ['howMany', 'each', 'sum', 'position', 'average', 'trend']

/** 三个街道里我们排第几, 三个街道谁最多: the number is of those it is asked among. */
function withoutCountWithin(tokens: readonly Token[], audience: Audience): readonly Token[] {
  return tokens.map((token, index) => {
    const [after, next] = [tokens[index + 1], tokens[index + 2]]
    const isFirst = !tokens.slice(0, index).some(({ role }) => role.is === 'most')
    const asksWho = tokens.slice(index).some(({ role }) => role.is === 'which')
    const isWithin = asksWho || (next !== undefined && /^(?:里|里头|里面|中|当中|之中)的?$/u.test(next.text))
    return isFirst && isWithin && isWhole(token, after, audience) ? { ...token, role: empty } : token
  })
}

function addsNothing(tokens: readonly Token[], index: number, named: number, audience: Audience): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (token === undefined) return false
  // 两个单位: the noun goes with its number.
  const counted = token.role.is === 'kind' ? before : token
  if (isCountOf(token, named) || (counted !== undefined && isCountOf(counted, named))) return true
  const isMeasure = named === 0 || before?.role.is === 'occupy'
  return (named === 1 && isAlone(token, before)) || (isMeasure && isWhole(token, after, audience))
}

/** 公安分局一家占多少. */
function isAlone({ text }: Token, before: Token | undefined): boolean {
  return before?.role.is === 'agency' && /^[一1]家$/u.test(text)
}

/** 五个街道 where there are five. */
function isWhole(token: Token, after: Token | undefined, audience: Audience): boolean {
  const noun = after?.role
  const isNoun = noun?.is === 'kind' || noun?.is === 'group'
  return isNoun && isCountOf(token, membersOf(noun.group, audience).length)
}

/** A number of agencies without 前 or 后. */
export function isBareCount({ role, text }: Token): boolean {
  return role.is === 'top' && /^[\d一二两三四五六七八九十]/u.test(text)
}

function isCountOf(token: Token, count: number): boolean {
  return isBareCount(token) && token.role.is === 'top' && token.role.count === count && count > 1
}
