import { metricInfo } from '../../query/metric-table.ts'
import type { AnswerableQuery, Query } from '../../query/query.ts'
import { mostMeant } from './comparative.ts'
import { sidesInQuery } from './compare-read.ts'
import { readYearSides } from './compare-years.ts'
import { isBareCount } from '../whose/counted-agencies.ts'
import { finished, type Asked } from './draft.ts'
import { movedSides } from '../years/moved-sides.ts'
import { asksWhichPart, hasParts } from './reckoning.ts'
import { good, none, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { figureNameRoles, isFigureRole, type Role, type Token } from '../tokens/roles.ts'
import { allMeant, plainNeeds, readOneYear, readScope, type Scope } from './scope-read.ts'
import { readWhose } from '../whose/whose-read.ts'

/** Rankings: of agencies, of years, of the parts of a figure, of growth. */

const rankRoles: readonly Role['is'][] = [
  'most',
  'top',
  'place-number',
  'ranking',
  'main',
  'whichPart',
  'change',
]

function rankWords({ tokens }: Reading): readonly string[] {
  return textsOf(tokens, ...rankRoles)
}

/** 最多的三家, 哪年最高, 主要原因. */
export function ranked(asked: Asked): Outcome<AnswerableQuery> {
  if (asksAlso(asked.reading)) return none('not_understood', { kind: 'several_questions' })
  return asked.metrics.length === 1 ? rankedOne(asked) : unplaced(rankWords(asked.reading))
}

function rankedOne(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const part = partRanked(reading)
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

/** 哪年最多; 科技局呢 after it asks the same. */
function ranksYears({ tokens, has, before }: Reading): boolean {
  if (rolesOf(tokens, 'years').some(({ word }) => word.is === 'every' && word.which)) return true
  const isKept = !rankRoles.some(has) && before?.query.operation === 'rank'
  return isKept && before.query.by === 'year'
}

/** 2024年最多的一年 is one of one. */
function isAmongYears({ years }: Scope, { tokens }: Reading): boolean {
  return years.years.length > 1 || rolesOf(tokens, 'years').length < 2
}

/** One alone is no ranking, unless nobody is named and there is no other: the first report that came. */
function isAmongAgencies({ whose, years }: Scope, reading: Reading): boolean {
  const isOnly = reading.whose.named.length === 0 && reading.context.audience.all.length === 1
  return years.years.length === 1 && (whose.names.length > 1 || isOnly)
}

interface Places {
  readonly top?: number
  readonly position?: number
  readonly order: 'desc' | 'asc'
  readonly both?: true
}

/** How many places, from which end; a place of its own. Null where the words do not go together. */
function placesOf(reading: Reading): Places | null {
  return bothEnds(reading) ?? oneEnd(reading)
}

function oneEnd(reading: Reading): Places | null {
  const { tokens } = reading
  const [top, ...tops] = differentTops(tokens)
  const [place, ...places] = rolesOf(tokens, 'place-number')
  const [most, ...mosts] = rolesOf(tokens, 'most')
  const isTwice = tops.length + places.length + mosts.length > 0 || (top !== undefined && place !== undefined)
  if (isTwice || countsOnly(reading)) return null
  const end = most?.order ?? endSaid(reading)
  if (place !== undefined) return { position: place.place, order: place.order === 'asc' ? 'asc' : end }
  if (top !== undefined) return { top: top.count, order: top.order ?? end }
  return most === undefined ? placesWithoutNumber(reading) : firstPlace(reading, end)
}

/** 最少的三家是哪三家 says one number twice. */
function differentTops(tokens: readonly Token[]): readonly Extract<Role, { is: 'top' }>[] {
  const tops = tokens.flatMap(({ role, text }) => (role.is === 'top' ? [{ role, text }] : []))
  const isAgain = ({ role, text }: (typeof tops)[number], index: number): boolean =>
    index > 0 && text.startsWith('哪') && role.count === tops[index - 1]?.role.count
  return tops.filter((top, index) => !isAgain(top, index)).map(({ role }) => role)
}

/** 从低到高, 官司少的前两名. */
function endSaid({ tokens }: Reading): 'desc' | 'asc' {
  const isUpwards = rolesOf(tokens, 'ranking').some(({ order }) => order === 'asc')
  const isLess = rolesOf(tokens, 'change').some(({ plain, growth }) => plain === true && growth === 'down')
  return isUpwards || isLess ? 'asc' : 'desc'
}

/** 三个街道 alone asks for no places; after a ranking 三家 does. */
function countsOnly({ tokens, has, before }: Reading): boolean {
  const isRanked = has('most') || has('ranking') || before?.query.operation === 'rank'
  return !isRanked && tokens.some(isBareCount)
}

/** 最多和最少的各是谁, 前三和后三: as many from either end. Null where the words say no two ends of one ranking. */
function bothEnds({ tokens, has }: Reading): Places | null {
  const tops = rolesOf(tokens, 'top')
  const mosts = rolesOf(tokens, 'most').map(({ order }) => order)
  const ends = mosts.length === 0 ? tops.map(({ order }) => order ?? 'desc') : mosts
  const isBoth = ends.length === 2 && ends.includes('desc') && ends.includes('asc')
  if (!isBoth || has('place-number') || !isOfOne(tokens)) return null
  if (mosts.length > 0 && tops.some(({ order }) => order !== null)) return null
  const top = countOf(tops)
  return top === null ? null : { top, order: 'desc', both: true }
}

/** How many are asked for at either end: one where no number is said, null where the numbers differ. */
function countOf(tops: readonly { readonly count: number }[]): number | null {
  const [count, ...others] = new Set(tops.map((top) => top.count))
  return others.length > 0 ? null : (count ?? 1)
}

const endRoles: readonly Role['is'][] = ['most', 'top']
const kinds: readonly (readonly Role['is'][])[] = [
  [...figureNameRoles],
  ['group', 'kind', 'agency', 'own', 'ending', 'place'],
  ['which', 'howManyAgencies'],
  ['years'],
]

/** 谁依申请最多，谁复议最少 are two rankings: what is said at both ends has to be the same. */
function isOfOne(tokens: readonly Token[]): boolean {
  const ends = tokens.flatMap(({ role }, index) => (endRoles.includes(role.is) ? [index] : []))
  const stretches = [-1, ...ends].map((end, index) => tokens.slice(end + 1, ends[index] ?? tokens.length))
  return kinds.every((roles) => {
    const said = stretches.map((stretch) => textsOf(stretch, ...roles).join(''))
    return new Set(said.filter((text) => text !== '')).size <= 1
  })
}

/** 最多的有哪些 says no number. */
function firstPlace({ tokens }: Reading, order: 'desc' | 'asc'): Places | null {
  return rolesOf(tokens, 'which').some(({ many }) => many) ? null : { top: 1, order }
}

function placesWithoutNumber(reading: Reading): Places | null {
  const { has, before } = reading
  if (has('ranking')) return { order: endSaid(reading) }
  const meant = mostMeant(reading)
  if (meant !== null) return { top: 1, order: meant }
  return before === null || before.query.growth !== undefined ? null : keptPlaces(before.query)
}

function keptPlaces({ top, position, order, both }: Query): Places {
  return {
    ...(both === true ? { both } : {}),
    ...(top === undefined ? {} : { top }),
    ...(position === undefined ? {} : { position }),
    order: order ?? 'desc',
  }
}

function partRanked({ tokens, has, before }: Reading): 'row' | 'applicant' | 'either' | null {
  const [main] = rolesOf(tokens, 'main')
  const [part] = rolesOf(tokens, 'whichPart')
  if (part !== undefined) return part.by
  if (main !== undefined) return main.by ?? 'either'
  const detail = tokens.find(({ role, text }) => role.is === 'detail' && !/^的?情况$/u.test(text))?.role
  if (detail?.is === 'detail') return detail.by ?? 'row'
  const by = rankRoles.some(has) ? undefined : before?.query.by
  return by === 'row' || by === 'applicant' ? by : null
}

function rankedParts(asked: Asked, part: 'row' | 'applicant' | 'either'): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const by = part === 'either' ? (hasParts(metrics, 'row') ? 'row' : 'applicant') : part
  const isRow = metrics.every((metric) => metric.startsWith('requests.') && metric.endsWith('.total'))
  const isParted = (by === 'row' ? hasParts(metrics, 'row') : isRow) && !asksForAgencies(reading)
  const asks = reading.has('most') || reading.has('top')
  const places = asks ? placesOf(reading) : ({ top: 1, order: 'desc' } as const)
  if (!isParted || places === null) return unplaced(rankWords(reading))
  const scope = readOneYear(reading, plainNeeds)
  if (!scope.ok) return scope
  return good(finished(asked, 'rank', scope.value.whose, scope.value.years, { by, ...places }))
}

/** 原因最多的三家: agencies have no place among parts. */
function asksForAgencies({ tokens, has }: Reading): boolean {
  if (has('ranking')) return true
  return tokens.some(
    ({ role, text }) =>
      (role.is === 'which' && role.group !== null) ||
      (role.is === 'top' && /[家局镇乡]|单位|部门|街道/u.test(text)),
  )
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
