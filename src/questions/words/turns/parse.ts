import {
  newConversation,
  type Choice,
  type Conversation,
  type OpenQuestion,
} from '../../query/conversation.ts'
import { isMetric } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery, Query } from '../../query/query.ts'
import type { RefusalDetail } from '../../query/reply.ts'
import { asTyped } from '../text/as-typed.ts'
import { mentionsOf } from '../figures/figures.ts'
import { namedFigure } from '../figures/named-figure.ts'
import { nearestQuestions, type NearQuestion } from '../offers/nearest-question.ts'
import { normaliseQuestion } from '../text/normalise.ts'
import { isNod, withoutGreeting } from '../text/courtesy.ts'
import { offerAnswer } from './offer-answer.ts'
import { goesOn, withoutCorrection } from './fragment.ts'
import { answerTo, isBeyond, wantsAll, withChoices } from './question-back.ts'
import { isTooLong, questionLimit } from '../text/question-limit.ts'
import { quotedWords, turnsRound } from '../offers/quoting.ts'
import { readQuestion, tokensOf, type ReadQuestion } from './read-question.ts'
import type { ParseContext, Reading, Refusal } from './reading.ts'
import { isRemark } from './remark.ts'
import { rememberedAfter } from './remembered-after.ts'
import { saidBesides, withSaid } from './said-besides.ts'
import type { Token } from '../tokens/roles.ts'
import { isRemembered, namesPlaceInPassing, spokenOf, unsettledBy } from './spoken-of.ts'
import { isClosing } from '../reports/wishes.ts'

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
}

/** What was named in a question that led to no query. */
export interface Heard {
  readonly agencies: readonly string[]
  readonly metrics: readonly Metric[]
}

const nothing: Heard = { agencies: [], metrics: [] }

/** Words → query, or why not. Every stretch of the question is claimed, or there is no query. */
export function parseQuestion(question: string, context: ParseContext): ParsedQuery | Refusal {
  return parseTurn(question, context, newConversation).read
}

/**
 * One turn of a conversation: an answer to what was offered or to the bot's question back, a fragment, or a question by
 * itself.
 */
export function parseTurn(question: string, context: ParseContext, conversation: Conversation): Turn {
  const { open, offered, ...spoken } = conversation
  const before: Conversation = { ...spoken, open, offered: [] }
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
  return (
    (open === null ? null : answered(open, question, context, before)) ??
    turnOf(question, context, before, [])
  )
}

/** A turn that answers the question back; null where it does not. */
function answered(
  open: OpenQuestion,
  question: string,
  context: ParseContext,
  before: Conversation,
): Turn | null {
  if (!open.together && wantsAll(open, question)) return turn(again(open), before)
  // A number beyond the options: they are named again.
  if (isBeyond(open, question)) return turn(again(open), before)
  const choice = answerTo(open, question, tokensOf(normaliseQuestion(question), context))
  if (choice === null) return joined(open, question, context, before)
  const isSome = choice.chosen.length > 1 && choice.chosen.length < open.options.length
  if (isSome && !canBeAsked({ ...open, chosen: choice.chosen }, context, before))
    return turn(again(open), before)
  const unsettled = before.unsettled?.besideOpen === true ? null : before.unsettled
  return turnOf(open.question, context, { ...before, unsettled }, [...open.choices, choice])
}

/**
 * What is said of the open question without settling it (教体局, 2023年的) joins it; null where the turn is about
 * something else. What cannot be joined is declined, and the question stays open as it was.
 */
function joined(
  open: OpenQuestion,
  question: string,
  context: ParseContext,
  before: Conversation,
): Turn | null {
  if (before.unsettled?.besideOpen === true) return null
  const text = normaliseQuestion(question)
  const said = (withoutCorrection(text) ?? withoutGreeting(text)).replace(/^(?:是|要|选|问的是)/u, '')
  const read = (one: string): readonly Token[] => tokensOf(one, context)
  const tokens = read(said)
  const asked = withChoices(read(normaliseQuestion(open.question)), open.choices, read)
  const near = mayBeSpokenOf(open, asked).some((query) => goesOn(tokens, said, query))
  if (saidBesides(tokens, open, near).length === 0) return null
  const declined = { kind: 'words', words: [question.trim()] } as const
  const leftAside = turn({ kind: 'none', reason: 'not_understood', detail: declined }, before)
  if (withSaid(asked, tokens) === null) return leftAside
  const choices: readonly Choice[] = [...open.choices, { slot: 'besides', written: null, chosen: [said] }]
  const result = turnOf(open.question, context, { ...before, unsettled: null }, choices)
  if (result.read.kind !== 'none') return result
  if (isNoQuestion(result.read)) return leftAside
  // Another name, or another year, may follow one that is not there.
  return { ...result, conversation: { ...result.conversation, open: { ...open, choices } } }
}

