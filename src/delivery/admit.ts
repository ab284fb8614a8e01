import type { Excess, Message } from '../bot.ts'
import type { InboxStore, TrafficQuery } from '../store/store.ts'
import type { Limits, Share } from './limits.ts'

/** Whether a message is worked on now, later, or not at all. */
export type Admission =
  | { readonly kind: 'now' }
  | { readonly kind: 'later'; readonly until: Date; readonly excess: Extract<Excess, { kind: 'put_off' }> }
  | { readonly kind: 'refused'; readonly excess: Excess }

const minute = 60_000
const hour = 60 * minute

/**
 * Holds a message against the limits of its sender and its group. What counts is its place among all that was sent in
 * the hour or minute before it: the inbox knows that anyway, so that nothing is written for it, every replica finds the
 * same, and a message that is claimed again is judged as before. It runs after the acknowledgement, never before it.
 */
export async function admit(
  message: Message,
  store: Pick<InboxStore, 'sentBefore'>,
  limits: Limits,
  now: Date,
): Promise<Admission> {
  const sides: readonly (readonly [TrafficQuery['by'], Share])[] = [
    ['person', limits.person],
    ...(message.conversation.kind === 'group' ? [['conversation', limits.group] as const] : []),
  ]
  let worst: Admission = { kind: 'now' }
  for (const [by, share] of sides) {
    const admission =
      message.attachments.length > 0
        ? await admitFiles(message, store, { by, limit: share.filesPerHour, hours: limits.hoursOfFiles, now })
        : await admitQuestion(message, store, { by, limit: share.questionsPerMinute })
    if (admission.kind === 'refused') return admission
    if (worst.kind === 'now' || (admission.kind === 'later' && admission.until > worst.until))
      worst = admission
  }
  return worst
}

/**
 * The same, where no answer finds its way after a time: what could be worked on only later is refused, so that nobody
 * waits for nothing. It may be sent again when its turn would have come.
 */
export function within(answersUntil: Date | null, admission: Admission): Admission {
  if (admission.kind !== 'later' || answersUntil === null || admission.until < answersUntil) return admission
  const { by, limit, until } = admission.excess
  return { kind: 'refused', excess: { kind: 'files_refused', by, limit, again: until } }
}

async function admitFiles(
  message: Message,
  store: Pick<InboxStore, 'sentBefore'>,
  { by, limit, hours, now }: FileLimit,
): Promise<Admission> {
  const { receivedAt } = message
  const since = new Date(receivedAt.getTime() - hour)
  const before = await store.sentBefore(message, { by, kind: 'files', since, atMost: limit * hours })
  const round = Math.floor(before / limit)
  const inRound = new Date(receivedAt.getTime() + round * hour)
  // Its own hour has come: also where it is claimed again after it was put off. Clocks of replicas may differ.
  if (round === 0 || (round < hours && inRound <= now)) return { kind: 'now' }
  if (round < hours) {
    return { kind: 'later', until: inRound, excess: { kind: 'put_off', by, limit, until: inRound } }
  }
  const again = new Date(receivedAt.getTime() + hour)
  return { kind: 'refused', excess: { kind: 'files_refused', by, limit, again } }
}

interface FileLimit {
  readonly by: TrafficQuery['by']
  readonly limit: number
  readonly hours: number
  readonly now: Date
}

async function admitQuestion(
  message: Message,
  store: Pick<InboxStore, 'sentBefore'>,
  { by, limit }: Pick<FileLimit, 'by' | 'limit'>,
): Promise<Admission> {
  const since = new Date(message.receivedAt.getTime() - minute)
  const before = await store.sentBefore(message, { by, kind: 'texts', since, atMost: limit })
  return before < limit
    ? { kind: 'now' }
    : { kind: 'refused', excess: { kind: 'questions_refused', by, limit } }
}
