import type { Severity, Verdict } from '../../../report/report.ts'
import { deadlineOf, owes } from '../../../roster/deadline.ts'
import type { Metric } from '../../query/metrics.ts'
import type { Figures } from '../../query/reply.ts'
import { lackingReport, noFigures, refused, type Asked } from '../figures/answered.ts'
import { filed, sentBy, timesSent } from './arrivals.ts'
import { cameLate } from './came-late.ts'
import { dayInShanghai } from './shanghai-day.ts'

/** Questions about the reports themselves: who has filed and when, who passed, what the checks found. */
export async function aboutReports(asked: Asked): Promise<Figures> {
  const { query } = asked
  const [metric] = query.metrics
  const [year, ...others] = query.years
  if (year === undefined || others.length > 0) return refused('not_understood', { kind: 'one_year' })
  return metric === undefined
    ? refused('not_understood')
    : ((await byMetric[metric]?.(asked, year)) ?? refused('not_understood'))
}

type Answer = (asked: Asked, year: number) => Figures | Promise<Figures>

const byMetric: Partial<Readonly<Record<Metric, Answer>>> = {
  'report.missing': (asked, year) => filing(asked, year, true),
  'report.submitted': (asked, year) => filing(asked, year, false),
  'report.verdict': verdicts,
  'report.findings': findings,
  'report.overdue': overdue,
  'report.filed': (asked, year) => whereArrivalsAreKnown(asked, year, filed),
  'report.revisions': (asked, year) => whereArrivalsAreKnown(asked, year, timesSent),
  'report.versions': (asked, year) => whereArrivalsAreKnown(asked, year, timesSent),
  'report.sender': (asked, year) => whereArrivalsAreKnown(asked, year, sentBy),
  'report.late': (asked, year) => whereArrivalsAreKnown(asked, year, cameLate),
  'report.onTime': (asked, year) => whereArrivalsAreKnown(asked, year, cameLate),
}

/** Over reports out of a file nobody knows when they came. */
async function whereArrivalsAreKnown(asked: Asked, year: number, answer: typeof filed): Promise<Figures> {
  const { query, world } = asked
  if (!world.knowsArrival) return refused('not_in_tables')
  return answer(asked, year, await world.reports.arrivals(query.agencies, [year]))
}

/** Names of a group, or how many; of one agency a word. */
function namesOrCount(asked: Asked, names: readonly string[], extras: Figures['extras'] = {}): Figures {
  const isCount = asked.query.operation === 'count'
  return { ...noFigures, answer: isCount ? names.length : names, unit: isCount ? '家' : null, extras }
}

function isOne({ query }: Asked): boolean {
  return query.agencies.length === 1 && query.operation === 'status'
}

function filing(asked: Asked, year: number, wantsMissing: boolean): Figures {
  const { query, stored } = asked
  const isIn = (agency: string): boolean => stored(agency, year) !== undefined
  const exempt = query.agencies.filter((agency) => !isIn(agency) && !owesReport(asked, agency, year))
  const extras = exempt.length > 0 ? { exempt } : {}
  const [only = ''] = query.agencies
  if (isOne(asked)) return { ...noFigures, answer: isIn(only) ? 'submitted' : 'missing', extras }
  const names = query.agencies.filter((agency) => isIn(agency) !== wantsMissing && !exempt.includes(agency))
  return namesOrCount(asked, names, extras)
}

function owesReport({ world }: Asked, name: string, year: number): boolean {
  const agency = world.roster.agencies.find((one) => one.name === name)
  return agency === undefined || owes(agency, year)
}

function verdicts(asked: Asked, year: number): Figures {
  const { query, stored } = asked
  const [only = ''] = query.agencies
  if (isOne(asked)) return { ...noFigures, answer: stored(only, year)?.verdict ?? 'missing' }
  const wanted: readonly Verdict[] = query.verdicts ?? ['fail']
  const names = query.agencies.filter((agency) => {
    const verdict = stored(agency, year)?.verdict
    return verdict !== undefined && wanted.includes(verdict)
  })
  const missing = query.agencies.filter(
    (agency) => stored(agency, year) === undefined && owesReport(asked, agency, year),
  )
  return namesOrCount(asked, names, missing.length > 0 ? { unchecked: missing } : {})
}

/** The messages of one report's findings; of a group, who has how many. */
function findings(asked: Asked, year: number): Figures {
  const { query, stored } = asked
  const wanted: readonly Severity[] = query.severities ?? ['error', 'warning']
  const messages = (agency: string): readonly string[] =>
    (stored(agency, year)?.findings ?? [])
      .filter(({ severity }) => wanted.includes(severity))
      .map(({ message }) => message)
  const [only, ...others] = query.agencies
  if (only !== undefined && others.length === 0) {
    if (stored(only, year) === undefined) return lackingReport(only, year)
    const answer = messages(only)
    return { ...noFigures, answer: query.operation === 'count' ? answer.length : answer, unit: null }
  }
  const counted = query.agencies
    .map((agency) => [agency, messages(agency).length] as const)
    .filter(([, n]) => n > 0)
  if (query.operation === 'count') return { ...noFigures, answer: counted.length, unit: '家' }
  return { ...noFigures, answer: counted, unit: '处' }
}

/** Who has handed in nothing after their own date; of one agency `overdue`, `submitted`, or `missing` while there is time. */
function overdue(asked: Asked, year: number): Figures {
  const { query, world, stored } = asked
  const today = dayInShanghai(world.now)
  const isLate = ({
    name,
    kind,
  }: {
    readonly name: string
    readonly kind: Parameters<typeof deadlineOf>[0]['kind']
  }): boolean => {
    const listed = world.roster.agencies.find((one) => one.name === name)
    const deadline = deadlineOf(listed ?? { kind, deadline: null }, year, world.roster)
    return stored(name, year) === undefined && owesReport(asked, name, year) && deadline < today
  }
  const late = world.agencies
    .filter((agency) => query.agencies.includes(agency.name) && isLate(agency))
    .map(({ name }) => name)
  const [only = ''] = query.agencies
  if (!isOne(asked)) return namesOrCount(asked, late)
  const state = stored(only, year) === undefined ? 'missing' : 'submitted'
  return { ...noFigures, answer: late.length > 0 ? 'overdue' : state }
}
