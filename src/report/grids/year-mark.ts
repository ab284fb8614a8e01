import { compacted } from '../wording/compact-text.ts'
import { withArabicYears } from '../document/year.ts'

/** The year that words give to the figures under or beside them: a number, 本年 or a year before it. */
export type YearMark = number | 'this' | 'last'

const marks = /((?:19|20)\d{2})(?:年度?|$)|本年度?|今年|本期|上年度?|上一年度?|去年|上期|往年|前一?年度?/g
/** What else a title, a caption or the head of a row says, and a sentence does not. */
const longest = 40

/**
 * The year that a title, a caption or the head of a row names; null where it names none, or more than one, or is a
 * sentence rather than a title. Of a paragraph its last sentence counts.
 */
export function yearMarkOf(text: string): YearMark | null {
  const sentence = withArabicYears(compacted(text.slice(-400)))
    .split(/[。;!?]/)
    .findLast((part) => part !== '')
  if (sentence === undefined || sentence.length > longest) return null
  const found = new Set([...sentence.matchAll(marks)].map(([words, year]) => markOf(words, year)))
  const [mark] = found
  return found.size === 1 ? (mark ?? null) : null
}

function markOf(words: string, year: string | undefined): YearMark {
  if (year !== undefined) return Number(year)
  return /^[本今]/.test(words) ? 'this' : 'last'
}

/**
 * Which of several tables or rows are those of another year, by their marks: 上年, or a year that is not the report's;
 * where the report's is not known, a year before the latest one.
 */
export function areOfOtherYear(
  among: readonly (YearMark | null)[],
  reportYear: number | null,
): readonly boolean[] {
  const years = among.filter((mark): mark is number => typeof mark === 'number')
  const current = reportYear ?? Math.max(...years)
  return among.map((mark) => mark === 'last' || (typeof mark === 'number' && mark !== current))
}
