import type { Context } from '../src/bot.ts'
import { anyExample, type Example } from '../templates/sample-questions.ts'
import { lastYear } from './which-report-asked.ts'

/** The agency with the newest report that may be asked about here; any where none is stored. */
export async function exampleOf(context: Context): Promise<Example> {
  const { roster, scope, reports } = context
  const known = roster.agencies.map(({ name }) => name)
  const mayBeAsked = (agency: string): boolean =>
    (known.length === 0 || known.includes(agency)) &&
    (scope.kind === 'all' || (scope.kind === 'agencies' && scope.names.includes(agency)))
  const examples = (await reports.holdings(known.length > 0 ? known : undefined))
    .filter(({ agency }) => mayBeAsked(agency))
    .flatMap(({ agency, years }) => years.map((year): Example => ({ agency, year })))
    .filter(({ year }) => year <= lastYear(context))
  const newest = Math.max(...examples.map(({ year }) => year))
  return examples.find(({ year }) => year === newest) ?? anyExample
}
