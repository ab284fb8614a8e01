import { createHmac } from 'node:crypto'
import {
  respond,
  type CheckResult,
  type Context,
  type FetchedFile,
  type Handler,
  type Message,
  type Outcome,
} from './bot.ts'
import type { Checker } from './checker.ts'
import type { Clock } from './clock.ts'
import type { Links } from './console/links.ts'
import { GongkaiError, StoreUnavailableError } from './errors.ts'
import { codeOf, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { sandboxRoster } from './platforms/sandbox/index.ts'
import type { StoredFile } from './report/stored-report.ts'
import type { Roster } from './roster/roster.ts'
import { scopeOf } from './roster/scope.ts'
import type { Store } from './store/store.ts'
import { version } from './version.ts'

export interface ResponderParts {
  readonly handlers: readonly Handler[]
  readonly store: Store
  readonly roster: Roster
  readonly checker: Checker
  readonly links: Links
  /** Secret of the house: report ids are made with it. */
  readonly secret: string
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
}

/** Makes the context of a message, in one place, and gives it to the handlers. */
export function createResponder(
  parts: ResponderParts,
): (message: Message, files: readonly FetchedFile[]) => Promise<Outcome> {
  const { handlers, store, clock, links, secret } = parts
  return async (message, files) => {
    const now = clock()
    const roster = rosterFor(message.platform, parts.roster)
    const context: Context = {
      message,
      files,
      now,
      roster,
      scope: scopeOf(message, roster),
      reports: store.shelf,
      check: (file) => check(file, parts),
      memory: await store.memoryOf(message.conversation.id, message.sender.id, now),
      linkToReport: (id) => links.reportLink(id, { platform: message.platform, userId: message.sender.id }),
      newReportId: (seed) =>
        createHmac('sha256', secret).update(`report ${seed}`).digest('base64url').slice(0, 22),
    }
    return respond(handlers, context)
  }
}

/** The sandbox's groups and people stand for those of the real platforms; an empty roster stays empty: all is open. */
function rosterFor(platform: string, roster: Roster): Roster {
  const isEmpty = roster.agencies.length === 0 && roster.groups.length === 0
  return platform === 'sandbox' && !isEmpty ? sandboxRoster(roster) : roster
}

async function check(file: StoredFile, parts: ResponderParts): Promise<CheckResult> {
  const { store, checker, log, metrics } = parts
  const load = async (): Promise<Uint8Array> => {
    const bytes = await store.getFile(file.sha256)
    if (bytes === null) throw new GongkaiError('file_gone', '文件已经找不到了，请重新发送')
    return bytes
  }
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1000
  try {
    const { report, cellNotes, properExtension, faults } = await checker.check(load, file.name)
    metrics.read('ok', seconds())
    for (const finding of report.findings) metrics.finding(finding.rule)
    for (const fault of faults) log.error('a rule threw', { rule: fault })
    return { kind: 'checked', report, cellNotes, properExtension, readerVersion: version }
  } catch (error) {
    // A store that is away is no fault of the file: the message is tried again.
    if (!(error instanceof GongkaiError) || error instanceof StoreUnavailableError) throw error
    metrics.read(error.code, seconds())
    if (error.code === 'internal') log.error('reading failed', { code: codeOf(error) })
    return { kind: 'unreadable', error }
  }
}
