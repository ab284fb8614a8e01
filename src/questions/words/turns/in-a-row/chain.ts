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
  if (!isOneFigure(query) && !isOnePlace(query)) return []
  const chain = isApart(before) ? before.slice(-1) : before
  const last = chain.at(-1)
  const link: Link = { query, picked: null }
  if (last === undefined) return [link]
  const differ = differing(last.query, query)
  if (differ === null) return [link]
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
  const names = slotOf(chain) === 'agencies' ? chain.map(({ query }) => query.agencies) : []
  const [areOne, all] = [names.every(({ length }) => length === 1), names.flat()]
  return areOne && all.length > 1 && new Set(all).size === all.length ? all : []
}

const mostLinks = 20

/** One figure for one year: of one agency, or added up over some. */
function isOneFigure(query: Query): boolean {
  const { intent, operation, metrics, years, groups, where, confirm, added } = query
  const isPlain = (groups ?? where ?? confirm ?? added) === undefined
  const isOne = metrics.length === 1 && years.length === 1 && query.agencies.length > 0
  return intent === 'data' && isPlain && isOne && ['value', 'sum', 'ratio'].includes(operation ?? '')
}

/** 最多的是谁, 第二名是谁. */
function isOnePlace({ operation, by = 'agency', top, position, both, growth, metrics }: Query): boolean {
  const isOne = position !== undefined || (top === 1 && both !== true)
  return operation === 'rank' && by === 'agency' && isOne && growth === undefined && metrics.length === 1
}

/** What two queries differ in; null where they are not of one kind. */
function differing(one: Query, other: Query): readonly Slot[] | null {
  if ((one.operation === 'rank') !== (other.operation === 'rank')) return null
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
 * one row by applicants, what was to be handled, table 四, decisions.
 */
export function areAlike(metrics: readonly Metric[]): boolean {
  const [kinds, rows, columns] = [kindOf, rowOf, columnOf].map((of) => new Set(metrics.map(of)).size)
  const areRequests = metrics.every((metric) => metric.startsWith('requests.'))
  return kinds === 1 && (!areRequests || rows === 1 || columns === 1)
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
