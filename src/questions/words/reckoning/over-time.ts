import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import { baseAlone, comparedFigures, figuresCompared } from './compare-figures.ts'
import { readSides, sidesInQuery, type Sides } from './compare-read.ts'
import { confirmedChange } from './confirmed-change.ts'
import { finished, type Asked } from './draft.ts'
import { isProcedure } from '../figures/figures-read.ts'
import { reportingYearOf } from '../years/period.ts'
import { asksWhichPart, hasParts } from './reckoning.ts'
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
import { allMeant, plainNeeds, readScope, type Scope } from './scope-read.ts'
import { readGroups, readWhose } from '../whose/whose-read.ts'
import type { Whose } from '../whose/whose.ts'
import { readYears, saysYears } from '../years/years-read.ts'

/** Ways to reckon over years or against another, and what a figure falls into. */

/** 比去年多几件, 教育局和科技局谁多; 比去年多了12件对吗 has a difference to be confirmed. */
export function compared(asked: Asked): Outcome<AnswerableQuery> {
  const confirmed = confirmedChange(asked)
  if (!confirmed.ok) return confirmed
  const found = sidesCompared(asked)
  return found.ok ? good({ ...found.value, ...confirmed.value }) : found
}

function sidesCompared(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const figures = figuresCompared(reading, asked.named)
  if (figures !== null) return comparedFigures(asked, figures)
  const alone = baseAlone(reading, asked.named)
  if (alone.length > 0) return unplaced(alone)
  const words = textsOf(reading.tokens, 'than', 'compared', 'change', 'whoMore')
  if (metrics.length !== 1 || metrics.some((metric) => !['count', 'rate'].includes(metricInfo(metric).kind)))
    return unplaced(words)
  const sides = readSides(reading)
  if (!sides.ok) return sides
  const growth = growthCompared(reading)
  if (sides.value.kind !== 'years' && growth.length > 0) return unplaced(growth)
  if (sides.value.kind === 'agencies') {
    const names = [sides.value.subject, sides.value.base]
    const years = readYears(reading, names)
    if (!years.ok) return years
    if (years.value.years.length > 1) return unplaced(textsOf(reading.tokens, 'years'))
    return good(
      finished(
        asked,
        'compare',
        { whose: 'named', names, without: [] },
        years.value,
        sidesInQuery(sides.value),
      ),
    )
  }
  return sides.value.kind === 'groups'
    ? groupsCompared(asked, sides.value)
    : yearsCompared(asked, sides.value)
}

/** 比去年多几件; of 各单位 each is told beside the sums. */
function yearsCompared(asked: Asked, sides: Extract<Sides, { kind: 'years' }>): Outcome<AnswerableQuery> {
  const { reading } = asked
  const whose = readWhose(reading, plainNeeds)
  if (!whose.ok) return whose
  const { subject, base, byReports } = sides
  const nouns = [...agencyNouns(reading), ...plainNouns(reading)]
  if (nouns.length > 0) return unplaced(nouns)
  const years = { years: [subject, base], byReports }
  const isEach = whose.value.names.length > 1 && rolesOf(reading.tokens, 'group').some(({ each }) => each)
  const extra = { ...sidesInQuery(sides), ...(isEach ? { each: true } : {}) }
  return good(finished(asked, 'compare', whose.value, years, extra))
}

/** 同比增速比自然资源局高, 甲局与乙局相比，哪家增加更多: growth against growth. */
function growthCompared({ tokens }: Reading): readonly string[] {
  const isTwice = rolesOf(tokens, 'change').length > 1
  return tokens.flatMap(({ role, text }) => {
    if (role.is !== 'change') return []
    return role.yearly || role.percent || (isTwice && /^[增涨上提减下降跌]/u.test(text)) ? [text] : []
  })
}

/** 街道比镇多几件. */
function groupsCompared(asked: Asked, sides: Extract<Sides, { kind: 'groups' }>): Outcome<AnswerableQuery> {
  const groups = readGroups(asked.reading, [sides.subject, sides.base])
  if (!groups.ok) return groups
  const { whose, groups: each } = groups.value
  const years = readYears(asked.reading, whose.names)
  if (!years.ok) return years
  if (years.value.years.length > 1) return unplaced(textsOf(asked.reading.tokens, 'years'))
  return good(finished(asked, 'compare', whose, years.value, { ...sidesInQuery(sides), groups: each }))
}

