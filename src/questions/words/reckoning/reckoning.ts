import { childrenOf } from '../../query/children.ts'
import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { Operation, Query } from '../../query/query.ts'
import { mostMeant } from './comparative.ts'
import { confirmsPlace } from './confirmed-place.ts'
import { figuresCompared } from './compare-figures.ts'
import { compares } from './compare-read.ts'
import { asksShareOfAll, type NamedMetric } from '../figures/figures-read.ts'
import { asksWhoGrew } from './grew.ts'
import { askBack, rolesOf, textsOf, type Reading } from '../turns/reading.ts'
import { thoseThat } from './those-that.ts'
import { figureNameRoles, whoseRoles, type Role, type Token } from '../tokens/roles.ts'

/** The ways to reckon that a question may ask for; `growth` is a ranking of differences, `grew` a list of them. */
export type Reckoning =
  | 'position'
  /** A place to be confirmed. */
  | 'place'
  | 'share'
  | 'growth'
  /** The ranking of growth spoken of before, of something else. */
  | 'growthAgain'
  | 'grew'
  | 'rank'
  | 'filter'
  | 'average'
  | 'carryOver'
  | 'compare'
  /** The comparison spoken of before, of something else. */
  | 'compareAgain'
  | 'trend'
  | 'detail'
  | 'plain'

/** Which way the words ask for: the most particular first. */
export function reckoningOf(reading: Reading, named: readonly NamedMetric[]): Reckoning {
  return particular(reading) ?? amongMany(reading, named) ?? overTime(reading, named)
}

function particular(reading: Reading): Reckoning | null {
  if (reading.has('matches')) return 'carryOver'
  if (reading.has('position')) return 'position'
  if (confirmsPlace(reading)) return 'place'
  return asksShareOfAll(reading) ? 'share' : null
}

function amongMany(reading: Reading, named: readonly NamedMetric[]): Reckoning | null {
  const { has } = reading
  const ranks = (['most', 'top', 'place-number', 'ranking', 'main'] as const).some(has)
  if (ranks) return isOfGrowth(reading) ? 'growth' : 'rank'
  if (mostMeant(reading) !== null) return 'rank'
  if (asksWhoGrew(reading)) return 'grew'
  return isFilter(reading, named) ? 'filter' : null
}

function overTime(reading: Reading, named: readonly NamedMetric[]): Reckoning {
  const { has } = reading
  if (has('average')) return 'average'
  if (figuresCompared(reading, named) !== null) return 'compare'
  if (compares(reading) && !isOverSpan(reading)) return 'compare'
  if (has('change')) return 'trend'
  if (has('trend')) return 'trend'
  const isHeading = named.some(({ metric, mention }) => isWhole(metric) || isByHeading(metric, mention))
  const isParted = has('detail') && !asksWhetherItHappened(reading)
  return isParted || isHeading ? 'detail' : 'plain'
}

/** 有没有不予公开的情况: the figure tells. */
function asksWhetherItHappened({ has, tokens }: Reading): boolean {
  return has('whether') && textsOf(tokens, 'detail').every((text) => /^的?(?:情况|情形)$/u.test(text))
}

/** 增加最多, 比去年多的前三; 官司多的前两名 ranks what it is, and not what it grew by. */
function isOfGrowth(reading: Reading): boolean {
  const { has, tokens } = reading
  if (has('than') && compares(reading)) return true
  return has('change') && (has('compared') || rolesOf(tokens, 'change').some(({ plain }) => plain !== true))
}

/** 办理结果, 表四: all that stands under it. */
function isByHeading(metric: Metric, { parts }: NamedMetric['mention']): boolean {
  const row = metric.replace(/[^.]+$/u, '')
  return parts.some((part) => part.is === 'whole' && part.metric.startsWith(row) && row !== '')
}

