import type { Query } from '../../query/query.ts'
import type { DayWord } from '../tokens/roles.ts'

/** The days a word means, YYYY-MM-DD in Asia/Shanghai, both included. */
export function receivedIn(when: DayWord, today: string): NonNullable<Query['received']> {
  if (when.is === 'daysAgo') {
    const day = shifted(today, -when.days)
    return { from: day, to: day }
  }
  if (when.is === 'lastDays') return { from: shifted(today, 1 - when.days), to: today }
  if (when.is === 'weeksAgo') {
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
    const monday = shifted(today, -weekday - 7 * when.weeks)
    return { from: monday, to: shifted(monday, 6) }
  }
  const date = dateBefore(when.month, when.day, today)
  switch (when.side) {
    case 'on':
      return { from: date, to: date }
    case 'after':
      return { from: shifted(date, 1), to: null }
    case 'from':
      return { from: date, to: null }
    case 'before':
      return { from: null, to: shifted(date, -1) }
    case 'until':
      return { from: null, to: date }
  }
}

/** The last such date that is not to come: reports are handed in once a year. */
function dateBefore(month: number, day: number, today: string): string {
  const written = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const year = Number(today.slice(0, 4))
  return `${written > today.slice(5) ? year - 1 : year}-${written}`
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime())
    ? day
    : new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
