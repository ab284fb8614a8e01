import { newConversation, type Conversation, type Link, type ListBefore } from '../../query/conversation.ts'
import { picksOut } from '../../query/picks-out.ts'
import { isAnswerable, type AnswerableQuery, type Query } from '../../query/query.ts'
import { chainAfter, lastInARow, withoutLast } from './in-a-row/chain.ts'
import { tokensOf, type ReadQuestion } from './read-question.ts'
import { rolesOf } from './reading.ts'

/** What is remembered of a turn that led to a query; what its answer told is added to it. */
export function rememberedAfter(
  query: AnswerableQuery,
  found: Pick<ReadQuestion, 'isOn' | 'corrects' | 'isOfChain' | 'reading' | 'said'>,
  before: Conversation,
): Conversation {
  const { isOn, isOfChain } = found
  const chain = isOfChain ? before.chain : chainWith(query, found, before)
  return { ...newConversation, last: query, list: isOn ? listAfter(query, before) : null, chain }
}

/** 甲局几件, 乙局呢, 一共几件, 去年呢: what differs from the sum of both goes on from that. */
function chainWith(
  query: AnswerableQuery,
  found: Pick<ReadQuestion, 'corrects' | 'reading' | 'said'>,
  before: Conversation,
): readonly Link[] {
  const chain = chainAfter(chainBefore(found, before), query)
  const { last, unsettled } = before
  const isSum = last !== null && last.operation === 'sum' && isAnswerable(last) && unsettled === null
  if (!isSum || found.corrects || lastInARow(chain).length > 1) return chain
  const ofSum = chainAfter(chainAfter([], last), query)
  return lastInARow(ofSum).length > 1 ? ofSum : chain
}

/** 不是乙局，是丙局 stands in the place of the last. */
function chainBefore(
  { corrects, reading: { context }, said }: Pick<ReadQuestion, 'corrects' | 'reading' | 'said'>,
  { chain, unsettled }: Conversation,
): readonly Link[] {
  if (unsettled !== null) return []
  if (!corrects) return chain
  const tokens = tokensOf(said.text, context)
  const agencies = rolesOf(tokens, 'agency').flatMap(({ names }) => names)
  const years = rolesOf(tokens, 'years').flatMap(({ word }) => (word.is === 'year' ? [word.year] : []))
  return withoutLast(chain, { agencies, years })
}

/** The list whose members the turn was about. */
function listAfter(query: Query, { last, listed, list }: Conversation): ListBefore | null {
  const told = last === null || listed === null || listed.names.length === 0 ? null : { query: last, listed }
  // 其中最多的是谁 told one of those: they stay.
  const isOneOfMany = told !== null && told.listed.names.length === 1 && list !== null
  const lists = isOneOfMany ? [list, told] : [told, list]
  return lists.find((one) => one !== null && isOfMembers(query, one)) ?? null
}

function isOfMembers(query: Query, { query: asked, listed }: ListBefore): boolean {
  const { agencies } = query
  const isWithin = agencies.length > 0 && agencies.every((name) => listed.names.includes(name))
  if (!picksOut(query) || agencies.length < 2) return isWithin || agencies.length === 1
  return isPlaceOf(query, asked) || (isWithin && agencies.length < asked.agencies.length)
}

/** 第二名呢: of the same ranking. */
function isPlaceOf(query: Query, asked: Query): boolean {
  const isSame = [query.metrics, query.years, query.agencies].every((one, index) =>
    isAlike(one, [asked.metrics, asked.years, asked.agencies][index] ?? []),
  )
  return query.position !== undefined && asked.operation === 'rank' && isSame
}

function isAlike(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index])
}
