import { textOf } from '../../tokens/text-of.ts'
import { mentionsOf } from '../../figures/figures.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { asksEach, isWithin } from './list-words.ts'
import { ofTold, saysOther } from './of-told.ts'
import { asked, asking, type Meant } from './those-meant.ts'
import { withBounds } from './bounds-of-list.ts'
import { withMainAgencies } from './main-agencies.ts'
import { withMemberWords } from './member-words.ts'
import { asksPlaceOfNothing } from './place-of-nothing.ts'
import { asksOfTheirReports } from './their-reports.ts'
import { lacksPart } from './lacks-part.ts'
import { setsBeside } from './of-those-told.ts'
import { placeAsked } from './place-asked.ts'
import { inPlaces } from './places-told.ts'
import { ofOthers } from './others-listed.ts'
import { rolesOf, unplaced, type Before } from '../reading.ts'
import {
  asksEachOfChain,
  asksOfAllTheirReports,
  asksWhetherAny,
  inChain,
  isNthListed,
  namesOthers,
} from '../in-a-row/those-asked.ts'
import { wholeAgain } from './whole-again.ts'

/** Who is meant by 它们, 这三家, 第一名 or by no word at all, after an answer that picked agencies out. */

/** 它们, 这几家: several are meant. */
export function saysThem({ role, text }: Token): boolean {
  return role.is === 'it' && (/[它他她]们/u.test(text) || countSaid(text) !== null)
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
  const members = withThose(withMemberWords(said, before), before)
  const tokens = withBounds(withMainAgencies(members, before), before)
  const kept = { tokens, before, ask: null }
  const besides = besidesList(kept)
  if (besides !== null) return besides
  if ((before.listed ?? before.list) === null && !tokens.some(saysThem)) return kept
  return ofBeside(kept) ?? (namesOthers(tokens) ? kept : ofMembersTold(kept))
}

/** 占全区多少, 比乙局多几件: others are named to set the one told beside them. */
function ofBeside(meant: Meant): Meant | null {
  const { tokens, before } = meant
  const names = before.listed?.names ?? []
  return setsBeside(tokens, before) ? { ...meant, before: asked(before, names) } : null
}

function ofMembersTold(kept: Meant): Meant {
  const { tokens, before } = kept
  const them = tokens.find(({ role }) => role.is === 'it')
  if (them !== undefined) return { ...kept, before: ofThem(them, before) }
  return (
    ofPlaces(kept) ??
    ofMembers(kept) ??
    ofAllAgain(kept) ??
    (before.listed === null ? ofKept(kept) : ofTold(kept, before.listed))
  )
}

/** Those not listed, those asked about one by one, and a place where nobody has one. */
function besidesList(meant: Meant): Meant | null {
  const { tokens, before } = meant
  const rest = ofRest(meant)
  if (rest !== null) return rest
  if (asksOfUntold(tokens, before)) return asking(meant, null, [])
  if (asksPlaceOfNothing(tokens, before)) return { ...meant, ask: unplaced([textOf(tokens)]).refusal }
  if (asksOfAllTheirReports(tokens, before)) return { ...meant, before: asked(before, inChain(before)) }
  return asksEachOfChain(tokens, before) ? ofMembers(meant) : null
}

/** 其余单位. */
function ofRest(meant: Meant): Meant | null {
  const others = ofOthers(meant.tokens, meant.before)
  if (others === null) return null
  const { names, word, tokens } = others
  if (names.length === 0) return asking(meant, null, [])
  return { ...meant, tokens: naming(tokens, word, names), before: asked(meant.before, names) }
}

/** Whether a turn that names a figure of its own asks it of those who were listed: 第一名复议几件, 复议各几件. */
export function asksOfListed(said: readonly Token[], before: Before): boolean {
  const tokens = withMemberWords(said, before)
  const [begins] = tokens.filter(({ role }) => role.is !== 'mark')
  if (begins?.role.is === 'goesOn' && begins.role.within) return true
  if (ofOthers(tokens, before) !== null || asksOfUntold(tokens, before)) return true
  if (asksEachOfChain(tokens, before) || asksWhetherAny(tokens, before)) return true
  if (asksOfAllTheirReports(tokens, before)) return true
  if (asksOfTheirReports(tokens, before) || lacksPart(tokens, before)) return true
  return asksOfThose(tokens, before)
}

function asksOfThose(tokens: readonly Token[], before: Before): boolean {
  const { listed, list } = before
  if ((listed ?? list) === null || namesOthers(tokens)) return false
  if (tokens.some(({ role }) => role.is === 'it')) return true
  return placeAsked(tokens, listed === null) !== null || asksEach(tokens) || addsOther(tokens, before)
}

/** 最后一名复议几件 after a list in no order: who comes last, nobody told. */
function asksOfUntold(tokens: readonly Token[], { query, listed, list }: Before): boolean {
  const isListed = query.operation === 'list' && query.agencies.length > 1 && (listed ?? list) === null
  return isListed && !namesOthers(tokens) && placeAsked(tokens, false) !== null
}

/** Those who may be meant by a word for several, the nearest first. */
function sets(before: Before): readonly (readonly string[])[] {
  const { query, listed, list } = before
  const named = query.whose === 'named' ? [query.agencies] : [inChain(before)]
  const kept = list === null ? [] : [list.listed.names]
  return listed === null ? [...named, ...kept] : [listed.names, ...kept, ...named]
}

