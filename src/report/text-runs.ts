import type { Figure, FigureItem } from './text-items.ts'
import type { PlacedFigures } from './text-columns.ts'

const longestRun = 40

/**
 * Parts digits that ran together right behind their label (`数量21000021`, stray spaces included) into `count`
 * figures: only where all are zeros, or where exactly one way makes the last figure the sum of the others. Null
 * otherwise.
 */
export function splitRun(item: FigureItem, count: number): PlacedFigures {
  const runs = item.figures.map(({ text }) => text)
  const digits = runs.join('')
  if (!isRun(item) || count < 3 || runs.length >= count || digits.length > longestRun) return null
  if (/^0+$/.test(digits) && digits.length === count)
    return Array.from(digits, (text) => figureLike(item, text))
  const ways = count === 7 ? waysToPart(runs, count).filter(isSummed) : []
  const [only] = ways
  return ways.length === 1 && only !== undefined ? only.map((text) => figureLike(item, text)) : null
}

function isRun({ explicit, figures }: FigureItem): boolean {
  return !explicit && figures[0]?.glued === true && figures.every(({ text }) => /^\d+$/.test(text))
}

function figureLike(item: FigureItem, text: string): Figure {
  return { text, start: 0, end: text.length, line: item.line, glued: true }
}

/** All ways to cut the runs into `count` numbers without leading zeros; a space always parts. */
function waysToPart(runs: readonly string[], count: number): readonly (readonly string[])[] {
  const [run, ...rest] = runs
  if (run === undefined) return count === 0 ? [[]] : []
  const ways: (readonly string[])[] = []
  for (let pieces = 1; pieces <= Math.min(run.length, count - rest.length); pieces++) {
    for (const head of cuts(run, pieces)) {
      for (const tail of waysToPart(rest, count - pieces)) ways.push([...head, ...tail])
    }
  }
  return ways
}

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
