import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery, Condition } from '../../query/query.ts'
import { finished, type Asked } from './draft.ts'
import { conditionsOf, isOfThoseBefore, type NamedMetric } from '../figures/figures-read.ts'
import { askBack, good, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { allMeant, readOneYear } from './scope-read.ts'
import { threshold } from '../figures/thresholds.ts'
import { membersOf } from '../whose/whose.ts'

/** Ways to reckon that look at one among all, or at those that meet a threshold. */

const oneBeside = { all: false, withGovernment: false, groupBeside: true }

/** 排第几, 占全区: one agency in all of them, or in a group named beside it. */
export function oneInAll(asked: Asked, operation: 'position' | 'share'): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const isCount = metrics.every((metric) => metricInfo(metric).kind === 'count')
  if (metrics.length !== 1 || (!isCount && operation === 'share')) {
    return unplaced(textsOf(reading.tokens, 'occupy', 'proportion', 'position'))
  }
  const scope = readOneYear(withoutGroups(reading), oneBeside)
  if (!scope.ok) return scope
  const { whose, years } = scope.value
  if (whose.names.length !== 1) return askBack('agency', [], null)
  return good(finished(asked, operation, whose, years, { among: amongOf(reading, operation) }))
}

function amongOf(reading: Reading, operation: 'position' | 'share'): readonly string[] {
  const { before, whose, context } = reading
  if (operation === 'share' && before !== null && isOfThoseBefore(reading)) return before.query.agencies
  const kept = before?.query.operation === operation ? before.query.among : undefined
  const [group] = whose.groups
  if (group === undefined && kept !== undefined) return kept
  return membersOf(group ?? 'all', context.audience)
}

function withoutGroups(reading: Reading): Reading {
  return { ...reading, whose: { ...reading.whose, groups: [] } }
}

/** 哪些单位有诉讼, 几家超过40件: those that meet one threshold, or one for each figure. */
export function filtered(whole: Asked): Outcome<AnswerableQuery> {
  const asked = withBoth(whole)
  const { reading, metrics } = asked
  const where = thresholds(asked)
  if (!where.ok) return where
  const isOne = reading.whose.named.length === 1
  if (isOne || metrics.some((metric) => !['count', 'rate'].includes(metricInfo(metric).kind))) {
    return unplaced(textsOf(reading.tokens, 'which', 'howManyAgencies', 'condition', 'kind'))
  }
  const scope = readOneYear(reading, allMeant)
  if (!scope.ok) return scope
  const keepsCounting = reading.before?.query.operation === 'count' && !reading.has('which')
  const operation = reading.has('howManyAgencies') || keepsCounting ? 'count' : 'list'
  return good(finished(asked, operation, scope.value.whose, scope.value.years, { where: where.value }))
}

/** 有复议和诉讼的单位: those that have both, and not whoever has any of the two. */
function withBoth(asked: Asked): Asked {
  const [one, ...others] = asked.named
  const isPlain = one !== undefined && others.length === 0 && one.mention.conditions.length === 0
  if (!isPlain || one.mention.hasNot || !/[和与及、跟]/u.test(one.mention.written)) return asked
  const parts = partsOf[one.metric]
  if (parts === undefined) return asked
  const condition = { is: 'condition', condition: { op: '>', value: 0 }, unit: null } as const
  const mention = { ...one.mention, conditions: [condition] }
  return { ...asked, metrics: parts, named: parts.map((metric) => ({ metric, mention })) }
}

/** Figures that are named by naming both of their parts. */
const partsOf: Partial<Record<Metric, readonly Metric[]>> = {
  'review.all.total': ['review.reconsideration.total', 'review.litigation.total'],
  'requests.disclosed.total': ['requests.granted.total', 'requests.partiallyGranted.total'],
}

