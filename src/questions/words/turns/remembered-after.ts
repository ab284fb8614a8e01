import { newConversation, type Conversation, type ListBefore } from '../../query/conversation.ts'
import { picksOut } from '../../query/picks-out.ts'
import type { AnswerableQuery, Query } from '../../query/query.ts'
import { chainAfter } from './chain.ts'
import type { ReadQuestion } from './read-question.ts'

/** What is remembered of a turn that led to a query; what its answer told is added to it. */
export function rememberedAfter(
  query: AnswerableQuery,
  { isOn, corrects, isOfChain }: Pick<ReadQuestion, 'isOn' | 'corrects' | 'isOfChain'>,
  before: Conversation,
): Conversation {
  const isBroken = corrects || before.unsettled !== null
  const chain = isOfChain ? before.chain : chainAfter(isBroken ? [] : before.chain, query)
  return { ...newConversation, last: query, list: isOn ? listAfter(query, before) : null, chain }
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
