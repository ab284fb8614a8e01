import type { Address } from '../platform.ts'
import { streamLife } from './bot-stream.ts'
import { readReplyRef } from './reply-ref.ts'

/** A stream asks every few seconds; one that is still open has asked by then. */
const patience = 20_000

/** A message and its way back are made at once. */
const sameMoment = 5_000

/** Replies to the 智能机器人 wait for their stream to fetch them, as long as it may still ask. */
export function holdUntil(to: Address, receivedAt: Date, now: Date): Date {
  const ref = readReplyRef(to)
  if (ref?.way !== 'bot') return now
  // An upload has no stream: it came later than the message whose way back it uses.
  if (receivedAt.getTime() - ref.at > sameMoment) return now
  const end = Math.min(now.getTime() + patience, receivedAt.getTime() + streamLife)
  return new Date(Math.max(now.getTime(), end))
}
