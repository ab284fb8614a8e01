import type { Context, Handler, Memory, Outcome } from '../src/bot.ts'
import { whichReportAnswer, type WhichReportAnswer } from '../src/questions/which-report-answer.ts'
import { decideFiling } from '../src/roster/filing.ts'
import { failureReply } from '../templates/failure.ts'
import { unknownAgencyGiven, whichReportAgain, whichReportDropped } from '../templates/which-report.ts'
import { nothingYet, reportOutcome } from './report-outcome.ts'
import { lastYear, whichReportOf } from './which-report-asked.ts'

/** The answer to “whose report is it, and for which year?”: it completes the report that was read, and files it. */
export const answerWhichReport: Handler = {
  name: 'answer-which-report',
  accepts: (context) => context.memory !== null && context.files.length === 0 && answerOf(context) !== null,
  handle: async (context) => {
    const { memory } = context
    const answer = answerOf(context)
    if (memory === null || answer === null) throw new Error('no question is open')
    if (answer.kind === 'cancel') return { replies: [whichReportDropped(memory.file.name)], memory: null }
    const { agency, year } = completed(context, memory, answer)
    const stored = (await context.reports.holdings()).map((holding) => holding.agency)
    const filing = decideFiling({ agency, year }, { scope: context.scope, roster: context.roster, stored })
    if (filing.kind === 'ask')
      return again(context, { ...memory, agency: filing.agency, year }, null, filing.options)
    if (filing.kind === 'refuse' && filing.reason === 'not_in_roster') {
      return again(context, { ...memory, year }, unknownAgencyGiven(filing.written, filing.nearest))
    }
    const checked = await context.check(memory.file)
    if (checked.kind === 'unreadable') {
      return { replies: [failureReply(checked.error.code, memory.file.name)], memory: null }
    }
    const upload = { file: memory.file, checked, agency, year, cause: context.message.key }
    const { reply, brought } = await reportOutcome(context, upload, nothingYet)
    return { replies: [reply], reports: brought === null ? [] : [brought.report], memory: null }
  },
}

function answerOf(context: Context): WhichReportAnswer | null {
  return whichReportAnswer(context.message.text, context.roster, lastYear(context) + 1)
}

/** What is known with the answer: 是 takes what was proposed, and that is one agency or none. */
function completed(
  context: Context,
  memory: Memory,
  answer: WhichReportAnswer,
): { readonly agency: string | null; readonly year: number | null } {
  if (answer.kind === 'named')
    return { agency: answer.agency ?? memory.agency, year: answer.year ?? memory.year }
  if (answer.kind !== 'yes') return { agency: memory.agency, year: memory.year }
  const { options, likelyYear } = whichReportOf(context, memory)
  const agency = memory.agency ?? (options.length === 1 ? (options[0] ?? null) : null)
  return { agency, year: memory.year ?? (agency === null ? null : likelyYear) }
}

function again(context: Context, memory: Memory, why: string | null, options?: readonly string[]): Outcome {
  const asked = whichReportOf(context, options === undefined ? memory : { ...memory, options })
  return { replies: [whichReportAgain(asked, why)], memory }
}
