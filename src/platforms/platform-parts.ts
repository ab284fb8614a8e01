import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { CallbackOrigin, Refusal } from './callback-origin.ts'
import type { PlatformFiles, SharedMarks } from './platform.ts'

/** What every real platform needs of the house. */
export interface PlatformParts {
  readonly files: PlatformFiles
  /** How much was sent to whom, which files came under which message: over all replicas. */
  readonly marks: SharedMarks
  /** Further `host` or `host:port` that files may be fetched from (DOWNLOAD_HOSTS). */
  readonly downloadHosts: readonly string[]
  readonly clock: Clock
  readonly log: Log
  /** Counts refused callbacks. */
  readonly onRefused: (refusal: Refusal) => void
  /** Told of callbacks that were verified. */
  readonly onVerified: (origin: CallbackOrigin) => void
  /** Counts access tokens that were asked for. */
  readonly onTokenRefresh: (result: 'ok' | 'failed') => void
}
