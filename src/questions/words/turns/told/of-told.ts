import type { Listed } from '../../../query/conversation.ts'
import type { Query } from '../../../query/query.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { asksWhetherAny } from '../in-a-row/those-asked.ts'
import { rolesOf } from '../reading.ts'
import { lacksPart } from './lacks-part.ts'
import { isWithin, saysDistance } from './list-words.ts'
import { asked, asking, type Meant } from './those-meant.ts'
import { asksOfTheirReports } from './their-reports.ts'
import { ofThoseTold } from './of-those-told.ts'

/** Nobody is named, right after an answer that picked agencies out of those asked about. */

/** 一共几件, 什么原因, 其中…: nobody is named, and it is not said of all that the answer was picked out of. */
export function ofTold(meant: Meant, listed: Listed): Meant {
  const { tokens, before } = meant
  if (asksOfTheirReports(tokens, before)) return { ...meant, before: asked(before, listed.names) }
  if (toldAll(before.query, listed)) return meant
  if (asksWhetherAny(tokens, before)) return { ...meant, before: asked(before, listed.names) }
  if (isWithin(tokens) || lacksPart(tokens, before)) return amongThem(meant, listed)
  return saysDistance(tokens) ? ofDistance(meant, listed) : ofSilent(meant, listed)
}

/** Nobody was picked out: all were ranked, or none were counted. */
function toldAll({ intent, operation, top, position }: Query, { names }: Listed): boolean {
  const isWhole = operation === 'rank' && (top ?? position) === undefined
  return intent !== 'data' || (operation === 'count' && names.length === 0) || isWhole
}

function ofSilent(meant: Meant, listed: Listed): Meant {
  const says = (roles: readonly Role['is'][]): boolean =>
    meant.tokens.some(({ role }) => roles.includes(role.is))
  // 第三名呢 after the least: from which end is not said.
  const isTurned = listed.order === 'asc' && listed.places !== null && says(['place-number'])
  if (isTurned && rolesOf(meant.tokens, 'place-number').some(({ order }) => order === 'desc'))
    return asking(meant, null, listed.names)
  if (says(ranking))
    return ['list', 'count'].includes(meant.before.query.operation ?? '') ? amongThem(meant, listed) : meant
  if (says(ofMany)) return meant
  return (says(parts) ? ofOne(meant, listed) : ofAll(meant, listed)) ?? ofThoseTold(meant, listed) ?? meant
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
    ? asking({ tokens, before, ask: null }, null, [])
    : { tokens, before: asked(before, names), ask: null }
}

/** Another figure, another year or a comparison. */
export function saysOther({ role }: Token): boolean {
  return isFigureRole(role) || ['years', 'than', 'change'].includes(role.is)
}

/** 其中哪个最多, 谁最少 after those that meet a threshold; 其中不予公开的 keeps the threshold. */
function amongThem({ tokens, before }: Meant, { names }: Listed): Meant {
  if (names.length === 0) return asking({ tokens, before, ask: null }, null, [])
  const { query } = before
  const keeps = query.where !== undefined && !tokens.some(({ role }) => role.is === 'howMany')
  const among: Query = { ...query, agencies: names, whose: names.length === 1 ? 'one' : 'named' }
  return { tokens, before: keeps ? { ...before, query: among } : asked(before, names), ask: null }
}

/** 差几件 by itself: of two that were listed, the first against the second. */
function ofDistance(meant: Meant, { names }: Listed): Meant {
  const two = asked(meant.before, names)
  if (names.length !== 2) return asking(meant, null, [])
  return { ...meant, before: { ...two, query: { ...two.query, named: names } } }
}

/** The parts of one; of several it is asked whose. */
function ofOne({ tokens, before }: Meant, { names }: Listed): Meant {
  if (names.length === 1) return { tokens, before: asked(before, names), ask: null }
  return asking({ tokens, before, ask: null }, null, names)
}
