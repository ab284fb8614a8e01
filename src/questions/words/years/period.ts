import type { YearWord } from './years.ts'

/** What years are counted from. */
export interface Calendar {
  /** The calendar year of today in Asia/Shanghai. */
  readonly thisYear: number
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  /** The newest year up to last year that any agency has a report for; null while there is none at all. */
  readonly reportingYear: number | null
  /** The question before meant the year reported on: 去年 is the one before that, also in a question by itself. */
  readonly countedFrom?: number
}

/** What the years of a question are read against besides the calendar. */
export interface YearContext {
  readonly calendar: Calendar
  /** The first and the newest year (up to last year) that these agencies have reports for; null without any. */
  readonly held: () => { readonly first: number; readonly newest: number } | null
  /** The year spoken of before; `standing`: what 去年 is counted from, where that was meant by 本年 or by no word. */
  readonly before: { readonly year: number; readonly standing: number | null } | null
  /** 今年 stands beside other years: those are counted from R. */
  readonly besideThisYear: boolean
}

export type Period =
  | { readonly kind: 'none' }
  /** `byReports`: 今年 was said; `every`: each year for itself. */
  | {
      readonly kind: 'years'
      readonly years: readonly number[]
      readonly byReports: boolean
      readonly every: boolean
      readonly which: boolean
    }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'future'; readonly year: number }
  | { readonly kind: 'tooMany' }

/** Years asked about at once, at most. */
const mostYears = 20

/** The reporting year R; the year before this one while nothing is stored. */
export function reportingYearOf({ reportingYear, thisYear }: Calendar): number {
  return reportingYear ?? thisYear - 1
}

/**
 * A year word of a question, and what stands between it and the year word before: 和, 的 (2024年的前一年), 到, nothing,
 * or other words.
 */
export interface SaidYears {
  readonly word: YearWord
  readonly link: 'joined' | 'of' | 'to' | 'adjacent' | null
}

/** The year meant by no word: of the reports those now due, of figures R. */
export function standingYear(calendar: Calendar, isOfReports: boolean): number {
  return isOfReports ? calendar.thisYear - 1 : reportingYearOf(calendar)
}

/** Reads all year words of a question together. An explicit year beats 本年, unless both are named side by side. */
export function readPeriod(said: readonly SaidYears[], context: YearContext): Period {
  const besideThisYear = said.some(({ word }) => word.is === 'thisYear')
  // 这些年哪年最多: all there are.
  const asksWhich = said.some(({ word }) => word.is === 'every' && word.which)
  const words = countedFrom(
    said.filter(({ word }) => word.is !== 'wholeYear' && !(asksWhich && word.is === 'unclear' && word.open)),
    { ...context, besideThisYear },
  )
  if (words === null) return { kind: 'unclear' }
  if (words.length === 0) return { kind: 'none' }
  if (words.some(({ word }) => isUnclear(word, context.calendar))) return { kind: 'unclear' }
  const joined = words.some(({ link }) => link === 'joined')
  const hasThis = words.some(({ word }) => word.is === 'thisYear')
  const explicit = words.some(({ word }) => word.is === 'year' || word.is === 'range' || word.is === 'since')
  const used = explicit && hasThis && !joined ? words.filter(({ word }) => word.is !== 'thisYear') : words
  const years = used.flatMap(({ word }) => yearsOf(word, { ...context, besideThisYear: hasThis }))
  const every = years.length === 0 && used.some(({ word }) => word.is === 'every')
  const reporting = reportingYearOf(context.calendar)
  return checked(every ? span(context.held()?.first ?? reporting, reporting) : years, used, context)
}

/**
 * 2024年的前一年 is one year. Null where a year is counted from another in a way that cannot be told: 去年的去年, 2024年去年.
 */
function countedFrom(said: readonly SaidYears[], context: YearContext): readonly SaidYears[] | null {
  const words: SaidYears[] = []
  for (const one of said) {
    const before = words.at(-1)
    if (before === undefined || !isCounted(before, one)) {
      words.push(one)
      continue
    }
    const word =
      one.link === 'to' ? rangeBetween(before.word, one.word, context) : backFrom(before.word, one.word)
    if (word === null) return null
    words[words.length - 1] = { ...before, word }
  }
  return words
}

