/** Where a value stands between two places; 0 is always between them. */
export type Scale = (value: number) => number

/** A linear scale from the least value, or 0, at `start` to the greatest, or 0, at `end`. */
export function linearScale(values: readonly number[], start: number, end: number): Scale {
  const least = Math.min(0, ...values)
  const greatest = Math.max(0, ...values)
  const span = greatest - least || 1
  return (value) => start + ((value - least) / span) * (end - start)
}
