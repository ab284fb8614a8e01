import type { Metric } from '../../query/metrics.ts'
import { metricInfo } from '../../query/metric-table.ts'
import type { AnswerableQuery, Operation, Query } from '../../query/query.ts'
import { carriedOver } from './carry-over.ts'
import { compares } from './compare-read.ts'
import { confirmedPlace } from './confirmed-place.ts'
import { misfits, type Asked } from './draft.ts'
import { isStrong } from '../figures/figures.ts'
import {
  commonMetrics,
  isOverGroup,
  lessCommonMetrics,
  namedMetrics,
  type NamedMetric,
} from '../figures/figures-read.ts'
import { grewQuery } from './grew.ts'
import { filtered, oneInAll } from './one-of-all.ts'
import { averaged, compared, comparedAgain, detailed, trended } from './over-time.ts'
import { plainFigures } from './plain-figures.ts'
import { grown, grownAgain, ranked } from './ranking.ts'
import { asksWhichPart, keptOperation, reckoningOf, unusedWords, type Reckoning } from './reckoning.ts'
import {
  askBack,
  good,
  none,
  rolesOf,
  textsOf,
  unplaced,
  type Outcome,
  type Reading,
} from '../turns/reading.ts'
import type { Token } from '../tokens/roles.ts'
import { sameScope } from './same-scope.ts'
import { turnedWords } from './turned-words.ts'
import { unheardWords } from './unheard-words.ts'
import { readingOf } from '../turns/reading-of.ts'
import { saysYears } from '../years/years-read.ts'

/** Reads a question for figures. Every word has a use in the query, or there is none. */
export function dataQuery(reading: Reading): Outcome<AnswerableQuery> {
  if (reading.has('matches')) return covered(reading, 'carryOver') ?? carriedOver(reading)
  // 排第几？占全区多少？
  if (reading.has('position') && isOverGroup(reading.tokens))
    return none('not_understood', { kind: 'several_questions' })
  const turned = turnedWords(reading)
  if (turned.length > 0) return unplaced(turned)
  const named = namedMetrics(reading)
  if (!named.ok) return named
  const isOne = named.value.length <= 1 && compares(reading)
  return (isOne ? null : scatteredFigures(reading)) ?? applicant(reading) ?? asking(reading, named.value)
}

function asking(reading: Reading, named: readonly NamedMetric[]): Outcome<AnswerableQuery> {
  const said = named.map(({ metric }) => metric)
  const metrics = said.length > 0 ? said : (ofApplicants(reading) ?? remembered(reading))
  if (metrics.length === 0) return askWhich(reading)
  const misfit = [...misfits(reading, metrics), ...unheardWords(reading, named, metrics)]
  if (misfit.length > 0) return unplaced(misfit)
  const asked: Asked = { reading, metrics, named }
  const spoken = carriesAgain(asked) ? 'carryOver' : reckoningOf(reading, named)
  const reckoning = spoken === 'plain' ? keptReckoning(asked) : (grewAgain(asked, spoken) ?? spoken)
  const refusal = covered(reading, reckoning) ?? notOfText(metrics, reckoning)
  return refusal ?? openPart(asked, reckoning) ?? reckonings[reckoning](asked)
}

/** The ways to reckon with parts look themselves. */
function openPart({ metrics, named }: Asked, reckoning: Reckoning): Outcome<never> | null {
  return ['detail', 'plain', 'rank'].includes(reckoning) ? null : asksWhichPart(metrics, named)
}

/**
 * No figure was named: asks which, offering those that the rest of the question can be asked of. Words that go with no
 * figure at all are not understood, whichever it were.
 */
function askWhich(reading: Reading): Outcome<AnswerableQuery> {
  const asked = (metric: Metric): Outcome<AnswerableQuery> => {
    const token = { text: metric, role: { is: 'metric', metric } } as const
    return dataQuery(readingOf([...reading.tokens, token], reading.context, reading.before))
  }
  const fits = (metric: Metric): boolean => !isNotUnderstood(asked(metric))
  const [first] = commonMetrics
  // They are counted in the same way: what fits the first fits all.
  if (first === undefined || fits(first)) return askBack('metric', commonMetrics, null)
  const options = [...commonMetrics, ...lessCommonMetrics].filter(fits)
  return options.length === 0 ? asked(first) : askBack('metric', options, null)
}

function isNotUnderstood(outcome: Outcome<AnswerableQuery>): boolean {
  return !outcome.ok && outcome.refusal.kind === 'none' && outcome.refusal.reason === 'not_understood'
}

