import { compactText, printedSlice } from '../wording/compact-text.ts'
import { datePattern, isoDate, lastDayOf, withArabicDates, type PrintedDate } from './dates.ts'
import type { ReadPeriod, TextParagraph } from '../read-report.ts'

/** The words that announce the period. */
const announced =
  /统计(?:数据|信息)?的?(?:期限|时限|时间|周期|期间|区间|时段|时期|范围|起止)|(?:数据|报告|信息)的?(?:统计)?(?:期限|时限|时间范围|周期|时段|起止)|(?:所列|列出|中)的?(?:各项)?数据(?:的?统计)?,?(?=[自从为是截])|报告期|时间跨度/g

const hour = '(?:(?:\\d{1,2}|零)[时点](?:\\d{1,2}分)?整?)?'
const until = '(?:起|开始)?,?(?:至|到|—{1,2}|–|-{1,2}|~|～|―)'
const range = new RegExp(
  `(?:自|从|由)?${datePattern}${hour}${until}(?:同年|当年)?${datePattern}${hour}(?:止|为止)?`,
)
const months =
  /((?:19|20)\d{2})年度?(\d{1,2})月?份?(?:起)?(?:至|到|—{1,2}|–|-{1,2}|~|～)(?:((?:19|20)\d{2})年)?(\d{1,2})月份?(?:底|末|止)?(?!\d)/
const wholeYear = /((?:19|20)\d{2})年(?:度?(?:全年|整年|一整年)|度(?=[,)]|$))/
const end = new RegExp(`(?:截至|截止(?:到|至)?|至|到)${datePattern}(?:止|为止)?`)
/** Something that was meant as a date. */
const dateLike = /\d{3,}[年月日]|\d{1,2}月|\d{5,}/

interface Stated {
  /** Place of the words in the text after the announcement. */
  readonly start: number
  readonly end: number
  readonly from: string | null
  readonly to: string | null
}

/**
 * 统计期限: where a paragraph announces it by name, or where the lead gives a range of dates without a word. A date
 * whose year is left out takes that of the other one, or `titleYear`; a date that cannot be read is null, never
 * guessed. `截至2024年12月31日，共公开…` in the text is no period.
 */
export function findPeriod(
  lead: readonly TextParagraph[],
  text: readonly TextParagraph[],
  titleYear: number | null,
): ReadPeriod | null {
  for (const paragraph of [...lead, ...text]) {
    const period = announcedIn(paragraph, titleYear)
    if (period !== null) return period
  }
  for (const paragraph of lead) {
    const period = rangeIn(paragraph, titleYear)
    if (period !== null) return period
  }
  return null
}

function announcedIn({ text, place }: TextParagraph, titleYear: number | null): ReadPeriod | null {
  const compact = compactText(text)
  for (const { index: start, 0: sentence } of compact.text.matchAll(/[^。;!?]+/g)) {
    for (const match of sentence.matchAll(announced)) {
      const printed = sentence.slice(match.index + match[0].length)
      const rest = withArabicDates(printed)
      const stated = statedIn(rest, titleYear)
      if (stated === null || stated.start > 30) continue
      const from = start + match.index
      // Chinese numerals are shorter or longer than Arabic ones: then the words reach to the end of the sentence.
      const length = rest === printed ? match[0].length + stated.end : sentence.length - match.index
      return { text: printedSlice(compact, from, from + length), from: stated.from, to: stated.to, place }
    }
  }
  return null
}

/** A range from day to day, with no word that says what it is: only `自…起至…止` or a line of its own tell it. */
function rangeIn({ text, place }: TextParagraph, titleYear: number | null): ReadPeriod | null {
  for (const [sentence] of compactText(text).text.matchAll(/[^。;!?]+/g)) {
    const readable = withArabicDates(sentence)
    const found = range.exec(readable)
    if (found === null) continue
    const isAlone = readable.replace(/^\(|\)$/g, '') === found[0]
    const isFromTo = /^[自从由]/.test(found[0]) && /数据|统计|报告/.test(readable)
    if (!isAlone && !isFromTo) continue
    const { from, to } = fromRange(found, titleYear)
    return { text: found[0], from, to, place }
  }
  return null
}

function statedIn(rest: string, titleYear: number | null): Stated | null {
  const found = range.exec(rest)
  if (found !== null) return fromRange(found, titleYear)
  return (
    fromMonths(months.exec(rest)) ??
    fromYear(wholeYear.exec(rest)) ??
    fromEnd(rest, titleYear) ??
    unreadable(rest)
  )
}

function fromRange(match: RegExpExecArray, titleYear: number | null): Stated {
  const from = dateOf(match.slice(1, 4))
  const to = dateOf(match.slice(4, 7))
  const year = from.year ?? to.year ?? titleYear
  return {
    ...spanOf(match),
    from: isoDate({ ...from, year: from.year ?? year }),
    to: isoDate({ ...to, year: to.year ?? year }),
  }
}

function fromMonths(match: RegExpExecArray | null): Stated | null {
  if (match === null) return null
  const year = Number(match[1])
  const lastYear = match[3] === undefined ? year : Number(match[3])
  const lastMonth = Number(match[4])
  return {
    ...spanOf(match),
    from: isoDate({ year, month: Number(match[2]), day: 1 }),
    to: isoDate({ year: lastYear, month: lastMonth, day: lastDayOf(lastYear, lastMonth) }),
  }
}

function fromYear(match: RegExpExecArray | null): Stated | null {
  if (match === null) return null
  return { ...spanOf(match), from: `${match[1] ?? ''}-01-01`, to: `${match[1] ?? ''}-12-31` }
}

function fromEnd(rest: string, titleYear: number | null): Stated | null {
  const match = end.exec(rest)
  if (match === null) return null
  const date = dateOf(match.slice(1, 4))
  return { ...spanOf(match), from: null, to: isoDate({ ...date, year: date.year ?? titleYear }) }
}

/** Dates that lost their 年 or 月 (`202111日`): a period is stated, but it cannot be read. */
function unreadable(rest: string): Stated | null {
  const clause = /^[^,。;]*/.exec(rest)?.[0] ?? ''
  if (!dateLike.test(clause)) return null
  return { start: 0, end: clause.length, from: null, to: null }
}

function spanOf(match: RegExpExecArray): Pick<Stated, 'start' | 'end'> {
  return { start: match.index, end: match.index + match[0].length }
}

function dateOf([year, month, day]: readonly (string | undefined)[]): PrintedDate {
  return { year: year === undefined ? null : Number(year), month: Number(month), day: Number(day) }
}
