import type { ReportShelf } from '../report/stored-report.ts'
import type { Roster, Scope } from '../roster/roster.ts'
import { answerQuery } from './answering/answer-query.ts'
import type { World } from './answering/world.ts'
import { heldYears, type HeldYears } from './held-years.ts'
import { insteadOf, inYear, type Tried } from './instead.ts'
import { knownWords, type KnownWords } from './known-words.ts'
import { newConversation, type Conversation } from './query/conversation.ts'
import { groupNames, type AnswerableQuery, type Query } from './query/query.ts'
import type { AskedGroup, AskReply, Figures } from './query/reply.ts'
import { settledByNumber } from './settled-by-number.ts'
import { withTold } from './listed-in.ts'
import { notPermitted, refused, replyOf } from './replies.ts'
import { parseTurn, type Turn } from './words/turns/parse.ts'
import type { ParseContext } from './words/turns/reading.ts'

/** Who asks, when, and of what. */
export interface AskContext {
  readonly now: Date
  readonly roster: Roster
  /** The newest reports: the store, or those of a file. */
  readonly reports: ReportShelf
  /** Whose figures may be seen; everybody's on the command line. */
  readonly scope: Scope
  /** The agencies of the asking group where the scope does not say (`--agency`): full names; null in a district-wide one. */
  readonly home?: readonly string[] | null
  /** Whether times of arrival mean anything; false over reports out of a file. Default true. */
  readonly knowsArrival?: boolean
}

/** A reply, and what is to be remembered of this asker. */
export interface Answered {
  readonly reply: AskReply
  readonly conversation: Conversation
}

/** Answers one question from the stored reports: words → query → figure. It gives data; templates/answer.ts words it. */
export async function ask(question: string, context: AskContext): Promise<AskReply> {
  return (await converse(question, context, newConversation)).reply
}

/** One turn of a conversation. */
export async function converse(
  question: string,
  context: AskContext,
  conversation: Conversation,
): Promise<Answered> {
  const { roster, reports, scope } = context
  const listed = roster.agencies.map(({ name }) => name)
  const held = await heldYears(reports, listed, thisYearOf(context))
  const known = knownWords(roster, held.stored)
  const reading = parseContextOf(context, known, held)
  const readOn = (said: string, before: Conversation): Promise<Turn> => readTurn(said, reading, before, held)
  const world = worldOf(context, known, reading)
  const answer = (query: AnswerableQuery): Promise<Figures> => answerQuery(query, world)
  const mayAnswer = async (query: AnswerableQuery): Promise<Figures | null> =>
    outsideOf(query, scope).length > 0 ? null : answer(query)
  const asked = await readOn(question, conversation)
  const turn = (await settledByNumber(asked, readOn, mayAnswer)) ?? asked
  const { read } = turn
  const isEmpty = async (): Promise<boolean> =>
    reading.calendar.reportingYear === null && (await held.areNone())
  const tries = async (query: AnswerableQuery): Promise<Tried> => {
    const figures = await mayAnswer(query)
    return figures === null ? { isAnswered: false, newest: null } : tried(figures)
  }
  if (read.kind !== 'query') {
    // Years that only the questions offered ask for (最新一期) are looked up, too.
    turn.nearest()
    await held.complete()
    const instead = await insteadOf(turn, reading, tries)
    return {
      reply: refused(read, await isEmpty(), instead),
      // 是 to several leaves them on offer.
      conversation: { ...turn.conversation, offered: [...turn.conversation.offered, ...instead.offers] },
    }
  }
  const { query } = read
  const outside = outsideOf(query, scope)
  if (outside.length > 0) return { reply: notPermitted(query, outside), conversation: turn.conversation }
  const figures = await answer(query)
  const group = groupOf(query, reading.audience.allName, roster)
  const again = await inYear(tried(figures).newest, query, reading, tries)
  const offers = again === null ? [] : [again]
  const reply = replyOf(query, figures, group, await isEmpty(), { offers, samples: [] })
  // 它们 after 有几家 are those that were counted.
  const counted = countedOf(query)
  const told = async (): Promise<Figures> => (counted === null ? figures : answer(counted))
  const bound = scope.kind === 'agencies'
  const besides = await besidesOf(turn, tries)
  const wording = { ...reply.wording, ...(bound ? { bound } : {}), ...besides }
  return {
    reply: { ...reply, wording },
    conversation: { ...withTold(turn.conversation, await told(), query), offered: offers },
  }
}

