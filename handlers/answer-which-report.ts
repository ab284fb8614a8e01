import type { Context, Handler, WhichReportMemory, Outcome } from '../src/bot.ts'
import {
  whichReportAnswer,
  type WhichReportAnswer,
} from '../src/questions/words/reports/which-report-answer.ts'
import type { Filed, Filing, Refused } from '../src/roster/filing.ts'
import { isUnboundGroup } from '../src/roster/scope.ts'
import { failureReply } from '../templates/failure.ts'
import {
  foreignAgencyGiven,
  unknownAgencyGiven,
  whichReportAgain,
  whichReportDropped,
} from '../templates/which-report.ts'
import { nothingYet, reportOutcome } from './report-outcome.ts'
import { filingOf, lastYear, openQuestion, ownAgencies, whichReportOf } from './which-report-asked.ts'

/** The answer to “whose report is it, and for which year?”: it completes the report that was read, and files it. */
export const answerWhichReport: Handler = {
  name: 'answer-which-report',
  accepts: (context) =>
    context.memory?.kind === 'which_report' &&
    context.files.length === 0 &&
    // The group may have been unbound meanwhile: nothing is handed in there any more.
    !isUnboundGroup(context.scope) &&
    answerOf(context) !== null,
  handle: async (context) => {
    const { memory } = context
    const answer = answerOf(context)
    if (memory?.kind !== 'which_report' || answer === null) throw new Error('no question is open')
    if (answer.kind === 'cancel') return { replies: [whichReportDropped(memory.file.name)], memory: null }
    const known = await completed(context, memory, answer)
    const filing = await filingOf(context, known)
    if (filing.kind === 'file') return keep(context, memory, filing)
    return (await again(context, { ...memory, year: known.year }, filing)) ?? keep(context, memory, known)
  },
}

function answerOf(context: Context): WhichReportAnswer | null {
  return whichReportAnswer(context.message.text, context.roster, lastYear(context) + 1)
}

type Known = Pick<WhichReportMemory, 'agency' | 'year'>

/** What is known with the answer: 是 takes what was proposed, and that is one agency or none. */
async function completed(
  context: Context,
  memory: WhichReportMemory,
  answer: WhichReportAnswer,
): Promise<Known> {
  if (answer.kind === 'named')
    return { agency: answer.agency ?? memory.agency, year: answer.year ?? memory.year }
  const { agency: told, options, likelyYear } = await openQuestion(context, memory)
  // A name that fitted several was proposed as one of them, and is not that one.
  if (answer.kind !== 'yes') return { agency: told, year: memory.year }
  const agency = told ?? (options.length === 1 ? (options[0] ?? null) : null)
  return { agency: agency ?? memory.agency, year: memory.year ?? (agency === null ? null : likelyYear) }
}

/** Files the report and says what was found; what may not be handed in here at all is only checked. */
async function keep(
  context: Context,
  memory: WhichReportMemory,
  { agency, year }: Known | Filed,
): Promise<Outcome> {
  const checked = await context.check(memory.file)
  if (checked.kind === 'unreadable') {
    return { replies: [failureReply(checked.error, memory.file.name)], memory: null }
  }
  const upload = { file: memory.file, checked, agency, year, cause: context.message.key }
  const { reply, brought } = await reportOutcome(context, upload, nothingYet)
  return { replies: [reply], reports: brought === null ? [] : [brought.report], memory: null }
}

/** The question once more, with what was wrong with the answer; null where no answer would help. */
async function again(
  context: Context,
  memory: WhichReportMemory,
  filing: Exclude<Filing, Filed>,
): Promise<Outcome | null> {
  if (filing.kind === 'ask') {
    const asked = await whichReportOf(context, memory.file, filing)
    return {
      replies: [whichReportAgain(asked, null)],
      memory: { ...memory, agency: filing.agency ?? filing.written },
    }
  }
  const why = whyNot(filing)
  if (why === null) return null
  const agency = filing.reason === 'outside' ? null : memory.agency
  const unclear = { agency: null, year: memory.year, options: ownAgencies(context), written: null }
  const asked = await whichReportOf(context, memory.file, unclear)
  return { replies: [whichReportAgain(asked, why)], memory: { ...memory, agency } }
}

function whyNot(refused: Refused): string | null {
  if (refused.reason === 'not_in_roster') return unknownAgencyGiven(refused.written, refused.nearest)
  return refused.reason === 'outside' ? foreignAgencyGiven(refused.agency, refused.own) : null
}
