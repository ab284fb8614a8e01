import { haveSameMembers } from '../same-members.ts'
import type { Link } from '../../../query/conversation.ts'
import type { Metric } from '../../../query/metrics.ts'
import type { AnswerableQuery, Query } from '../../../query/query.ts'

/** Several questions in a row that differ in one thing each: 甲局几件, 乙局呢, 丙局呢. */

/** What two questions of a chain differ in; `place`: who is picked out (最多的, 最少的). */
export type Slot = 'agencies' | 'years' | 'metrics' | 'place'

/**
 * What is remembered after a query: it joins those before where it differs in one thing from the last of them. Where it
 * differs in more, the two stand side by side, and nothing joins them.
 */
export function chainAfter(before: readonly Link[], query: AnswerableQuery): readonly Link[] {
  if (query.operation === 'explain') return before
  if (!isLink(query)) return []
  const chain = joinable(isApart(before) ? before.slice(-1) : before, query)
  const last = chain.at(-1)
  const link: Link = { query: unconfirmed(query), picked: null }
  if (last === undefined) return [link]
  const differ = differing(last.query, query)
  if (differ === null || standsAlone(last.query, query, differ)) return [link]
  if (differ.length > 1) return [last, link]
  // The same once more is no other one.
  const others = chain.filter((one) => differing(one.query, query)?.length !== 0)
  return [...others, link].slice(-mostLinks)
}

/** 甲局复议几件, 乙局诉讼几件: two figures in a row that differ in more than one thing. */
export function isApart(chain: readonly Link[]): boolean {
  const [one, other] = chain
  return (
    chain.length === 2 &&
    one !== undefined &&
    other !== undefined &&
    (differing(one.query, other.query)?.length ?? 0) > 1
  )
}

/**
 * The chain without the last of it, in whose place something else was put (不是乙局，是丙局); nothing is certain where one
 * before it was meant as well (`said`: the agencies and years of the turn).
 */
export function withoutLast(
  chain: readonly Link[],
  said: { readonly agencies: readonly string[]; readonly years: readonly number[] },
): readonly Link[] {
  const kept = isApart(chain) ? [] : chain.slice(0, -1)
  const slot = slotOf(chain)
  const isSaid = ({ query }: Link): boolean =>
    slot === 'agencies'
      ? query.agencies.some((name) => said.agencies.includes(name))
      : slot === 'years' && query.years.some((year) => said.years.includes(year))
  return kept.some(isSaid) ? [] : kept
}

/** The agencies of several questions in a row for one figure each; nobody where they differ in something else. */
export function agenciesOf(chain: readonly Link[]): readonly string[] {
  const links = slotOf(chain) === 'agencies' ? chain : []
  const all = links.flatMap(({ query }) => query.agencies)
  const areOne = links.every(({ query }) => countIn(query) === query.agencies.length)
  return areOne && all.length > 1 && new Set(all).size === all.length ? all : []
}

/** How many figures a question of a chain asked for: of a list one for each. */
export function countIn({ operation, agencies }: Query): number {
  return operation === 'list' ? agencies.length : 1
}

/**
 * The last questions that differ in one thing alone (甲局复议几件, 诉讼呢, 乙局呢: the last two); none where those before
 * differ in that as well.
 */
export function lastInARow(chain: readonly Link[]): readonly Link[] {
  const from = chain.findIndex((_, index) => slotOf(chain.slice(index)) !== null)
  const links = from === -1 ? [] : chain.slice(from)
  const slot = slotOf(links)
  const isSaidTwice = chain.slice(0, Math.max(from, 0)).some((one, index) => {
    const next = chain[index + 1]
    return next !== undefined && slotOf([one, next]) === slot
  })
  return isSaidTwice ? [] : links
}

/** Figures of several years each, of one agency after another. */
export function areOfYears(chain: readonly Link[]): boolean {
  return chain.length > 1 && chain.every(({ query }) => isSeries(query))
}

const mostLinks = 20

function isLink(query: Query): boolean {
  return isOneFigure(query) || isSeries(query) || isOnePlace(query) || isOneReport(query)
}

/** 教体局年报交了吗, 科技局通过了吗. */
function isOneReport({ intent, operation, agencies, years }: Query): boolean {
  return intent === 'reports' && operation === 'status' && agencies.length === 1 && years.length === 1
}

/** One figure for one year: of one agency, added up over some, or one for each of some. */
function isOneFigure(query: Query): boolean {
  const { operation, years } = query
  return isPlain(query) && years.length === 1 && ['value', 'sum', 'ratio', 'list'].includes(operation ?? '')
}

