import type { Conversation, Listed } from './query/conversation.ts'
import { childrenOf } from './query/children.ts'
import type { Metric } from './query/metrics.ts'
import { picksOut } from './query/picks-out.ts'
import type { AnswerableQuery } from './query/query.ts'
import type { Figures } from './query/reply.ts'

/** More are not remembered one by one. */
const mostListed = 200

/** What is remembered of a turn, with whom and which years its answer told. */
export function withTold(remembered: Conversation, figures: Figures, query: AnswerableQuery): Conversation {
  const listed = listedIn(figures, query)
  const [only = null, ...others] = listed?.names ?? []
  const picked = others.length === 0 ? only : null
  const chain = remembered.chain.map((link, index, { length }) =>
    index === length - 1 && query.operation === 'rank' ? { ...link, picked } : link,
  )
  return {
    ...remembered,
    listed,
    chain,
    yearsTold: yearsIn(figures, query),
    partTold: partIn(figures, query),
  }
}

/**
 * The agencies that an answer picked out of those asked about, in its order; null where it picked none out: a figure, or
 * one for each that was asked about.
 */
export function listedIn(figures: Figures, query: AnswerableQuery): Listed | null {
  if (query.agencies.length < 2 || !picksOut(query)) return null
  const { answer, extras } = figures
  // How many there are was told, and not who.
  if (typeof answer === 'number' || answer === null) return nobody
  const names = namesIn(answer, query)
  if (names === null) return null
  if (names.length > mostListed) return nobody
  // From either end one agency may have two places, and 第一名 two meanings.
  const isPlaced = extras.places?.length === names.length && query.both !== true
  return { names, places: isPlaced ? (extras.places ?? null) : null, order: query.order ?? 'desc' }
}

/** Those that the lines of an answer are about; null where they are about something else. */
function namesIn(answer: Figures['answer'], { agencies }: AnswerableQuery): readonly string[] | null {
  if (!Array.isArray(answer)) return null
  const labels = answer.map((one): unknown => (Array.isArray(one) ? one[0] : one))
  const names = labels.filter((label): label is string => typeof label === 'string')
  const areAgencies = names.length === labels.length && names.every((name) => agencies.includes(name))
  return areAgencies ? [...new Set(names)] : null
}

const nobody: Listed = { names: [], places: null, order: 'desc' }

/** The years that an answer picked out of those asked about (哪年最多); null where it picked none out. */
export function yearsIn(
  { answer }: Figures,
  { operation, by, years }: AnswerableQuery,
): readonly number[] | null {
  if (operation !== 'rank' || by !== 'year' || !Array.isArray(answer)) return null
  const labels = answer.map((one): unknown => (Array.isArray(one) ? one[0] : one))
  const told = labels.filter((label): label is number => typeof label === 'number' && years.includes(label))
  return told.length === labels.length ? [...new Set(told)] : []
}

/** The one part that an answer picked out of those of a figure (哪类最多); null where it picked out none, or several. */
function partIn({ answer }: Figures, { operation, by, metrics }: AnswerableQuery): Metric | null {
  if (operation !== 'rank' || (by !== 'applicant' && by !== 'row') || !Array.isArray(answer)) return null
  const labels = answer.map((one): unknown => (Array.isArray(one) ? one[0] : one))
  const children = metrics.flatMap((metric) => childrenOf(metric, by))
  const [part, ...others] = children.filter(({ key }) => labels.includes(key))
  return part === undefined || others.length + labels.length > 1 ? null : part.metric
}
