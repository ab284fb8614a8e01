import type { Context } from '../src/bot.ts'
import { exampleOf, type Example } from '../src/questions/example.ts'
import { anyExample } from '../templates/sample-questions.ts'
import { lastYear } from './which-report-asked.ts'

/** An agency with a report that may be asked about here; any where none is stored. */
export async function exampleFor(context: Context): Promise<Example> {
  const { reports, roster, scope } = context
  return (await exampleOf({ reports, roster, scope, thisYear: lastYear(context) + 1 })) ?? anyExample
}
