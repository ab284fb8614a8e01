import { backoff } from './backoff.ts'
import { recordedFaults } from './patience.ts'

/** A download that failed and may be tried again. */
export interface FailedDownload {
  /** Faults so far, the last one included. */
  readonly faults: number
  readonly receivedAt: Date
  /** When its link ends; null: not known, or not soon. */
  readonly until: Date | null
  readonly now: Date
  /** 0 … 1. */
  readonly random: number
}

/** So long before its end a link is asked for the last time: the message had been on its way when it was received. */
const margin = 20_000
/** No wait is longer than this part of a link's life, so that several tries fall within it. */
const part = 1 / 6

/**
 * When a download is tried again; null: it is given up. Where the link is known to end, it is tried until then, by the
 * usual waits or more often, and for the last time shortly before the end; else as often as anything else.
 */
export function nextDownload({ faults, receivedAt, until, now, random }: FailedDownload): Date | null {
  const usual = backoff(faults, () => random)
  if (until === null) return faults < recordedFaults ? new Date(now.getTime() + usual) : null
  const last = until.getTime() - margin
  if (now.getTime() >= last) return null
  const wait = Math.min(usual, (until.getTime() - receivedAt.getTime()) * part)
  const next = now.getTime() + wait
  // Two tries in short order at the end would be one for nothing.
  return new Date(next + wait / 2 > last ? last : next)
}
