import type { Link } from '../../query/conversation.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery, Query } from '../../query/query.ts'

/** Several questions in a row that differ in one thing each: 甲局几件, 乙局呢, 丙局呢. */

/** What two questions of a chain differ in; `place`: who is picked out (最多的, 最少的). */
export type Slot = 'agencies' | 'years' | 'metrics' | 'place'

/** What is remembered after a query: it joins those before where it differs in one thing from the last of them. */
export function chainAfter(chain: readonly Link[], query: AnswerableQuery): readonly Link[] {
  if (query.operation === 'explain') return chain
  if (!isOneFigure(query) && !isOnePlace(query)) return []
  const last = chain.at(-1)
  const link: Link = { query, picked: null }
  if (last === undefined) return [link]
  const differ = differing(last.query, query)
  if (differ === null || differ.length > 1) return [link]
  // The same once more is no other one.
  const others = chain.filter((one) => differing(one.query, query)?.length !== 0)
  return [...others, link].slice(-mostLinks)
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
    ...(isSame(one.agencies, other.agencies) ? [] : (['agencies'] as const)),
    ...(isSame(one.years, other.years) ? [] : (['years'] as const)),
    ...(isSame(one.metrics, other.metrics) ? [] : (['metrics'] as const)),
    ...(placeOf(one) === placeOf(other) ? [] : (['place'] as const)),
  ]
}

function isSame<Value>(some: readonly Value[], others: readonly Value[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
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
