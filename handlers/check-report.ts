import type {
  Context,
  FailedFile,
  FetchedFile,
  Handler,
  WhichReportMemory,
  Outcome,
  Reply,
} from '../src/bot.ts'
import { asksForHelp } from '../src/questions/words/reports/wishes.ts'
import { isUnboundGroup } from '../src/roster/scope.ts'
import { failureReply } from '../templates/failure.ts'
import { answered, answerQuestion } from './answer-question.ts'
import { withBrought } from './brought-reports.ts'
import { reportOutcome, type Brought, type SoFar } from './report-outcome.ts'

/** A file, sent or quoted: check it, keep it, say what is wrong. One reply a file, and one to a question beside it. */
export const checkReport: Handler = {
  name: 'check-report',
  accepts: ({ files, scope }) => files.length > 0 && !isUnboundGroup(scope),
  handle: async (context) => {
    const replies: Reply[] = []
    const brought: Brought[] = []
    const failures: FailedFile[] = []
    let memory: WhichReportMemory | null = null
    for (const [index, file] of context.files.entries()) {
      const result = await handleFile(context, file, index, { brought, asks: memory !== null })
      replies.push(result.reply)
      if (result.failure !== undefined) failures.push(result.failure)
      if (result.brought !== null) brought.push(result.brought)
      memory ??= result.memory
    }
    const reports = brought.map(({ report }) => report)
    const answer = await questionBeside(context, brought)
    if (answer !== null) replies.push(answer)
    return { replies, reports, failures, ...(memory === null ? {} : { memory }) } satisfies Outcome
  },
}

interface FileResult {
  readonly reply: Reply
  readonly brought: Brought | null
  readonly memory: WhichReportMemory | null
  readonly failure?: FailedFile
}

async function handleFile(
  context: Context,
  fetched: FetchedFile,
  index: number,
  soFar: SoFar,
): Promise<FileResult> {
  if (fetched.kind === 'failed') {
    const { name, code } = fetched
    // No bytes came, so there is nothing under a hash; the record still says what failed.
    const failure = { file: { sha256: '', name: name ?? '', size: 0 }, code }
    const isQuoted = context.message.attachments[index]?.quoted === true
    return {
      reply: failureReply(
        { code, isQuoted },
        isQuoted && (code === 'file_gone' || code === 'file_expired') ? null : name,
      ),
      brought: null,
      memory: null,
      failure,
    }
  }
  const { file } = fetched
  const checked = await context.check(file)
  if (checked.kind === 'unreadable') {
    const { code } = checked.error
    const reference = code === 'internal' ? context.message.key.slice(-8) : null
    return {
      reply: failureReply(checked.error, file.name, reference),
      brought: null,
      memory: null,
      failure: { file, code },
    }
  }
  const { agency, year } = checked.report
  const cause = index === 0 ? context.message.key : `${context.message.key}#${index + 1}`
  return reportOutcome(context, { file, checked, agency, year, cause }, soFar)
}

/** The question that came with the files, answered as if they were stored; null for words that only go with them. */
async function questionBeside(context: Context, brought: readonly Brought[]): Promise<Reply | null> {
  if (!answerQuestion.accepts(context) || asksForHelp(context.message.text)) return null
  const reports = withBrought(context.reports, brought)
  const { answer, reply } = await answered({ ...context, reports }, false)
  return answer.understood && answer.query.intent !== 'help' ? reply : null
}
