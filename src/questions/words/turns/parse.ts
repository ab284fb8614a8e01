import {
  newConversation,
  nothingTold,
  type Choice,
  type Conversation,
  type Settled,
} from '../../query/conversation.ts'
import type { Metric } from '../../query/metrics.ts'
import { isAnswerable, type Query } from '../../query/query.ts'
import type { RefusalDetail } from '../../query/reply.ts'
import { asTyped } from '../text/as-typed.ts'
import { nearestQuestions, type NearQuestion } from '../offers/nearest-question.ts'
import { ofOneSpokenOf } from '../offers/of-one-spoken-of.ts'
import { isNod } from '../text/courtesy.ts'
import { offerAnswer } from './back/offer-answer.ts'
import {
  afterOption,
  afterQuestionBack,
  askedAgain,
  canBeAsked,
  type Asker,
} from './back/after-question-back.ts'
import { isTooLong, questionLimit } from '../text/question-limit.ts'
import { quotedWords } from '../offers/quoting.ts'
import { explaining, readQuestion, type ReadQuestion } from './read-question.ts'
import { rolesOf, type ParseContext, type Reading, type Refusal } from './reading.ts'
import { countingFrom } from './counted-from.ts'
import { doubtsAnswer } from './doubt.ts'
import { isRemark } from './remark.ts'
import { rememberedAfter } from './remembered-after.ts'
import { isRemembered, namesPlaceInPassing, spokenOf, unsettledBy } from './spoken-of.ts'
import { heardIn, isNoQuestion, turn, type ParsedQuery, type Turn } from './turn.ts'
import { isClosing } from '../reports/wishes.ts'
import { saysYears } from '../years/years-read.ts'

export type { Turn } from './turn.ts'

/** Words → query, or why not. Every stretch of the question is claimed, or there is no query. */
export function parseQuestion(question: string, context: ParseContext): ParsedQuery | Refusal {
  return parseTurn(question, context, newConversation).read
}

/**
 * One turn of a conversation: an answer to what was offered or to the bot's question back, a fragment, or a question by
 * itself.
 */
export function parseTurn(question: string, known: ParseContext, conversation: Conversation): Turn {
  const { open, settled, offered, ...spoken } = conversation
  const context = afterThisYear(known, conversation)
  const before: Conversation = { ...spoken, open, settled: null, offered: [] }
  if (isTooLong(question)) {
    const detail = { kind: 'too_long', limit: questionLimit } as const
    return turn({ kind: 'none', reason: 'not_understood', detail }, before)
  }
  const answer = offerAnswer(offered, question)
  // 不是 to what was offered leaves open what was meant; 算了 gives it up.
  if (answer.kind === 'dropped' && !isClosing(question)) return turn({ kind: 'help', dropped: true }, before)
  if (answer.kind === 'unclear') return turn(whichOf(offered), { ...before, offered })
  // What was offered was read against the query before.
  if (answer.kind === 'taken') return turnOf(answer.question, context, { ...before, unsettled: null }, [])
  if (isNod(question)) return turn({ kind: 'help', dropped: true }, before)
  if (isClosing(question))
    return turn({ kind: 'help', dropped: true }, { ...before, open: null, unsettled: null })
  if (doubtsAnswer(question)) return doubted(before)
  return (
    afterAskingBack(settled, question, { context, before, read: turnOf }) ??
    turnOf(question, context, before, [])
  )
}

/** A turn that answers a question back, or answers it once more. */
function afterAskingBack(settled: Settled | null, question: string, asker: Asker): Turn | null {
  const { open } = asker.before
  if (open !== null) return afterQuestionBack(open, question, asker)
  return settled === null ? null : afterOption(settled, question, asker)
}

/** 确定吗, 再查一下: the last answer again with its cells, or the question back that is open. */
function doubted(before: Conversation): Turn {
  const { last, open } = before
  if (open !== null) return askedAgain(open, before)
  if (last === null || !isAnswerable(last) || before.unsettled !== null)
    return turn({ kind: 'help', dropped: true }, before)
  return turn({ kind: 'query', query: { ...explaining(last), doubted: true } }, before)
}

/** 去年依申请几件 after 今年依申请几件, which was told of the year reported on. */
function afterThisYear(context: ParseContext, { fromReports, last }: Conversation): ParseContext {
  return fromReports ? countingFrom(context, last?.intent === 'reports') : context
}

/** 今年 was told as the year reported on, and since then no year was said by its number. */
function countsFromReports(query: Query, { reading }: ReadQuestion): boolean {
  const { calendar } = reading.context
  const saysNumber = rolesOf(reading.tokens, 'years').some(({ word }) =>
    ['year', 'range', 'since'].includes(word.is),
  )
  return query.yearByReports === true || (calendar.countedFrom !== undefined && !saysNumber)
}

