/**
 * Exact sums and fractions: a figure is a whole number of millionths, so that fees add up without a rest and fractions
 * compare without rounding.
 */
export type Amount = bigint

const perOne = 1_000_000n

/** The amount of a printed figure; beyond six decimals it is rounded. */
export function amountOf(value: number): Amount {
  if (Number.isInteger(value)) return BigInt(value) * perOne
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(6).split('.')
  const amount = BigInt(whole) * perOne + BigInt(decimals.padEnd(6, '0'))
  return value < 0 ? -amount : amount
}

/** numerator ÷ denominator × scale with so many decimals, rounded once, half away from zero. The denominator is not 0. */
export function quotient(numerator: bigint, denominator: bigint, decimals: number, scale = 1n): number {
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n
  const [top, bottom] = [magnitude(numerator) * scale * 10n ** BigInt(decimals), magnitude(denominator)]
  const rounded = (2n * top + bottom) / (2n * bottom)
  return rounded === 0n ? 0 : Number(sign * rounded) / 10 ** decimals
}

/** An amount as it is answered: whole, or with two decimals at most. */
export function numberOf(amount: Amount): number {
  return quotient(amount, perOne, 2)
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
