import { askerScope } from './asker-scope.ts'
import {
  respond,
  type CheckResult,
  type Context,
  type FetchedFile,
  type Handler,
  type Message,
  type Outcome,
} from './bot.ts'
import { createChartPictures } from './chart-pictures.ts'
import type { Painter } from './charts/painter.ts'
import type { Checker } from './checker.ts'
import type { Clock } from './clock.ts'
import type { Holder, Links } from './console/links.ts'
import type { UploadLinks } from './console/upload-links.ts'
import type { Reading } from './delivery/worker.ts'
import { GongkaiError, QuarantinedFileError, StoreUnavailableError } from './errors.ts'
import { reportId } from './house-secret.ts'
import { codeOf, type Log } from './log.ts'
import type { Metrics, ReadFormat } from './metrics.ts'
import { createQuarantine, type Quarantine } from './quarantine.ts'
import type { StoredFile } from './report/stored-report.ts'
import type { Roster } from './roster/roster.ts'
import type { Store } from './store/store.ts'
import { version } from './version.ts'

export interface ResponderParts {
  readonly handlers: readonly Handler[]
  readonly store: Store
  readonly roster: Roster
  readonly checker: Checker
  /** Draws the pictures of answers. */
  readonly painter: Pick<Painter, 'png'>
  readonly links: Links
  readonly uploads: UploadLinks
  /** The link to the sandbox, where it stands beside a platform; null: it is open to all, or off. */
  readonly sandboxLink: ((holder: Holder) => string) | null
  /** Secret of the house: report ids are made with it. */
  readonly secret: string
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
}

/** Makes the context of a message, in one place, and gives it to the handlers. */
export function createResponder(
  parts: ResponderParts,
): (message: Message, files: readonly FetchedFile[], reading: Reading) => Promise<Outcome> {
  const { handlers, store, clock, links, uploads, sandboxLink, secret } = parts
  const quarantine = createQuarantine(store, clock, parts.log)
  const drawChart = createChartPictures(parts)
  return async (message, files, reading) => {
    const now = clock()
    const { platform, conversation, sender } = message
    const holder: Holder = { platform, userId: sender.id }
    const context: Context = {
      message,
      files,
      now,
      ...(await askerScope(message, parts.roster, store)),
      reports: store.shelf,
      check: (file) => check(file, { ...parts, quarantine }, reading),
      memory: await store.memoryOf(conversation.id, sender.id, now),
      linkToReport: (id) => links.reportLink(id, holder),
      linkToUpload: () => uploads.make(message),
      linkToSandbox: sandboxLink === null ? null : () => sandboxLink(holder),
      keepFile: async (name, bytes) => ({
        kind: /\.(?:png|jpe?g)$/iu.test(name) ? 'picture' : 'file',
        ...{ name, sha256: await store.putFile(bytes), size: bytes.byteLength },
      }),
      drawChart,
      newReportId: (seed) => reportId(secret, seed),
    }
    return respond(handlers, context)
  }
}

async function check(
  file: StoredFile,
  parts: ResponderParts & { readonly quarantine: Quarantine },
  reading: Reading,
): Promise<CheckResult> {
  const { store, checker, log, metrics, quarantine } = parts
  const load = async (): Promise<Uint8Array> => {
    // The same bytes may have failed under another message while this one waited for a thread.
    await quarantine.refuse(file.sha256)
    const bytes = await store.getFile(file.sha256)
    if (bytes === null) throw new GongkaiError('file_gone', '文件已经找不到了，请重新发送')
    await reading.begin(file.sha256)
    return bytes
  }
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1000
  try {
    await quarantine.refuse(file.sha256)
    const checked = await checker.check(load, file.name, null, reading.isSuspect)
    const { report, cellNotes, properExtension, faults } = checked
    metrics.read(formatOf(file.name, properExtension), seconds())
    for (const finding of report.findings) metrics.finding(finding.rule)
    for (const fault of faults) log.error('a rule threw', { rule: fault })
    return { kind: 'checked', report, cellNotes, properExtension, readerVersion: version }
  } catch (error) {
    // A store that is away, or a program that stops, is no fault of the file: the message is tried again.
    if (!(error instanceof GongkaiError) || error instanceof StoreUnavailableError) throw error
    const isKnown = error instanceof QuarantinedFileError
    metrics.unreadable(isKnown ? 'quarantined' : error.code)
    if (!isKnown) metrics.read(formatOf(file.name, null), seconds())
    if (error.code === 'internal') log.error('reading failed', { code: codeOf(error) })
    await quarantine.note(file.sha256, error)
    return { kind: 'unreadable', error }
  }
}

/** The format, as the content says where it was read, else as the name does. */
function formatOf(name: string, properExtension: string | null): ReadFormat {
  const extension = properExtension ?? /\.([a-z]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return extension === 'docx' || extension === 'txt' ? extension : 'other'
}
