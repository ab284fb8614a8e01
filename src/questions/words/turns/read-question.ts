import { standsInOrder } from '../text/stands-in-order.ts'
import { nothingTold, type Choice, type Conversation, type Unsettled } from '../../query/conversation.ts'
import { isAnswerable, type AnswerableQuery, type Query } from '../../query/query.ts'
import { asTyped, typed, type Typed } from '../text/as-typed.ts'
import { withoutCounts } from '../whose/counted-agencies.ts'
import { withCollected } from './otherwise/collected.ts'
import { withoutSideClauses } from './otherwise/side-clauses.ts'
import { withoutDenied } from './otherwise/denied.ts'
import { dataQuery } from '../reckoning/data-query.ts'
import { withHalves, type ReadHalf } from '../reckoning/halves.ts'
import { commonMetrics } from '../figures/figures-read.ts'
import { withSaidInARow } from '../figures/said-in-a-row.ts'
import { withoutWhole } from '../figures/within-handled.ts'
import { withoutCorrection } from './correction.ts'
import { goesOn } from './fragment.ts'
import { withoutNodInFront } from './nod-in-front.ts'
import { withGrandTotals } from '../tokens/grand-total.ts'
import { normaliseQuestion } from '../text/normalise.ts'
import { readMentions } from '../whose/mentions.ts'
import { withTakenAway } from '../whose/taken-away.ts'
import { withChoices } from './back/question-back.ts'
import { readingOf } from './reading-of.ts'
import { askBack, good, type Before, type Outcome, type ParseContext, type Reading } from './reading.ts'
import { refusalOf } from './refusals.ts'
import { repaired } from '../tokens/repair.ts'
import { withMissingReports, withoutReported } from '../reports/reports-named.ts'
import { asksAboutReports, reportsQuery } from '../reports/reports-query.ts'
import type { Role, Token } from '../tokens/roles.ts'
import { asOfReports } from './counted-from.ts'
import { segment } from '../tokens/segment.ts'
import { saysWhoseOrWhen } from './spoken-of.ts'
import { meantOf, pointsBack, standingAlone, type Meant } from './meant.ts'
import { withOthersKept } from './otherwise/put-in-place.ts'
import { withReviewCases } from './otherwise/review-cases.ts'
import { withShareOfWhole } from './otherwise/share-of-whole.ts'
import { withLeftOfThem, withWhatBecame } from './otherwise/what-became.ts'
import { saysYears } from '../years/years-read.ts'

/** A question with all that was found in it. */
export interface ReadQuestion {
  readonly outcome: Outcome<AnswerableQuery>
  /** It used the reporting year by 本年 or by no word. */
  readonly byDefault: boolean
  /** Its year was said by a word of the calendar. */
  readonly byCalendar: boolean
  readonly reading: Reading
  /** It goes on from the question before. */
  readonly isOn: boolean
  /** It puts something else in the place of what was said. */
  readonly corrects: boolean
  /** It asks of several questions in a row together. */
  readonly isOfChain: boolean
  readonly said: Typed
  /** Where the first token stands in the normalised question. */
  readonly start: number
}

/**
 * Reads a question, as a fragment where it goes on from the one before; `choices` settle what it left open. `on`: it goes
 * on, whatever its words are.
 */
export function readQuestion(
  question: string,
  context: ParseContext,
  conversation: Memory,
  choices: readonly Choice[],
  on = false,
): ReadQuestion {
  const said = typed(question)
  const memory = memoryOf(conversation, said.text, context)
  const corrected = memory === null ? null : withoutCorrection(said.text)
  const text = corrected ?? said.text
  const { tokens: written, guessed } = repaired(tokensOf(text, context), context.directory)
  const spelt = withCollected(written, conversation.last)
  const instead = withoutDenied(spelt)
  const plain = withoutSideClauses(instead ?? spelt)
  const chosen = withChoices(plain, choices, (year) => tokensOf(year, context))
  const tokens = withoutCounts(chosen, context.audience)
  // What was chosen in answer to a question back changes nothing of whose, and of which year, the question is.
  const asked = choices.length === 0 ? tokens : withoutCounts(spelt, context.audience)
  const corrects = corrected !== null || instead !== null
  const from = on || corrects ? memory : goneOnFrom(memory, asked, text)
  const meant = meantIn(tokens, corrects ? tokensOf(said.text, context) : null, from, context)
  const became = withReviewCases(withWhatBecame(meant.tokens, meant.before), meant.before)
  const known = asOfReports(tokens, context, { memory, from })
  const reading = readingOf(withShareOfWhole(became, meant.before), known, meant.before)
  const read = explained(reading, conversation.last) ?? meant.decided ?? understood(reading)
  const outcome = withGuesses(read, guessed, question)
  return {
    ...{ outcome, reading, said, start: said.text.length - text.length },
    ...{ isOn: from !== null, corrects, isOfChain: meant.isOfChain },
    ...countedFrom(reading, outcome),
  }
}

/** `corrected`: the whole turn, where it puts something in the place of what was said. */
function meantIn(
  tokens: readonly Token[],
  corrected: readonly Token[] | null,
  from: Remembered | null,
  context: ParseContext,
): Meant {
  if (from === null) return standingAlone(tokens)
  const whole = corrected === null ? tokens : withOthersKept(tokens, corrected, from.near)
  return meantOf(whole, from.before, context)
}

function goneOnFrom(memory: Remembered | null, asked: readonly Token[], text: string): Remembered | null {
  if (memory === null) return null
  return goesOn(asked, text, memory.near) || pointsBack(asked, memory.before) ? memory : null
}

