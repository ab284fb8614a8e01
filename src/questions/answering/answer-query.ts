import { tableKeys, type TableKey } from '../../report/statutory-tables.ts'
import { metricInfo } from '../query/metric-table.ts'
import type { AnswerableQuery, Operation } from '../query/query.ts'
import type { Figures } from '../query/reply.ts'
import { refused, type Asked } from './figures/answered.ts'
import { storedOf } from './figures/entry.ts'
import { average } from './reckoning/average.ts'
import { compare } from './reckoning/compare.ts'
import { detail } from './reckoning/detail.ts'
import { count, list } from './reckoning/list.ts'
import { position, share } from './reckoning/one-in-all.ts'
import { rank } from './reckoning/rank.ts'
import { single } from './reckoning/single.ts'
import { sum } from './reckoning/sum.ts'
import { trend } from './reckoning/trend.ts'
import { aboutReports } from './reports/about-reports.ts'
import { quote } from './text/quote.ts'
import type { World } from './world.ts'

/**
 * Query → answer, from the newest versions of the reports; knows no words. One look-up by agencies and years, and for
 * questions of arrival a second.
 */
export async function answerQuery(query: AnswerableQuery, world: World): Promise<Figures> {
  // 怎么算的: the same again; its words show the cells.
  const again = query.operation === 'explain' ? { ...query, operation: query.explains ?? 'value' } : query
  const found = await world.reports.find(lookedUp(again, world), again.years, tablesFor(again))
  const asked: Asked = { query: again, world, stored: storedOf(found) }
  if (again.intent === 'reports') return aboutReports(asked)
  if (again.intent === 'text') return quote(asked)
  return reckonings[again.operation](asked)
}

/** The tables the figures stand in; undefined where the text of the report is asked for. */
function tablesFor({ intent, metrics }: AnswerableQuery): readonly TableKey[] | undefined {
  if (intent === 'text') return undefined
  const ids = metrics.flatMap((metric) => {
    const info = metricInfo(metric)
    return info.kind === 'rate' ? [info.numerator, info.denominator] : [metric]
  })
  return tableKeys.filter((key) => ids.some((id) => id === key || id.startsWith(`${key}.`)))
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
  quote,
  missing: () => refused('not_understood'),
  status: () => refused('not_understood'),
  explain: () => refused('not_understood'),
}

function isOne({ query: { agencies, years } }: Asked): boolean {
  return agencies.length === 1 && years.length === 1
}
