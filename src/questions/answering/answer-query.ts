import { childrenOf } from '../query/children.ts'
import type { Metric } from '../query/metrics.ts'
import type { AnswerableQuery, Operation } from '../query/query.ts'
import type { Figures } from '../query/reply.ts'
import { refused, type Asked } from './figures/answered.ts'
import { storedOf } from './figures/entry.ts'
import { cellsFor } from './figures/figure.ts'
import { average } from './reckoning/average.ts'
import { carriedOver } from './reckoning/carry-over.ts'
import { compare } from './reckoning/compare.ts'
import { detail } from './reckoning/detail.ts'
import { count, list } from './reckoning/list.ts'
import { position, share } from './reckoning/one-in-all.ts'
import { rank } from './reckoning/rank.ts'
import { besideFor, single } from './reckoning/single.ts'
import { sum } from './reckoning/sum.ts'
import { trend } from './reckoning/trend.ts'
import { aboutReports } from './reports/about-reports.ts'
import { quote } from './text/quote.ts'
import type { World } from './world.ts'

/**
 * Query → answer, from the newest versions of the reports; knows no words. One look-up by agencies and years, for
 * questions of arrival a second; and where a report is lacking, one for the newest there is.
 */
export async function answerQuery(query: AnswerableQuery, world: World): Promise<Figures> {
  // 怎么算的: the same again; its words show the cells.
  const again = query.operation === 'explain' ? { ...query, operation: query.explains ?? 'value' } : query
  const figures = again.intent === 'text' ? await quote(again, world) : await reckoned(again, world)
  const { refusal } = figures
  if (refusal?.kind !== 'newest' || refusal.whose === undefined) return figures
  return { ...figures, refusal: { ...refusal, year: await world.newestYearOf(refusal.whose) } }
}

async function reckoned(query: AnswerableQuery, world: World): Promise<Figures> {
  const wanted = cellsFor([
    ...query.metrics.flatMap((metric) => [metric, ...partsOf(metric, query)]),
    ...besideOf(query),
  ])
  const found = await world.reports.find(lookedUp(query, world), query.years, wanted)
  const asked: Asked = { query, world, stored: storedOf(found) }
  if (query.intent === 'reports') return aboutReports(asked)
  return query.carryOver === true ? carriedOver(asked) : reckonings[query.operation](asked)
}

/** Figures that a figure is taken apart into. */
function partsOf(metric: Metric, { operation, by }: AnswerableQuery): readonly Metric[] {
  if (operation !== 'detail' && by !== 'applicant' && by !== 'row') return []
  return childrenOf(metric, by === 'applicant' ? 'applicant' : 'row').map((child) => child.metric)
}

function besideOf(query: AnswerableQuery): readonly Metric[] {
  const beside = besideFor(query)
  return beside === null ? [] : [beside]
}

/** Whose reports are needed: those asked about, the whole they are placed in, and the government beside a sum over all. */
function lookedUp({ agencies, among, operation, whose }: AnswerableQuery, world: World): readonly string[] {
  const isPlaced = operation === 'position' || operation === 'share'
  const whole = isPlaced ? (among ?? world.agencies.map(({ name }) => name)) : []
  const government = whose === 'all' && world.government !== null ? [world.government] : []
  return [...new Set([...agencies, ...whole, ...government])]
}

const reckonings: Readonly<Record<Operation, (asked: Asked) => Figures>> = {
  value: (asked) => (asked.query.metrics.length > 1 || isOne(asked) ? single(asked) : sum(asked)),
  ratio: (asked) => (isOne(asked) ? single(asked) : sum(asked)),
  sum,
  list,
  count,
  rank,
  position,
  average,
  share,
  compare,
  trend,
  detail,
  quote: () => refused('not_understood'),
  missing: () => refused('not_understood'),
  status: () => refused('not_understood'),
  explain: () => refused('not_understood'),
}

function isOne({ query: { agencies, years } }: Asked): boolean {
  return agencies.length === 1 && years.length === 1
}
