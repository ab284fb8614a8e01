import type { Unsettled } from '../../query/conversation.ts'
import type { Query } from '../../query/query.ts'
import type { Metric } from '../../query/metrics.ts'
import { turnsRound } from '../offers/quoting.ts'
import { isFigureRole, whoseRoles, type Role, type Token } from '../tokens/roles.ts'
import { inRosterOrder } from '../whose/whose.ts'
import { readWhose } from '../whose/whose-read.ts'
import { readYears, saysYears } from '../years/years-read.ts'
import { speaksOfFigures } from './refusals.ts'
import type { Reading, Refusal } from './reading.ts'

/** What a question without a query spoke of: whose, when, and the figures it named. */
export function spokenOf(reading: Reading, metrics: readonly Metric[]): Query {
  const found = readWhose(reading, { all: false, withGovernment: false, groupBeside: true })
  // Another place's agency is nobody here, and not everybody.
  const whose = found.ok && !reading.has('elsewhere') ? found.value : null
  const agencies = whose === null ? [] : inRosterOrder(whose.names, reading.context.audience)
  const years = readYears(reading, agencies)
  return {
    ...{ intent: 'none', metrics, agencies, operation: null },
    years: years.ok ? years.value.years : [],
    ...(whose === null ? {} : { whose: whose.whose }),
  }
}

/**
 * Whether a refusal is remembered like a query (questions.md section 6): what was asked is clear, but for a figure, a
 * name or a year that is not there. What is not understood, and what is no question, leaves the memory as it was.
 */
export function isRemembered(refusal: Refusal): boolean {
  if (refusal.kind === 'help') return false
  return refusal.kind === 'clarify' || !['out_of_scope', 'not_understood'].includes(refusal.reason)
}

/** Beside one of these it is certain whose figure was asked for; a ranking or a comparison may mean others as well. */
const plain: readonly Role['is'][] = [
  ...whoseRoles,
  ...([
    'group',
    'years',
    'howMany',
    'unit',
    'and',
    'goesOn',
    'left',
    'report',
    'sum',
    'towards',
    'plus',
    'conjunction',
    'confirm',
  ] as const),
]

/**
 * What is certain of a turn with words that were not understood; null where it was no question of figures, and the memory
 * stays as it was. Unknown words may have been the agency or the year that a fragment leaves out, so those of the query
 * before are not kept.
 */
export function unsettledBy(
  reading: Reading,
  refusal: Refusal,
  metrics: readonly Metric[],
): Pick<Unsettled, 'query'> | null {
  if (refusal.kind !== 'none' || !['not_understood', 'out_of_scope'].includes(refusal.reason)) return null
  if (reading.has('outOfScope') || !speaksOfFigures(reading)) return null
  // 其中疑难的呢 is of a part: whose, when and of what it is a part was not touched.
  if (reading.within && reading.before !== null) return null
  const { agencies, whose, years } = spokenOf(reading, metrics)
  const [isWhose, isWhen] = [isCertainOfWhose(reading), isCertainOfYears(reading)]
  return {
    query: {
      ...{ intent: 'none', operation: null, metrics },
      ...{ agencies: isWhose ? agencies : [], years: isWhen ? years : [] },
      ...(isWhose && whose !== undefined ? { whose } : {}),
    },
  }
}

function isCertainOfWhose({ tokens, whose }: Reading): boolean {
  const isSaid = whose.named.length > 0 || (whose.groups.length > 0 && !whose.openly)
  const isPlain = tokens.every(({ role }) => plain.includes(role.is) || isFigureRole(role))
  return isSaid && isPlain && whose.without.length === 0 && !tokens.some(isDenial) && !joinsUnknown(tokens)
}

/** 不是商务局: which of them is meant is not known. */
function isDenial({ role, text }: Token): boolean {
  return role.is === 'left' && turnsRound.test(text)
}

/** 妇联和市监局: one of them is not known. */
function joinsUnknown(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ role }, index) =>
      role.is === 'and' &&
      [tokens[index - 1], tokens[index + 1]].some((beside) => beside?.role.is === 'left'),
  )
}

/** 那届, 上一期: unknown words that may speak of a year. */
function isCertainOfYears(reading: Reading): boolean {
  const isUnknown = reading.tokens.some(
    ({ role, text }) => role.is === 'left' && /[\d年届期度季月前后]/u.test(text),
  )
  return (
    !isUnknown && (saysYears(reading) || reading.before === null || reading.before.query.years.length > 0)
  )
}
