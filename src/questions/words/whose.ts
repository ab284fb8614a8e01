import type { AgencyKind } from '../../report/agency-kind.ts'
import type { AskedAgency } from '../query/asked-agency.ts'
import type { AgencyGroup } from '../query/query.ts'
import type { Role, Token } from './segment.ts'

/** Whose figure is meant where the words do not say, and who 全区 is. */
export interface Audience {
  /** All that may be asked about as 全区, in roster order. */
  readonly all: readonly AskedAgency[]
  /** The agencies of the conversation; null in a district-wide one. */
  readonly home: readonly string[] | null
  /** What `all` is called: 全区, 本群各单位. */
  readonly allName: string
}

/** Whose figure it is. */
export type Whose =
  | { readonly kind: 'one'; readonly name: string }
  /** A sum; `isAll`: over everybody, so the government's own figure may stand beside it; `isNamed`: over those named. */
  | {
      readonly kind: 'sum'
      readonly names: readonly string[]
      readonly called: string
      readonly isAll: boolean
      readonly isNamed: boolean
    }
  | { readonly kind: 'ask'; readonly options: readonly string[]; readonly written: string | null }
  /** One figure each, or a combination, that is not answered yet. */
  | { readonly kind: 'notYet'; readonly what: string }

const groupKinds: Readonly<Record<AgencyGroup, readonly AgencyKind[]>> = {
  all: ['department', 'subdistrict', 'township'],
  department: ['department'],
  subdistrict: ['subdistrict'],
  township: ['township'],
  townshipsAndSubdistricts: ['subdistrict', 'township'],
}

const groupNames: Readonly<Record<Exclude<AgencyGroup, 'all'>, string>> = {
  department: '各部门',
  subdistrict: '各街道',
  township: '各镇',
  townshipsAndSubdistricts: '各镇街',
}

/** Reads whose figure the tokens ask for. A government's report compiles the others', so it is in no sum. */
export function whoseFigure(tokens: readonly Token[], audience: Audience): Whose {
  const place = placeAlone(tokens)
  if (place !== null) {
    const governments = audience.all.filter((agency) => agency.kind === 'government')
    return { kind: 'ask', options: governments.map((agency) => agency.name), written: place }
  }
  const adds = tokens.some(({ role }) => role.is === 'sum')
  const addsAnyway = tokens.some(({ role }) => role.is === 'sum' && role.strong)
  const groups = roles(tokens, 'group')
  const each = tokens.some(({ role }) => role.is === 'each') || groups.some((group) => group.each)
  const named = namedAgencies(tokens, audience)
  if (named.kind === 'ask') return named
  if (groups.length > 0 && (named.names.length > 0 || groups.length > 1)) {
    return { kind: 'notYet', what: '几组单位合在一起的数字' }
  }
  if (each && !addsAnyway) return { kind: 'notYet', what: '分单位的清单' }
  const [group] = groups
  if (group !== undefined) return groupSum(group.group, audience)
  if (named.names.length > 0) return namedSum(named.names, adds, audience)
  return nobodyNamed(audience)
}

/** 兖州区 alone; before 各单位 or 全区 it adds nothing. */
function placeAlone(tokens: readonly Token[]): string | null {
  const index = tokens.findIndex(({ role }) => role.is === 'place')
  const next = tokens.slice(index + 1).find(({ role }) => role.is !== 'empty')
  return index === -1 || next?.role.is === 'group' ? null : (tokens[index]?.text ?? null)
}

type Named = { readonly kind: 'named'; readonly names: readonly string[] } | Extract<Whose, { kind: 'ask' }>

function namedAgencies(tokens: readonly Token[], { all, home }: Audience): Named {
  const names: string[] = []
  for (const { role, text } of tokens) {
    const fits = fitting(role, all, home)
    if (fits === null) continue
    const [only, ...others] = fits
    if (only === undefined || others.length > 0) return { kind: 'ask', options: fits, written: text }
    if (!names.includes(only)) names.push(only)
  }
  return { kind: 'named', names }
}

/** The agencies one token may mean; null where it names none. */
function fitting(
  role: Role,
  all: readonly AskedAgency[],
  home: readonly string[] | null,
): readonly string[] | null {
  if (role.is === 'agency') return role.names
  if (role.is === 'own') return home ?? []
  if (role.is !== 'oneOf') return null
  return all.filter((agency) => agency.kind === role.group).map((agency) => agency.name)
}

function groupSum(group: AgencyGroup, audience: Audience): Whose {
  const names = audience.all
    .filter((agency) => groupKinds[group].includes(agency.kind))
    .map(({ name }) => name)
  if (group === 'all') return { kind: 'sum', names, called: audience.allName, isAll: true, isNamed: false }
  const called = groupNames[group]
  if (names.length === 0) return { kind: 'ask', options: [], written: called.slice(1) }
  return { kind: 'sum', names, called, isAll: false, isNamed: false }
}

function namedSum(names: readonly string[], adds: boolean, { all }: Audience): Whose {
  const [only, ...others] = names
  if (only !== undefined && others.length === 0) return { kind: 'one', name: only }
  if (!adds) return { kind: 'notYet', what: '分单位的清单' }
  if (all.some((agency) => agency.kind === 'government' && names.includes(agency.name))) {
    return { kind: 'notYet', what: '把政府的汇总报告和其他单位相加' }
  }
  const called = `${names.length}个单位`
  return { kind: 'sum', names: inRosterOrder(names, all), called, isAll: false, isNamed: true }
}

function nobodyNamed(audience: Audience): Whose {
  const { home, all, allName } = audience
  if (home !== null) {
    const [only, ...others] = home
    if (only !== undefined && others.length === 0) return { kind: 'one', name: only }
  }
  const members = all.filter((agency) => home === null || home.includes(agency.name))
  const ordinary = members.filter((agency) => agency.kind !== 'government')
  // Where only the compiling report is kept, it is what people mean.
  const [government] = members
  if (ordinary.length === 0 && government !== undefined) return { kind: 'one', name: government.name }
  const names = ordinary.map((agency) => agency.name)
  return { kind: 'sum', names, called: allName, isAll: home === null, isNamed: false }
}

function inRosterOrder(names: readonly string[], all: readonly AskedAgency[]): readonly string[] {
  const order = all.map((agency) => agency.name)
  return names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

function roles<Name extends Role['is']>(
  tokens: readonly Token[],
  is: Name,
): readonly Extract<Role, { is: Name }>[] {
  return tokens.flatMap(({ role }) => (hasRole(role, is) ? [role] : []))
}

function hasRole<Name extends Role['is']>(role: Role, is: Name): role is Extract<Role, { is: Name }> {
  return role.is === is
}