/** 三家一共几件 where three were listed, 这几个街道 where streets were. */
function withThose(tokens: readonly Token[], before: Before): readonly Token[] {
  const isRanked = tokens.some(({ role }) => role.is === 'most' || role.is === 'ranking')
  const asks = tokens.some(({ role }) => ['howMany', 'each', 'sum'].includes(role.is))
  const counts = sets(before).map(({ length }) => length)
  const isListed = (before.listed ?? before.list) !== null
  return tokens.map((token) => {
    const { role, text } = token
    const isBare = role.is === 'top' && /^[两二三四五六七八九十\d]+家/u.test(text)
    const isThose = isBare && isListed && counts.includes(role.count) && role.count > 1 && asks && !isRanked
    const isGroup = isListed && role.is === 'group' && /^[这那]/u.test(text)
    return isThose || isGroup ? { ...token, role: { is: 'it' } } : token
  })
}

/** Those meant by 它们 or 它; nobody where that is not certain. */
function ofThem(them: Token, before: Before): Before {
  const { listed, list } = before
  if (saysThem(them)) {
    const [several] = sets(before).filter((names) => names.length > 1 && isCountOf(them, names.length))
    const one = listed !== null && list === null && isCountOf(them, listed.names.length) ? listed.names : []
    if (several !== undefined) return asked(before, several)
    return listed === null && list === null ? before : asked(before, one)
  }
  // 它 is one alone.
  return listed?.names.length === 1 ? asked(before, listed.names) : before
}

function ofPlaces(meant: Meant): Meant | null {
  const { tokens, before } = meant
  const place = placeAsked(tokens, before.listed === null || isNthListed(tokens, before.listed))
  if (place === null) return null
  // 2024年第一名复议几件: who was first then, nobody said.
  const isOfOtherYear = tokens.slice(0, tokens.indexOf(place)).some(({ role }) => role.is === 'years')
  const names = isOfOtherYear ? [] : membersIn(place, before)
  if (names.length === 0)
    return asking(meant, place.text, (before.listed ?? before.list?.listed)?.names ?? [])
  const them = naming(tokens, place, names)
  return { tokens: them, before: before.listed === null ? before : asked(before, names), ask: null }
}

function membersIn(place: Token, { listed, list, query }: Before): readonly string[] {
  const told = listed === null ? [] : inPlaces(place, listed, query)
  // 第二名呢 told one of those listed before.
  const mayBeKept = listed === null || query.position !== undefined
  return told.length === 0 && mayBeKept && list !== null ? inPlaces(place, list.listed, list.query) : told
}

/** As if they had been named. */
function naming(tokens: readonly Token[], place: Token, names: readonly string[]): readonly Token[] {
  return tokens.flatMap((token): readonly Token[] =>
    token === place
      ? names.map((name, index) => ({
          text: index === 0 ? place.text : '',
          role: { is: 'agency', names: [name] },
        }))
      : [token],
  )
}

/** The members spoken of: of a list told before those that were asked about since, if several were. */
function membersOf(before: Before): readonly string[] {
  const { query, listed, list } = before
  if (listed !== null) return listed.names
  const chain = inChain(before)
  if (chain.length > 0) return chain
  return query.agencies.length > 1 ? query.agencies : (list?.listed.names ?? [])
}

/** 复议各几件: of so many; 一共 may be said of all there are. */
function ofMembers({ tokens, before }: Meant): Meant | null {
  if (addsOther(tokens, before)) return asking({ tokens, before, ask: null }, null, [])
  if (!asksEach(tokens)) return null
  const members = membersOf(before)
  const isOne = mentionsOf(tokens).length === 1 && !/[和与及、]/u.test(textOf(tokens))
  return members.length > 1 && isOne
    ? { tokens, before: asked(before, members), ask: null }
    : asking({ tokens, before, ask: null }, null, [])
}

/** 复议一共几件 after a list of several. */
function addsOther(tokens: readonly Token[], before: Before): boolean {
  const isStrong = rolesOf(tokens, 'sum').some(({ strong }) => strong)
  const isOther =
    tokens.some(({ role }) => isFigureRole(role)) && !tokens.some(({ role }) => role.is === 'years')
  const isOfMany = before.listed !== null || before.query.agencies.length === 1
  return isStrong && isOther && isOfMany && !isWithin(tokens) && membersOf(before).length > 1
}

function ofAllAgain(meant: Meant): Meant | null {
  const again = wholeAgain(meant.tokens, meant.before)
  if (again === null) return null
  return again === 'unclear' ? asking(meant, null, []) : { ...meant, before: again }
}

/** After a question about the members of a list: 其中…, 一共几件, 第二名是谁. */
function ofKept(meant: Meant): Meant {
  const { tokens, before } = meant
  const { list, query } = before
  if (list === null) return meant
  const says = (roles: readonly Role['is'][]): boolean => tokens.some(({ role }) => roles.includes(role.is))
  if (says(['place-number'])) {
    const isRanking = list.query.operation === 'rank'
    const again = { ...before, query: list.query, listed: list.listed, list: null }
    return isRanking ? { ...meant, before: again } : asking(meant, null, list.listed.names)
  }
  if (query.agencies.length > 1 || list.listed.names.length < 2) return meant
  const addsUp = rolesOf(tokens, 'sum').some(({ strong }) => strong) && !tokens.some(saysOther)
  if (isWithin(tokens) || addsUp) return { ...meant, before: asked(before, list.listed.names) }
  // Of those, or of all.
  const isBare =
    says(['most', 'whoMore']) && !tokens.some(({ role }) => isFigureRole(role) || role.is === 'years')
  return isBare ? asking(meant, null, []) : meant
}
