import { isMetric, metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { Condition } from '../../query/query.ts'
import { sidesInDoubt } from './side-in-doubt.ts'
import { comparesAtOnce } from './compared-at-once.ts'
import { isStrong, type Mention } from './figures.ts'
import { ofCases, resultsOfEach } from './result-of-cases.ts'
import { partOf, type Named, type Part } from './metric-of.ts'
import { namedFigure } from './named-figure.ts'
import { isFigureRole } from '../tokens/roles.ts'
import { askBack, good, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { withSharedParts } from './shared-parts.ts'
import { threshold, type Threshold } from './thresholds.ts'

/** A figure that was named, and where. */
export interface NamedMetric {
  readonly metric: Metric
  readonly mention: Mention
}

/** 占全区, 在全区的占比: the part of one agency in all, not of one row in another. */
export function asksShareOfAll({ tokens, whose, has, before }: Reading): boolean {
  // 企业占比在全区排第几 ranks a rate.
  if (has('position') || has('ranking')) return false
  if (isOverGroup(tokens) || isOfThoseBefore({ tokens, whose, before })) return true
  if (!whose.groups.includes('all') && !isInGroup(tokens)) return false
  return (
    (whose.named.length === 1 || (isInGroup(tokens) && before?.query.agencies.length === 1)) &&
    tokens.some(({ role }) => role.is === 'proportion' || (role.is === 'occupy' && role.over === null))
  )
}

/** 白沙镇占多少 after a figure of a group that it belongs to. */
export function isOfThoseBefore({
  tokens,
  whose,
  before,
}: Pick<Reading, 'tokens' | 'whose' | 'before'>): boolean {
  const [own, ...others] = whose.named
  if (own === undefined || others.length + whose.groups.length > 0 || before === null) return false
  const { operation, agencies, where, growth, groups } = before.query
  const isOfGroup = agencies.length > 1 && agencies.includes(own) && (where ?? growth ?? groups) === undefined
  const isPlain = tokens.every(
    ({ role }) => !isFigureRole(role) || role.is === 'occupy' || role.is === 'proportion',
  )
  const asks = tokens.some(({ role }) => role.is === 'occupy' && role.over === null)
  return isOfGroup && isPlain && asks && ['sum', 'list'].includes(operation ?? '')
}

/** 占全区多少, 占三个乡镇的几成. */
export function isOverGroup(tokens: Reading['tokens']): boolean {
  const occupy = tokens.findIndex(({ role }) => role.is === 'occupy' && role.over === null)
  const next = tokens.slice(occupy + 1).find(({ role }) => role.is !== 'empty')
  return occupy !== -1 && (next?.role.is === 'group' || next?.role.is === 'kind')
}

/** 在各街道里占几成. */
function isInGroup(tokens: Reading['tokens']): boolean {
  return tokens.some(({ role, text }, index) => {
    const before = tokens[index - 1]?.text ?? ''
    return role.is === 'group' && (/在$|^放到$/u.test(before) || text.startsWith('在'))
  })
}

/** What may be offered where no figure was named: 依申请数量 first. */
export const commonMetrics: readonly Metric[] = [
  'requests.received.total',
  'requests.handledTotal.total',
  'review.reconsideration.total',
  'review.litigation.total',
]

/** What may be offered where the unit or the reckoning fits none of those. */
export const lessCommonMetrics: readonly Metric[] = [
  'rate.disclosed',
  'rate.handled',
  'proactiveDisclosure.fees',
]

/** The figures a question names, in order; none where it names none. Asks back, or declines, where one is unclear. */
export function namedMetrics(reading: Reading): Outcome<readonly NamedMetric[]> {
  const isShare = asksShareOfAll(reading)
  const named = withSharedParts(reading.mentions).map((mention) => {
    const parts = isShare
      ? mention.parts.filter(({ is }) => is !== 'occupy' && is !== 'proportion')
      : mention.parts
    return { mention, named: namedFigure(parts) }
  })
  const found: NamedMetric[] = []
  for (const [index, { mention, named: one }] of named.entries()) {
    const later = named
      .slice(index + 1)
      .flatMap((next) => (next.named.kind === 'metric' ? [next.named.metric] : []))
    const around = { earlier: found.map(({ metric }) => metric), later: later[0] }
    const read = metricsOf(one, mention, around, found, reading)
    if (!read.ok) return read
    for (const metric of read.value) {
      if (!found.some((one) => one.metric === metric)) found.push({ metric, mention })
    }
  }
  return good(found)
}

function metricsOf(
  named: Named,
  mention: Mention,
  around: Around,
  found: readonly NamedMetric[],
  reading: Reading,
): Outcome<readonly Metric[]> {
  const each = around.earlier.length === 0 ? resultsOfEach(mention, reading) : []
  if (each.length > 0) return good(each)
  const plain = metricFor(named, mention, around, reading)
  const read = plain.ok && plain.value !== null ? inside(plain.value, mention, found, reading) : plain
  if (!read.ok) return read
  return good(read.value === null ? [] : eachOf(read.value, mention, reading))
}

/** 其中不予公开的 after 企业申请: a row within a column, a group within a result. */
function inside(
  metric: Metric,
  mention: Mention,
  found: readonly NamedMetric[],
  { tokens, before }: Reading,
): Outcome<Metric> {
  const at = tokens.findIndex(({ role }) => role.is === 'goesOn' && role.within)
  if (at === -1 || at > mention.from) return good(metric)
  const earlier = found.findLast((one) => one.mention.from < at)?.metric
  const part = partWithin(metric, earlier ?? before?.query.metrics[0])
  return part === null ? unplaced([mention.written]) : good(part)
}

/** Null where that whole has no such part: of the requests of companies no table says how many went to court. */
function partWithin(metric: Metric, whole: Metric | undefined): Metric | null {
  const [table = '', , side] = whole?.split('.') ?? []
  const isSided = ['requests', 'review'].includes(table) && side !== undefined && side !== 'total'
  if (!isSided) return metric
  const kept = metric.replace(/total$/u, side)
  return metric.startsWith(`${table}.`) && isMetric(kept) ? kept : null
}

/** 复议和诉讼各几件, 予以公开和部分公开各几件: asks for both; 行政争议 is one. */
function eachOf(metric: Metric, { written }: Mention, reading: Reading): readonly Metric[] {
  const { has } = reading
  const isJoined = /[和与及、]|复议诉讼/u.test(written)
  if (!(has('each') || has('both') || comparesAtOnce(reading)) || has('sum') || !isJoined) return [metric]
  const [table, row, column] = metric.split('.')
  const parts =
    table === 'review' && row === 'all' ? ['reconsideration', 'litigation'] : partsJoined[row ?? '']
  const both = parts?.map((part) => `${table}.${part}.${column}`).filter(isMetric) ?? []
  return both.length === 2 ? both : [metric]
}

/** Sums of two rows that are asked for by naming both. */
const partsJoined: Readonly<Record<string, readonly string[] | undefined>> = {
  disclosed: ['granted', 'partiallyGranted'],
  due: ['received', 'carriedIn'],
}

function metricFor(named: Named, mention: Mention, around: Around, reading: Reading): Outcome<Metric | null> {
  switch (named.kind) {
    case 'metric':
      return ofRow(named.metric, mention, around, reading)
    case 'unclear':
      if (isAppliedFor(mention, reading)) return good(named.options[0] ?? null)
      if (asksWhoHasMost(reading)) return ofThatSpokenOf(named.options, mention, reading)
      return askBack('metric', named.options, mention.written)
    case 'nothing':
      return good(null)
    case 'conflict':
      return unplaced([mention.written])
    case 'part':
      return metricOfPart(named.part, mention, around, reading)
  }
}

/** 哪家结转最多 after 结转下年度的多少: the one spoken of; 结转呢 may be the other. */
function ofThatSpokenOf(
  options: readonly Metric[],
  { written }: Mention,
  { before }: Reading,
): Outcome<Metric | null> {
  const [metric, ...others] = before?.query.metrics ?? []
  const isSpokenOf = metric !== undefined && others.length === 0 && options.includes(metric)
  return isSpokenOf ? good(metric) : askBack('metric', options, written)
}

function asksWhoHasMost({ has }: Reading): boolean {
  return (['most', 'top', 'ranking'] as const).some(has)
}

function ofRow(metric: Metric, mention: Mention, { earlier }: Around, reading: Reading): Outcome<Metric> {
  const sides = earlier.length === 0 ? sidesInDoubt(metric, mention, reading) : []
  if (sides.length > 0) return askBack('metric', sides, mention.written)
  return ofCases(metric, mention, earlier, reading)
}

/** 律所向公安分局申请公开的: who applied to whom is said, so it is what came in. */
function isAppliedFor({ written, parts }: Mention, { has }: Reading): boolean {
  return has('towards') && written.includes('申请公开') && parts.some(({ is }) => is === 'column')
}

/** The figures named before one in a question, and the next behind it. */
interface Around {
  readonly earlier: readonly Metric[]
  readonly later: Metric | undefined
}

/** 几件 is asked. */
function countsThings({ tokens }: Reading): boolean {
  return tokens.some(
    ({ role }) => (role.is === 'howMany' || role.is === 'unit') && role.unit !== null && role.unit !== '%',
  )
}

/** 企业的, 纠正的: of the figure beside it, of the one spoken of, or of the only one it can be of. */
function metricOfPart(
  part: Part,
  { written }: Mention,
  { earlier, later }: Around,
  reading: Reading,
): Outcome<Metric | null> {
  const before = reading.before?.query.metrics ?? []
  const beside = [earlier.at(-1), later].filter((whole) => whole !== undefined)
  const wholes = [...beside, ...before]
  const [metric] = wholes.flatMap((whole) => partOf(part, whole, countsThings(reading)) ?? [])
  const isBeside = beside.length > 0
  // After 依申请和办结各几件 nobody can tell whose part 企业的 is.
  if (metric !== undefined && (isBeside || before.length === 1)) return good(metric)
  if (part.is === 'proportion') return wholes.length === 0 ? good(null) : unplaced([written])
  // A part beside a figure of another kind is no part of it.
  if (isBeside || (part.is === 'column' && wholes.length > 0)) return unplaced([written])
  if (part.is === 'column') return good<Metric>(`requests.received.${part.column}`)
  return askBack('metric', optionsOf(part), written)
}

function optionsOf(part: Exclude<Part, { is: 'column' | 'proportion' }>): readonly Metric[] {
  switch (part.is) {
    case 'result':
      return [`review.reconsideration.${part.result}`, `review.litigation.${part.result}`]
    case 'reviewRate':
      return [`rate.${part.rate}.reconsideration`, `rate.${part.rate}.litigation`]
    case 'member':
      return [
        `proactiveDisclosure.normativeDocuments.${part.member}`,
        `proactiveDisclosure.rules.${part.member}`,
      ]
  }
}

/** Whether a mention names 本年新收 only by the procedure (依申请), which with 情况 is the whole of it. */
export function isProcedure({ metric, mention }: NamedMetric): boolean {
  return metric === 'requests.received.total' && !mention.parts.some(isStrong)
}

/** 公开率0.5以上: half, or half a percent. */
function isShare(one: Threshold | null, metric: Metric): boolean {
  if (one?.unit !== null || metricInfo(metric).kind !== 'rate') return false
  return one.condition.value > 0 && one.condition.value < 1
}

/**
 * The thresholds of a question, one for each figure: as said, = 0 with 没有, > 0 otherwise. Null where none is said and
 * `always` does not ask for them; an outcome that declines where two that do not go together stand with one figure.
 */
export function conditionsOf(
  named: readonly NamedMetric[],
  always: boolean,
): Outcome<readonly Condition[] | null> {
  const said = named.some(({ mention }) => mention.conditions.length > 0 || mention.hasNot)
  if (!said && !always) return good(null)
  const conditions: Condition[] = []
  for (const { metric, mention } of named) {
    const one = threshold(mention.conditions)
    const isOdd = mention.conditions.length > 0 && (one === null || mention.hasNot)
    if (isOdd || isShare(one, metric)) return unplaced([mention.written])
    conditions.push(one?.condition ?? (mention.hasNot ? { op: '=', value: 0 } : { op: '>', value: 0 }))
  }
  return good(conditions)
}
