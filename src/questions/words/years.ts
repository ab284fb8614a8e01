import { digitByDigit, numberOf } from './numerals.ts'

/** A stretch of a question that speaks of years. */
export type YearWord =
  /** `short`: written with two digits. */
  | { readonly is: 'year'; readonly year: number; readonly short: boolean }
  /** 今年, 本年: the reporting year. */
  | { readonly is: 'thisYear' }
  /** 去年, 前年, 三年前: calendar words, so many years before (or, negative, after) the calendar year. */
  | { readonly is: 'yearsBack'; readonly back: number }
  /** 最新一期: the agency's own newest. */
  | { readonly is: 'newest' }
  /** A range or a list: more than one year. */
  | { readonly is: 'several' }
  /** 前三年, 这几年: which ones cannot be told. */
  | { readonly is: 'unclear' }
  /** 全年, 年度: adds nothing. */
  | { readonly is: 'wholeYear' }

/** What years are counted from. */
export interface Calendar {
  /** The calendar year of today in Asia/Shanghai. */
  readonly thisYear: number
  /** The newest year up to last year that any agency has a report for; null while there is none at all. */
  readonly reportingYear: number | null
}

export type YearChoice =
  | { readonly kind: 'year'; readonly year: number; readonly byReports: boolean }
  | { readonly kind: 'newest' }
  | { readonly kind: 'several' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'future'; readonly year: number }

const chinese = '[二][〇零○o][〇零○o一二三四五六七八九]{2}'
const full = `(?:(?:19|20)\\d\\d(?!\\d)|${chinese})`
const short = '(?:\\d\\d|[〇零○o一二][〇零○o一二三四五六七八九])'
const count = '(?:\\d{1,2}|[一二两三四五六七八九十几]{1,3})'
const tail = '(?:度)?(?:底|末|全年|内|间|里)?'
const yearOf = `(?:${full}(?:年${tail})?|${short}(?:年${tail})?)`
const units = '[件条个份起宗项]'

interface YearPattern {
  readonly pattern: RegExp
  readonly word: (found: RegExpExecArray) => YearWord | null
}

const fixed = (word: YearWord) => (): YearWord => word
const several = fixed({ is: 'several' })

/** All are tried at a place; the longest match wins, the earlier of two equal ones. */
const patterns: readonly YearPattern[] = [
  { pattern: sticky(`(${full})年${tail}(?!报)`), word: explicit },
  { pattern: sticky(`(${full})(?!年|${units})`), word: explicit },
  { pattern: sticky(`(${full})(?=年报|年度报告)`), word: explicit },
  { pattern: sticky(`(${short})年${tail}(?!前|报)`), word: explicit },
  { pattern: sticky(`(${short})(?=年报)`), word: explicit },
  {
    pattern: sticky('(?:今年度|本年度|当年度|本年年报|本年报|今年|本年|当年)(?:底|末|全年)?'),
    word: fixed({ is: 'thisYear' }),
  },
  {
    pattern: sticky('(?:去年|上年|上一年|上一个年度|上个年度)(?:度)?(?:底|末|全年)?'),
    word: fixed({ is: 'yearsBack', back: 1 }),
  },
  { pattern: sticky('(?:前年|上上年)(?:度)?(?:底|末|全年)?'), word: fixed({ is: 'yearsBack', back: 2 }) },
  { pattern: sticky('大前年(?:度)?(?:底|末|全年)?'), word: fixed({ is: 'yearsBack', back: 3 }) },
  { pattern: sticky('(?:明年|下一年|来年)(?:度)?'), word: fixed({ is: 'yearsBack', back: -1 }) },
  { pattern: sticky('后年'), word: fixed({ is: 'yearsBack', back: -2 }) },
  { pattern: sticky(`(${count})年(?:以)?前`), word: yearsAgo },
  {
    pattern: sticky('最新(?:的)?(?:一期|一年|一次|年度)?|最近(?:的)?(?:一期|一次)'),
    word: fixed({ is: 'newest' }),
  },
  { pattern: sticky(`(?:近|最近|过去|这)(${count})(?:个)?年(?:度)?(?:来|里|间)?`), word: lastYears },
  { pattern: sticky(`前(?:面)?${count}(?:个)?年|前些年|这些年`), word: fixed({ is: 'unclear' }) },
  { pattern: sticky(`${yearOf}(?:-|到|至)${yearOf}`), word: several },
  { pattern: sticky(`${yearOf}(?:以来|至今|到现在|到今年|起)`), word: several },
  { pattern: sticky('十[一二三四五]五(?:期间|时期)?|历年(?:来)?'), word: several },
  { pattern: sticky('全年(?:度)?|年度'), word: fixed({ is: 'wholeYear' }) },
]

/** The year word that begins at `at` in a normalised question, with its length. */
export function yearAt(
  text: string,
  at: number,
): { readonly length: number; readonly word: YearWord } | null {
  let best: { length: number; word: YearWord } | null = null
  for (const { pattern, word } of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    const read = found === null ? null : word(found)
    if (found === null || read === null || found[0].length <= (best?.length ?? 0)) continue
    best = { length: found[0].length, word: read }
  }
  // The tail of a longer number is no year.
  return best !== null && /\d/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 1)) ? null : best
}

/** Settles on one year, or says why there is none. An explicit year beats 本年. */
export function chooseYear(words: readonly YearWord[], calendar: Calendar): YearChoice {
  // Two digits say a year that has been: 99年 is none.
  const isUnclear = (word: YearWord): boolean =>
    word.is === 'unclear' || (word.is === 'year' && word.short && word.year > calendar.thisYear)
  if (words.some(isUnclear)) return { kind: 'unclear' }
  if (words.some((word) => word.is === 'several')) return { kind: 'several' }
  const explicit = distinct(words.flatMap((word) => (word.is === 'year' ? [word.year] : [])))
  const counted = distinct(
    words.flatMap((word) => (word.is === 'yearsBack' ? [calendar.thisYear - word.back] : [])),
  )
  const saysThis = words.some((word) => word.is === 'thisYear')
  const saysNewest = words.some((word) => word.is === 'newest')
  const named = distinct([...explicit, ...counted])
  // 今年和去年 compares two years, both counted from the reporting year.
  if (named.length > 1 || (counted.length > 0 && (saysThis || saysNewest))) return { kind: 'several' }
  const [year] = named
  if (year !== undefined) {
    return year > calendar.thisYear - 1 ? { kind: 'future', year } : { kind: 'year', year, byReports: false }
  }
  if (saysNewest && !saysThis) return { kind: 'newest' }
  return { kind: 'year', year: calendar.reportingYear ?? calendar.thisYear - 1, byReports: saysThis }
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy')
}

/** 2023, 二〇二三, 23, 二三; two digits only from 08 (the first reports) on. */
function explicit(found: RegExpExecArray): YearWord | null {
  const digits = found[1] ?? ''
  const number = /^\d+$/.test(digits) ? Number(digits) : digitByDigit(digits)
  if (number === null) return null
  if (number >= 100) return { is: 'year', year: number, short: false }
  return number >= 8 ? { is: 'year', year: 2000 + number, short: true } : null
}

function yearsAgo(found: RegExpExecArray): YearWord | null {
  const back = numberOf(found[1] ?? '')
  return back === null || back === 0 ? null : { is: 'yearsBack', back }
}

function lastYears(found: RegExpExecArray): YearWord {
  const years = numberOf(found[1] ?? '')
  if (years === null) return { is: 'unclear' }
  return years === 1 ? { is: 'thisYear' } : { is: 'several' }
}

function distinct(years: readonly number[]): readonly number[] {
  return [...new Set(years)]
}
