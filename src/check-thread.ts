import { parentPort, workerData } from 'node:worker_threads'
import { checkFile, type CheckedFile } from './check.ts'
import { GongkaiError, type ErrorCode } from './errors.ts'
import { codeOf } from './log.ts'
import type { AgencyKind } from './report/agency-kind.ts'
import type { Report } from './report/report.ts'

/** What the thread is given at its start: kinds of the agencies that the roster knows, by full name. */
export interface ThreadData {
  readonly kinds: Readonly<Record<string, AgencyKind>>
}

export interface ThreadRequest {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly previous: Report | null
}

export type ThreadAnswer =
  /** The file has arrived: from here on its reading is to blame for what becomes of the thread. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'checked'; readonly file: CheckedFile }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }

/** The last answer to a request. */
export type FinalAnswer = Exclude<ThreadAnswer, { readonly kind: 'begun' }>

async function answer(request: ThreadRequest, data: ThreadData): Promise<FinalAnswer> {
  try {
    const file = await checkFile(request.bytes, request.fileName, {
      rosterKindOf: (agency) => data.kinds[agency] ?? null,
      previous: request.previous,
    })
    return { kind: 'checked', file }
  } catch (error) {
    if (error instanceof GongkaiError) return { kind: 'failed', code: error.code, message: error.message }
    return { kind: 'failed', code: 'internal', message: `读取时程序出错（${codeOf(error)}），请联系管理员` }
  }
}

// Both ends of the channel are this program's own: src/checker.ts starts the thread and types what it sends.
const data = workerData as ThreadData
parentPort?.on('message', (request: ThreadRequest) => {
  parentPort?.postMessage({ kind: 'begun' } satisfies ThreadAnswer)
  void answer(request, data).then((result) => parentPort?.postMessage(result))
})
