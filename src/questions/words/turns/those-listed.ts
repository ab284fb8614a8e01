import type { Listed } from '../../query/conversation.ts'
import type { Query } from '../../query/query.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'
import { askBack, rolesOf, type Before, type Refusal } from './reading.ts'

/** Who is meant by 它们, 这三家, 第一名 or by no word at all, after an answer that picked agencies out. */

/** A turn with those it means in the place of those spoken of before; `ask`: it is not certain who they are. */
interface Meant {
  readonly tokens: readonly Token[]
  readonly before: Before
  readonly ask: Refusal | null
}

/** 它们, 这几家: several are meant. */
export function saysThem({ role, text }: Token): boolean {
  return role.is === 'it' && (text.endsWith('们') || countSaid(text) !== null)
}

/** 三 of 这三家, `several` of 这几家. */
function countSaid(text: string): number | 'several' | null {
  const [, said] = /([几些两二三四五六七八九十]|\d{1,2})/u.exec(text) ?? []
  if (said === undefined) return null
  if (said === '几' || said === '些') return 'several'
  const at = '零一二三四五六七八九十'.indexOf(said.replace('两', '二'))
  return at === -1 ? Number(said) : at
}

/** 这三家 may be so many only. */
export function isCountOf({ text }: Token, count: number): boolean {
  const said = countSaid(text)
  return said === null || said === count || (said === 'several' && count > 1)
}

/** What a turn that goes on from `before` means. */
export function ofListed(said: readonly Token[], before: Before): Meant {
  const { listed } = before
  const tokens = withThose(said, listed)
  const kept = { tokens, before, ask: null }
  if (listed === null || namesOthers(tokens)) return kept
  const them = tokens.find(({ role }) => role.is === 'it')
  if (them !== undefined) return { ...kept, before: ofThem(them, before, listed) }
  return ofPlaces(kept, listed) ?? ofNoWord(kept, listed) ?? kept
}

/** Whether 第一名, 前两名 stand where a figure is asked of those in these places: 第一名复议几件. */
export function asksOfPlaces(tokens: readonly Token[], listed: Listed | null): boolean {
  return listed !== null && !namesOthers(tokens) && placeAsked(tokens) !== null
}

const otherRoles: readonly Role['is'][] = [
  'agency',
  'own',
  'place',
  'oneOf',
  'ending',
  'rest',
  'elsewhere',
  'kind',
  'except',
]

/** Somebody is named; 谁 and 哪家 name nobody. */
function namesOthers(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => otherRoles.includes(role.is) || role.is === 'group')
}

/** 三家一共几件 where three were listed, 这几个街道 where streets were. */
function withThose(tokens: readonly Token[], listed: Listed | null): readonly Token[] {
  const isRanked = tokens.some(({ role }) => role.is === 'most' || role.is === 'ranking')
  const asks = tokens.some(({ role }) => ['howMany', 'each', 'sum'].includes(role.is))
  return tokens.map((token) => {
    const { role, text } = token
    const isBare = role.is === 'top' && /^[两二三四五六七八九十\d]+家/u.test(text)
    const isThose = isBare && listed?.names.length === role.count && role.count > 1 && asks && !isRanked
    const isGroup = listed !== null && role.is === 'group' && /^[这那]/u.test(text)
    return isThose || isGroup ? { ...token, role: { is: 'it' } } : token
  })
}

/** Those listed, as if they had been asked about one by one; nobody where that is not certain. */
function ofThem(them: Token, before: Before, { names }: Listed): Before {
  if (saysThem(them)) return asked(before, isCountOf(them, names.length) ? names : [])
  // 它 is one alone.
  return names.length === 1 ? asked(before, names) : before
}

function asked(before: Before, names: readonly string[]): Before {
  const { intent, metrics, years, subject, growth } = before.query
  const isOfTwo = growth !== undefined && typeof subject === 'number'
  const isOne = names.length === 1
  const figures = isOne ? 'value' : 'list'
  return {
    ...before,
    listed: null,
    query: {
      ...{ intent, metrics, years: isOfTwo ? [subject] : years },
      ...{
        agencies: names,
        whose: isOne ? 'one' : 'named',
        operation: intent === 'reports' ? 'status' : figures,
      },
    },
  }
}

const asksSomething: readonly Role['is'][] = [
  ...(['years', 'detail', 'trend', 'change', 'whichPart', 'main', 'filing', 'verdict', 'findings'] as const),
]
const ranksAnew: readonly Role['is'][] = [
  'most',
  'ranking',
  'position',
  'which',
  'whoMore',
  'howManyAgencies',
  'condition',
]

