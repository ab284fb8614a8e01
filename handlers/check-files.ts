import type { Context, FailedFile, FetchedFile, Outcome, Reply, WhichReportMemory } from '../src/bot.ts'
import { failureReply } from '../templates/failure.ts'
import { reportOutcome, type Brought, type SoFar } from './report-outcome.ts'

/** What the files of a message lead to, whatever words came with them. */
export interface CheckedFiles {
  /** One reply a file. */
  readonly outcome: Outcome
  readonly brought: readonly Brought[]
}

/** Checks the files of a message one after the other, keeps them, says what is wrong. */
export async function checkFiles(context: Context): Promise<CheckedFiles> {
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
  return { outcome: { replies, reports, failures, ...(memory === null ? {} : { memory }) }, brought }
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
