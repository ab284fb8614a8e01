import type { Context, WhichReportMemory } from '../src/bot.ts'
import type { StoredFile } from '../src/report/stored-report.ts'
import { decideFiling, type Filing, type Unclear } from '../src/roster/filing.ts'
import type { WhichReport } from '../templates/which-report.ts'

/** Where a report goes, by this conversation's rules and the names that are stored. */
export async function filingOf(
  { scope, roster, reports }: Context,
  known: { readonly agency: string | null; readonly year: number | null },
): Promise<Filing> {
  const stored = (await reports.holdings()).map((holding) => holding.agency)
  return decideFiling(known, { scope, roster, stored })
}

/** What is asked about a file, as the template words it. */
export async function whichReportOf(
  context: Context,
  file: StoredFile,
  { agency, year, options, written }: Omit<Unclear, 'kind'>,
): Promise<WhichReport> {
  return {
    ...{ fileName: file.name, agency, year, options, written },
    example: options[0] ?? (await anAgency(context)) ?? '济宁市兖州区科学技术局',
    likelyYear: lastYear(context),
  }
}

/** The question that is open, asked by what is known now. */
export async function openQuestion(context: Context, memory: WhichReportMemory): Promise<WhichReport> {
  const filing = await filingOf(context, memory)
  const unclear =
    filing.kind === 'ask'
      ? filing
      : { agency: memory.agency, year: memory.year, options: ownAgencies(context), written: null }
  return whichReportOf(context, memory.file, unclear)
}

/** The agencies this conversation is bound to; none where it is bound to all. */
export function ownAgencies({ scope }: Pick<Context, 'scope'>): readonly string[] {
  return scope.kind === 'agencies' ? scope.names : []
}

async function anAgency({ roster, reports }: Context): Promise<string | undefined> {
  return roster.agencies[0]?.name ?? (await reports.holdings())[0]?.agency
}

/** The newest year there can be a report for: last year, in Asia/Shanghai (UTC+8 all the year). */
export function lastYear({ now }: Pick<Context, 'now'>): number {
  return new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear() - 1
}
