import { haveSameMembers } from './same-members.ts'
import { textOf } from '../tokens/text-of.ts'
import type { Unsettled } from '../../query/conversation.ts'
import type { Query } from '../../query/query.ts'
import type { Metric } from '../../query/metrics.ts'
import type { NoFigure } from '../../query/reply.ts'
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
    years: years.ok ? years.value.years : futureYear(years.refusal),
    ...(whose === null ? {} : { whose: whose.whose }),
    ...(whose === null || whose.without.length === 0 ? {} : { without: whose.without }),
  }
}

/** A year that is not over yet stays the one spoken of. */
function futureYear(refusal: Refusal): readonly number[] {
  const isFuture = refusal.kind === 'none' && refusal.detail?.kind === 'future'
  return isFuture ? [refusal.detail.year] : []
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
    'notHeld',
    'notAnnual',
    'untilNow',
    'outOfScope',
  ] as const),
]

/**
 * What is certain of a declined turn that the next fragment may be about: with words that were not understood, about a
 * figure that the tables do not hold, or no question of figures though it named somebody or something else than `last`.
 * Null where there is nothing of the kind, and the memory stays as it was. Unknown words may have been the agency or the
 * year that a fragment leaves out, so those of the query before are not kept.
 */
export function unsettledBy(
  reading: Reading,
  refusal: Refusal,
  metrics: readonly Metric[],
  last: Query | null,
): Pick<Unsettled, 'query'> | null {
  if (refusal.kind !== 'none' || !leavesOpen(reading, refusal.reason, metrics, last)) return null
  // 其中疑难的呢 is of a part: whose, when and of what it is a part was not touched.
  if (reading.within && reading.before !== null) return null
  const isNotHeld = refusal.reason === 'not_in_tables'
  const { agencies, whose, years } = spokenOf(reading, metrics)
  const isWhose = isCertainOfWhose(reading) || (isNotHeld && isOfNobodyElse(reading))
  return {
    query: {
      ...{ intent: 'none', operation: null },
      metrics: isNotHeld ? orBefore(metrics, last) : metrics,
      years: isCertainOfYears(reading) ? years : [],
      ...(isWhose ? whoseOf(agencies, whose) : { agencies: [] }),
    },
  }
}

/** What a figure named next may be near to. */
function orBefore(metrics: readonly Metric[], last: Query | null): readonly Metric[] {
  return metrics.length > 0 || last === null ? metrics : last.metrics
}

/** Every word is known, and none says whose. */
function isOfNobodyElse(reading: Reading): boolean {
  return !reading.has('left') && !saysWhose(reading)
}

function whoseOf(agencies: readonly string[], whose: Query['whose']): Pick<Query, 'agencies' | 'whose'> {
  return whose === undefined ? { agencies } : { agencies, whose }
}

function leavesOpen(
  reading: Reading,
  reason: NoFigure,
  metrics: readonly Metric[],
  last: Query | null,
): boolean {
  if (reason === 'not_in_tables') return true
  if (reason === 'not_annual') return reading.has('left') || reading.has('notHeld')
  if (reason !== 'not_understood' && reason !== 'out_of_scope') return false
  return reading.has('outOfScope') ? isOfOthers(reading, metrics, last) : speaksOfFigures(reading)
}

/** 教育局怎么样 after a figure of another agency. */
function isOfOthers(reading: Reading, metrics: readonly Metric[], last: Query | null): boolean {
  if (reading.has('notHeld') || reading.has('elsewhere')) return true
  const { agencies } = spokenOf(reading, [])
  // 第二名为什么这么多: one of those told.
  const spoken = [last?.agencies ?? [], reading.before?.query.agencies ?? []]
  const isElse = saysWhose(reading) && !spoken.some((names) => haveSameMembers(agencies, names))
  return isElse || metrics.some((metric) => last?.metrics.includes(metric) !== true)
}

const names: readonly Role['is'][] = [
  ...(['agency', 'own', 'group', 'kind', 'rest', 'ending', 'oneOf', 'place', 'elsewhere'] as const),
]

function saysWhose({ tokens }: Reading): boolean {
  return tokens.some(({ role }) => names.includes(role.is))
}

/** Whether words name somebody or a year: then they are of something else than the same words without them. */
export function saysWhoseOrWhen(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => names.includes(role.is) || role.is === 'years')
}

const asksOf: readonly Role['is'][] = ['goesOn', 'years', 'filing', 'verdict', 'findings', 'group', 'agency']

/** 这个数要报市里: another place is named in passing, and nothing is asked of it. */
export function namesPlaceInPassing({ tokens }: Reading, refusal: Refusal): boolean {
  if (refusal.kind !== 'none' || refusal.reason !== 'not_in_roster') return false
  const text = textOf(tokens)
  const isAsked = tokens.some(({ role }) => asksOf.includes(role.is) || isFigureRole(role))
  const isDone = /[报给交送找问要发来去催让叫说等](?![^市省县州区]*[局委办厅])/u.test(text)
  return (
    isDone && !isAsked && /[市省县州区]里?/u.test(text) && !/[呢吗几谁哪]|多少|[局委办厅]的?$/u.test(text)
  )
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