/** What the years of the next turn are counted from. */
function countedFrom(
  reading: Reading,
  outcome: Outcome<AnswerableQuery>,
): Pick<ReadQuestion, 'byDefault' | 'byCalendar'> {
  const { tokens, before } = reading
  if (saysYears(reading) && !saysBaseAlone(tokens, outcome) && !countsBack(reading))
    return { byDefault: saysThisYear(tokens), byCalendar: saysCalendarYear(tokens) }
  return { byDefault: before?.byDefault ?? true, byCalendar: before?.byCalendar ?? false }
}

type Memory = Pick<Conversation, 'last' | 'byDefault'> &
  Partial<
    Pick<Conversation, 'byCalendar' | 'listed' | 'unsettled' | 'list' | 'yearsTold' | 'partTold' | 'chain'>
  >

/** What a fragment goes on from, and what its figure may be near to. */
interface Remembered {
  readonly near: Query
  readonly before: Before
}

/** Null where nothing was said yet. */
function memoryOf(
  { last, byDefault, byCalendar = false, listed = null, unsettled, ...more }: Memory,
  text: string,
  context: ParseContext,
): Remembered | null {
  // The same again without some words (外省企业的呢, then 企业的呢): those were not meant.
  const declined = unsettled ? normaliseQuestion(unsettled.question) : ''
  const isAgain = standsInOrder(text, declined) && !saysWhoseOrWhen(tokensOf(declined, context))
  if (unsettled && !(isAgain && last !== null)) {
    const told = listStillMeant({ last, listed, list: more.list ?? null }, tokensOf(text, context))
    return memoryOfUnsettled(unsettled, last, told)
  }
  if (last === null) return null
  const query = withoutExplaining(last)
  return { near: query, before: { ...nothingTold, ...more, query, byDefault, byCalendar, listed } }
}

/** 第三名复议几件 after 教体局为什么这么多: of the list that was told. */
function listStillMeant(
  { last, listed, list }: Pick<Conversation, 'last' | 'listed' | 'list'>,
  tokens: readonly Token[],
): Before['list'] {
  if (!tokens.some(({ role }) => role.is === 'place-number')) return null
  return last === null || listed === null || listed.names.length === 0 ? list : { query: last, listed }
}

function memoryOfUnsettled(
  { query, byDefault }: Unsettled,
  last: Query | null,
  list: Before['list'],
): Remembered {
  const { metrics } = query
  return {
    near: { ...query, metrics: metrics.length > 0 ? metrics : (last?.metrics ?? []) },
    // Which figure was meant is not known where not all words were.
    before: { query: { ...query, metrics: [] }, byDefault, byCalendar: false, ...nothingTold, list },
  }
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

/** 比上年多几件, 比上年增加的单位 name the base of a comparison, and its subject by no word. */
function saysBaseAlone(tokens: readonly Token[], outcome: Outcome<AnswerableQuery>): boolean {
  if (!outcome.ok) return false
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

/** 去年, 前年; 上一年 is counted from the year spoken of. */
function saysCalendarYear(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ role }) => role.is === 'years' && role.word.is === 'yearsBack' && role.word.near !== 'before',
  )
}

function saysThisYear(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => role.is === 'years' && role.word.is === 'thisYear')
}

/** 帮助 教育局依申请几件: a question behind the command. */
function withoutCommand(tokens: readonly Token[]): readonly Token[] {
  const [first, next] = tokens.filter(({ role }) => role.is !== 'mark' && role.is !== 'empty')
  if (first?.role.is !== 'help' || next === undefined) return tokens
  const begins = ['agency', 'own', 'years', 'group', 'place'].includes(next.role.is)
  return begins ? tokens.filter((token) => token !== first) : tokens
}

/** The tokens of a normalised text, the agencies among them found. */
export function tokensOf(
  text: string,
  { vocabulary, directory }: Pick<ParseContext, 'vocabulary' | 'directory'>,
): readonly Token[] {
  const read = withoutNodInFront(withoutCommand(readMentions(segment(text, vocabulary), directory)))
  return withMissingReports(
    withLeftOfThem(withSaidInARow(withoutWhole(withTakenAway(withGrandTotals(read))))),
  )
}

function understood(reading: Reading): Outcome<AnswerableQuery> {
  return withHalves(reading, understoodAtOnce(reading), readHalf(reading))
}

/** Reads clauses of a line one after the other. */
export function readHalf({ context }: Pick<Reading, 'context'>): ReadHalf {
  return (tokens, before) => understoodAtOnce(readingOf(tokens, context, before))
}

function understoodAtOnce(reading: Reading): Outcome<AnswerableQuery> {
  const refusal = refusalOf(reading)
  if (refusal !== null) return { ok: false, refusal }
  if (asksAboutReports(reading)) return reportsQuery(reading)
  const { tokens, context, before } = reading
  return dataQuery(reading.has('filing') ? readingOf(withoutReported(tokens), context, before) : reading)
}

/** What some of the tokens of a question ask for, read like the whole of it. */
export function readTokens(tokens: readonly Token[], { context, before }: Reading): Outcome<AnswerableQuery> {
  return understood(readingOf(tokens, context, before))
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
    return last === null || !isAnswerable(last)
      ? askBack('metric', commonMetrics, null)
      : good(explaining(last))
  }
  const outcome = understood(reading)
  return outcome.ok ? good(explaining(outcome.value)) : outcome
}

/** The same answer again, with its cells. */
export function explaining(query: AnswerableQuery): AnswerableQuery {
  if (query.operation === 'explain') return query
  return { ...query, operation: 'explain', explains: query.operation }
}