/** What a turn after a question back may go on from: each figure that it named, or may have meant. */
function mayBeSpokenOf({ slot, options }: OpenQuestion, asked: readonly Token[]): readonly Query[] {
  const named = mentionsOf(asked).map(({ parts }) => namedFigure(parts))
  const metrics = named.flatMap((one) => (one.kind === 'metric' ? [one.metric] : []))
  const meant = slot === 'metric' ? options.filter(isMetric) : []
  const query = { intent: 'data', agencies: [], years: [], operation: 'value' } as const
  return [[], ...[...metrics, ...meant].map((metric) => [metric])].map((one) => ({ ...query, metrics: one }))
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

/** Where not all may be asked for together, the same question back. */
function again({ slot, options, written, together }: OpenQuestion): Refusal {
  const detail = written === null ? null : ({ kind: 'ambiguous', written } as const)
  return { kind: 'clarify', slot, options, detail, together }
}

function turn(
  read: Turn['read'],
  conversation: Conversation,
  more: Partial<Pick<Turn, 'nearest' | 'heard'>> = {},
): Turn {
  return { read, conversation, nearest: () => [], heard: nothing, ...more }
}

function turnOf(
  question: string,
  context: ParseContext,
  conversation: Conversation,
  choices: readonly Choice[],
): Turn {
  const found = readQuestion(question, context, conversation, choices)
  const { outcome, byDefault, byCalendar } = found
  if (choices.length === 0 && isRemark(question, found.reading.tokens))
    return turn({ kind: 'help', dropped: true }, conversation)
  if (outcome.ok) {
    const remembered = { ...rememberedAfter(outcome.value, found, conversation), byDefault, byCalendar }
    return turn({ kind: 'query', query: outcome.value }, remembered)
  }
  const refusal = quoted(outcome.refusal, question, found)
  const remembered = rememberedOf(found, conversation)
  if (refusal.kind === 'clarify') {
    const { slot, options } = refusal
    const { refusal: plain } = outcome
    const written =
      plain.kind === 'clarify' && plain.detail?.kind === 'ambiguous' ? plain.detail.written : null
    const open = { question, slot, options, written, choices }
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

/** Whether a question with all options in it is one that is answered, or leads to another question back. */
function canBeAsked(
  { question, slot, written, choices, chosen }: Omit<OpenQuestion, 'options' | 'together'> & Choice,
  context: ParseContext,
  conversation: Conversation,
): boolean {
  if (chosen.length < 2) return false
  const { outcome } = readQuestion(question, context, conversation, [...choices, { slot, written, chosen }])
  return outcome.ok || outcome.refusal.kind === 'clarify'
}

/** A question that is clear but for a figure, a name or a year is gone on from like any other. */
function rememberedOf(
  { outcome, reading, byDefault, byCalendar }: ReadQuestion,
  conversation: Conversation,
): Conversation {
  if (outcome.ok || !isRemembered(outcome.refusal)) return conversation
  if (namesPlaceInPassing(reading, outcome.refusal)) return conversation
  const { before } = reading
  // What a fragment asked back about is not yet settled; the question before it is.
  if (before !== null && outcome.refusal.kind === 'clarify') return conversation
  const { metrics } = heardIn(reading)
  // 罚款多少 names a figure of its own, though the tables do not hold it.
  const isOther = reading.has('notHeld') && !reading.within
  const spoken = metrics.length > 0 || isOther ? metrics : (before?.query.metrics ?? [])
  return {
    ...conversation,
    last: spokenOf(reading, spoken),
    byDefault,
    byCalendar,
    listed: null,
    ...{ unsettled: null, list: null, yearsTold: null, chain: [] },
  }
}

function isNoQuestion(refusal: Refusal): boolean {
  if (refusal.kind === 'help') return true
  return refusal.kind === 'none' && ['out_of_scope', 'not_understood'].includes(refusal.reason)
}

/** Words that deny something leave unknown which figure is meant. */
function heardIn({ whose, mentions, tokens }: Reading): Heard {
  const isDenied = tokens.some(({ role, text }) => role.is === 'left' && turnsRound.test(text))
  const named = isDenied ? [] : mentions.map(({ parts }) => namedFigure(parts))
  return {
    agencies: whose.named,
    metrics: named.flatMap((figure) => (figure.kind === 'metric' ? [figure.metric] : [])),
  }
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
