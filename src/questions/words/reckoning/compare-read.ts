import type { AgencyGroup, Query } from '../../query/query.ts'
import { askBack, good, rolesOf, unplaced, textsOf, type Outcome, type Reading } from '../turns/reading.ts'
import type { Token } from '../tokens/roles.ts'
import { closesBase, followsLink, readYearSides, type YearSides } from './compare-years.ts'

/** The two sides of a comparison. */
export type Sides =
  | YearSides
  | { readonly kind: 'agencies'; readonly subject: string; readonly base: string }
  | { readonly kind: 'groups'; readonly subject: AgencyGroup; readonly base: AgencyGroup }

/** Whether the words compare. */
export function compares({ has, before, whose }: Reading): boolean {
  const compared = has('compared') || has('change') || has('whoMore')
  const isOfTwo = whose.named.length > 1 || whose.sides.length > 1
  // 比教育局 alone goes on from what was asked of another.
  return compared || (has('than') && (before !== null || isOfTwo || has('years')))
}

/** Reads the sides: two groups, two agencies, or two years of the same. */
export function readSides(reading: Reading): Outcome<Sides> {
  const { named, ask } = reading.whose
  if (ask !== null) return askBack('agency', ask.options, ask.written)
  if (isThanOf(reading, ['which', 'whoMore'])) return unplaced(textsOf(reading.tokens, 'than'))
  const [first, ...others] = named
  if (first === undefined) return withoutAgencies(reading)
  const beside = besideAgencies(reading)
  if (beside.length > 0) return unplaced(beside)
  if (others.length > 0) return severalAgencies(reading, named)
  const own = rememberedAgency(reading)
  return own !== null && own !== first && isAside(reading)
    ? good(againstRemembered(reading, first, own))
    : twoYearsOrWho(reading)
}

/** Groups, the agencies spoken of, or years. 比全区 has no year on its other side. */
function withoutAgencies(reading: Reading): Outcome<Sides> {
  const groups = twoGroups(reading)
  if (groups !== null) return groups
  const beside = groupsBeside(reading)
  if (beside.length > 0) return unplaced(beside)
  const both = bothRemembered(reading)
  return both ?? twoYearsOrWho(reading)
}

function groupsBeside({ tokens }: Reading): readonly string[] {
  return tokens.flatMap(({ role, text }, index) => {
    const isGroup = role.is === 'group' || role.is === 'kind' || role.is === 'ending' || role.is === 'place'
    return isGroup && followsLink(tokens, index) ? [text] : []
  })
}

function severalAgencies(
  reading: Reading,
  [first = '', second = '', ...more]: readonly string[],
): Outcome<Sides> {
  const words = textsOf(reading.tokens, 'than', 'compared', 'change', 'whoMore')
  // 甲局和乙局比去年多几件: each, or together, unless the words say.
  if (hasYearAsBase(reading)) return reading.has('sum') ? readYearSides(reading) : unplaced(words)
  return more.length > 0 ? unplaced(words) : good(twoAgencies(reading, first, second))
}

/** 谁比去年多 is no comparison of two years; 今年和去年哪个多 is. */
function twoYearsOrWho(reading: Reading): Outcome<Sides> {
  const which = textsOf(reading.tokens, 'which')
  const years = rolesOf(reading.tokens, 'years').filter(({ word }) => word.is !== 'wholeYear')
  const unread = [
    ...(years.length < 2 ? which : []),
    ...(isThanOf(reading, others) ? textsOf(reading.tokens, 'than') : []),
  ]
  return unread.length > 0 ? unplaced(unread) : readYearSides(reading)
}

const others = ['group', 'kind', 'ending', 'agency', 'own', 'it', 'which', 'rest'] as const

/** Whether one of these follows 比: 比全区, 比谁; what follows 和2023年比 is no base. */
function isThanOf({ tokens }: Reading, roles: readonly Token['role']['is'][]): boolean {
  const than = tokens.findIndex(({ role }) => role.is === 'than')
  if (closesBase(tokens, than)) return false
  const next = tokens.slice(than + 1).find(({ role }) => role.is !== 'empty')?.role.is
  return than !== -1 && next !== undefined && roles.includes(next)
}

/** 街道比镇, 部门和镇街谁多; those of the question before where this one names nobody. Null where years are compared. */
function twoGroups(reading: Reading): Outcome<Sides> | null {
  const { whose, tokens } = reading
  const remembered = groupsRemembered(reading)
  const [first, second, ...more] = whose.sides.length > 0 ? whose.sides : remembered
  if (first === undefined || second === undefined || comparesYears(reading)) return null
  if (more.length > 0) return unplaced(textsOf(tokens, 'group', 'kind'))
  // 增加几件 may be of each of them over the years.
  if (remembered.length > 0 && saysGrowth(reading)) return unplaced(textsOf(tokens, 'change'))
  const isTurned = standsBefore(tokens, 'than', ['group', 'kind'])
  const [subject, base] = isTurned ? [second, first] : [first, second]
  return good({ kind: 'groups', subject, base })
}