/** The place that a figure is asked of; null where it is itself asked for (第二名是谁, 复议第一名). */
function placeAsked(tokens: readonly Token[]): Token | null {
  const at = tokens.findIndex(({ role, text }) => role.is === 'place-number' || isFirstSome(role, text))
  if (at === -1 || tokens.some(({ role }) => ranksAnew.includes(role.is))) return null
  const isFigure = ({ role }: Token): boolean => isFigureRole(role) || asksSomething.includes(role.is)
  const [before, after] = [tokens.slice(0, at), tokens.slice(at + 1)]
  const isFirst = !before.some(({ role }) => isFigureRole(role))
  return isFirst && after.some(isFigure) ? (tokens[at] ?? null) : null
}

/** 前两名. */
function isFirstSome(role: Role, text: string): boolean {
  return role.is === 'top' && /^前.*[名家位个]/u.test(text)
}

function ofPlaces({ tokens, before }: Meant, listed: Listed): Meant | null {
  const place = placeAsked(tokens)
  if (place === null) return null
  // 2024年第一名复议几件: who was first then, nobody said.
  const isOfOtherYear = tokens.slice(0, tokens.indexOf(place)).some(({ role }) => role.is === 'years')
  const names = isOfOtherYear ? [] : inPlaces(place.role, place.text, listed)
  if (names.length === 0) return { tokens, before, ask: askWho(place.text, listed.names) }
  const them = tokens.map((token) => (token === place ? { ...token, role: { is: 'empty' } as const } : token))
  return { tokens: them, before: asked(before, names), ask: null }
}

/** Who stands there; nobody where the answer told no such place. */
function inPlaces(role: Role, text: string, { names, places, order }: Listed): readonly string[] {
  // 第二家 of those that were told without places.
  if (places === null) {
    const at = role.is === 'place-number' && text.endsWith('家') && role.order === 'desc' ? role.place : 0
    return names.slice(Math.max(at - 1, 0), at)
  }
  if (role.is === 'place-number')
    return role.order === order ? names.filter((_, index) => places[index] === role.place) : []
  if (role.is !== 'top' || order === 'asc' || names.length < role.count) return []
  return names.filter((_, index) => (places[index] ?? Infinity) <= role.count)
}

/** 一共几件, 什么原因, 其中…: nobody is named, and it is not said of all that the answer was picked out of. */
function ofNoWord(meant: Meant, listed: Listed): Meant | null {
  const { tokens, before } = meant
  const { intent, operation, top, position } = before.query
  const isWhole = operation === 'rank' && top === undefined && position === undefined
  if (intent !== 'data' || operation === 'count' || isWhole) return null
  if (rolesOf(tokens, 'goesOn').some(({ within }) => within)) return amongThem(meant, listed)
  const says = (roles: readonly Role['is'][]): boolean => tokens.some(({ role }) => roles.includes(role.is))
  if (says(ranking)) return operation === 'list' ? amongThem(meant, listed) : null
  if (says(ofMany)) return null
  return says(parts) ? ofOne(meant, listed) : ofAll(meant, listed)
}

const ranking: readonly Role['is'][] = ['most', 'top', 'place-number', 'ranking', 'whoMore']
const ofMany: readonly Role['is'][] = ['which', 'howManyAgencies']
const parts: readonly Role['is'][] = ['detail', 'main', 'whichPart', 'whole']

/** 一共几件, 分别几件; of another figure or year, or after one alone, it may be said of all. */
function ofAll({ tokens, before }: Meant, { names }: Listed): Meant | null {
  const averages = tokens.some(({ role }) => role.is === 'average')
  const isStrong = rolesOf(tokens, 'sum').some(({ strong }) => strong)
  if (averages ? names.length === 1 : !isStrong && !tokens.some(({ role }) => role.is === 'each')) return null
  const { growth, operation } = before.query
  const isOne = names.length === 0 || (names.length === 1 && operation === 'rank')
  const isOther = isOne || growth !== undefined || tokens.some(saysOther)
  return isOther
    ? { tokens, before, ask: askWho(null, []) }
    : { tokens, before: asked(before, names), ask: null }
}

function saysOther({ role }: Token): boolean {
  return isFigureRole(role) || ['years', 'than', 'change'].includes(role.is)
}

/** 其中哪个最多, 谁最少 after those that meet a threshold; 其中不予公开的 keeps the threshold. */
function amongThem({ tokens, before }: Meant, { names }: Listed): Meant {
  if (names.length === 0) return { tokens, before, ask: askWho(null, []) }
  const { query } = before
  const keeps = query.where !== undefined && !tokens.some(({ role }) => role.is === 'howMany')
  const among: Query = { ...query, agencies: names, whose: names.length === 1 ? 'one' : 'named' }
  return { tokens, before: keeps ? { ...before, query: among } : asked(before, names), ask: null }
}

/** The parts of one; of several it is asked whose. */
function ofOne({ tokens, before }: Meant, { names }: Listed): Meant {
  if (names.length === 1) return { tokens, before: asked(before, names), ask: null }
  return { tokens, before, ask: askWho(null, names) }
}

const mostOptions = 10

function askWho(written: string | null, names: readonly string[]): Refusal {
  return askBack('agency', names.length > mostOptions ? [] : names, written).refusal
}
