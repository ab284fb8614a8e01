import type { Arrival } from '../../../report/stored-report.ts'
import type { Figures } from '../../query/reply.ts'
import { lackingReport, noFigures, refused, type Asked } from '../figures/answered.ts'
import { dayInShanghai } from './shanghai-day.ts'

/** When reports came: of one agency the day of its newest version; who sent one in some days; who was first or last. */
export function filed(asked: Asked, year: number, arrivals: readonly Arrival[]): Figures {
  const { query } = asked
  if (query.received !== undefined) return sentWithin(asked, arrivals, query.received)
  if (query.top !== undefined && query.agencies.length > 1) return firstOrLast(asked, arrivals)
  const [only, ...others] = query.agencies
  if (only !== undefined && others.length === 0) return ofOne(only, year, arrivals)
  const days = query.agencies.flatMap((agency) => {
    const newest = newestOf(agency, arrivals)
    return newest === undefined ? [] : [[agency, dayInShanghai(newest.receivedAt)] as const]
  })
  return { ...noFigures, answer: days, extras: without(asked, arrivals) }
}

function ofOne(agency: string, year: number, arrivals: readonly Arrival[]): Figures {
  const newest = newestOf(agency, arrivals)
  if (newest === undefined) return lackingReport(agency, year)
  const first = firstOf(agency, arrivals) ?? newest
  return {
    ...noFigures,
    answer: dayInShanghai(newest.receivedAt),
    extras: {
      receivedAt: newest.receivedAt.toISOString(),
      ...(first.version === newest.version ? {} : { firstReceived: first.receivedAt.toISOString() }),
      ...(newest.senderName === '' ? {} : { sentBy: newest.senderName }),
      revisions: newest.version - 1,
    },
  }
}

/** Any version counts: who sent a corrected one that day has sent one. */
function sentWithin(
  asked: Asked,
  arrivals: readonly Arrival[],
  { from, to }: { from: string | null; to: string | null },
): Figures {
  const { query } = asked
  const isWithin = ({ receivedAt }: Arrival): boolean => {
    const day = dayInShanghai(receivedAt)
    return (from === null || day >= from) && (to === null || day <= to)
  }
  const names = query.agencies.filter((agency) =>
    arrivals.some((one) => one.agency === agency && isWithin(one)),
  )
  const isCount = query.operation === 'count'
  return { ...noFigures, answer: isCount ? names.length : names, unit: isCount ? '家' : null }
}

/** By the first version; whoever came at the same instant stands level. */
function firstOrLast(asked: Asked, arrivals: readonly Arrival[]): Figures {
  const { query } = asked
  const isFirst = query.order !== 'desc'
  const came = query.agencies.flatMap((agency) => firstOf(agency, arrivals) ?? [])
  const sorted = came.toSorted((one, other) =>
    isFirst
      ? one.receivedAt.getTime() - other.receivedAt.getTime()
      : other.receivedAt.getTime() - one.receivedAt.getTime(),
  )
  const last = sorted[Math.min(query.top ?? 1, sorted.length) - 1]
  if (last === undefined) return refused('no_report', { kind: 'newest', year: asked.world.reportingYear })
  const isKept = ({ receivedAt }: Arrival): boolean =>
    isFirst
      ? receivedAt.getTime() <= last.receivedAt.getTime()
      : receivedAt.getTime() >= last.receivedAt.getTime()
  const answer = sorted
    .filter(isKept)
    .map(({ agency, receivedAt }) => [agency, dayInShanghai(receivedAt)] as const)
  return { ...noFigures, answer, extras: without(asked, arrivals) }
}

/** How often reports were sent, or sent again after the first time. */
export function timesSent(asked: Asked, year: number, arrivals: readonly Arrival[]): Figures {
  const { query } = asked
  const uncounted = query.metrics[0] === 'report.revisions' ? 1 : 0
  const of = (agency: string): number | null => {
    const newest = newestOf(agency, arrivals)
    return newest === undefined ? null : newest.version - uncounted
  }
  const [only, ...others] = query.agencies
  if (only !== undefined && others.length === 0) {
    const times = of(only)
    if (times !== null) return { ...noFigures, answer: times, unit: '次' }
    return lackingReport(only, year)
  }
  const answer = query.agencies.flatMap((agency) => {
    const times = of(agency)
    return times === null ? [] : [[agency, times] as const]
  })
  return { ...noFigures, answer, unit: '次', extras: without(asked, arrivals) }
}

/** Who sent the newest version, by the name that was stored with it. */
export function sentBy({ query }: Asked, year: number, arrivals: readonly Arrival[]): Figures {
  const [only = ''] = query.agencies
  const newest = newestOf(only, arrivals)
  if (newest === undefined) return lackingReport(only, year)
  const { senderName, receivedAt } = newest
  if (senderName === '') return refused('not_in_tables')
  return { ...noFigures, answer: senderName, extras: { receivedAt: receivedAt.toISOString() } }
}

function newestOf(agency: string, arrivals: readonly Arrival[]): Arrival | undefined {
  return arrivals.filter((one) => one.agency === agency).toSorted((a, b) => b.version - a.version)[0]
}

/** The first version of an agency's report. */
export function firstOf(agency: string, arrivals: readonly Arrival[]): Arrival | undefined {
  return arrivals.filter((one) => one.agency === agency).toSorted((a, b) => a.version - b.version)[0]
}

function without({ query }: Asked, arrivals: readonly Arrival[]): Figures['extras'] {
  const unchecked = query.agencies.filter((agency) => !arrivals.some((one) => one.agency === agency))
  return unchecked.length > 0 ? { unchecked } : {}
}
