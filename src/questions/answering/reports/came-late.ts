import { arrivedByImport, type Arrival } from '../../../report/stored-report.ts'
import { deadlineOf } from '../../../roster/deadline.ts'
import type { Figures } from '../../query/reply.ts'
import { noFigures, refused, type Asked } from '../figures/answered.ts'
import { firstOf } from './arrivals.ts'
import { dayInShanghai } from './shanghai-day.ts'

/**
 * Whose report came after its date, and whose in time, by the first version: who corrected one later was not late. Who
 * handed in nothing is neither, nor is a report that was imported: nobody knows when that came.
 */
export function cameLate(asked: Asked, year: number, arrivals: readonly Arrival[]): Figures {
  const { query } = asked
  const came = query.agencies.flatMap((name) => firstOf(name, arrivals) ?? [])
  const known = came.filter((first) => !arrivedByImport(first))
  if (came.length > 0 && known.length === 0) return refused('not_in_tables')
  const [only = '', ...others] = query.agencies
  if (others.length === 0) return ofOne(asked, known[0], only, year)
  const wantsLate = query.metrics[0] === 'report.late'
  const answer = known
    .filter((first) => isLate(first, deadline(asked, first.agency, year)) === wantsLate)
    .map(({ agency, receivedAt }) => [agency, dayInShanghai(receivedAt)] as const)
  const unchecked = query.agencies.filter((name) => !came.some(({ agency }) => agency === name))
  const undated = came.filter(arrivedByImport).map(({ agency }) => agency)
  const extras = {
    ...(unchecked.length > 0 ? { unchecked } : {}),
    ...(undated.length > 0 ? { undated } : {}),
  }
  const isCount = query.operation === 'count'
  return { ...noFigures, answer: isCount ? answer.length : answer, unit: isCount ? '家' : null, extras }
}

function ofOne(asked: Asked, first: Arrival | undefined, agency: string, year: number): Figures {
  const last = deadline(asked, agency, year)
  if (first === undefined) {
    return { ...noFigures, answer: dayInShanghai(asked.world.now) > last ? 'overdue' : 'missing' }
  }
  const extras = { receivedAt: first.receivedAt.toISOString(), deadline: last }
  return { ...noFigures, answer: isLate(first, last) ? 'late' : 'onTime', extras }
}

function isLate({ receivedAt }: Arrival, last: string): boolean {
  return dayInShanghai(receivedAt) > last
}

function deadline({ world: { roster, agencies } }: Asked, name: string, year: number): string {
  const kind = agencies.find((agency) => agency.name === name)?.kind ?? 'department'
  const listed = roster.agencies.find((agency) => agency.name === name)
  return deadlineOf(listed ?? { kind, deadline: null }, year, roster)
}
