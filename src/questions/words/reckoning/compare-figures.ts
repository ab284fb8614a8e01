import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import { comparesAtOnce } from '../figures/compared-at-once.ts'
import { finished, type Asked } from './draft.ts'
import type { NamedMetric } from '../figures/figures-read.ts'
import { good, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { isFigureRole } from '../tokens/roles.ts'
import { plainNeeds, readOneYear } from './scope-read.ts'

/** Two figures of one agency, or of a group, set against each other: 复议比诉讼多几件. */

const comparing = ['than', 'compared', 'change', 'whoMore'] as const

/** The subject and the base; null where the words compare something else, or nothing. */
export function figuresCompared(
  reading: Reading,
  named: readonly NamedMetric[],
): readonly [Metric, Metric] | null {
  const [one, two, ...more] = named
  if (one === undefined || more.length > 0 || reading.whose.named.length > 1) return null
  const than = reading.tokens.findIndex(({ role }) => role.is === 'than')
  if (two === undefined) return againstRemembered(reading, one, than)
  if (than !== -1 && !isDistance(reading)) return null
  if (than === -1) return comparesAtOnce(reading) ? [one.metric, two.metric] : null
  return than < one.mention.from ? [two.metric, one.metric] : [one.metric, two.metric]
}

/** 比诉讼多几件 after a figure. */
function againstRemembered(
  { before, tokens }: Reading,
  { metric, mention }: NamedMetric,
  than: number,
): readonly [Metric, Metric] | null {
  const [own, ...others] = before?.query.metrics ?? []
  const isBase = than !== -1 && nextSolid(tokens, than) === mention.from
  return isBase && own !== undefined && others.length === 0 && own !== metric ? [own, metric] : null
}

/** 多几件, 高多少: an amount, and no growth. */
function isDistance({ tokens }: Reading): boolean {
  const years = rolesOf(tokens, 'years').filter(({ word }) => word.is !== 'wholeYear')
  return (
    years.length <= 1 && textsOf(tokens, 'change').every((text) => /^(?:多|少|高|低|相差|差)/u.test(text))
  )
}

/** A figure after 比 is a base, and nothing stands against it; 和上年比 has its base before it. */
export function baseAlone({ tokens }: Reading, named: readonly NamedMetric[]): readonly string[] {
  const [one, ...others] = named
  const than = tokens.findIndex(({ role }) => role.is === 'than')
  if (one === undefined || others.length > 0 || than === -1) return []
  if (tokens.slice(0, than).some(({ role }) => role.is === 'and')) return []
  return nextSolid(tokens, than) === one.mention.from ? [one.mention.written] : []
}

/** Reads whose and when. */
export function comparedFigures(
  asked: Asked,
  [subject, base]: readonly [Metric, Metric],
): Outcome<AnswerableQuery> {
  const { reading } = asked
  const metrics = [subject, base]
  const infos = metrics.map(metricInfo)
  const isAlike = new Set(infos.map(({ kind, unit }) => `${kind} ${unit ?? ''}`)).size === 1
  const isFigure = infos.every(({ kind }) => kind === 'count' || kind === 'rate')
  if (!isAlike || !isFigure) return unplaced(textsOf(reading.tokens, ...comparing))
  const many = manyWords(reading, asked.named[0]?.mention.from ?? 0)
  if (many.length > 0) return unplaced(many)
  const scope = readOneYear(reading, plainNeeds)
  if (!scope.ok) return scope
  return good(
    finished({ reading, metrics }, 'compare', scope.value.whose, scope.value.years, { ofMetrics: true }),
  )
}

/** 复议比诉讼多的单位, 各镇: one line each, or those of which it is so. `from`: where the figures begin. */
function manyWords({ tokens }: Reading, from: number): readonly string[] {
  return tokens.flatMap(({ role, text }, index) => {
    const isNoun = role.is === 'kind' && index > from
    const asksWho = isNoun || role.is === 'ending' || (role.is === 'which' && role.group !== null)
    return asksWho || (role.is === 'group' && role.each) ? [text] : []
  })
}

function nextSolid(tokens: Reading['tokens'], from: number): number {
  return tokens.findIndex(({ role }, index) => index > from && role.is !== 'empty')
}

/** 比诉讼…: what is set against the figure spoken of before. */
export function beginsWithBase(tokens: Reading['tokens']): boolean {
  const first = tokens.findIndex(({ role }) => role.is !== 'mark' && role.is !== 'empty')
  if (tokens[first]?.role.is !== 'than') return false
  const next = tokens[nextSolid(tokens, first)]
  return next !== undefined && isFigureRole(next.role)
}
