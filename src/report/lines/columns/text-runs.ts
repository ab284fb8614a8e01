import type { Figure, FigureItem } from '../items/text-items.ts'
import type { PlacedFigures } from './text-positions.ts'

const longestRun = 40

/**
 * Parts digits that ran together right behind their label (`数量210000021`, nothing else in the row) into `count`
 * figures: where all are zeros, or, in a table without blank cells, where the digits say it twice: one figure alone
 * is not zero and stands again as the sum, or every figure is one digit and the last is the sum. A sum alone
 * proves nothing: rows that do not add up are what is looked for. Null otherwise.
 */
export function splitRun(item: FigureItem, count: number, mayBeBlank: boolean): PlacedFigures {
  const digits = digitsOfRun(item)
  if (digits === null || count < 3 || digits.length < count || digits.length > longestRun) return null
  const way = /^0+$/.test(digits) ? zeros(digits, count) : mayBeBlank ? null : saidTwice(item, digits, count)
  return way?.map((text) => figureLike(item, text)) ?? null
}

function zeros(digits: string, count: number): readonly string[] | null {
  return digits.length === count ? Array.from(digits) : null
}

function saidTwice({ figures }: FigureItem, digits: string, count: number): readonly string[] | null {
  if (figures[0]?.glued !== true || count !== 7) return null
  const [only, ...more] = cuts(digits, count).filter(isSummed)
  if (only === undefined || more.length > 0) return null
  const isTwice = only.slice(0, -1).filter((text) => text !== '0').length === 1
  return isTwice || digits.length === count ? only : null
}

/** Whether a row shows that cells of its table are left blank: fewer figures, or digits, than cells. */
export function showsBlank(items: readonly FigureItem[], count: number): boolean {
  const printed = items.flatMap(({ figures }) => figures).filter(({ text }) => text !== '')
  const [only] = items
  const digits = only !== undefined && items.length === 1 ? digitsOfRun(only) : null
  return digits === null ? printed.length < count : digits.length < count
}

function digitsOfRun({ explicit, figures }: FigureItem): string | null {
  const [run, ...more] = figures
  return !explicit && more.length === 0 && run !== undefined && /^\d+$/.test(run.text) ? run.text : null
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