/** 申请人构成, 申请人以谁为主: of 本年新收, unless another figure was spoken of. */
function ofApplicants({ tokens, before }: Reading): readonly Metric[] | null {
  const spokenOf = before?.query.metrics ?? []
  const isOfRow = spokenOf.length > 0 && spokenOf.every((metric) => metric.startsWith('requests.'))
  return asksOfApplicants(tokens) && !isOfRow ? ['requests.received.total'] : null
}

function asksOfApplicants(tokens: Reading['tokens']): boolean {
  return tokens.some(
    ({ role }) =>
      (role.is === 'detail' || role.is === 'main' || role.is === 'whichPart') && role.by === 'applicant',
  )
}

/** The figures spoken of before, where this question goes on from them. */
function remembered({ before }: Reading): readonly Metric[] {
  const isKept = before !== null && ['data', 'text', 'none'].includes(before.query.intent)
  return isKept ? before.query.metrics.filter((metric) => !metric.startsWith('report.')) : []
}

function covered(reading: Reading, reckoning: Reckoning): Outcome<never> | null {
  const unused = unusedWords(reading, reckoning)
  return unused.length === 0 ? null : unplaced(unused)
}

/** A sentence of the text is never added up, ranked or compared. */
function notOfText(metrics: readonly Metric[], reckoning: Reckoning): Outcome<never> | null {
  const isText = metrics.some((metric) => metricInfo(metric).kind === 'text')
  return isText && reckoning !== 'plain' ? none('not_summable') : null
}

const reckonings: Readonly<Record<Reckoning, (asked: Asked) => Outcome<AnswerableQuery>>> = {
  position: (asked) => oneInAll(asked, 'position'),
  place: confirmedPlace,
  share: (asked) => oneInAll(asked, 'share'),
  growth: grown,
  growthAgain: grownAgain,
  grew: grewQuery,
  rank: ranked,
  filter: filtered,
  average: averaged,
  carryOver: ({ reading }) => carriedOver(reading),
  compare: compared,
  compareAgain: comparedAgain,
  trend: trended,
  detail: detailOrPlain,
  plain: plainFigures,
}

function detailOrPlain(asked: Asked): Outcome<AnswerableQuery> {
  const detail = detailed(asked)
  if (!detail.ok) return detail
  return detail.value === null ? plainFigures(asked) : good(detail.value)
}

/** How each way to reckon goes on; those that are not here ask for the figure itself. */
const goneOnWith: Partial<Record<Operation, (query: Query, asked: Asked) => Reckoning>> = {
  position: () => 'position',
  average: () => 'average',
  trend: () => 'trend',
  count: ({ growth }) => (growth === undefined ? 'filter' : 'grew'),
  list: ({ where, growth }) => (growth !== undefined ? 'grew' : where === undefined ? 'plain' : 'filter'),
  rank: ({ growth }, { reading }) =>
    growth !== undefined ? 'growthAgain' : asksOfGroup(reading) ? 'plain' : 'rank',
  share: (_, { reading }) => (reading.whose.groups.length > 0 ? 'plain' : 'share'),
  // 2022年它有几件 asks for the figure, and not for its parts.
  detail: (_, { named, reading }) => (named.length > 0 || asksForFigure(reading) ? 'plain' : 'detail'),
  compare: (query, asked) => (query.groups === undefined ? comparedBefore(asked) : groupsBefore(asked)),
}

function asksForFigure({ has }: Reading): boolean {
  return has('howMany') && has('it') && !has('each')
}

/** 全区是多少 after a ranking. */
function asksOfGroup({ has, whose }: Reading): boolean {
  return whose.groups.length > 0 && has('howMany')
}

/** 减少的呢, 有几家 after a list of who grew: of the same growth. */
function grewAgain({ reading }: Asked, spoken: Reckoning): Reckoning | null {
  const { growth, operation } = reading.before?.query ?? {}
  const isListed = growth !== undefined && (operation === 'list' || operation === 'count')
  return isListed && !reading.has('than') && (spoken === 'compare' || spoken === 'filter') ? 'grew' : null
}

function comparedBefore({ reading, named }: Asked): Reckoning {
  return comparesAgain(reading, named) ? 'compareAgain' : 'plain'
}

/** 复议呢, 2023年呢, 部门和镇呢 after a comparison of groups. */
function groupsBefore({ reading: { whose } }: Asked): Reckoning {
  return whose.groups.length === 0 || whose.sides.length > 1 ? 'compare' : 'plain'
}