/** Who was counted; null where nobody was, or it is not known how they would be told. */
function countedOf(query: AnswerableQuery): AnswerableQuery | null {
  if (query.operation !== 'count') return null
  if (query.intent === 'data') return { ...query, operation: 'list' }
  const [metric] = query.metrics
  if (metric === 'report.missing') return { ...query, operation: 'missing' }
  return metric === 'report.verdict' ? { ...query, operation: 'status' } : null
}

/** The same of the one agency spoken of before, where it has an answer. */
async function besidesOf(
  turn: Turn,
  tries: (query: AnswerableQuery) => Promise<Tried>,
): Promise<Pick<AskReply['wording'], 'besides'>> {
  const besides = turn.besides()
  return besides !== null && (await tries(besides.query)).isAnswered ? { besides: besides.question } : {}
}

function tried({ answer, refusal }: Figures): Tried {
  return { isAnswered: answer !== null, newest: refusal?.kind === 'newest' ? refusal.year : null }
}

function worldOf(
  { reports, roster, scope, now, knowsArrival }: AskContext,
  words: KnownWords,
  { calendar: { thisYear, reportingYear } }: ParseContext,
): World {
  const { agencies } = words
  return {
    ...{ reports, roster, agencies, now, reportingYear },
    newestYearOf: (name) => reports.newestYear([name], thisYear),
    government: scope.kind === 'all' ? governmentOf(words) : null,
    knowsArrival: knowsArrival ?? true,
  }
}

/** Words alone decide whose years they need; those are looked up then, and the words are read once more with them. */
async function readTurn(
  question: string,
  reading: ParseContext,
  conversation: Conversation,
  held: HeldYears,
): Promise<Turn> {
  const turn = parseTurn(question, reading, conversation)
  return (await held.complete()) ? readTurn(question, reading, conversation, held) : turn
}

function parseContextOf(
  context: AskContext,
  { agencies, vocabulary, directory, allName }: KnownWords,
  held: HeldYears,
): ParseContext {
  const { scope, home } = context
  const isPart = scope.kind === 'agencies'
  return {
    ...{ vocabulary, directory, heldBy: held.of },
    audience: {
      all: isPart ? agencies.filter(({ name }) => scope.names.includes(name)) : agencies,
      home: isPart ? scope.names : (home ?? null),
      allName: isPart ? '本群各单位' : allName,
    },
    calendar: {
      thisYear: thisYearOf(context),
      today: dayInShanghai(context.now),
      reportingYear: held.reportingYear,
    },
  }
}

/** The calendar year of today in Asia/Shanghai. */
export function thisYearOf({ now }: Pick<AskContext, 'now'>): number {
  return Number(dayInShanghai(now).slice(0, 4))
}

/** YYYY-MM-DD in Asia/Shanghai, which has no summer time: UTC+8. */
function dayInShanghai(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** The agencies of a query that may not be asked about. */
function outsideOf({ agencies: asked, among = [] }: Query, scope: Scope): readonly string[] {
  if (scope.kind === 'all') return []
  const agencies = [...asked, ...among]
  return scope.kind === 'none' ? agencies : agencies.filter((name) => !scope.names.includes(name))
}

/** Of several (a city's, and its counties') that of the district itself. */
function governmentOf({ agencies, directory: { place } }: KnownWords): string | null {
  const governments = agencies.filter(({ kind }) => kind === 'government').map(({ name }) => name)
  const [government, ...others] = governments
  if (others.length === 0) return government ?? null
  return governments.find((name) => name === `${place ?? ''}人民政府`) ?? null
}

/** What a group is called, and whether a list of who belongs to it is known. */
function groupOf(query: AnswerableQuery, allName: string, { agencies }: Roster): AskedGroup | null {
  const { whose = 'one', without } = query
  const size = query.agencies.length
  if (whose === 'one' || size === 1) return null
  const isListed = agencies.length > 0 || whose === 'named' || whose === 'own'
  const called = calledBy(whose, allName, size)
  return {
    name: without === undefined ? called : `${called}（不含${without.join('、')}）`,
    size,
    members: isListed ? 'listed' : 'received',
  }
}

function calledBy(whose: NonNullable<AnswerableQuery['whose']>, allName: string, size: number): string {
  if (whose === 'own') return '本群各单位'
  if (whose === 'all') return allName
  return whose === 'named' || whose === 'one' ? `${size}个单位` : groupNames[whose]
}
