import type { Extras, Figures, Label } from '../../query/reply.ts'
import { numberOf, quotient } from '../figures/amount.ts'
import { answered, lacking, nothingIn, refused, unitOf, type Asked } from '../figures/answered.ts'
import { coverageCaveat } from '../figures/caveats.ts'
import { entriesOf, known, valued, type Entry, type KnownEntry } from '../figures/entry.ts'
import { changed, fractionsOf, pooled, shown, type Fraction } from '../figures/pool.ts'
import { sourcesOf } from '../figures/sources.ts'
import { groupSums, type Groups } from './groups.ts'
import { compilationIn } from './sum.ts'

/** Two years of an agency or a group, two agencies or groups in a year, or two figures: the subject, then the base. */
export function compare(asked: Asked): Figures {
  const { subject, base, groups, ofMetrics } = asked.query
  if (ofMetrics === true) return ofFigures(asked)
  if (groups !== undefined) return ofGroups(asked, groups)
  if (typeof subject === 'string' && typeof base === 'string') return ofAgencies(asked, subject, base)
  if (typeof subject === 'number' && typeof base === 'number') return ofYears(asked, subject, base)
  return refused('not_understood')
}

function ofAgencies(asked: Asked, subject: string, base: string): Figures {
  const { query, stored } = asked
  // The order of the sides, since sources are read in it.
  return ofTwo(
    asked,
    entriesOf(stored, [subject, base], query.years, query.metrics),
    (entry) => entry.agency,
    false,
  )
}

/** Two groups, each added up. */
function ofGroups(asked: Asked, groups: Groups): Figures {
  const { looked, sums } = groupSums(asked, groups)
  for (const { agencies } of groups) {
    const own = looked.filter(({ agency }) => agencies.includes(agency))
    const nothing = nothingIn(own, asked)
    if (nothing !== null) return nothing
  }
  const [subject, base, ...others] = sums.flatMap(({ group, figure }) =>
    figure === null ? [] : [{ group, figure }],
  )
  if (subject === undefined || base === undefined || others.length > 0) return refused('not_understood')
  const { answer, fractions } = sidesOf([subject.group, subject.figure], [base.group, base.figure])
  return answered(looked, {
    answer,
    unit: unitOf(asked.query.metrics),
    extras: { ...fractions, ...differenceOf(subject.figure, base.figure, false) },
  })
}

function ofYears(asked: Asked, subject: number, base: number): Figures {
  const { query, stored } = asked
  const looked = entriesOf(stored, query.agencies, [subject, base], query.metrics)
  if (query.agencies.length === 1) return ofTwo(asked, looked, (entry) => entry.year, true)
  return ofGroup(asked, looked, subject, base)
}

/** Two figures of one year; of a group the sums of those that have both. */
function ofFigures(asked: Asked): Figures {
  const { query, stored } = asked
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  const looked = entriesOf(stored, query.agencies, query.years, query.metrics)
  if (query.agencies.length === 1) return ofTwo(asked, looked, (entry) => entry.metric, false)
  const nothing = nothingIn(looked, asked)
  if (nothing !== null) return nothing
  const both = valued(looked).filter(
    ({ agency }) => valued(looked.filter((entry) => entry.agency === agency)).length === query.metrics.length,
  )
  const blank = looked.find((entry) => entry.figure.kind === 'none')
  if (both.length === 0 && blank !== undefined) return lacking(blank)
  const sums = query.metrics.map((metric) => ({
    metric,
    total: pooled(both.flatMap((entry) => (entry.metric === metric ? [entry.figure] : []))) ?? nothingAtAll,
  }))
  const [subject, base] = sums
  if (subject === undefined || base === undefined) return refused('not_understood')
  const { answer, fractions } = sidesOf([subject.metric, subject.total], [base.metric, base.total])
  return answered(looked, {
    answer,
    unit: unitOf(query.metrics),
    extras: { ...fractions, ...differenceOf(subject.total, base.total, false) },
    more: { sources: sourcesOf(both) },
  })
}

