import type { AnswerableQuery, Query } from './query/query.ts'
import type { AskedGroup, AskReply, CaveatCode, Figures, RefusalDetail, Wording } from './query/reply.ts'
import { nothingInstead } from './instead.ts'
import type { Refusal } from './words/turns/reading.ts'

/** Makes replies of what the two steps found. */

const noFigure = {
  ...{ answer: null, unit: null, extras: {}, caveats: [], caveatCodes: [], missing: [], reference: null },
  ...{ reason: null, slot: null, options: [], offers: [], sources: [] },
} as const

const noWording: Wording = { group: null, refusal: null, samples: [] }

const nothingStored: RefusalDetail = { kind: 'nothing_stored' }

/** The reply where words led to no query. */
export function refused(said: Refusal, isEmpty: boolean, { offers, samples } = nothingInstead): AskReply {
  const refusal = isEmpty ? withNothingStored(said) : said
  const query: Query = { intent: refusal.kind, metrics: [], agencies: [], years: [], operation: null }
  if (refusal.kind === 'help') {
    const detail = refusal.dropped === true ? ({ kind: 'dropped' } as const) : null
    return { ...noFigure, understood: true, query, wording: { ...noWording, refusal: detail } }
  }
  const wording = { ...noWording, refusal: refusal.detail, samples }
  if (refusal.kind === 'clarify') {
    const { slot, options, together = true } = refusal
    return { ...noFigure, understood: false, query, slot, options, wording: { ...wording, together } }
  }
  const understood = refusal.reason !== 'out_of_scope' && refusal.reason !== 'not_understood'
  return { ...noFigure, understood, query, reason: refusal.reason, offers, wording }
}

/** Without reports and without a roster nobody is known: it is not the name that is wrong. */
function withNothingStored(refusal: Refusal): Refusal {
  if (refusal.kind !== 'none' || refusal.detail?.kind !== 'unknown_agency' || refusal.detail.listed)
    return refusal
  return { kind: 'none', reason: 'no_report', detail: nothingStored }
}

/** The reply where the group may not see an agency's figures. */
export function notPermitted(query: AnswerableQuery, outside: readonly string[]): AskReply {
  return {
    ...noFigure,
    understood: true,
    query: { ...query, intent: 'none' },
    reason: 'not_permitted',
    wording: { ...noWording, refusal: { kind: 'outside', agencies: [...new Set(outside)] } },
  }
}

/** The reply to a query that was answered, or for which there is no figure. */
export function replyOf(
  query: AnswerableQuery,
  figures: Figures,
  group: AskedGroup | null,
  isEmpty: boolean,
  { offers, samples } = nothingInstead,
): AskReply {
  const { answer, unit, extras, reason, missing, reference, sources } = figures
  const caveats = [...figures.caveats, ...(reason === null ? guessedCaveat(query) : [])]
  return {
    understood: reason !== 'not_understood',
    query: reason === null ? query : { ...query, intent: 'none' },
    ...{ answer, unit, extras, reason, missing, reference, sources, slot: null, options: [], offers },
    caveats: caveats.map((caveat) => caveat.text),
    caveatCodes: caveats.map((caveat) => caveat.code),
    wording: {
      group,
      refusal: reason === 'no_report' && isEmpty ? nothingStored : figures.refusal,
      samples,
    },
  }
}

/** Says how a word was read that was written otherwise. */
function guessedCaveat({ guessed }: Query): readonly { readonly code: CaveatCode; readonly text: string }[] {
  if (guessed === undefined || guessed.length === 0) return []
  const read = guessed.map(({ written, read: as }) => `“${written}”按“${as}”理解`)
  return [{ code: 'guessed_wording', text: read.join('，') }]
}
