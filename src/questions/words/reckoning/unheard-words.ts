import type { Metric } from '../../query/metrics.ts'
import type { NamedMetric } from '../figures/figures-read.ts'
import { rolesOf, textsOf, type Reading } from '../turns/reading.ts'

/** Words that ask for more, or for something else, than the figures that were found. */
export function unheardWords(
  reading: Reading,
  named: readonly NamedMetric[],
  metrics: readonly Metric[],
): readonly string[] {
  return [
    ...openlyPublished(reading, named),
    ...passedOver(reading, named),
    ...unheard(reading, named),
    ...statedMain(reading),
    ...miscounted(reading, named, metrics),
  ]
}

/** 两项 beside three figures, or beside one. */
function miscounted(
  { tokens }: Reading,
  named: readonly NamedMetric[],
  metrics: readonly Metric[],
): readonly string[] {
  // 复议和诉讼 is one figure of two names.
  const names = new Set(named.map(({ mention }) => mention))
  const count = [...names].reduce((sum, { written }) => sum + written.split(/[和与及、加跟]/u).length, 0)
  const counts = [named.length === 0 ? metrics.length : count, metrics.length]
  return tokens.flatMap(({ role, text }) => {
    if (role.is !== 'figureCount') return []
    return counts.some((one) => one > 1 && (role.count ?? one) === one) ? [] : [text]
  })
}

/** 收了几件，办结几件: each is asked for, also where the first word says little by itself. */
function passedOver({ tokens }: Reading, named: readonly NamedMetric[]): readonly string[] {
  return tokens.flatMap(({ role, text }, at) => {
    const [next, mark] = [tokens[at + 1]?.role.is, tokens[at + 2]?.role.is]
    const isAsked = role.is === 'row' && next === 'howMany' && mark === 'mark' && at + 3 < tokens.length
    const isNamed = named.some(({ mention: { from, to } }) => from <= at && at <= to)
    return isAsked && !isNamed && named.length > 0 ? [text] : []
  })
}

/** 不予公开主要是第三方，对吗 names what it may be, and asks not which. */
function statedMain({ tokens, has }: Reading): readonly string[] {
  const asks = has('confirm') || tokens.some(({ text }) => text === '吗')
  return asks ? textsOf(tokens, 'main') : []
}

/**
 * 依申请超过30件的单位复议几件, 没有复议的单位依申请几件: 依申请 gives way to the figure beside it, unless it has a condition or
 * is counted itself.
 */
function unheard({ tokens }: Reading, named: readonly NamedMetric[]): readonly string[] {
  const solid = tokens.filter(({ role }) => !['empty', 'each', 'sum'].includes(role.is))
  const isReceived = named.some(({ metric }) => metric.startsWith('requests.received.'))
  if (named.length === 0 || isReceived) return []
  return solid.flatMap(({ role, text }, at) => {
    if (role.is !== 'row' || role.weight !== 'context' || role.row !== 'received') return []
    const [next, after] = [solid[at + 1]?.role.is, solid[at + 2]?.role.is]
    const isEnd = after === undefined || after === 'mark'
    // 涉密的申请几件 says 申请 of what stands before it.
    const isCounted = next === 'howMany' && isEnd && text.startsWith('依')
    return isCounted || next === 'condition' ? [text] : []
  })
}

/** 年报发布了吗 asks for no number. */
function openlyPublished({ tokens, has }: Reading, named: readonly NamedMetric[]): readonly string[] {
  const isText = named.some(({ metric }) => metric === 'text.published')
  const isVerb = rolesOf(tokens, 'published').every(({ weak }) => weak)
  return isText && isVerb && !has('howMany') ? textsOf(tokens, 'published') : []
}
