import type { Figure, FigureItem } from '../items/text-items.ts'
import type { SettledRow } from './settled-rows.ts'
import type { TextLine } from '../page/text-lines.ts'
import { isBlankLine } from '../page/text-lines.ts'
import { printedCount } from './row-candidates.ts'

const printed = (figures: readonly Figure[]): readonly Figure[] => figures.filter(({ text }) => text !== '')

/** Whether figures without cells stand on more lines than one. */
export function isOverLines({ explicit, figures }: FigureItem): boolean {
  return !explicit && new Set(printed(figures).map(({ line }) => line)).size > 1
}

/**
 * Whether figures stand one to a line with a blank line in a place or two more than elsewhere: the trace of a blank
 * cell. Blank lines here and there are none.
 */
export function isUneven({ figures }: FigureItem, lines: readonly TextLine[]): boolean {
  const gaps = gapsOf(figures, lines)
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  const odd = gaps.filter((gap) => gap !== usual).length
  return odd > 0 && odd * fewOf <= gaps.length
}

/** Of so many gaps, one that differs is an exception. */
const fewOf = 6

/** How many blank lines stand between the lines of figures; a page break says nothing. */
function gapsOf(figures: readonly Figure[], lines: readonly TextLine[]): readonly number[] {
  const at = [...new Set(printed(figures).map(({ line }) => line))]
  return at.slice(1).flatMap((line, index) => {
    const between = lines.slice((at[index] ?? 0) + 1, line)
    return between.some(({ isPageNumber }) => isPageNumber) ? [] : [between.filter(isBlankLine).length]
  })
}

/** Whether the lines of nearly all stacks of figures follow each other alike, so that one that does not is odd. */
export function areEven(items: readonly FigureItem[], lines: readonly TextLine[]): boolean {
  const stacks = items.map(({ figures }) => gapsOf(figures, lines)).filter((gaps) => gaps.length > 1)
  const even = stacks.filter((gaps) => gaps.every((gap) => gap === gaps[0]))
  return even.length * 5 >= stacks.length * 4
}

/**
 * Whether the last figure of each group is the sum of the others, so that none of them is a stranger that took a
 * blank cell's place. A page number behind figures that end in their total may be the double of it.
 */
export function areSummed(figures: readonly Figure[], perGroup: number): boolean {
  const numbers = printed(figures).map(({ text }) =>
    Number(/^\d+/.exec(text.replace(/[,，]/g, ''))?.[0] ?? NaN),
  )
  if (numbers.length === 0 || numbers.length % perGroup !== 0) return false
  return numbers.every((total, index) => {
    if (index % perGroup !== perGroup - 1) return true
    const own = numbers.slice(index - perGroup + 1, index)
    const sum = own.reduce((whole, number) => whole + number, 0)
    return sum === total && (total === 0 || (own.at(-1) ?? 0) * 2 !== total)
  })
}

/**
 * Whether a table shows figures that are not its rows' own – page numbers, pieces of broken numbers – or rows over
 * lines that hold several each: the right number of figures proves nothing then.
 */
export function hasStrangers(rows: readonly SettledRow<string>[]): boolean {
  return rows.some(({ row, figures, isOpen }) => {
    const own = figures.reduce((sum, item) => sum + printedCount(item), 0)
    const isPlain = figures.some(({ explicit }) => !explicit)
    if (!isPlain) return false
    const isBroken = own !== row.template.figures && figures.some(isMixed)
    return isOpen || own > row.template.figures || isBroken
  })
}

/** Whether figures stand on several lines, and on one of them more than one. */
function isMixed(item: FigureItem): boolean {
  const own = printed(item.figures)
  return isOverLines(item) && new Set(own.map(({ line }) => line)).size < own.length
}

/** Whether most rows with figures of their own have them on a line with their label. */
export function areMostlyBeside(rows: readonly SettledRow<string>[]): boolean {
  const plain = rows.flatMap(({ row, figures: [only] }) =>
    only === undefined || only.explicit ? [] : [{ row, only }],
  )
  const beside = plain.filter(({ row, only }) => row.labels.some(({ line }) => line === only.line))
  return beside.length * 3 > plain.length * 2
}

/** Whether most rows of several figures have them on one line. */
export function areMostlyOneLine(rows: readonly SettledRow<string>[]): boolean {
  const several = rows.flatMap(({ figures: [only] }) =>
    only === undefined || only.explicit || printedCount(only) < 2 ? [] : [only],
  )
  return several.filter((item) => !isOverLines(item)).length * 2 > several.length
}
