import { metricInfo } from '../../query/metric-table.ts'
import type { AnswerableQuery, Operation, Query } from '../../query/query.ts'
import { inRosterOrder, type Audience } from '../whose/whose.ts'

/** What a clause asks; null: only how many those are of which the clause before speaks. */
export interface Half {
  readonly query: AnswerableQuery | null
  /** It is of those that the clause before picked out, and no question by itself. */
  readonly ofThose?: true
  /** What it asks cannot be told. */
  readonly isOpen?: true
}

/** Whether the answer to a question shows what one of its clauses asks. */
export function shows(whole: Query, { query, isOpen }: Half): boolean {
  if (isOpen === true) return false
  if (query === null) return whole.operation !== 'count'
  // 57件是吧，排第几: the place says nothing of the number.
  if (query.confirm !== undefined && query.confirm !== whole.confirm) return false
  return whole.intent === query.intent && holds(whole, query) && (isSame(whole, query) || tells(whole, query))
}

/** One question that shows all that the clauses ask; null where there is none. */
export function joined(halves: readonly Half[], audience: Audience): AnswerableQuery | null {
  const [first, ...others] = halves
  const standsAlone = (half: Half, index: number): boolean =>
    (half.ofThose ?? half.isOpen) === true || isRepeated(half, halves[index])
  if (others.some(standsAlone)) return null
  return others.reduce((sofar, half) => sofar && pair(sofar, half, audience), first?.query ?? null)
}

/** What asks the same again asked for something that was not seen; 谁多，多几件 is told by one comparison. */
function isRepeated({ query }: Half, before: Half | undefined): boolean {
  const isSeen = query?.operation === 'compare' && typeof query.subject === 'string'
  return query !== null && before?.query != null && !isSeen && isEqual(query, before.query)
}

function pair(one: AnswerableQuery, half: Half, audience: Audience): AnswerableQuery | null {
  const { query } = half
  if (shows(one, half)) return one
  if (query === null) return one.where === undefined ? null : { ...one, operation: 'list' }
  if (shows(query, { query: one })) return query
  return listedWithFigures(one, query) ?? overYears(one, query) ?? groupsListed(one, query, audience)
}

/** 部门复议几件，街道复议几件: one figure a group. */
function groupsListed(one: AnswerableQuery, other: Query, audience: Audience): AnswerableQuery | null {
  const groups = [...(one.groups ?? groupIn(one)), ...groupIn(other)]
  const all = groups.flatMap(({ agencies }) => agencies)
  const isAlike = isEqual({ ...one, ...apartFromWhose }, { ...other, ...apartFromWhose })
  const areApart = groups.length > 1 && groupIn(other).length > 0 && new Set(all).size === all.length
  if (!isAlike || !areApart || one.metrics.length > 1 || one.years.length > 1) return null
  const agencies = inRosterOrder(all, audience)
  return { ...one, agencies, operation: 'list', whose: 'named', groups }
}

const apartFromWhose = { agencies: [], whose: undefined, groups: undefined, operation: null } as const

/** A group that is added up, or has a rate. */
function groupIn({ whose, agencies, operation }: Query): NonNullable<Query['groups']> {
  const isTogether = operation === 'sum' || operation === 'ratio'
  if (!isTogether || whose === undefined || whose === 'one' || whose === 'named' || whose === 'own') return []
  return [{ group: whose, agencies }]
}

/** 有几家有复议，各几件: those listed with their figure. */
function listedWithFigures(one: AnswerableQuery, other: AnswerableQuery): AnswerableQuery | null {
  const isPlain = other.where === undefined && other.operation === 'list' && other.whose === one.whose
  const isOfSame = isPlain && holds(one, other) && one.metrics.length === 1
  return isOfSame && one.where !== undefined && one.growth === undefined
    ? { ...one, operation: 'list' }
    : null
}

/** 教育局依申请几件，去年几件: one figure over the years. */
function overYears(one: AnswerableQuery, other: AnswerableQuery): AnswerableQuery | null {
  const isAlike = isEqual({ ...one, years: [], operation: null }, { ...other, years: [], operation: null })
  const operation = withYears[one.operation]
  const isPlain =
    one.intent === 'data' && (one.confirm ?? one.where) === undefined && one.metrics.length === 1
  if (!isAlike || !isPlain || operation === undefined || withYears[other.operation] !== operation) return null
  if (other.years.some((year) => one.years.includes(year))) return null
  const years = [...new Set([...one.years, ...other.years])].sort((a, b) => a - b)
  return { ...one, years, operation }
}