/** 近三年的变化: no comparison of two years. */
function isOverSpan({ has, tokens }: Reading): boolean {
  if (has('than') || has('compared')) return false
  const spans = rolesOf(tokens, 'years').some(({ word }) =>
    ['last', 'range', 'since', 'every'].includes(word.is),
  )
  const isOpen = rolesOf(tokens, 'change').every(({ growth, yearly }) => growth === null && !yearly)
  return has('trend') || (spans && isOpen && !has('whoMore'))
}

/** 哪些单位, 几家, 有没有单位: those that meet a threshold. */
function isFilter({ has, whose, tokens }: Reading, named: readonly NamedMetric[]): boolean {
  if (rolesOf(tokens, 'which').some(({ many }) => many) || has('howManyAgencies')) return true
  if (whose.named.length > 0) return false
  const threshold = named.some(({ mention }) => mention.conditions.length > 0 || mention.hasNot)
  const endsSo = threshold ? endsInThoseThat(tokens) : named.length > 0 && thoseThat(tokens)?.hasSome
  const isNoun = has('kind') || whose.groups.length > 0
  return endsSo === true || (isNoun && (threshold || has('whether') || joinsFigures(has, named)))
}

/** 各镇的复议也查一下: one figure has nothing to be joined with. */
function joinsFigures(has: Reading['has'], named: readonly NamedMetric[]): boolean {
  return named.length > 1 && (has('conjunction') || has('both'))
}

/** 处罚1000件以上的: whoever has them. */
function endsInThoseThat(tokens: readonly Token[]): boolean {
  const said = tokens.filter(
    ({ role, text }) => text === '的' || !['mark', 'empty', 'thanks'].includes(role.is),
  )
  return said.at(-1)?.text === '的' && said.at(-2)?.role.is === 'condition'
}

/** 规范性文件最多的三家: one of the parts must be said. Null where every figure is one. */
export function asksWhichPart(
  metrics: readonly Metric[],
  named: readonly NamedMetric[],
): ReturnType<typeof askBack> | null {
  const whole = metrics.find(isWhole)
  if (whole === undefined) return null
  const parts = childrenOf(whole).map(({ metric }) => metric)
  return askBack('metric', parts, named.find(({ metric }) => metric === whole)?.mention.written ?? null)
}

/** Whether a metric has only parts and no figure of its own. */
function isWhole(metric: Metric): boolean {
  return metricInfo(metric).kind === 'whole'
}

const always: readonly Role['is'][] = [
  ...whoseRoles,
  ...([
    'years',
    'unit',
    'howMany',
    'report',
    'goesOn',
    'and',
    'towards',
    'group',
    'confirm',
    'thanks',
    'figureCount',
  ] as const),
  ...figureNameRoles,
  'explain',
]

/** Words that each way to reckon has a use for; any other takes the figure away. */
const uses: Readonly<Record<Reckoning, readonly Role['is'][]>> = {
  position: ['position', 'ranking', 'proportion'],
  place: ['place-number', 'most', 'top', 'ranking', 'proportion', 'whether'],
  share: ['occupy', 'proportion'],
  growth: ['most', 'top', 'place-number', 'which', 'than', 'compared', 'change', 'each'],
  grew: [
    ...([
      'which',
      'howManyAgencies',
      'change',
      'than',
      'compared',
      'condition',
      'hasNot',
      'whether',
    ] as const),
    'each',
  ],
  rank: [
    'most',
    'top',
    'place-number',
    'ranking',
    'which',
    'main',
    'whichPart',
    'proportion',
    'sum',
    'each',
    'detail',
    'change',
    'whoMore',
  ],
  filter: [
    ...(['which', 'howManyAgencies', 'condition', 'hasNot', 'conjunction', 'both', 'whether'] as const),
    ...(['proportion', 'each'] as const),
  ],
  average: ['average', 'each'],
  carryOver: ['matches', 'than', 'compared', 'which', 'howManyAgencies', 'each', 'whether', 'change'],
  compare: [
    'than',
    'compared',
    'change',
    'whoMore',
    'proportion',
    'occupy',
    'which',
    'sum',
    'trend',
    'number',
    'whether',
  ],
  compareAgain: [],
  growthAgain: [],
  trend: ['trend', 'each', 'sum', 'change', 'proportion', 'occupy', 'detail'],
  detail: ['detail', 'each', 'whichPart', 'which'],
  plain: [
    'sum',
    'each',
    'number',
    'whether',
    'proportion',
    'occupy',
    'plus',
    'which',
    'condition',
    'hasNot',
    'detail',
  ],
}

