import type { ReviewResult } from '../../../../report/statutory-tables.ts'
import type { Metric } from '../../../query/metrics.ts'
import { mentionsOf } from '../../figures/figures.ts'
import { namedFigure } from '../../figures/named-figure.ts'
import { withSideOf } from '../../figures/side-in-doubt.ts'
import { clausesOf } from '../../tokens/clauses.ts'
import { isFigureRole, type FigureRole, type Role, type Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

/**
 * 诉讼的呢 after 复议被纠正几件: those of them that went to court; 诉讼呢 is of all (questions.md section 6), but of 复议维持率
 * another rate: a rate has no total. In one line (复议维持几件，诉讼呢) 诉讼呢 is of those, too.
 */
export function withSideKept(tokens: readonly Token[], before: Before | null): readonly Token[] {
  const sides = sidesIn(tokens, before)
  return tokens.flatMap((token) => {
    const side = sides.get(token)
    return side === undefined ? [token] : [token, { text: '', role: side }]
  })
}

/** What each 诉讼 of a turn leaves to the figure before it. */
function sidesIn(tokens: readonly Token[], before: Before | null): ReadonlyMap<Token, FigureRole> {
  const isAlone = tokens.filter(({ role }) => isFigureRole(role)).length === 1
  const sides = new Map<Token, FigureRole>()
  let spoken: readonly Metric[] = isAlone ? (before?.query.metrics ?? []) : []
  for (const [index, clause] of clausesOf(tokens).entries()) {
    const group = groupAlone(clause, index > 0)
    const side = group === null ? null : sideOf(spoken, group, clause, index > 0)
    const named = metricsIn(clause)
    if (group !== null && side !== null) sides.set(group, side)
    else if (named.length > 0) spoken = named
  }
  return sides
}

/** 诉讼 and nothing else that says what is asked; in a line only 诉讼呢 and 诉讼的. */
function groupAlone(clause: readonly Token[], isInLine: boolean): Token | null {
  const [group, ...others] = clause.filter(({ role }) => !beside.includes(role.is))
  if (group?.role.is !== 'review' || others.length > 0) return null
  const isElliptical = clause.at(-1)?.text === '呢' || group.text.endsWith('的')
  return isInLine && !isElliptical ? null : group
}

function sideOf(
  [metric, ...others]: readonly Metric[],
  { role, text }: Token,
  clause: readonly Token[],
  isInLine: boolean,
): FigureRole | null {
  if (role.is !== 'review' || metric === undefined || others.length > 0) return null
  const [table, first, result] = (withSideOf(`review.${role.group}.total`, metric) ?? '').split('.')
  if (table === 'rate') {
    const rate = rates.find((one) => one === first)
    return rate === undefined || mayCount(clause) ? null : { is: 'reviewRate', rate, group: null }
  }
  const kept = results.find((one) => one === result)
  const asksCount = clause.some(({ role: one }) => one.is === 'howMany')
  const isOfThose = isInLine || (!asksCount && thoseInCourt.test(text))
  return kept === undefined || !isOfThose ? null : { is: 'result', result: kept, group: null }
}

/** 诉讼几件, 诉讼6件对吧: no rate is asked for, or none for certain. */
function mayCount(clause: readonly Token[]): boolean {
  const units = clause.flatMap(({ role }) => (role.is === 'unit' || role.is === 'howMany' ? [role.unit] : []))
  const counts = units.some((unit) => unit !== null && unit !== '%')
  return counts || (states(clause) && !units.includes('%'))
}

function states(clause: readonly Token[]): boolean {
  return clause.some(({ role }) => role.is === 'number')
}

function metricsIn(clause: readonly Token[]): readonly Metric[] {
  return mentionsOf(clause).flatMap(({ parts }) => {
    const named = namedFigure(parts)
    return named.kind === 'metric' ? [named.metric] : []
  })
}

const thoseInCourt = /^(?:行政)?(?:复议|诉讼)的$/u
const rates = ['corrected', 'upheld', 'concluded'] as const
const results: readonly ReviewResult[] = ['upheld', 'corrected', 'other', 'pending']
const beside: readonly Role['is'][] = [
  ...(['empty', 'mark', 'goesOn', 'thanks', 'howMany', 'unit', 'number', 'confirm', 'whether'] as const),
]