/** How a figure of one year is told of several. */
const withYears: Partial<Record<Operation, Operation>> = {
  value: 'trend',
  ratio: 'trend',
  sum: 'trend',
  trend: 'trend',
  list: 'list',
}

/** Whether the figures, years and agencies of one question are among those of another. */
function holds(whole: Query, part: Query): boolean {
  const isWithin = <One>(ones: readonly One[], all: readonly One[]): boolean =>
    ones.every((one) => all.includes(one))
  return (
    isWithin(part.metrics, whole.metrics) &&
    isWithin(part.years, whole.years) &&
    isWithin(part.agencies, whole.agencies)
  )
}

/** All but what is looked at: how it is reckoned. */
function isSame(whole: Query, part: Query): boolean {
  const ends = whole.both === true ? { order: undefined, both: undefined } : {}
  if (!isToldEach(part) && !isOfSameScope(whole, part)) return false
  return isEqual({ ...whole, ...apart, ...ends }, { ...part, ...apart, ...ends })
}

/** 2024年一共几件，2023年一共几件: what is added up, ranked or shared out over both tells neither. */
function isToldEach({ operation, where }: Query): boolean {
  return where === undefined && each.includes(operation ?? '')
}

const each: readonly string[] = ['value', 'list', 'trend', 'status', 'missing', 'compare', 'quote']

function isOfSameScope(whole: Query, part: Query): boolean {
  return isEqual(whole.years, part.years) && isEqual(whole.agencies, part.agencies)
}

const apart = {
  ...{ metrics: undefined, years: undefined, agencies: undefined, named: undefined, whose: undefined },
  ...{ confirm: undefined, whether: undefined, yearByReports: undefined, guessed: undefined },
} as const

function isEqual(one: object, other: object): boolean {
  return keyed(one) === keyed(other)
}

function keyed(query: object): string {
  const entries = Object.entries(query).filter(
    ([key, value]) => value !== undefined && !spelling.includes(key),
  )
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const spelling: readonly string[] = ['guessed', 'yearByReports']

/** Whether a way to answer tells the figure of another. */
function tells(whole: Query, part: Query): boolean {
  if (part.operation === 'count') return countsToo(whole, part)
  if (part.where !== undefined || part.operation === null) return false
  return toldBy[part.operation]?.(whole, part) ?? false
}

/** A list says how many are on it. */
function countsToo(whole: Query, part: Query): boolean {
  const isList = whole.operation === 'list' || whole.operation === 'missing' || whole.operation === 'status'
  return isList && isSame({ ...whole, operation: 'count' }, part)
}

const toldBy: Partial<Record<Operation, (whole: Query, part: Query) => boolean>> = {
  value: (whole, part) => isOne(part) && tellsEach(whole),
  ratio: (whole, part) =>
    isOne(part) ? tellsEach(whole) && whole.operation !== 'position' : isOfAll(whole, part),
  list: (whole, part) => tellsEach(whole) && part.agencies.length === whole.agencies.length,
  sum: isOfAll,
  trend: (whole) => whole.operation === 'trend',
}

function isOne({ agencies }: Query): boolean {
  return agencies.length === 1
}

/** Each agency's figure stands in the answer; of a ranking cut off only those on top. */
function tellsEach({ operation, where, top, position, by, metrics }: Query): boolean {
  if (operation === 'list' || operation === 'value') return where === undefined
  if (operation === 'rank') return top === undefined && position === undefined && by === undefined
  if (operation === 'position') return metrics.every((metric) => metricInfo(metric).kind === 'count')
  return operation === 'trend' || operation === 'compare'
}

/** What a group comes to, beside its other figures, years or sides. */
function isOfAll(whole: Query, part: Query): boolean {
  const isTold = ['value', 'trend', 'compare'].includes(whole.operation ?? '')
  const isAdded = part.years.length > 1 && whole.operation !== 'value'
  return isTold && !isAdded && part.added !== true && isEqual(whole.agencies, part.agencies)
}
