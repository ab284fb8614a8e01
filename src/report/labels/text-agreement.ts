import type { LabelItem } from '../lines/items/text-items.ts'

const sideLetter = 0.04

/**
 * How one wording agrees with the letters so far: the least cost of having made its first 0, 1, … letters of
 * them. Leaving out letters of side words costs little; a merged label as a whole is no part of another label.
 */
export interface Agreement {
  readonly wording: string
  readonly costs: readonly number[]
}

/** The agreement before any letter. */
export function noLetters(wording: string): Agreement {
  return { wording, costs: Array.from({ length: wording.length + 1 }, (_, position) => position) }
}

/** 1 − edits / length of the wording. */
export function valueOf({ wording, costs }: Agreement): number {
  return 1 - (costs.at(-1) ?? 0) / wording.length
}

/** The agreement with the letters of one more item. */
export function withLetters({ wording, costs }: Agreement, item: LabelItem): Agreement {
  const mayMatch = !item.group || item.letters === wording
  const drop = item.side ? sideLetter : 1
  let current = costs
  for (const letter of item.letters) {
    const next = [(current[0] ?? 0) + drop]
    for (let position = 1; position <= wording.length; position++) {
      const changed = letter === wording[position - 1] && mayMatch ? 0 : 1
      const costsHere = [
        (current[position - 1] ?? 0) + changed,
        (current[position] ?? 0) + drop,
        (next[position - 1] ?? 0) + 1,
      ]
      next.push(Math.min(...costsHere))
    }
    current = next
  }
  return { wording, costs: current }
}
