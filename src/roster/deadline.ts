import type { Agency, Roster } from './roster.ts'

/** 条例 art. 49, 50: agencies by 31 January of the next year, governments of county level and above by 31 March. */
const statutory = { departments: '01-31', governments: '03-31' } as const

/** The last day (YYYY-MM-DD) on which an agency's report for a year is on time: its own date, the district's, or the statutory one. */
export function deadlineOf(
  { kind, deadline }: Pick<Agency, 'kind' | 'deadline'>,
  year: number,
  { deadlines }: Pick<Roster, 'deadlines'>,
): string {
  const group = kind === 'government' ? 'governments' : 'departments'
  return `${year + 1}-${deadline ?? deadlines?.[group] ?? statutory[group]}`
}

/** Whether an agency reports for a year at all. */
export function owes({ since, until }: Pick<Agency, 'since' | 'until'>, year: number): boolean {
  return (since === null || year >= since) && (until === null || year <= until)
}