/** 教育局呢, 企业的呢 after a comparison: the same sides of another agency or figure. */
export function comparedAgain(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const [one, other] = metrics
  const isOfMetrics = reading.before?.query.ofMetrics === true
  if (isOfMetrics && one !== undefined && other !== undefined) return comparedFigures(asked, [one, other])
  return sidesAgain(asked)
}

function sidesAgain(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const { subject, base, years } = reading.before?.query ?? { years: [] }
  const isCount = metrics.every((metric) => ['count', 'rate'].includes(metricInfo(metric).kind))
  if (subject === undefined || base === undefined || !isCount)
    return unplaced(textsOf(reading.tokens, 'published'))
  const isEach =
    reading.before?.query.each === true || rolesOf(reading.tokens, 'group').some(({ each }) => each)
  const sides = { subject, base }
  const period = { years, byReports: false }
  if (typeof subject === 'string') return agenciesAgain(asked, subject, String(base))
  const whose = readWhose(reading, plainNeeds)
  if (!whose.ok) return whose
  const each = isEach && whose.value.names.length > 1 ? { each: true } : {}
  return good(finished(asked, 'compare', whose.value, period, { ...sides, ...each }))
}

/** 复议呢, 2024年呢 after a comparison of two agencies. */
function agenciesAgain(asked: Asked, subject: string, base: string): Outcome<AnswerableQuery> {
  const names = [subject, base]
  const years = readYears(asked.reading, names)
  if (!years.ok) return years
  if (years.value.years.length > 1) return unplaced(textsOf(asked.reading.tokens, 'years'))
  const whose = { whose: 'named', names, without: [] } as const
  return good(finished(asked, 'compare', whose, years.value, { subject, base }))
}

/** 哪个镇 asks for one of several, and neither a list of parts nor a comparison of years says which. */
function agencyNouns({ tokens }: Reading): readonly string[] {
  return tokens.flatMap(({ role, text }) => (role.is === 'which' && role.group !== null ? [text] : []))
}

/** 有单位增加吗, 有变化的单位 ask who. */
function plainNouns({ tokens }: Reading): readonly string[] {
  return tokens.flatMap(({ role, text }) => (role.is === 'kind' && role.group === 'all' ? [text] : []))
}

/** 近三年趋势; without years the last three. */
export function trended(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const words = textsOf(reading.tokens, 'trend')
  const parts = partWords(reading)
  if (parts.length > 0) return unplaced(parts)
  if (metrics.some((metric) => !['count', 'rate'].includes(metricInfo(metric).kind))) return unplaced(words)
  const whose = readWhose(reading, plainNeeds)
  if (!whose.ok) return whose
  const read = readYears(reading, whose.value.names)
  if (!read.ok) return read
  const newest = reportingYearOf(reading.context.calendar)
  const isOpen = !saysYears(reading) && read.value.years.length === 1
  const years = isOpen ? { ...read.value, years: [newest - 2, newest - 1, newest] } : read.value
  if (years.years.length === 1 && !years.every) return unplaced(words)
  const operation = operationOver(asked, whose.value)
  return operation.ok ? good(finished(asked, operation.value, whose.value, years)) : operation
}

/** One line, or one for each figure or agency; 合计走势 is of all together, and of one agency there is nothing to add. */
function operationOver(
  { reading: { tokens }, metrics }: Asked,
  { whose, names }: Whose,
): Outcome<'list' | 'trend'> {
  const sums = strongSums(tokens)
  if (sums.length > 0) return metrics.length > 1 || names.length === 1 ? unplaced(sums) : good('trend')
  const several = [metrics.length > 1, whose === 'named'].filter(Boolean).length
  if (several > 1) return unplaced(textsOf(tokens, 'trend'))
  return good(several === 1 ? 'list' : 'trend')
}

/** 一共, 合计; 总数 is what a figure comes to. */
function strongSums(tokens: Reading['tokens']): readonly string[] {
  return tokens.filter(({ role }) => role.is === 'sum' && role.strong).map(({ text }) => text)
}