/** Two figures beside each other; none where one is lacking. */
export function ofTwo(
  { query }: Asked,
  looked: readonly Entry[],
  labelOf: (entry: Entry) => Label,
  withChange: boolean,
): Figures {
  const lackingOne = looked.find((entry) => valued([entry]).length === 0)
  if (lackingOne !== undefined) return lacking(lackingOne)
  const [subject, base, ...others] = valued(looked)
  if (subject === undefined || base === undefined || others.length > 0) return refused('not_understood')
  const { answer, fractions } = sidesOf([labelOf(subject), subject.figure], [labelOf(base), base.figure])
  return answered(looked, {
    answer,
    unit: unitOf(query.metrics),
    extras: { ...fractions, ...differenceOf(subject.figure, base.figure, withChange) },
  })
}

function ofGroup(asked: Asked, looked: readonly Entry[], subject: number, base: number): Figures {
  const { query } = asked
  const compiled = compilationIn(asked)
  if (compiled !== null) return compiled
  for (const year of [subject, base]) {
    const nothing = nothingIn(
      looked.filter((entry) => entry.year === year),
      asked,
    )
    if (nothing !== null) return { ...nothing, refusal: ofYear(nothing.refusal, year) }
  }
  const [now, before] = [sideOf(looked, subject), sideOf(looked, base)]
  const [nowSum, beforeSum] = [now, before].map(
    (side) => pooled(side.map(({ figure }) => figure)) ?? nothingAtAll,
  )
  if (nowSum === undefined || beforeSum === undefined) return refused('no_report')
  const differs = covered(now) !== covered(before)
  const beside = query.each === true ? { each: eachOf(now, before) } : {}
  const { answer, fractions } = sidesOf([subject, nowSum], [base, beforeSum])
  const figures = answered(looked, {
    answer,
    unit: unitOf(query.metrics),
    extras: {
      ...fractions,
      ...beside,
      ...(differs
        ? { delta: null, ...(nowSum.of === null ? { change: null } : {}) }
        : differenceOf(nowSum, beforeSum, true)),
    },
  })
  return differs ? { ...figures, caveats: [...figures.caveats, coverageCaveat] } : figures
}

/** Who has a figure in both years. */
function eachOf(now: readonly KnownEntry[], before: readonly KnownEntry[]): NonNullable<Extras['each']> {
  return now.flatMap(({ agency, figure }) => {
    const other = before.find((entry) => entry.agency === agency)
    const [subject, base] = [shown(figure), other === undefined ? null : shown(other.figure)]
    if (other === undefined || subject === null || base === null) return []
    return [[agency, { subject, base, delta: shown(changed(figure, other.figure)) ?? 0 }] as const]
  })
}

type Side = readonly [Label, Fraction]

/** Years in their order, whichever is the subject; the subject first of anything else. */
function sidesOf(
  subject: Side,
  base: Side,
): { readonly answer: Figures['answer']; readonly fractions: Pick<Extras, 'fractions'> } {
  const sides = [subject, base].toSorted(([one], [other]) =>
    typeof one === 'number' && typeof other === 'number' ? one - other : 0,
  )
  return {
    answer: sides.map(([label, figure]) => [label, shown(figure)] as const),
    fractions: fractionsOf(sides.map(([, figure]) => figure)),
  }
}

const nothingAtAll: Fraction = { amount: 0n, of: null }

function sideOf(looked: readonly Entry[], year: number): readonly KnownEntry[] {
  return known(looked).filter((entry) => entry.year === year)
}

function ofYear(refusal: Figures['refusal'], year: number): Figures['refusal'] {
  return refusal?.kind === 'newest' && refusal.of === undefined ? { ...refusal, asked: year } : refusal
}

function covered(entries: readonly KnownEntry[]): string {
  return entries.map(({ agency }) => agency).join('\n')
}

/** subject − base, of rates in 百分点; over years also in percent of the base, null where that is 0. */
function differenceOf(
  subject: Fraction,
  base: Fraction,
  withChange: boolean,
): Pick<Extras, 'delta' | 'change'> {
  const change = changed(subject, base)
  if (change.points) return { delta: shown(change) }
  const delta = numberOf(change.amount)
  if (!withChange) return { delta }
  return { delta, change: base.amount === 0n ? null : quotient(change.amount, base.amount, 1, 100n) }
}
