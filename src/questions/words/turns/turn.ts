import type { Conversation } from '../../query/conversation.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import { namedFigure } from '../figures/named-figure.ts'
import type { NearQuestion } from '../offers/nearest-question.ts'
import { turnsRound } from '../offers/quoting.ts'
import type { Reading, Refusal } from './reading.ts'

/** A question that was read whole. */
export interface ParsedQuery {
  readonly kind: 'query'
  readonly query: AnswerableQuery
}

/** What a turn came to, and what is remembered of it. */
export interface Turn {
  readonly read: ParsedQuery | Refusal
  readonly conversation: Conversation
  /**
   * Looks for what is near to words that were not understood; only a reply that has no figure needs it. `conversation`
   * does not remember it: not all may be offered.
   */
  readonly nearest: () => readonly NearQuestion[]
  /** Agencies and figures that were named where there is no query. */
  readonly heard: Heard
  /** The same of the one agency spoken of before, where the turn named nobody and is of all. */
  readonly besides: () => NearQuestion | null
}

/** What was named in a question that led to no query. */
export interface Heard {
  readonly agencies: readonly string[]
  readonly metrics: readonly Metric[]
}

const nothing: Heard = { agencies: [], metrics: [] }

/** A turn that came to this. */
export function turn(
  read: Turn['read'],
  conversation: Conversation,
  more: Partial<Pick<Turn, 'nearest' | 'heard' | 'besides'>> = {},
): Turn {
  return { read, conversation, nearest: () => [], heard: nothing, besides: () => null, ...more }
}

/** Nothing of this trade was asked, or it is not known what. */
export function isNoQuestion(refusal: Refusal): boolean {
  if (refusal.kind === 'help') return true
  return refusal.kind === 'none' && ['out_of_scope', 'not_understood'].includes(refusal.reason)
}

/** What a reading names. Words that deny something leave unknown which figure is meant. */
export function heardIn({ whose, mentions, tokens }: Reading): Heard {
  const isDenied = tokens.some(({ role, text }) => role.is === 'left' && turnsRound.test(text))
  const named = isDenied ? [] : mentions.map(({ parts }) => namedFigure(parts))
  return {
    agencies: whose.named,
    metrics: named.flatMap((figure) => (figure.kind === 'metric' ? [figure.metric] : [])),
  }
}