/** 构成 and 原因: of several years no parts are listed. 情况 alone adds nothing. */
function partWords({ tokens }: Reading): readonly string[] {
  return textsOf(tokens, 'detail').filter((word) => !/^的?(?:具体|详细)?情况$/u.test(word))
}

/** 平均每家, 年均. */
export function averaged(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const [info, ...others] = metrics.map(metricInfo)
  if (info?.kind !== 'count' || others.length > 0) return unplaced(textsOf(reading.tokens, 'average'))
  // 平均到每家 after a question about one agency is the average of all.
  const isOfAll = rolesOf(reading.tokens, 'average').some(({ over }) => over === 'agencies')
  const scope = readScope(reading, isOfAll ? allMeant : plainNeeds)
  if (!scope.ok) return scope
  const { whose, years } = scope.value
  const wrong = notAveraged(reading, scope.value)
  if (wrong !== null) return wrong
  if (years.years.length > 1 && info.isStock) return none('not_summable')
  return good(finished(asked, 'average', whose, years))
}

/** Over agencies or over years, not over both nor over neither. */
function notAveraged(reading: Reading, { whose, years }: Scope): Outcome<never> | null {
  const overYears = rolesOf(reading.tokens, 'average').some(({ over }) => over === 'years') || years.every
  const [agencies, several] = [whose.names.length > 1, years.years.length > 1]
  if (overYears && !several) return askBack('year', [], null)
  // 全区平均每家 where a group's binding leaves one of all: the average of that one.
  const isOneOfAll = whose.whose !== 'one' && !several
  return agencies === several && !isOneOfAll ? unplaced(textsOf(reading.tokens, 'average')) : null
}

/** 情况, 构成, 原因: all parts of one figure. Null where 情况 adds nothing to a figure without parts. */
export function detailed(asked: Asked): Outcome<AnswerableQuery | null> {
  const { reading } = asked
  const byApplicant = isByApplicant(asked)
  const metrics = partedMetrics(asked, byApplicant)
  if (metrics === null) return withoutParts(asked)
  const sums = strongSums(reading.tokens)
  const unfit = [...sums, ...agencyNouns(reading)]
  if (unfit.length > 0) return unplaced(unfit)
  const scope = readScope(reading, plainNeeds)
  if (!scope.ok) return scope
  const { whose, years: said } = scope.value
  // After a trend the parts are of its last year.
  const years = said.silent ? { ...said, years: said.years.slice(-1) } : said
  if (years.years.length > 1) return none('not_understood', { kind: 'one_year' })
  return good(finished({ reading, metrics }, 'detail', whose, years, byApplicant ? { by: 'applicant' } : {}))
}

function isByApplicant({ reading, metrics }: Asked): boolean {
  const { tokens, before } = reading
  const isSaid = rolesOf(tokens, 'detail').some(({ by }) => by === 'applicant')
  // 依申请构成: who applied; 依申请情况 is the whole procedure.
  const isComposed = textsOf(tokens, 'detail').some((text) => /构成|组成|分布|结构/u.test(text))
  const isOfReceived = metrics.length === 1 && metrics[0] === 'requests.received.total'
  return isSaid || before?.query.by === 'applicant' || (isComposed && isOfReceived)
}

/** The figure whose parts are asked for (依申请情况 is the whole procedure); null where it has none. */
function partedMetrics({ named, metrics }: Asked, byApplicant: boolean): readonly Metric[] | null {
  if (byApplicant) {
    const isRow = metrics.every((metric) => metric.startsWith('requests.') && metric.endsWith('.total'))
    return isRow && metrics.length === 1 ? metrics : null
  }
  const [first, ...others] = named
  if (first !== undefined && others.length === 0 && isProcedure(first)) return ['requests']
  return hasParts(metrics, 'row') ? metrics : null
}

function withoutParts({ reading, metrics, named }: Asked): Outcome<null> {
  const words = textsOf(reading.tokens, 'detail', 'whichPart')
  // 规范性文件制发和规章各几件: of the second one part must be said.
  const addsNothing = words.every((word) => ['情况', '结果'].includes(word.replace('的', '')))
  if (metrics.length > 1 && addsNothing) {
    const open = asksWhichPart(metrics, named)
    if (open !== null || words.length === 0) return open ?? unplaced(words)
    return good(null)
  }
  return metrics.length === 1 && addsNothing ? good(null) : unplaced(words)
}