/** 是 to several questions. */
function whichOf(offered: readonly string[]): Refusal {
  return {
    kind: 'clarify',
    slot: 'metric',
    options: offered,
    detail: { kind: 'which_offer' },
    together: false,
  }
}

function turnOf(
  question: string,
  context: ParseContext,
  conversation: Conversation,
  choices: readonly Choice[],
  on = false,
): Turn {
  const found = readQuestion(question, context, conversation, choices, on)
  const { outcome, byDefault, byCalendar } = found
  if (choices.length === 0 && isRemark(question, found.reading.tokens))
    return turn({ kind: 'help', dropped: true }, conversation)
  if (outcome.ok) {
    const fromReports = countsFromReports(outcome.value, found)
    const remembered = {
      ...rememberedAfter(outcome.value, found, conversation),
      ...{ byDefault, byCalendar, fromReports },
    }
    const besides = (): NearQuestion | null => ofOneSpokenOf(found, conversation.last)
    return turn({ kind: 'query', query: outcome.value }, remembered, { besides })
  }
  if (namesPlaceInPassing(found.reading, outcome.refusal))
    return turn({ kind: 'help', dropped: true }, conversation)
  const refusal = quoted(outcome.refusal, question, found)
  const remembered = rememberedOf(found, conversation)
  if (refusal.kind === 'clarify') {
    const { slot, options } = refusal
    const written = writtenIn(outcome.refusal)
    const open = { question, slot, options, written, choices, goesOn: on }
    const together = canBeAsked({ ...open, chosen: options }, context, conversation)
    const unsettled = remembered.unsettled === null ? null : { ...remembered.unsettled, besideOpen: false }
    return turn({ ...refusal, together }, { ...remembered, unsettled, open: { ...open, together } })
  }
  const more = { nearest: () => nearestQuestions(found, conversation.last), heard: heardIn(found.reading) }
  // What is not understood leaves the memory as it was, the question back in it too; not where it was the answer.
  const open = choices.length === 0 && isNoQuestion(refusal) ? conversation.open : null
  const unsettled = unsettledBy(found.reading, refusal, heardIn(found.reading).metrics, conversation.last)
  return turn(
    refusal,
    {
      ...{ ...remembered, open },
      ...(unsettled === null
        ? {}
        : { unsettled: { ...unsettled, question, byDefault, besideOpen: open !== null } }),
    },
    more,
  )
}

/** The words that a question back is about, normalised. */
function writtenIn(refusal: Refusal): string | null {
  return refusal.kind === 'clarify' && refusal.detail?.kind === 'ambiguous' ? refusal.detail.written : null
}

/** A question that is clear but for a figure, a name or a year is gone on from like any other. */
function rememberedOf(
  { outcome, reading, byDefault, byCalendar }: ReadQuestion,
  conversation: Conversation,
): Conversation {
  if (outcome.ok || !isRemembered(outcome.refusal)) return conversation
  const { before } = reading
  // What a fragment asked back about is not yet settled; the question before it is.
  if (before !== null && outcome.refusal.kind === 'clarify') return conversation
  // Where something is asked back nothing was told yet that 去年 could be counted from.
  const isUntold = outcome.refusal.kind === 'clarify' && !saysYears(reading)
  const last = spokenOf(reading, figuresSpokenOf(reading))
  return {
    ...{ ...conversation, byDefault, byCalendar, unsettled: null, ...nothingTold },
    last: isUntold ? { ...last, years: [] } : last,
  }
}

function figuresSpokenOf(reading: Reading): readonly Metric[] {
  const { metrics } = heardIn(reading)
  // 罚款多少 names a figure of its own, though the tables do not hold it.
  const isOther = reading.has('notHeld') && !reading.within
  return metrics.length > 0 || isOther ? metrics : (reading.before?.query.metrics ?? [])
}

/** People know their own words again: they are quoted as typed. */
function quoted(refusal: Refusal, question: string, found: ReadQuestion): Refusal {
  if (refusal.kind === 'help') return refusal
  if (refusal.kind === 'none' && refusal.reason === 'not_summable') {
    const { before } = found.reading
    const [metric = before?.query.metrics[0]] = heardIn(found.reading).metrics
    return { ...refusal, detail: metric === undefined ? null : { kind: 'no_sum', metric } }
  }
  if (refusal.detail === null) return refusal
  return { ...refusal, detail: quoting(refusal.detail, question, found) }
}

function quoting(
  detail: RefusalDetail,
  question: string,
  { reading, said, start }: ReadQuestion,
): RefusalDetail {
  if (detail.kind === 'words') return { ...detail, words: quotedWords(detail.words, reading, said, start) }
  if (detail.kind === 'unknown_agency') {
    const [written = detail.written] = quotedWords([detail.written], reading, said, start)
    return { ...detail, written }
  }
  return 'written' in detail ? { ...detail, written: asTyped(detail.written, question) } : detail
}
