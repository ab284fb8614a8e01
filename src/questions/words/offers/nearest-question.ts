import type { AnswerableQuery, Query } from '../../query/query.ts'
import { clauses, restsWithout } from './rest-of-question.ts'
import { lessWords, saysWhose, type Rest } from './less-words.ts'
import { questionOf } from './question-of.ts'
import { halvesOf } from '../reckoning/halves.ts'
import { readHalf, readQuestion, readTokens, type ReadQuestion } from '../turns/read-question.ts'
import { unclaimedWords, type ParseContext } from '../turns/reading.ts'
import { substitutes } from './substitutes.ts'

/** A question that is understood, near to one that was not, and how it is read. */
export interface NearQuestion {
  readonly question: string
  readonly query: AnswerableQuery
}

/** Offered at once, at most. */
const mostOffered = 2

/**
 * What may be asked instead of a question that has no figure, in people's words; each reads back as the query it was
 * made of. Of words that were not understood: the question without them, as typed or, where that does not read well,
 * worded anew. None where the words may turn the sense round (不, 没), or where they leave no question.
 */
export function nearestQuestions(found: ReadQuestion, last: Query | null): readonly NearQuestion[] {
  const near = [...withoutStrange(found), ...inOrder(found)]
  const offers: NearQuestion[] = []
  for (const { question, query } of near) {
    const isKnown = [...offers.map((offer) => offer.query), ...(last === null ? [] : [last])].some((one) =>
      isSame(one, query),
    )
    if (question !== null && !isKnown) offers.push({ question, query })
  }
  return offers.slice(0, mostOffered)
}

/** A query for which there may be no words. */
interface Near {
  readonly question: string | null
  readonly query: AnswerableQuery
}

function withoutStrange(found: ReadQuestion): readonly Near[] {
  const { outcome } = found
  if (outcome.ok) return []
  const { refusal } = outcome
  const words = unclaimedWords(outcome)
  const isSeveral = refusal.kind === 'none' && refusal.detail?.kind === 'several_questions'
  if (isSeveral) return eachHalf(found)
  const rests = words === null ? [] : restsWithout(words, found)
  return rests.map((rest) => ({ question: worded(rest, found), query: rest.query }))
}

/** Each half by itself, with what it leaves to the other. */
function eachHalf(found: ReadQuestion): readonly Near[] {
  const { reading } = found
  const halves = halvesOf(reading, readHalf(reading), true) ?? []
  const isOfNobody = reading.whose.named.length === 0
  // Said of somebody in another clause, it would be of all by itself.
  const own = clauses([], found).filter((rest) => isOfNobody || saysWhose(rest, reading.tokens))
  const typed = own.map((rest) => ({ question: worded(rest, found), query: rest.query }))
  const whole = halves.flatMap(({ query, ofThose }) => {
    if (query === null || ofThose === true) return []
    const same = typed.find((one) => one.question !== null && isSame(one.query, query))
    return [same ?? { question: wordedAnew(query, reading.context), query }]
  })
  return whole.length > 0 ? whole : typed
}

function inOrder(found: ReadQuestion): readonly Near[] {
  const { outcome, reading } = found
  if (outcome.ok) return []
  return substitutes(found, outcome.refusal).flatMap((tokens) => {
    const read = readTokens(tokens, reading)
    return read.ok ? [{ question: wordedAnew(read.value, reading.context), query: read.value }] : []
  })
}

/** In people's words, as far as they read back as the same query. */
function worded(rest: Rest, found: ReadQuestion): string | null {
  const { context } = found.reading
  const typed = lessWords(rest, found)
  const own = questionOf(rest.query, context.audience.allName)
  const either = typed?.readsWell === true ? [typed.text, own] : [own]
  return either.find((text) => text !== null && readsBack(text, rest.query, context)) ?? null
}

/** A query in words of our own that read back as it; null where there are none. */
export function wordedAnew(query: Query, context: ParseContext): string | null {
  const text = questionOf(query, context.audience.allName)
  return text !== null && readsBack(text, query, context) ? text : null
}

function readsBack(text: string, query: Query, context: ParseContext): boolean {
  const { outcome } = readQuestion(text, context, { last: null, byDefault: false }, [])
  return outcome.ok && isSame(outcome.value, query)
}

/** Whether two queries ask for the same, however they were spelt. */
function isSame(one: Query, other: Query): boolean {
  return comparable(one) === comparable(other)
}

function comparable(query: Query): string {
  const asked = Object.entries(query).filter(([key]) => key !== 'guessed' && key !== 'yearByReports')
  return JSON.stringify(asked.sort(([a], [b]) => (a < b ? -1 : 1)))
}
