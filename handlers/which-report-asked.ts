import type { Context } from '../src/bot.ts'
import type { StoredFile } from '../src/report/stored-report.ts'
import type { WhichReport } from '../templates/which-report.ts'

/** What is known of the report that is asked about, as the template words it. */
export function whichReportOf(
  context: Context,
  known: {
    readonly file: StoredFile
    readonly agency: string | null
    readonly year: number | null
    readonly options?: readonly string[]
  },
): WhichReport {
  const own = context.scope.kind === 'agencies' ? context.scope.names : []
  return {
    fileName: known.file.name,
    agency: known.agency,
    year: known.year,
    options: known.options ?? own,
    likelyYear: lastYear(context),
  }
}

/** The newest year there can be a report for: last year, in Asia/Shanghai (UTC+8 all the year). */
export function lastYear({ now }: Pick<Context, 'now'>): number {
  return new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear() - 1
}
