import { newConversation, type Choice, type Conversation } from '../query/conversation.ts'
import type { AnswerableQuery, Query } from '../query/query.ts'
import type { RefusalDetail } from '../query/reply.ts'
import { asTyped } from './as-typed.ts'
import { withoutCounts } from './counted-agencies.ts'
import { dataQuery } from './data-query.ts'
import { mentionsOf } from './figures.ts'
import { commonMetrics } from './figures-read.ts'
import { goesOn, withoutCorrection } from './fragment.ts'
import { withGrandTotals } from './grand-total.ts'
import { readMentions } from './mentions.ts'
import { normaliseQuestion } from './normalise.ts'
import { answerTo, withChoices } from './question-back.ts'
import { isTooLong, questionLimit } from './question-limit.ts'
import { askBack, good, type Outcome, type ParseContext, type Reading, type Refusal } from './reading.ts'
import { repaired } from './repair.ts'
import { refusalOf } from './refusals.ts'
import { asksAboutReports, reportsQuery } from './reports-query.ts'
import type { Role, Token } from './roles.ts'
import { segment } from './segment.ts'
import { saidWhose } from './whose.ts'
import { saysYears } from './years-read.ts'

/** A question that was read whole. */
export interface ParsedQuery {
  readonly kind: 'query'
  readonly query: AnswerableQuery
}

/** What a turn came to, and what is remembered of it. */
export interface Turn {
  readonly read: ParsedQuery | Refusal
  readonly conversation: Conversation
}

/** Words → query, or why not. Every stretch of the question is claimed, or there is no query. */
export function parseQuestion(question: string, context: ParseContext): ParsedQuery | Refusal {
  return parseTurn(question, context, newConversation).read
}

/** One turn of a conversation: an answer to the bot's question back, a fragment, or a question by itself. */
export function parseTurn(question: string, context: ParseContext, conversation: Conversation): Turn {
  if (isTooLong(question)) {
    const detail = { kind: 'too_long', limit: questionLimit } as const
    return { read: { kind: 'none', reason: 'not_understood', detail }, conversation }
  }
  const { open } = conversation
  if (open !== null) {
    const said = answerTo(open, question, tokensOf(normaliseQuestion(question), context))
    if (said.kind === 'drop') return { read: { kind: 'help' }, conversation: { ...conversation, open: null } }
    if (said.kind === 'choice') {
      return turnOf(open.question, context, conversation, [...open.choices, said.choice])
    }
  }
  return turnOf(question, context, conversation, [])
}

function turnOf(
  question: string,
  context: ParseContext,
  conversation: Conversation,
  choices: readonly Choice[],
): Turn {
  const { outcome, byDefault } = read(question, context, conversation, choices)
  if (outcome.ok) {
    return {
      read: { kind: 'query', query: outcome.value },
      conversation: { last: outcome.value, byDefault, open: null },
    }
  }
  const refusal = quoted(outcome.refusal, question)
  if (refusal.kind === 'clarify') {
    const { slot, options } = refusal
    const { refusal: plain } = outcome
    const written =
      plain.kind === 'clarify' && plain.detail?.kind === 'ambiguous' ? plain.detail.written : null
    return {
      read: refusal,
      conversation: { ...conversation, open: { question, slot, options, written, choices } },
    }
  }
  return { read: refusal, conversation: { ...conversation, open: null } }
}

interface Read {
  readonly outcome: Outcome<AnswerableQuery>
  readonly byDefault: boolean
}

function read(
  question: string,
  context: ParseContext,
  { last, byDefault }: Conversation,
  choices: readonly Choice[],
): Read {
  const said = normaliseQuestion(question)
  const corrected = last === null ? null : withoutCorrection(said)
  const text = corrected ?? said
  const { tokens: spelt, guessed } = repaired(tokensOf(text, context), context.directory)
  const chosen = withChoices(spelt, choices, (year) => tokensOf(year, context))
  const tokens = withoutCounts(chosen, context.audience)
  const spokenOf = last === null ? null : withoutExplaining(last)
  const isOn = spokenOf !== null && (corrected !== null || goesOn(tokens, text, spokenOf))
  const before = isOn ? { query: spokenOf, byDefault } : null
  const reading = readingOf(tokens, context, before)
  const outcome = withGuesses(explained(reading, last) ?? understood(reading), guessed, question)
  const isCounted = saysYears(reading) && !saysBaseAlone(tokens, outcome) && !countsBack(reading)
  return { outcome, byDefault: isCounted ? saysThisYear(tokens) : before === null || byDefault }
}