/** One for each figure: said, or kept from the question before. Two figures need a word that joins them. */
function thresholds(asked: Asked): Outcome<readonly Condition[]> {
  const lost = lostWords(asked)
  return lost.length > 0 ? unplaced(lost) : joinedThresholds(asked)
}

function joinedThresholds(asked: Asked): Outcome<readonly Condition[]> {
  const { reading, metrics } = asked
  const named = reading.has('both') ? saidOfEach(asked.named) : asked.named
  const kept = keptThresholds(asked)
  const said = kept ?? (named.length > 0 ? conditionsOf(named, true) : thresholdAlone(reading))
  if (!said.ok) return said
  const where =
    said.value !== null && said.value.length > 0 ? said.value : (reading.before?.query.where ?? [])
  if (where.length === metrics.length && areJoined({ ...asked, named })) return good(where)
  return unplaced(textsOf(reading.tokens, 'which', 'howManyAgencies', 'condition', 'conjunction'))
}

/** 一次复议都没被提过: what 没 stands with is another word. */
function lostWords({ reading: { tokens }, named }: Asked): readonly string[] {
  if (named.length === 0) return []
  const isNot = named.some(({ mention }) => mention.hasNot)
  const isBound = named.some(({ mention }) => mention.conditions.length > 0)
  return [...(isNot ? [] : textsOf(tokens, 'hasNot')), ...(isBound ? [] : textsOf(tokens, 'condition'))]
}

/** 复议和诉讼都没有, 依申请、处罚都超过100件: what stands with the last of figures joined by 和 is said of all. */
function saidOfEach(named: readonly NamedMetric[]): readonly NamedMetric[] {
  const mentions = [...new Set(named.map(({ mention }) => mention))]
  const last = mentions.at(-1)
  const isOpen = mentions.slice(0, -1).every((mention) => mention.conditions.length === 0 && !mention.hasNot)
  if (last === undefined || !isOpen || !mentions.slice(1).every(({ joined }) => joined === 'and'))
    return named
  const { conditions, hasNot } = last
  return named.map(({ metric, mention }) => ({ metric, mention: { ...mention, conditions, hasNot } }))
}

/** One figure, a condition with each, or a word that joins them. */
function areJoined({ reading, named, metrics }: Asked): boolean {
  const each = named.every(({ mention }) => mention.conditions.length > 0 || mention.hasNot)
  const joins =
    reading.has('conjunction') ||
    reading.has('both') ||
    named.some(({ mention }) => mention.joined === 'conjunction')
  return metrics.length === 1 || each || joins
}

/** 办结呢 after 哪些单位依申请超过10件 asks for the same of another figure; null where the words say their own. */
function keptThresholds({ reading, named, metrics }: Asked): Outcome<readonly Condition[]> | null {
  const { before, tokens, has } = reading
  // The threshold of growth is one of differences.
  const where = before?.query.growth === undefined ? before?.query.where : undefined
  const saysOwn = named.some(({ mention }) => mention.conditions.length > 0 || mention.hasNot)
  const saysSome = has('whether') || tokens.some(({ text }) => text === '有')
  if (before === null || where === undefined || named.length === 0 || saysOwn || saysSome) return null
  const isRate = (metric: Metric): boolean => metricInfo(metric).kind === 'rate'
  const isAlike = metrics.every(isRate) === before.query.metrics.every(isRate)
  return where.length === metrics.length && isAlike
    ? good(where)
    : unplaced(named.map(({ mention }) => mention.written))
}

/** 超过10件的有几家 after a figure. */
function thresholdAlone({ tokens, has }: Reading): Outcome<readonly Condition[]> {
  const said = rolesOf(tokens, 'condition')
  const one = threshold(said)?.condition
  const isOdd = said.length > 0 && (one === undefined || has('hasNot'))
  if (isOdd) return unplaced(textsOf(tokens, 'condition', 'hasNot'))
  if (has('hasNot')) return good([{ op: '=', value: 0 }])
  return good(one === undefined ? [] : [one])
}
