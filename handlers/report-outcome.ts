import type { CheckResult, Context, WhichReportMemory, Reply } from '../src/bot.ts'
import { compareFindings } from '../src/report/compare-findings.ts'
import type { ReportToStore, StoredFile, StoredReport } from '../src/report/stored-report.ts'
import type { Filed, Filing, Refused, Unclear } from '../src/roster/filing.ts'
import { checkSummary } from '../templates/check-summary.ts'
import { notFiled } from '../templates/not-filed.ts'
import { whichReportLater, whichReportQuestion } from '../templates/which-report.ts'
import { filingOf, lastYear, whichReportOf } from './which-report-asked.ts'

type Checked = Extract<CheckResult, { kind: 'checked' }>

/** A file that was read and checked. */
export interface CheckedUpload {
  readonly file: StoredFile
  readonly checked: Checked
  /** Agency and year as read, or as the sender named them. */
  readonly agency: string | null
  readonly year: number | null
  /** Key under which its report is stored: the same when the message is handled again. */
  readonly cause: string
}

/** A report to be stored, with the version it will be. */
export interface Brought {
  readonly report: ReportToStore
  readonly version: number
}

/** What the files before this one, in the same message, led to. */
export interface SoFar {
  readonly brought: readonly Brought[]
  /** Whether one of them is asked about already: only one question can be open. */
  readonly asks: boolean
}

/** Nothing came before. */
export const nothingYet: SoFar = { brought: [], asks: false }

/** What one file leads to. */
export interface UploadOutcome {
  readonly reply: Reply
  readonly brought: Brought | null
  /** Set where agency or year must be asked for. */
  readonly memory: WhichReportMemory | null
}

/** Who is to be asked about a file, and for how long. */
const memoryTime = 2 * 60 * 60 * 1000

/** Files the report where it belongs, or says why not, and words the findings. */
export async function reportOutcome(
  context: Context,
  upload: CheckedUpload,
  soFar: SoFar,
): Promise<UploadOutcome> {
  const filing = await filingOf(context, upload)
  return filing.kind === 'file'
    ? keep(context, upload, filing, soFar)
    : notKept(context, upload, filing, soFar)
}

async function keep(
  context: Context,
  upload: CheckedUpload,
  { agency, year }: Filed,
  soFar: SoFar,
): Promise<UploadOutcome> {
  const { file, checked, cause } = upload
  const newest = await newestOf(context, { agency, year }, soFar)
  if (newest !== null && newest.file.sha256 === file.sha256 && newest.cause !== cause) {
    return { reply: sameAgain(context, newest, upload), brought: null, memory: null }
  }
  if (newest !== null && newest.receivedAt > context.message.receivedAt) {
    return { reply: overtaken(context, newest, upload), brought: null, memory: null }
  }
  const brought = broughtReport(context, upload, { agency, year }, newest)
  // Handled again after a crash, the newest is this one: what was before it is not known any more.
  const previous = newest?.cause === cause ? null : newest
  const reply = checkSummary({
    report: { ...brought.report.report, agency },
    cellNotes: checked.cellNotes,
    properExtension: checked.properExtension,
    fileName: file.name,
    kept: { kind: 'stored', version: brought.version, link: context.linkToReport(brought.report.id) },
    changes:
      previous === null
        ? null
        : {
            since: previous.version,
            findings: compareFindings(previous.report, checked.report),
          },
    latestYear: year > lastYear(context) ? lastYear(context) : null,
  })
  return { reply, brought, memory: null }
}

/** The newest version there is, one that this very message brought included. */
async function newestOf(
  { reports }: Context,
  { agency, year }: Omit<Filed, 'kind'>,
  { brought }: SoFar,
): Promise<StoredReport | null> {
  const own = brought.findLast(({ report }) => report.agency === agency && report.year === year)
  return own === undefined ? reports.newest(agency, year) : { ...own.report, version: own.version }
}

function broughtReport(
  { message, newReportId }: Context,
  { file, checked, cause }: CheckedUpload,
  { agency, year }: Omit<Filed, 'kind'>,
  newest: StoredReport | null,
): Brought {
  const { platform, sender, conversation } = message
  const { report } = checked
  return {
    version: newest?.cause === cause ? newest.version : (newest?.version ?? 0) + 1,
    report: {
      id: newReportId(`${cause} ${file.sha256}`),
      agency,
      year,
      report: { ...report, agency: report.agency ?? agency, year: report.year ?? year },
      cellNotes: checked.cellNotes,
      file,
      sender: { platform, userId: sender.id, name: sender.name, conversationId: conversation.id },
      receivedAt: message.receivedAt,
      readerVersion: checked.readerVersion,
      cause,
    },
  }
}

/** The same file again: answered from the stored result, and no new version. */
function sameAgain(context: Context, stored: StoredReport, { file, checked }: CheckedUpload): Reply {
  const { version, receivedAt, id, agency, year } = stored
  return checkSummary({
    report: { ...stored.report, agency },
    cellNotes: stored.cellNotes,
    properExtension: checked.properExtension,
    fileName: file.name,
    kept: { kind: 'known', version, receivedAt, link: context.linkToReport(id) },
    latestYear: year > lastYear(context) ? lastYear(context) : null,
  })
}

/**
 * A version that came after this file is stored already, since the download of this one took longer: the order of the
 * versions is that in which people sent them, so this one is checked and not stored.
 */
function overtaken(
  { message, linkToReport }: Context,
  { id, version, receivedAt, agency }: StoredReport,
  { file, checked }: CheckedUpload,
): Reply {
  return checkSummary({
    report: { ...checked.report, agency },
    cellNotes: checked.cellNotes,
    properExtension: checked.properExtension,
    fileName: file.name,
    kept: {
      kind: 'overtaken',
      sentAt: message.receivedAt,
      by: { version, receivedAt, link: linkToReport(id) },
    },
  })
}

async function notKept(
  context: Context,
  upload: CheckedUpload,
  filing: Exclude<Filing, Filed>,
  { asks }: SoFar,
): Promise<UploadOutcome> {
  const { file, checked } = upload
  const canAsk = filing.kind === 'ask' && !asks
  const explanation =
    filing.kind === 'refuse'
      ? notFiled(filing, placeFor(filing, context))
      : canAsk
        ? whichReportQuestion(await whichReportOf(context, file, filing))
        : whichReportLater()
  const reply = checkSummary({
    report: { ...checked.report, agency: upload.agency, year: upload.year },
    cellNotes: checked.cellNotes,
    properExtension: checked.properExtension,
    fileName: file.name,
    kept: { kind: 'not_kept', explanation },
  })
  return { reply, brought: null, memory: canAsk ? memoryOf(context, file, filing) : null }
}

/** What the administrator needs to know to let the conversation or the person in. */
function placeFor({ reason }: Refused, { message }: Context): string {
  return reason === 'unbound_group' ? message.conversation.id : message.sender.id
}

function memoryOf({ now }: Context, file: StoredFile, { agency, year, written }: Unclear): WhichReportMemory {
  return {
    kind: 'which_report',
    file,
    agency: agency ?? written,
    year,
    expiresAt: new Date(now.getTime() + memoryTime),
  }
}
