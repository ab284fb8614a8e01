import type { Listed } from './query/conversation.ts'
import type { AnswerableQuery } from './query/query.ts'
import type { Figures } from './query/reply.ts'

/** More are not remembered one by one. */
const mostListed = 200

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

function picksOut({
  intent,
  operation,
  explains,
  by,
  where,
  growth,
  carryOver,
  groups,
}: AnswerableQuery): boolean {
  const how = operation === 'explain' ? explains : operation
  if (how === 'rank') return by === undefined || by === 'agency'
  if (how === 'missing' || how === 'status') return true
  if (how !== 'list' && how !== 'count') return false
  return intent === 'reports' || (groups === undefined && (where ?? growth ?? carryOver) !== undefined)
}
