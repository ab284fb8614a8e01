import { StoreUnavailableError } from '../errors.ts'
import { codeOf } from '../log.ts'
import type { ClaimedMessage } from '../store/store.ts'

/** Claims that end without a word before a message is given up: it may be killing the process. */
export const silentClaims = 3
/**
 * Of a message with files only those claims count in which a reading had begun: sixteen may be claimed and wait for a
 * thread while one of them kills the process. Should something before the reading kill it, this many claims are the
 * last net.
 */
const silentClaimsInAll = 30
/** Recorded faults before a message is given up: the backoff has reached hours by then. */
export const recordedFaults = 8
/** Tries of a message that runs into a fault of ours. */
const faultsOfOurs = 3

/** Tried often enough: it kills whoever works on it, or what should pass does not. */
export function isSpent(claimed: ClaimedMessage): boolean {
  return claimed.faults >= recordedFaults || isDeadly(claimed)
}

/** It kills whoever works on it. */
export function isDeadly({ message, attempts, deaths }: ClaimedMessage): boolean {
  if (deaths >= silentClaims) return true
  return attempts > (message.attachments.length === 0 ? silentClaims : silentClaimsInAll)
}

/** What may pass is waited for; a fault of ours is tried twice more, since nobody should wait hours for its reply. */
export function isWorthRetry(error: unknown, { faults }: Pick<ClaimedMessage, 'faults'>): boolean {
  return isPassing(error) || faults + 1 < faultsOfOurs
}

/** The store or the network is away: nothing is wrong with the message. */
function isPassing(error: unknown): boolean {
  return error instanceof StoreUnavailableError || isHostAway(error)
}

/** The network or a host is away, or too busy. */
export function isHostAway(error: unknown): boolean {
  return /^(?:E(?:CONN|TIMEDOUT|PIPE|AI_AGAIN|NOTFOUND|HOSTUNREACH|NETUNREACH)|UND_ERR_)/.test(codeOf(error))
}