/** One figure year by year. */
function isSeries(query: Query): boolean {
  return isPlain(query) && query.years.length > 1 && query.operation === 'trend'
}

function isPlain({ intent, metrics, agencies, ...done }: Query): boolean {
  const { groups, where, added, growth, carryOver } = done
  const isOnly = (groups ?? where ?? added ?? growth ?? carryOver) === undefined
  return intent === 'data' && isOnly && metrics.length === 1 && agencies.length > 0
}

/** What was to be confirmed of one is not said of them together. */
function unconfirmed(query: AnswerableQuery): Query {
  const { confirm, ...rest } = query
  return confirm === undefined ? query : rest
}

/** 谁最多, 它去年呢: who was picked out has that figure, as if it had been asked for. */
function joinable(chain: readonly Link[], query: Query): readonly Link[] {
  if (query.operation === 'rank') return chain
  const figures = chain.map(({ query: asked, picked }): Query | null => {
    if (asked.operation !== 'rank') return asked
    const { intent, metrics, years } = asked
    return picked === null
      ? null
      : { intent, metrics, years, agencies: [picked], operation: 'value', whose: 'one' }
  })
  const known = figures.slice(figures.lastIndexOf(null) + 1)
  return known.flatMap((one) => (one === null ? [] : [{ query: one, picked: null }]))
}

/** What is listed, or asked year by year, goes together with the like of others alone. */
function standsAlone(before: Query, query: Query, differ: readonly Slot[]): boolean {
  if (isSeries(before) || isSeries(query)) return isSeries(before) !== isSeries(query) || differ.length !== 1
  const areListed = [before, query].some(({ operation }) => operation === 'list')
  if (!areListed) return false
  // 各镇呢, 合计 adds up that list; 科技局和审计局呢 names more of those before.
  const isNew = query.operation === 'list' && query.whose !== 'named'
  return isNew || differ.some((slot) => slot !== 'agencies')
}

/** 最多的是谁, 第二名是谁. */
function isOnePlace({ operation, by = 'agency', top, position, both, growth, metrics }: Query): boolean {
  const isOne = position !== undefined || (top === 1 && both !== true)
  return operation === 'rank' && by === 'agency' && isOne && growth === undefined && metrics.length === 1
}

/** What two queries differ in; null where they are not of one kind. */
function differing(one: Query, other: Query): readonly Slot[] | null {
  if ((one.operation === 'rank') !== (other.operation === 'rank') || one.intent !== other.intent) return null
  return [
    ...(haveSameMembers(one.agencies, other.agencies) ? [] : (['agencies'] as const)),
    ...(haveSameMembers(one.years, other.years) ? [] : (['years'] as const)),
    ...(haveSameMembers(one.metrics, other.metrics) ? [] : (['metrics'] as const)),
    ...(placeOf(one) === placeOf(other) ? [] : (['place'] as const)),
  ]
}

function placeOf({ operation, order = 'desc', position = 1 }: Query): string {
  return operation === 'rank' ? `${order} ${position}` : ''
}

/** The one thing that these differ in, each from each; null where there is none or more than one. */
export function slotOf(links: readonly Link[]): Slot | null {
  const pairs = links.flatMap(({ query }, index) =>
    links.slice(index + 1).map((later) => differing(query, later.query) ?? []),
  )
  const slots = new Set(pairs.flat())
  const [slot] = slots
  return slots.size === 1 && slot !== undefined && pairs.every(({ length }) => length === 1) ? slot : null
}

/**
 * Whether figures asked for one after the other are of one kind, so that their sum means something: results of table 三,
 * one row by applicants, what was to be handled, one way or one result of table 四, decisions.
 */
export function areAlike(metrics: readonly Metric[]): boolean {
  const [kinds, rows, columns] = [kindOf, rowOf, columnOf].map((of) => new Set(metrics.map(of)).size)
  const areCrossed = metrics.every((metric) => /^(?:requests|review)\./u.test(metric))
  return kinds === 1 && (!areCrossed || rows === 1 || columns === 1)
}

const rowOf = (metric: Metric): string => metric.split('.')[1] ?? ''
const columnOf = (metric: Metric): string => metric.split('.')[2] ?? ''
const byThemselves: readonly string[] = ['handledTotal', 'carriedForward', 'due']

function kindOf(metric: Metric): string {
  const [table] = metric.split('.')
  const row = rowOf(metric)
  if (table === 'proactiveDisclosure') return `${table} ${columnOf(metric)}`
  if (table !== 'requests') return table ?? ''
  if (row === 'received' || row === 'carriedIn') return 'to be handled'
  return byThemselves.includes(row) ? row : 'result'
}