/** What 怎么算的 was asked of is still what was spoken of. */
function withoutExplaining(last: Query): Query {
  const { explains, ...query } = last
  return last.operation === 'explain' && explains !== undefined ? { ...query, operation: explains } : last
}

/** 前年呢 after 去年呢, which was counted from R: so is this. */
function countsBack({ before, tokens }: Reading): boolean {
  return (
    before?.byDefault === true &&
    tokens.every(({ role }) => role.is !== 'years' || ['yearsBack', 'wholeYear'].includes(role.word.is))
  )
}

/** 比上年多几件 names the base of a comparison, and its subject by no word. */
function saysBaseAlone(tokens: readonly Token[], outcome: Outcome<AnswerableQuery>): boolean {
  if (!outcome.ok || outcome.value.operation !== 'compare') return false
  const { subject, base } = outcome.value
  const words = tokens.flatMap(({ role }) =>
    role.is === 'years' && role.word.is !== 'wholeYear' ? [role.word] : [],
  )
  return (
    typeof subject === 'number' &&
    base === subject - 1 &&
    words.every((word) => word.is === 'yearsBack' && word.near !== null)
  )
}

/** How words were read that were written otherwise goes into the query. */
function withGuesses(
  outcome: Outcome<AnswerableQuery>,
  guesses: NonNullable<Query['guessed']>,
  question: string,
): Outcome<AnswerableQuery> {
  // What was chosen in answer to a question back is no guess.
  const made = guesses.filter(({ written, read: as }) => written !== as)
  if (!outcome.ok || made.length === 0) return outcome
  const guessed = made.map(({ written, read: as }) => ({ written: asTyped(written, question), read: as }))
  return good({ ...outcome.value, guessed })
}

function saysThisYear(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => role.is === 'years' && role.word.is === 'thisYear')
}

function tokensOf(text: string, { vocabulary, directory }: ParseContext): readonly Token[] {
  return withGrandTotals(readMentions(segment(text, vocabulary), directory))
}

function readingOf(tokens: readonly Token[], context: ParseContext, before: Reading['before']): Reading {
  const roles = new Set(tokens.map(({ role }) => role.is))
  return {
    ...{ tokens, context, before, mentions: mentionsOf(tokens), whose: saidWhose(tokens, context.audience) },
    has: (is) => roles.has(is),
    within: tokens.some(({ role }) => role.is === 'goesOn' && role.within),
  }
}

function understood(reading: Reading): Outcome<AnswerableQuery> {
  const refusal = refusalOf(reading)
  if (refusal !== null) return { ok: false, refusal }
  return asksAboutReports(reading) ? reportsQuery(reading) : dataQuery(reading)
}

const besideExplain: readonly Role['is'][] = [
  'explain',
  'empty',
  'mark',
  'goesOn',
  'it',
  'confirm',
  'howMany',
  'report',
]

/** 怎么算的: the last answer again, or the one the question itself asks for. */
function explained(reading: Reading, last: Query | null): Outcome<AnswerableQuery> | null {
  if (!reading.has('explain')) return null
  if (reading.tokens.every(({ role }) => besideExplain.includes(role.is))) {
    return last === null ? askBack('metric', commonMetrics, null) : good(explaining(last as AnswerableQuery))
  }
  const outcome = understood(reading)
  return outcome.ok ? good(explaining(outcome.value)) : outcome
}

function explaining(query: AnswerableQuery): AnswerableQuery {
  if (query.operation === 'explain') return query
  return { ...query, operation: 'explain', explains: query.operation }
}

/** People know their own words again: they are quoted as typed. */
function quoted(refusal: Refusal, question: string): Refusal {
  if (refusal.kind === 'help' || refusal.detail === null) return refusal
  return { ...refusal, detail: quoting(refusal.detail, question) }
}

function quoting(detail: RefusalDetail, question: string): RefusalDetail {
  if (detail.kind === 'words')
    return { ...detail, words: detail.words.map((word) => asTyped(word, question)) }
  return 'written' in detail ? { ...detail, written: asTyped(detail.written, question) } : detail
}