/** 一件都没收到, 一共几家: each goes with the other. */
function usedBeside({ has, tokens }: Reading, reckoning: Reckoning): readonly Role['is'][] {
  if (reckoning === 'plain' && has('hasNot')) return ['both']
  // 哪几家有过不予公开的情况.
  if (reckoning === 'filter' && happens(tokens)) return ['detail']
  const solid = tokens.filter(({ role }) => role.is !== 'empty')
  const counts = solid.some(
    ({ role }, at) => role.is === 'howManyAgencies' && solid[at - 1]?.role.is === 'sum',
  )
  return reckoning === 'filter' && counts ? ['sum'] : []
}

/** 有过…的情况, 出现…情形: that it happened. */
function happens(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ role, text }) => role.is === 'detail' && /^的?(?:情况|情形)$/u.test(text))
  return tokens
    .slice(0, Math.max(at, 0))
    .some(({ role, text }) => role.is === 'hasNot' || /^(?:有|存在|出现|发生)[了过]?$/u.test(text))
}

/** Words that the way to reckon has no use for. */
export function unusedWords(reading: Reading, reckoning: Reckoning): readonly string[] {
  const { tokens } = reading
  const useful = [...always, ...uses[reckoning], ...usedBeside(reading, reckoning)]
  const isUseful = ({ role, text }: Token): boolean =>
    // 总数 is what a figure comes to, whatever is done with it; 也 joins what was asked before; 发我 says how to answer.
    (role.is === 'filing' && role.asks === 'sent') ||
    useful.includes(role.is) ||
    (role.is === 'sum' && !role.strong) ||
    text === '也'
  return tokens.filter((token) => !isUseful(token)).map(({ text }) => text)
}

/** What a fragment keeps doing when it names no way to reckon: 2023年呢 after a ranking ranks. */
export function keptOperation(
  query: Query,
  changed: { readonly year: boolean; readonly one: boolean },
): Operation | null {
  const { operation, explains } = query
  const before = operation === 'explain' ? (explains ?? null) : operation
  if (before === 'compare' && query.groups !== undefined) return changed.one ? null : 'compare'
  if (before === 'compare') return keepsComparing(query, changed) ? 'compare' : null
  if (before === 'trend') return changed.year ? null : 'trend'
  return changed.one && isOfGroup(before, query) ? null : before
}

/** What is asked of many agencies ends where one is named. */
function isOfGroup(operation: Operation | null, { by = 'agency' }: Query): boolean {
  if (operation === 'rank') return by === 'agency'
  return operation === 'sum' || operation === 'list' || operation === 'count'
}

/**
 * Of years it goes on with another agency; a year takes it back to the figure. Of two agencies a year sets them against each
 * other once more. Of two figures it always does.
 */
function keepsComparing(
  { subject, ofMetrics }: Query,
  { year, one }: { readonly year: boolean; readonly one: boolean },
): boolean {
  return ofMetrics === true || (typeof subject === 'number' ? !year : !one)
}

/** Whether 情况 has anything to list under these figures. */
export function hasParts(metrics: readonly Metric[], by: 'row' | 'applicant'): boolean {
  const [only, ...others] = metrics
  return only !== undefined && others.length === 0 && childrenOf(only, by).length > 0
}
