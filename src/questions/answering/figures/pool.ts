import type { Condition } from '../../query/query.ts'
import type { Extras, Parts } from '../../query/reply.ts'
import { amountOf, numberOf, quotient, type Amount } from './amount.ts'

/** A count, or a part of a whole. */
export interface Fraction {
  readonly amount: Amount
  readonly of: Amount | null
}

/** Counts added up; of rates the parts and the wholes each. Null for none at all. */
export function pooled(figures: readonly Fraction[]): Fraction | null {
  const [first] = figures
  if (first === undefined) return null
  const amount = figures.reduce((sum, figure) => sum + figure.amount, 0n)
  return { amount, of: first.of === null ? null : figures.reduce((sum, { of }) => sum + (of ?? 0n), 0n) }
}

/** A rate without a denominator has no value. */
export function hasValue({ of }: Fraction): boolean {
  return of !== 0n
}

/** As it is answered: a number, or percent with one decimal; null where the denominator is 0. */
export function shown(figure: Fraction): number | null {
  if (figure.of === null) return numberOf(figure.amount)
  return figure.of === 0n ? null : quotient(figure.amount, figure.of, 1, 100n)
}

/** The two counts of a rate; null for a count. */
export function partsOf({ amount, of }: Fraction): Parts | null {
  return of === null ? null : [numberOf(amount), numberOf(of)]
}

/** The two counts of each rate; nothing where none is a rate. */
export function fractionsOf(figures: readonly (Fraction | null)[]): Pick<Extras, 'fractions'> {
  const fractions = figures.map((figure) => (figure === null ? null : partsOf(figure)))
  return fractions.every((parts) => parts === null) ? {} : { fractions }
}

/** Greater than 0 where the first is greater; fractions, not rounded figures, are compared. */
export function difference(one: Fraction, other: Fraction): number {
  const gap = one.amount * (other.of ?? 1n) - other.amount * (one.of ?? 1n)
  return gap === 0n ? 0 : gap > 0n ? 1 : -1
}

/** Whether a figure meets a threshold; of a rate the threshold is in percent. */
export function meets(figure: Fraction, { op, value, and }: Condition): boolean {
  return holds(figure, op, value) && (and === undefined || holds(figure, and.op, and.value))
}

function holds(figure: Fraction, op: Condition['op'], value: number): boolean {
  const asked = amountOf(value)
  const gap =
    figure.of === null ? figure.amount - asked : figure.amount * 100n * 1_000_000n - asked * figure.of
  switch (op) {
    case '=':
      return gap === 0n
    case '>':
      return gap > 0n
    case '>=':
      return gap >= 0n
    case '<':
      return gap < 0n
    case '<=':
      return gap <= 0n
  }
}

/** subject − base: a number, or for rates 百分点 with one decimal. Both have a value. */
export function changed(subject: Fraction, base: Fraction): Fraction & { readonly points: boolean } {
  if (subject.of === null || base.of === null) {
    return { amount: subject.amount - base.amount, of: null, points: false }
  }
  return {
    amount: subject.amount * base.of - base.amount * subject.of,
    of: subject.of * base.of,
    points: true,
  }
}
