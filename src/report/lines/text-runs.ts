import type { Figure, FigureItem } from './text-items.ts'
import type { PlacedFigures } from './text-positions.ts'

const longestRun = 40

/**
 * Parts digits that ran together right behind their label (`数量21000021`, nothing else in the row) into `count`
 * figures: only where all are zeros, or where exactly one way makes the last figure the sum of the others. Null
 * otherwise.
 */
export function splitRun(item: FigureItem, count: number): PlacedFigures {
  const [run, ...more] = item.figures
  if (run === undefined || more.length > 0 || !isRun(item) || count < 3) return null
  const digits = run.text
  if (digits.length < count || digits.length > longestRun) return null
  if (/^0+$/.test(digits) && digits.length === count)
    return Array.from(digits, (text) => figureLike(item, text))
  const ways = count === 7 ? cuts(digits, count).filter(isSummed) : []
  const [only] = ways
  return ways.length === 1 && only !== undefined ? only.map((text) => figureLike(item, text)) : null
}

function isRun({ explicit, figures }: FigureItem): boolean {
  return !explicit && figures[0]?.glued === true && figures.every(({ text }) => /^\d+$/.test(text))
}

function figureLike(item: FigureItem, text: string): Figure {
  return { text, start: 0, end: text.length, line: item.line, glued: true }
}

/** All ways to cut digits into numbers without leading zeros. */
function cuts(run: string, pieces: number): readonly (readonly string[])[] {
  if (pieces === 1) return run.length > 1 && run.startsWith('0') ? [] : [[run]]
  const ways: (readonly string[])[] = []
  const longest = run.startsWith('0') ? 1 : run.length - pieces + 1
  for (let length = 1; length <= longest; length++) {
    for (const tail of cuts(run.slice(length), pieces - 1)) ways.push([run.slice(0, length), ...tail])
  }
  return ways
}

function isSummed(way: readonly string[]): boolean {
  const numbers = way.map(Number)
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1)
}
