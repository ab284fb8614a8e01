import type { AgencyKind } from '../../../report/agency-kind.ts'
import { isCalled, placeOf } from '../../../roster/place.ts'
import type { AskedAgency } from '../../query/asked-agency.ts'
import type { AgencyGroup, Query } from '../../query/query.ts'
import type { Token } from '../tokens/roles.ts'
import { isOfGroup } from './in-place.ts'

/** Whose figure is meant where the words do not say, and who 全区 is. */
export interface Audience {
  /** All that may be asked about as 全区, in roster order, the compiling government among them. */
  readonly all: readonly AskedAgency[]
  /** Where the question names a part of them (望湖区各街道): who there is besides. */
  readonly whole?: readonly AskedAgency[] | undefined
  /** The agencies of the conversation; null in a district-wide one. */
  readonly home: readonly string[] | null
  /** What `all` is called: 全区, 本群各单位. */
  readonly allName: string
}

/** Whose figure a query is about, as it goes into the query. */
export interface Whose {
  readonly whose: NonNullable<Query['whose']>
  /** In the order asked. */
  readonly names: readonly string[]
  readonly without: readonly string[]
}

/** What the words say of whose figure it is. */
export interface SaidWhose {
  /** Agencies named, and a name that fits several or none. */
  readonly named: readonly string[]
  readonly ask: { readonly options: readonly string[]; readonly written: string } | null
  readonly groups: readonly AgencyGroup[]
  /** 谁, 哪些单位, 几家: all are meant, but after a question about some they are asked of those. */
  readonly openly: boolean
  /** Groups as they are set side by side, in the order said; 全区 is none of them. */
  readonly sides: readonly AgencyGroup[]
  /** 各分局. */
  readonly endings: readonly string[]
  readonly own: boolean
  /** 它: the agency spoken of. */
  readonly it: boolean
  readonly without: readonly string[]
  /** A word stands where it means nothing (以外 without 除). */
  readonly misplaced: readonly string[]
}

const groupKinds: Readonly<Record<AgencyGroup, readonly AgencyKind[]>> = {
  all: ['department', 'subdistrict', 'township'],
  department: ['department'],
  subdistrict: ['subdistrict'],
  township: ['township'],
  townshipsAndSubdistricts: ['subdistrict', 'township'],
}

/** The members of a group, in roster order; with the compiling government where the reports themselves are asked about. */
export function membersOf(group: AgencyGroup, { all }: Audience, withGovernment = false): readonly string[] {
  return all
    .filter(
      ({ kind }) =>
        groupKinds[group].includes(kind) || (group === 'all' && withGovernment && kind === 'government'),
    )
    .map(({ name }) => name)
}

/** Names in roster order. */
export function inRosterOrder(names: readonly string[], { all }: Audience): readonly string[] {
  const [only, ...others] = names
  if (only !== undefined && others.length === 0) return names
  const wanted = new Set(names)
  const known = all.map(({ name }) => name).filter((name) => wanted.delete(name))
  return [...known, ...wanted]
}

/** Gathers what the tokens say of agencies and groups. */
export function saidWhose(said: readonly Token[], audience: Audience): SaidWhose {
  const tokens = withSummed(said, audience)
  const excepted = exceptedTokens(tokens)
  const named: string[] = []
  const without: string[] = []
  const groups: AgencyGroup[] = []
  const endings: string[] = []
  let ask: SaidWhose['ask'] = null
  let flags = { own: false, it: false }
  const isAlone = placeIsAlone(tokens)
  tokens.forEach((token, index) => {
    const { role, text } = token
    const fits = fitting(token, audience, isAlone)
    if (fits !== null) {
      const [only, ...others] = fits
      const isClear = others.length === 0 || isOfSeveral(token)
      if (only !== undefined && isClear && role.is !== 'place')
        (excepted.has(index) ? without : named).push(...fits)
      else ask ??= { options: fits, written: text }
    }
    const group = groupOf(token)
    if (group !== null) groups.push(group)
    if (role.is === 'ending') endings.push(role.ending)
    if (role.is === 'own') flags = { ...flags, own: true }
    if (role.is === 'it') flags = { ...flags, it: true }
  })
  return {
    ...{ named: [...new Set(named)], without: [...new Set(without)], ask, endings, ...flags },
    groups: specific(groups),
    openly: tokens.every((token) => groupOf(token) === null || asksOpenly(token)),
    sides: sidesIn(tokens),
    misplaced: misplacedExcept(tokens, without.length > 0),
  }
}

/** 街道办一共 are all of them, and so are 枫林区收费总额. */
function withSummed(tokens: readonly Token[], audience: Audience): readonly Token[] {
  if (!tokens.some(addsUp)) return tokens
  const isStrong = tokens.some(({ role }) => role.is === 'sum' && role.strong)
  const isAlone = placeIsAlone(tokens) && !tokens.some(({ role }) => role.is === 'agency')
  return tokens.map((token): Token => {
    const { text, role } = token
    if (role.is === 'oneOf' && isStrong) return { text, role: { is: 'kind', group: role.group } }
    const isAll = role.is === 'place' && isAlone && isWholePlace(text, audience)
    return isAll ? { text, role: { is: 'group', group: 'all', each: false } } : token
  })
}

/** 一共, 总额; 总数 is what one figure comes to. */
function addsUp({ role, text }: Token): boolean {
  return role.is === 'sum' && (role.strong || /^总[额量金]/u.test(text))
}

/** The place of the one government among them. */
function isWholePlace(place: string, { all }: Audience): boolean {
  const [only, ...others] = all.filter(({ kind }) => kind === 'government')
  return only !== undefined && others.length === 0 && only.name.endsWith(`${place}人民政府`)
}

