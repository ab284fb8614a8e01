/** Waiting times after the first, second, … transient fault, in milliseconds. */
const waits = [1_000, 5_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000] as const

/** How long to wait after the n-th fault (from 1), ± 20 %; `random` gives 0 … 1. The last wait repeats. */
export function backoff(fault: number, random: () => number): number {
  const wait = waits[Math.min(Math.max(fault, 1), waits.length) - 1] ?? waits[0]
  return Math.round(wait * (0.8 + 0.4 * random()))
}
