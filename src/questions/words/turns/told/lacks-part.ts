import { mentionsOf } from '../../figures/figures.ts'
import { partOf } from '../../figures/metric-of.ts'
import { namedFigure } from '../../figures/named-figure.ts'
import type { Metric } from '../../../query/metrics.ts'
import type { Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'
import { hasPartOf } from './whole-again.ts'

/** 没有败诉的呢 after 有诉讼的单位: who has no lawsuit has lost none, and is not meant. */
export function lacksPart(tokens: readonly Token[], { query, listed }: Before): boolean {
  const [mention, ...others] = mentionsOf(tokens)
  if (listed === null || listed.names.length === 0 || mention === undefined || others.length > 0) return false
  const metric = metricOf(namedFigure(mention.parts), query.metrics[0])
  const isBound = tokens.some(({ role }) => role.is === 'hasNot' || role.is === 'condition')
  return isBound && metric !== null && hasPartOf({ metrics: [metric] }, query)
}

/** 纠正 after 复议 is a result of that. */
function metricOf(named: ReturnType<typeof namedFigure>, before: Metric | undefined): Metric | null {
  if (named.kind === 'metric') return named.metric
  return named.kind === 'part' && before !== undefined ? partOf(named.part, before) : null
}