/** A fragment that names no way to reckon goes on with the last one, as far as it fits what it names. */
function keptReckoning(asked: Asked): Reckoning {
  const { before, whose, tokens } = asked.reading
  // 一共呢 after a trend or a list asks for the sum.
  const isOfYear = saysYears(asked.reading) && before?.query.operation === 'rank'
  // 2024年的总额呢 after a ranking.
  const addsUp = rolesOf(tokens, 'sum').some(({ strong }) => strong || isOfYear)
  if (before === null || addsUp) return 'plain'
  const again = ofSameScope(asked.reading, before.query)
  if (again !== null) return again
  const one = whose.named.length === 1
  const kept = keptOperation(before.query, { year: saysYears(asked.reading), one })
  return kept === null ? 'plain' : (goneOnWith[kept]?.(before.query, asked) ?? 'plain')
}

const figures: ReadonlySet<Query['operation']> = new Set([
  ...(['sum', 'ratio', 'value', 'average', 'trend', 'detail'] as const),
])

/** 全区呢 after a ranking of all is the figure of all; 各单位呢 asks for it of each. */
function ofSameScope(reading: Reading, { operation, growth }: Query): Reckoning | null {
  const scope = sameScope(reading)
  if (scope === null) return null
  if (growth !== undefined) return 'compareAgain'
  const picks = operation === 'rank' || operation === 'list' || operation === 'count'
  return picks || (scope === 'each' && figures.has(operation)) ? 'plain' : null
}

/** 科技局呢, 那2023年呢, 有几家 after 结转对得上吗; with 几件 or another figure that is asked for. */
function carriesAgain({ reading: { has, before }, named }: Asked): boolean {
  const isOther = (['howMany', 'each', 'ending', 'most', 'average', 'trend', 'sum'] as const).some(has)
  return before?.query.carryOver === true && named.length === 0 && !isOther
}

/** 教育局呢, 企业的呢 after a comparison; with 几件 or 分别 the figure itself is asked for. */
function comparesAgain({ has, before, whose }: Reading, named: readonly NamedMetric[]): boolean {
  const isOfAgencies = typeof before?.query.subject === 'string'
  const isOther = before?.query.ofMetrics === true && named.length > 0
  const asksFigure = has('howMany') || has('each') || has('sum') || has('ending')
  return !asksFigure && !isOther && named.length <= 1 && !(isOfAgencies && whose.groups.length > 0)
}

/**
 * Several figures belong to the same agencies and years only where those stand together: 甲局依申请几件，乙局复议几件 are
 * two questions.
 */
function scatteredFigures({ tokens, mentions }: Reading): Outcome<never> | null {
  const solid = mentions.filter(({ parts }) => parts.some(isStrong) || parts.some(({ is }) => is === 'row'))
  if (asksAgain(tokens)) return none('not_understood', { kind: 'several_questions' })
  const [first, last] = [solid[0], solid.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  const between = tokens.slice(first.from, last.from)
  const names = textsOf(between, 'agency', 'own', 'group')
  const years = between
    .filter(({ role }) => role.is === 'years' && role.word.is !== 'wholeYear')
    .map(({ text }) => text)
  return names.length + years.length > 0 ? none('not_understood', { kind: 'several_questions' }) : null
}

/** 依申请几件？科技局几件？: first of nobody, then of somebody. */
function asksAgain(tokens: Reading['tokens']): boolean {
  const first = tokens.findIndex(({ role }) => role.is === 'howMany')
  const mark = tokens.findIndex(({ role }, index) => role.is === 'mark' && index > first)
  if (first === -1 || mark === -1) return false
  const names = ({ role }: Token): boolean => ['agency', 'own', 'group'].includes(role.is)
  const later = tokens.slice(mark)
  return (
    !tokens.slice(0, mark).some(names) && later.some(names) && later.some(({ role }) => role.is === 'howMany')
  )
}

/** 向企业申请公开: one who applies is asked for nothing. */
function isAskedOf(tokens: Reading['tokens'], is: Token['role']['is']): boolean {
  return tokens.some(({ role }, index) => role.is === 'towards' && tokens[index + 1]?.role.is === is)
}

/** 科技局提交了几件: it may be the agency that applied, and of that the tables say nothing. 向科技局提交 is clear. */
function applicant({ tokens, has, whose, mentions }: Reading): Outcome<never> | null {
  // 民政局向教育局申请几件.
  if (has('towards') && (whose.named.length > 1 || isAskedOf(tokens, 'column')))
    return unplaced(textsOf(tokens, 'towards'))
  if (!has('applying') || has('towards')) return null
  const isNamed = whose.named.length > 0 || whose.ask !== null
  const isApplicant =
    mentions.some(({ parts }) => parts.some(({ is }) => is === 'column')) || asksOfApplicants(tokens)
  return isNamed && !isApplicant ? unplaced(textsOf(tokens, 'applying')) : null
}
