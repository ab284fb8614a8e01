import { metricInfo } from '../../query/metric-table.ts'
import type { AnswerableQuery, Query } from '../../query/query.ts'
import { sidesInQuery } from './compare-read.ts'
import { readYearSides } from './compare-years.ts'
import { asksYesOrNo, finished, type Asked } from './draft.ts'
import { movedSides } from '../years/moved-sides.ts'
import { countOf, isOfOne, placesOf } from './places.ts'
import { goesOnAfter, partRanked, rankRoles, rankWords, rankedParts } from './parts-ranked.ts'
import { asksWhichPart } from './reckoning.ts'
import { good, none, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'
import { allMeant, plainNeeds, readScope, type Scope } from './scope-read.ts'
import { readWhose } from '../whose/whose-read.ts'

/** Rankings: of agencies, of years, of the parts of a figure, of growth. */

/** 最多的三家, 哪年最高, 主要原因. */
export function ranked(asked: Asked): Outcome<AnswerableQuery> {
  if (asksAlso(asked.reading)) return none('not_understood', { kind: 'several_questions' })
  const stated = statedOnTop(asked.reading)
  if (stated.length > 0) return unplaced(stated)
  return asked.metrics.length === 1 ? rankedOne(asked) : unplaced(rankWords(asked.reading))
}

function rankedOne(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const part = partRanked(asked)
  if (part !== null) return rankedParts(asked, part)
  const open = asksWhichPart(metrics, asked.named)
  if (open !== null) return open
  const places = placesOf(reading)
  const addsUp = rolesOf(reading.tokens, 'sum').some(({ strong }) => strong)
  if (places === null || addsUp || isNextPlace(reading)) return unplaced(rankWords(reading))
  const byYear = ranksYears(reading)
  const scope = readScope(reading, byYear ? plainNeeds : allMeant)
  if (!scope.ok) return scope
  const isAmong = byYear ? isAmongYears(scope.value, reading) : isAmongAgencies(scope.value, reading)
  if (!isAmong) return unplaced(rankWords(reading))
  const { whose, years } = scope.value
  return good(finished(asked, 'rank', whose, years, byYear ? { by: 'year', ...places } : places))
}

/**
 * 前三是甲局、乙局、丙局对吗, 甲局和乙局排前三吗: the places are to be confirmed, and not to be found among those named.
 * 甲局、乙局谁最多 asks for them.
 */
function statedOnTop({ tokens, has, whose }: Reading): readonly string[] {
  const asksWho = (['which', 'whoMore', 'ranking', 'each', 'howMany'] as const).some(has)
  const last = tokens.findLastIndex(({ role }) => role.is === 'agency')
  const place = tokens.findIndex(({ role }) => rankRoles.some((is) => is === role.is))
  const isStated = has('confirm') || asksYesOrNo(tokens) || place < last
  return whose.named.length > 1 && !asksWho && isStated ? textsOf(tokens, 'agency', 'confirm') : []
}

/** 谁最多？全区一共多少？: the second is a question of its own; 谁最多，多少件 is one. */
function asksAlso({ tokens }: Reading): boolean {
  const mark = tokens.findIndex(({ role }) => role.is === 'mark')
  const after = tokens.slice(mark + 1)
  const isOther = after.some(
    ({ role }) => ['sum', 'group', 'agency'].includes(role.is) || (isFigureRole(role) && !isFaint(role)),
  )
  const isRanked = tokens
    .slice(0, Math.max(mark, 0))
    .some(({ role }) => rankRoles.some((is) => is === role.is))
  return isRanked && isOther && after.some(({ role }) => role.is === 'howMany')
}

/** 收了多少: of the figure ranked. */
function isFaint(role: Role): boolean {
  return role.is === 'row' && role.weight === 'faint'
}

/** 前一名 after 排第几 is who stands one before, not the first. */
function isNextPlace(reading: Reading): boolean {
  const words = rankWords(reading).join('')
  return reading.before?.query.operation === 'position' && /[前后]一[名位家]/u.test(words)
}

/** 哪年最多; 科技局呢 after it asks the same, and 最高的是哪个 after a trend asks it of the years. */
function ranksYears(reading: Reading): boolean {
  const { tokens, has, before } = reading
  if (rolesOf(tokens, 'years').some(({ word }) => word.is === 'every' && word.which)) return true
  const { operation, by } = before?.query ?? {}
  if (rankRoles.some(has)) return (operation === 'trend' || by === 'year') && goesOnAfter(reading)
  return operation === 'rank' && by === 'year'
}

/** 2024年最多的一年 is one of one, and so is 2024年哪个最多 after a trend. */
function isAmongYears({ years }: Scope, { tokens, has }: Reading): boolean {
  const said = rolesOf(tokens, 'years')
  const asksWhich = said.some(({ word }) => word.is === 'every' && word.which)
  return years.years.length > 1 || (said.length < 2 && (asksWhich || !has('years') || !rankRoles.some(has)))
}

/** One alone is no ranking, unless nobody is named and there is no other: the first report that came. */
function isAmongAgencies({ whose, years }: Scope, reading: Reading): boolean {
  const isOnly = reading.whose.named.length === 0 && reading.context.audience.all.length === 1
  return years.years.length === 1 && (whose.names.length > 1 || isOnly)
}

/** 比去年增长最多的三家: ranked by the difference of two years, or by percent. */
export function grown(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  if (asksGrowthToo(reading.tokens)) return none('not_understood', { kind: 'several_questions' })
  const growth = growthOf(reading)
  if (growth === null || metrics.length !== 1) return unplaced(rankWords(reading))
  const sides = readYearSides(reading)
  if (!sides.ok) return sides
  const whose = readWhose(reading, allMeant)
  if (!whose.ok) return whose
  const { subject, base, byReports } = sides.value
  const isRate = metrics.some((metric) => metricInfo(metric).kind === 'rate')
  const years = { years: [subject, base], byReports }
  return good(
    finished(asked, 'rank', whose.value, years, {
      ...sidesInQuery(sides.value),
      growth: growth.percent && !isRate ? 'change' : 'delta',
      top: growth.top,
      order: growth.up ? 'desc' : 'asc',
      ...(growth.both === true ? { both: true } : {}),
    }),
  )
}

/** 居首的是哪家，比前年多多少: how much it grew is a question of its own. */
function asksGrowthToo(tokens: readonly Token[]): boolean {
  const change = tokens.findIndex(({ role }) => role.is === 'change')
  const mark = tokens.findLastIndex(({ role }, index) => role.is === 'mark' && index < change)
  const isRanked = tokens
    .slice(0, Math.max(mark, 0))
    .some(({ role }) => role.is === 'most' || role.is === 'top' || role.is === 'ranking')
  const ranksAfter = tokens.slice(mark + 1).some(({ role }) => role.is === 'most' || role.is === 'top')
  return isRanked && !ranksAfter
}

/** 办结呢, 各镇呢, 2023年呢 after a ranking of growth: the same of another figure, group or year. */
export function grownAgain(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const sides = movedSides(reading)
  if (!sides.ok) return sides
  const whose = readWhose(reading, allMeant)
  if (!whose.ok) return whose
  if (metrics.length !== 1 || whose.value.names.length < 2) return unplaced(mentionedIn(reading))
  const { growth = 'delta', top, order = 'desc', both } = reading.before?.query ?? {}
  const { subject, base } = sides.value
  const years = { years: [subject, base], byReports: false }
  const places = { ...(top === undefined ? {} : { top }), order, ...(both === true ? { both } : {}) }
  return good(finished(asked, 'rank', whose.value, years, { subject, base, growth, ...places }))
}

function mentionedIn({ mentions }: Reading): readonly string[] {
  return mentions.map(({ written }) => written)
}

interface Growth extends Pick<Query, 'both'> {
  readonly top: number
  readonly up: boolean
  readonly percent: boolean
}

/** Which way, how many; null where 增长最少 or 第二 leave it open. */
function growthOf(reading: Reading): Growth | null {
  const [change, other, ...others] = rolesOf(reading.tokens, 'change')
  if (change === undefined || others.length > 0) return null
  if (other !== undefined) return bothWays(reading, [change, other])
  const places = placesOf(reading)
  const isClear = change.growth === 'up' || change.growth === 'down'
  if (places?.order !== 'desc' || places.top === undefined || places.both === true || !isClear) return null
  return { up: change.growth === 'up', percent: change.percent, top: places.top }
}

type Change = Extract<Role, { is: 'change' }>

/** 增长最多和下降最多的. */
function bothWays({ tokens, has }: Reading, changes: readonly [Change, Change]): Growth | null {
  const isMost = rolesOf(tokens, 'most').every(({ order }) => order === 'desc')
  const ways = changes.map(({ growth }) => growth)
  const isBoth = ways.includes('up') && ways.includes('down') && changes[0].percent === changes[1].percent
  const top = countOf(rolesOf(tokens, 'top'))
  if (!isBoth || !isMost || top === null || has('place-number') || !isOfOne(tokens)) return null
  return { up: true, percent: changes[0].percent, top, both: true }
}