function sidesIn(tokens: readonly Token[]): readonly AgencyGroup[] {
  const sides = tokens.flatMap(({ role }) => {
    if (role.is === 'group') return role.parts ?? [role.group]
    return role.is === 'kind' ? [role.group] : []
  })
  return [...new Set(sides)].filter((group) => group !== 'all')
}

/** 全区的镇 are the towns: a narrower word stands for all. */
function specific(groups: readonly AgencyGroup[]): readonly AgencyGroup[] {
  const distinct = [...new Set(groups)]
  const narrow = distinct.filter((group) => group !== 'all')
  if (narrow.includes('township') && narrow.includes('subdistrict') && narrow.length === 2) {
    return ['townshipsAndSubdistricts']
  }
  return narrow.length > 0 ? narrow : distinct
}

function groupOf({ role }: Token): AgencyGroup | null {
  if (role.is === 'group' || role.is === 'kind' || role.is === 'rest' || role.is === 'howManyAgencies')
    return role.group
  return role.is === 'which' ? role.group : null
}

function asksOpenly({ role }: Token): boolean {
  return (role.is === 'which' || role.is === 'howManyAgencies') && role.group === 'all'
}

/** The agencies one token may mean; null where it names none. */
function fitting(
  { role, text }: Token,
  { all, home }: Audience,
  placeAlone: boolean,
): readonly string[] | null {
  if (role.is === 'agency') return role.names
  if (role.is === 'own') return ownOf(text, home ?? [])
  if (role.is === 'oneOf') return all.filter(({ kind }) => kind === role.group).map(({ name }) => name)
  if (role.is !== 'place' || !placeAlone) return null
  const governments = all.filter(({ kind }) => kind === 'government').map(({ name }) => name)
  const own = governments.filter((name) => isCalled(placeOf(name), text))
  return own.length > 0 ? own : governments
}

const ofOne = /(?:局|单位|机关|部门|镇|乡|街道?|办|委|处|中心|厅|院|家)(?:自己)?$/u

/** 我们, 我们几家 of a group of several are all of them; nobody has three bureaus: 我局, 我们单位 is one. */
function isOfSeveral({ role, text }: Token): boolean {
  return role.is === 'own' && (text.includes('几') || !(ofOne.test(text) || text.endsWith('管委会')))
}

/** The agencies of the conversation that somebody may call so: where there are bureaus, 我局 is one of those. */
function ownOf(own: string, home: readonly string[]): readonly string[] {
  const fits = home.filter(isOfKind(own))
  const bureaus = own.endsWith('局') ? fits.filter((name) => name.endsWith('局')) : []
  return bureaus.length > 0 ? bureaus : fits
}

/** 我们镇 is no 街道 and no bureau; 我单位 is said of any. */
function isOfKind(own: string): (name: string) => boolean {
  if (own.endsWith('镇')) return (name) => /[镇乡]人民政府$/u.test(name)
  return /街道?$/u.test(own) ? (name) => name.endsWith('街道办事处') : () => true
}

/** Indexes of what is taken away: after 除, 不含; before 除外. */
function exceptedTokens(tokens: readonly Token[]): ReadonlySet<number> {
  const result = new Set<number>()
  const hasStart = tokens.some(({ role }) => role.is === 'except')
  tokens.forEach(({ role, text }, index) => {
    if (role.is === 'except') for (const at of run(tokens, index, 1)) result.add(at)
    if (role.is === 'exceptEnd' && (text === '除外' || (!hasStart && text !== '外')))
      for (const at of run(tokens, index, -1)) result.add(at)
  })
  return result
}

/** The agencies that follow (or go before) a token, joined by 和 and 、. */
function* run(tokens: readonly Token[], from: number, step: 1 | -1): Iterable<number> {
  for (let at = from + step; at >= 0 && at < tokens.length; at += step) {
    const is = tokens[at]?.role.is
    if (is === 'agency' || is === 'own') yield at
    else if (is !== 'and' && is !== 'empty') return
  }
}

/** 除 alone takes nothing away without 外 behind it; 外 nothing without 除. */
function misplacedExcept(tokens: readonly Token[], takes: boolean): readonly string[] {
  const ends = tokens.some(({ role }) => role.is === 'exceptEnd')
  const isHalf = tokens.some(({ role, text }) => role.is === 'except' && text === '除') && !ends
  const rest = takes ? [] : tokens.filter(({ role }) => role.is === 'rest').map(({ text }) => text)
  if (takes && !isHalf) return []
  if (rest.length > 0) return rest
  return tokens.filter(({ role }) => role.is === 'except' || role.is === 'exceptEnd').map(({ text }) => text)
}

/** Whether 兖州区 stands alone, so that the whole or its government may be meant. */
function placeIsAlone(tokens: readonly Token[]): boolean {
  const index = tokens.findIndex(({ role }) => role.is === 'place')
  const next = tokens.slice(index + 1).find(({ role }) => role.is !== 'empty')
  return index !== -1 && next?.role.is !== 'own' && !isOfGroup(tokens, index)
}

const fullEndings: Partial<Readonly<Record<string, RegExp>>> = {
  管委会: /(?:管理委员会|管委会)$/u,
  乡: /乡人民政府$/u,
}

/** Agencies whose names end in a word. */
export function endingIn(ending: string, { all }: Audience): readonly string[] {
  const full = fullEndings[ending] ?? new RegExp(`${ending}$`, 'u')
  return all.filter(({ name, kind }) => full.test(name) && kind !== 'government').map(({ name }) => name)
}
