import { metricInfo } from '../query/metric-table.ts'
import type { AnswerableQuery, Query } from '../query/query.ts'
import { readSides, sidesInQuery } from './compare-read.ts'
import { isBareCount } from './counted-agencies.ts'
import { finished, type Asked } from './draft.ts'
import { asksWhichPart, hasParts } from './reckoning.ts'
import { good, rolesOf, textsOf, unplaced, type Outcome, type Reading } from './reading.ts'
import type { Role } from './roles.ts'
import { allMeant, plainNeeds, readOneYear, readScope, type Scope } from './scope-read.ts'
import { readWhose } from './whose-read.ts'
import { readYears } from './years-read.ts'

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
  const { reading, metrics } = asked
  if (metrics.length !== 1) return unplaced(rankWords(reading))
  const part = partRanked(reading)
  if (part !== null) return rankedParts(asked, part)
  const open = asksWhichPart(metrics, asked.named)
  if (open !== null) return open
  const places = placesOf(reading)
  const addsUp = rolesOf(reading.tokens, 'sum').some(({ strong }) => strong)
  if (places === null || addsUp) return unplaced(rankWords(reading))
  const byYear = ranksYears(reading)
  const scope = readScope(reading, byYear ? plainNeeds : allMeant)
  if (!scope.ok) return scope
  const isAmong = byYear ? isAmongYears(scope.value, reading) : isAmongAgencies(scope.value, reading)
  if (!isAmong) return unplaced(rankWords(reading))
  const { whose, years } = scope.value
  return good(finished(asked, 'rank', whose, years, byYear ? { by: 'year', ...places } : places))
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
}

/** How many places, from which end; a place of its own. Null where the words do not go together. */
function placesOf(reading: Reading): Places | null {
  const { tokens } = reading
  const [top, ...tops] = rolesOf(tokens, 'top')
  const [place, ...places] = rolesOf(tokens, 'place-number')
  const [most, ...mosts] = rolesOf(tokens, 'most')
  const isTwice = tops.length + places.length + mosts.length > 0 || (top !== undefined && place !== undefined)
  if (isTwice || countsOnly(reading)) return null
  const end = most?.order ?? 'desc'
  if (place !== undefined) return { position: place.place, order: place.order === 'asc' ? 'asc' : end }
  if (top !== undefined) return { top: top.count, order: top.order ?? end }
  return most === undefined ? placesWithoutNumber(reading) : firstPlace(reading, end)
}

/** 三个街道 alone asks for no places; after a ranking 三家 does. */
function countsOnly({ tokens, has, before }: Reading): boolean {
  const isRanked = has('most') || has('ranking') || before?.query.operation === 'rank'
  return !isRanked && tokens.some(isBareCount)
}

/** 最多的有哪些 says no number. */
function firstPlace({ tokens }: Reading, order: 'desc' | 'asc'): Places | null {
  return rolesOf(tokens, 'which').some(({ many }) => many) ? null : { top: 1, order }
}

function placesWithoutNumber({ has, before }: Reading): Places | null {
  if (has('ranking')) return { order: 'desc' }
  return before === null || before.query.growth !== undefined ? null : keptPlaces(before.query)
}

function keptPlaces({ top, position, order }: Query): Places {
  return {
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
  const growth = growthOf(reading)
  if (growth === null || metrics.length !== 1) return unplaced(rankWords(reading))
  const sides = readSides(reading)
  if (!sides.ok) return sides
  if (sides.value.kind !== 'years') return unplaced(rankWords(reading))
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
    }),
  )
}

/** 办结呢, 各镇呢, 2023年呢 after a ranking of growth: the same of another figure, group or year. */
export function grownAgain(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const sides = movedSides(reading)
  if (!sides.ok) return sides
  const whose = readWhose(reading, allMeant)
  if (!whose.ok) return whose
  if (metrics.length !== 1 || whose.value.names.length < 2) return unplaced(mentionedIn(reading))
  const { growth = 'delta', top, order = 'desc' } = reading.before?.query ?? {}
  const { subject, base } = sides.value
  const years = { years: [subject, base], byReports: false }
  const places = { ...(top === undefined ? {} : { top }), order }
  return good(finished(asked, 'rank', whose.value, years, { subject, base, growth, ...places }))
}

/** The years compared before, or another and the one before it. A base further back was said for its year alone. */
function movedSides(reading: Reading): Outcome<{ readonly subject: number; readonly base: number }> {
  const words = textsOf(reading.tokens, 'years')
  const { subject, base } = reading.before?.query ?? {}
  if (typeof subject !== 'number' || typeof base !== 'number') return unplaced(words)
  const read = readYears(reading, [])
  if (!read.ok) return read
  const [year, ...others] = read.value.years
  if (year === undefined || others.length > 0) return unplaced(words)
  if (year === subject) return good({ subject, base })
  return subject - base === 1 ? good({ subject: year, base: year - 1 }) : unplaced(words)
}

function mentionedIn({ mentions }: Reading): readonly string[] {
  return mentions.map(({ written }) => written)
}

/** Which way, how many; null where 增长最少 or 第二 leave it open. */
function growthOf(
  reading: Reading,
): { readonly up: boolean; readonly percent: boolean; readonly top: number } | null {
  const [change, ...others] = rolesOf(reading.tokens, 'change')
  const places = placesOf(reading)
  const top = places?.order === 'desc' ? places.top : undefined
  if (change === undefined || others.length > 0 || top === undefined || change.growth === null) return null
  return { up: change.growth === 'up', percent: change.percent, top }
}