function groupsRemembered({ whose, before }: Reading): readonly AgencyGroup[] {
  const isSilent = whose.groups.length === 0 && !whose.own
  return isSilent ? (before?.query.groups ?? []).map(({ group }) => group) : []
}

/** 增加几件, 提高了多少. */
function saysGrowth({ tokens }: Reading): boolean {
  return tokens.some(({ role, text }) => role.is === 'change' && /^[增涨上提减下降跌]/u.test(text))
}

/** 比去年, 同比, 和去年相比. */
function comparesYears(reading: Reading): boolean {
  const { tokens } = reading
  const years = tokens.filter(({ role }) => role.is === 'years' && role.word.is !== 'wholeYear')
  return hasYearAsBase(reading) || years.length > 1 || rolesOf(tokens, 'change').some(({ yearly }) => yearly)
}

/** Whether a year follows 比 or 和. */
export function hasYearAsBase({ tokens }: Reading): boolean {
  return tokens.some(({ role }, index) => role.is === 'years' && followsLink(tokens, index))
}

/** Whether the first of one role stands before the first of the others. */
function standsBefore(
  tokens: readonly Token[],
  one: Token['role']['is'],
  roles: readonly Token['role']['is'][],
): boolean {
  const at = tokens.findIndex(({ role }) => role.is === one)
  return at !== -1 && at < tokens.findIndex(({ role }) => roles.includes(role.is))
}

/** 和教育局比, 和教育局2023年比: against the agency spoken of. 教育局2023年比上年 is of years. */
function isAside({ tokens, has }: Reading): boolean {
  if (!has('than') && !has('compared')) return false
  return (
    !has('years') ||
    tokens.some(
      ({ role }, index) => (role.is === 'agency' || role.is === 'own') && followsLink(tokens, index),
    )
  )
}

/** Groups and exceptions beside the agencies compared say no more of them. */
function besideAgencies({ tokens }: Reading): readonly string[] {
  return [
    ...textsOf(tokens, 'group', 'ending', 'rest', 'except', 'exceptEnd'),
    ...tokens.flatMap(({ role, text }) => (role.is === 'kind' && role.group !== 'all' ? [text] : [])),
  ]
}

/** 增加几件, 提高了多少: from one year to another; 多几件 may be of two sides in one year. */
export function saysOverTime(tokens: readonly Token[]): boolean {
  return tokens.some(({ role, text }) => role.is === 'change' && /[增减升降涨跌落]|提高/u.test(text))
}

/**
 * 谁多, 差多少 after a question about two agencies; 2023年谁多 likewise. 增加几件 after their sum is of the sum, and after
 * 各几件 nobody can tell of which.
 */
function bothRemembered(reading: Reading): Outcome<Sides> | null {
  const sides = sidesSpokenOf(reading)
  if (sides === null || !isOfThem(reading)) return null
  if (!saysOverTime(reading.tokens)) return good(sides)
  const operation = reading.before?.query.operation
  if (operation === 'sum') return null
  return operation === 'list' ? unplaced(textsOf(reading.tokens, 'change')) : good(sides)
}

function sidesSpokenOf({ before }: Reading): Sides | null {
  const { agencies = [], named, whose } = before?.query ?? {}
  const [subject, base, ...others] = named ?? agencies
  if (whose !== 'named' || subject === undefined || base === undefined || others.length > 0) return null
  return { kind: 'agencies', subject, base }
}

function isOfThem(reading: Reading): boolean {
  if (reading.has('than')) return false
  return !reading.has('years') || (reading.has('whoMore') && !hasYearAsBase(reading))
}

/** The one agency spoken of before; of two compared the subject. */
function rememberedAgency({ before }: Reading): string | null {
  if (typeof before?.query.subject === 'string') return before.query.subject
  const [own, ...others] = before?.query.agencies ?? []
  return own !== undefined && others.length === 0 ? own : null
}

/** The first named is the subject, unless 比 stands before it. */
function twoAgencies({ tokens }: Reading, first: string, second: string): Sides {
  const isTurned = standsBefore(tokens, 'than', ['agency', 'own'])
  return { kind: 'agencies', subject: isTurned ? second : first, base: isTurned ? first : second }
}

/** 教育局比它多几件: 教育局 is the subject; 和教育局比, 比教育局多几件: it is the base. */
function againstRemembered({ tokens }: Reading, named: string, own: string): Sides {
  const than = tokens.findIndex(({ role }) => role.is === 'than')
  const it = tokens.findIndex(({ role }) => role.is === 'it')
  const isSubject = than !== -1 && it > than
  return isSubject
    ? { kind: 'agencies', subject: named, base: own }
    : { kind: 'agencies', subject: own, base: named }
}

/** The sides as they stand in a query. */
export function sidesInQuery(sides: Sides): Pick<Query, 'subject' | 'base'> {
  return { subject: sides.subject, base: sides.base }
}
