import type { ReadReport } from '../../report/read-report.ts'
import type { SectionNumber } from '../../report/statutory-tables.ts'
import { headingOf, partName } from '../parts.ts'
import type { Hit, Rule, RuleContext } from '../rule.ts'

/** The parts follow each other in the order of the form. */
export const sectionOrder: Rule = {
  id: 'structure/section-order',
  severity: 'error',
  docs: {
    summary: '六个部分按规定的顺序排列。',
    basis: '国办公开办函〔2021〕30号',
    remedy: '把位置不对的部分移到规定的位置，并改正序号。',
  },
  check: checkSectionOrder,
}

function* checkSectionOrder({ read }: RuleContext): Iterable<Hit> {
  // A part without a heading is known by its table alone, and a picture may stand before its own heading.
  const printed = read.sections.filter((section) => section.headingPresent).map((section) => section.number)
  const inPlace = longestRising(printed)
  for (const number of printed) {
    if (inPlace.includes(number)) continue
    yield {
      message: `${partName(number)}“${headingOf(read, number)}”的位置不符合规定顺序，应在${properPlace(read, printed, number)}。`,
      where: headingOf(read, number),
      evidence: printed.map((other) => headingOf(read, other)),
    }
  }
}

/** Behind the part with the next lower number that is there; the first one before the next higher. */
function properPlace(read: ReadReport, printed: readonly SectionNumber[], number: SectionNumber): string {
  const ascending = [...printed].sort((a, b) => a - b)
  const index = ascending.indexOf(number)
  const previous = ascending[index - 1]
  const next = ascending[index + 1]
  if (previous !== undefined) return `“${headingOf(read, previous)}”之后`
  return next === undefined ? '文首' : `“${headingOf(read, next)}”之前`
}

/**
 * The most parts that stand in order already, so that as few as possible are said to be misplaced; of two ways
 * the one that keeps the lower numbers, since a part is placed by the one before it.
 */
function longestRising(numbers: readonly SectionNumber[]): readonly SectionNumber[] {
  const [first, ...rest] = numbers
  if (first === undefined) return []
  const without = longestRising(rest)
  const withFirst = [first, ...longestRising(rest.filter((number) => number > first))]
  if (withFirst.length !== without.length) return withFirst.length > without.length ? withFirst : without
  return sum(withFirst) < sum(without) ? withFirst : without
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
