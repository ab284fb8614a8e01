import { isMetric } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { Role, Token } from '../tokens/roles.ts'
import { askBack, good, type Before, type Outcome, type Reading } from '../turns/reading.ts'
import type { Mention } from './figures.ts'

/** How cases of table 四 ended, said in words that name no cases: 败诉, 赢了, 败诉率. */

/**
 * 直接起诉几件，败诉几件: of the cases named before it in the line, or else of those spoken of. 败诉 of 复议 may be of those,
 * or of others in court, and is asked back about; 其中败诉, and 输了 in the same line, are of those. Any other figure stays as it is.
 */
export function ofCases(
  metric: Metric,
  mention: Mention,
  earlier: readonly Metric[],
  { before, within, has }: Reading,
): Outcome<Metric> {
  if (!saysOutcome(mention)) return good(metric)
  if (earlier.length === 0 && has('sum') && areAskedInARow(before))
    return asked([...resultIn('all', metric), metric], mention)
  const isInLine = earlier.length > 0
  const cases = groupsOf(isInLine ? earlier : (before?.query.metrics ?? []))
  const options = cases.flatMap((group) => resultIn(group, metric))
  return ofGroups(options, metric, mention, {
    isInLine,
    isOfThose: within || (isInLine && isLoose(mention)),
  })
}

function ofGroups(
  [own, ...others]: readonly Metric[],
  metric: Metric,
  mention: Mention,
  { isInLine, isOfThose }: { readonly isInLine: boolean; readonly isOfThose: boolean },
): Outcome<Metric> {
  if (own === undefined) return good(metric)
  // 直接起诉几件，复议后起诉几件，败诉几件: of all of them in court.
  if (others.length > 0)
    return isInLine && !isLoose(mention) ? good(metric) : asked([own, ...others], mention)
  return own.includes('.reconsideration') && !isOfThose ? asked([own, metric], mention) : good(own)
}

/** 复议几件, 诉讼几件, then 败诉一共几件. */
function areAskedInARow(before: Before | null): boolean {
  const groups = groupsOf((before?.chain ?? []).flatMap(({ query }) => query.metrics))
  return groups.includes('reconsideration') && groups.length > 1
}

function asked(options: readonly Metric[], { written }: Mention): Outcome<Metric> {
  return askBack('metric', options, written)
}

/** 各输了几件, 各纠正几件 after 复议和诉讼各几件: of each of those; none where it is not asked of each. */
export function resultsOfEach({ parts }: Mention, { has, before }: Reading): readonly Metric[] {
  const [part, ...more] = parts
  const groups = eachGroupOf(before?.query.metrics ?? [])
  if (part === undefined || more.length > 0 || !has('each') || groups.length < 2) return []
  if (part.is !== 'result' && part.is !== 'reviewRate') return []
  const named = part.is === 'result' ? `review.litigation.${part.result}` : `rate.${part.rate}.litigation`
  return groups.flatMap((group) => resultIn(group, named))
}

/** Whether a turn asks 各输了几件 after several kinds of cases, and of nobody else. */
export function asksResultOfEach(tokens: readonly Token[], { query }: Before): boolean {
  const isOfThose = query.intent === 'data' && eachGroupOf(query.metrics).length > 1
  const isAlone = tokens.every(({ role }) => besideResult.includes(role.is))
  return isOfThose && isAlone && ['each', 'howMany'].every((is) => tokens.some(({ role }) => role.is === is))
}

const besideResult: readonly Role['is'][] = [
  ...(['result', 'reviewRate', 'each', 'howMany', 'empty', 'mark', 'goesOn', 'thanks', 'whether'] as const),
]

/** One figure of each of several kinds of cases. */
function eachGroupOf(metrics: readonly Metric[]): readonly string[] {
  const groups = groupsOf(metrics)
  if (groups.length < metrics.length) return []
  return groups.length === 1 && groups[0] === 'all' ? ['reconsideration', 'litigation'] : groups
}

const namesCourt = /法院|官司|诉讼|庭/u

/** 败诉, 赢了, 胜诉率, 败诉的占多少: the word itself speaks of lawsuits, and names no court. */
function saysOutcome({ parts, written }: Mention): boolean {
  const own = parts.filter(({ is }) => is !== 'occupy' && is !== 'proportion')
  return own.length > 0 && own.every(isOutcome) && !namesCourt.test(written)
}

function isOutcome(part: Mention['parts'][number]): boolean {
  return (part.is === 'result' || part.is === 'reviewRate') && part.group === 'litigation'
}

function isLoose({ parts }: Mention): boolean {
  return parts.every((part) => part.is === 'result' && part.loosely === true)
}

/** The kinds of cases that figures are of; 复议和诉讼 is both. */
function groupsOf(metrics: readonly Metric[]): readonly string[] {
  const groups = metrics.flatMap((metric) => {
    const [table, one = '', other = ''] = metric.split('.')
    if (table === 'review') return [one]
    return table === 'rate' && isMetric(`review.${other}.total`) ? [other] : []
  })
  return [...new Set(groups)]
}

/** The same result, or rate, of other cases. */
function resultIn(group: string, metric: string): readonly Metric[] {
  const [table, one = '', other = ''] = metric.split('.')
  return [table === 'rate' ? `rate.${one}.${group}` : `review.${group}.${other}`].filter(isMetric)
}
