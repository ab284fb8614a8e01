import type { Query } from '../../query/query.ts'
import { mostMeant } from './comparative.ts'
import { figureNameRoles, type Role, type Token } from '../tokens/roles.ts'
import { rolesOf, textsOf, type Reading } from '../turns/reading.ts'
import { isBareCount } from '../whose/counted-agencies.ts'

/** How many places are asked for, and from which end. */
export interface Places {
  readonly top?: number
  readonly position?: number
  readonly order: 'desc' | 'asc'
  readonly both?: true
}

/** How many places, from which end; a place of its own. Null where the words do not go together. */
export function placesOf(reading: Reading): Places | null {
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
export function countOf(tops: readonly { readonly count: number }[]): number | null {
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
export function isOfOne(tokens: readonly Token[]): boolean {
  const ends = tokens.flatMap(({ role }, index) => (endRoles.includes(role.is) ? [index] : []))
  const stretches = [-1, ...ends].map((end, index) => tokens.slice(end + 1, ends[index] ?? tokens.length))
  return kinds.every((roles) => {
    const said = stretches.map((stretch) => textsOf(stretch.filter(saysMore), ...roles).join(''))
    return new Set(said.filter((text) => text !== '')).size <= 1
  })
}

/** 近三年最高和最低的是哪一年: 哪一年 asks among them. */
function saysMore({ role }: Token): boolean {
  return !(role.is === 'years' && role.word.is === 'every' && role.word.which)
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