/** 2022年的到去年. */
function rangeBetween(first: YearWord, last: YearWord, context: YearContext): YearWord | null {
  const [[from, ...more], [to, ...others]] = [yearsOf(first, context), yearsOf(last, context)]
  if (from === undefined || to === undefined || more.length + others.length > 0) return null
  return { is: 'range', from, to, clipped: false }
}

/** 2024年的前一年. */
function backFrom(from: YearWord, word: YearWord): YearWord | null {
  const isBefore = from.is === 'year' && word.is === 'yearsBack' && word.near === 'before'
  return isBefore ? { ...from, year: from.year - word.back } : null
}

function isCounted({ word: from }: SaidYears, { word, link }: SaidYears): boolean {
  const isBack = word.is === 'yearsBack'
  if (link === 'to') return true
  if (link === 'of') return isBack && ['year', 'yearsBack', 'thisYear'].includes(from.is)
  return link === 'adjacent' && isBack && from.is === 'year'
}

function checked(years: readonly number[], used: readonly SaidYears[], { calendar }: YearContext): Period {
  const distinct = [...new Set(years)]
  const future = distinct.find((year) => year > calendar.thisYear - 1)
  if (future !== undefined) return { kind: 'future', year: future }
  if (distinct.length > mostYears) return { kind: 'tooMany' }
  if (distinct.length === 0) return { kind: 'none' }
  return {
    kind: 'years',
    years: distinct.sort((a, b) => a - b),
    byReports: used.some(({ word }) => word.is === 'thisYear'),
    every: used.some(({ word }) => word.is === 'every'),
    which: used.some(({ word }) => word.is === 'every' && word.which),
  }
}

/** Two digits say a year that has been: 99年 is none. */
function isUnclear(word: YearWord, { thisYear }: Calendar): boolean {
  return word.is === 'unclear' || (word.is === 'year' && word.short && word.year > thisYear)
}

/** The years one word says; of 每年 none where another word says which (近三年每年). */
export function yearsOf(word: YearWord, context: YearContext): readonly number[] {
  const { calendar } = context
  const reporting = reportingYearOf(calendar)
  switch (word.is) {
    case 'year':
      return [word.year]
    case 'thisYear':
      return [reporting]
    case 'yearsBack':
      return [countedBack(word, context)]
    case 'newest':
      return [newestHeld(context)]
    case 'last':
      return span(reporting - word.count + 1, reporting)
    case 'range':
      return rangeOf(word, calendar)
    case 'since':
      return span(word.year, Math.max(word.year, reporting))
    case 'every':
    case 'unclear':
    case 'wholeYear':
      return []
  }
}

/** 最新一期: the agencies' own. */
function newestHeld({ held, calendar }: YearContext): number {
  return held()?.newest ?? reportingYearOf(calendar)
}

/** 去年 is a calendar word, but beside 今年, and after a question about the year reported on, it is counted from that. */
function countedBack(
  { back, near }: Extract<YearWord, { is: 'yearsBack' }>,
  { calendar, before, besideThisYear }: YearContext,
): number {
  if (near === 'before' && before !== null) return before.year - back
  const reported = besideThisYear ? reportingYearOf(calendar) : (before?.standing ?? calendar.countedFrom)
  return (reported ?? calendar.thisYear) - back
}

function rangeOf(
  { from, to, clipped: isClipped }: Extract<YearWord, { is: 'range' }>,
  calendar: Calendar,
): readonly number[] {
  const [first, last] = [Math.min(from, to), clipped(Math.max(from, to), isClipped, calendar)]
  // 十五五 before it has a report: its first year is to come, and no other is meant.
  return last < first ? [first] : span(first, last)
}

function clipped(year: number, isClipped: boolean, { thisYear }: Calendar): number {
  return isClipped ? Math.min(year, thisYear - 1) : year
}

/** Ascending; a span of more than a lifetime is cut where it no longer matters. */
function span(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.min(Math.max(to - from + 1, 0), 100) }, (_, index) => from + index)
}
