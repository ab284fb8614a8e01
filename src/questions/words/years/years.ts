import { digitByDigit, numberOf } from '../text/numerals.ts'

/** A stretch of a question that speaks of years. */
export type YearWord =
  /** `short`: written with two digits. */
  | { readonly is: 'year'; readonly year: number; readonly short: boolean }
  /** 今年, 本年: the reporting year. */
  | { readonly is: 'thisYear' }
  /** 去年, 前年, 三年前: so many years before (or, negative, after) the calendar year; `near`: 上年, 上一年, 前一年. */
  | { readonly is: 'yearsBack'; readonly back: number; readonly near: 'last' | 'before' | null }
  /** 最新一期: the agency's own newest. */
  | { readonly is: 'newest' }
  /** 近三年. */
  | { readonly is: 'last'; readonly count: number }
  /** 2021—2023年, 十四五. `clipped`: only as far as there can be reports. */
  | { readonly is: 'range'; readonly from: number; readonly to: number; readonly clipped: boolean }
  /** 2021年以来. */
  | { readonly is: 'since'; readonly year: number }
  /** 历年, 每年, 哪年; `which`: one of them is asked for. */
  | { readonly is: 'every'; readonly which: boolean }
  /** 前三年, 这几年: which ones cannot be told. `open`: 这些年, which beside 哪年 are all there are. */
  | { readonly is: 'unclear'; readonly open: boolean }
  /** 全年, 年度: adds nothing. */
  | { readonly is: 'wholeYear' }

const chinese = '[二][〇零○o][〇零○o一二三四五六七八九]{2}'
const full = `(?:(?:19|20)\\d\\d(?!\\d)|${chinese})`
const short = '(?:\\d\\d|[〇零○o一二][〇零○o一二三四五六七八九])'
const count = '(?:\\d{1,2}|[一二两三四五六七八九十几]{1,3})'
const tail = '(?:度)?(?:年?(?:底|末)|全年|内(?![部容])|间|里(?!面))?'
const yearOf = `(${full}|${short})(?:年${tail})?`
/** No unit begins 个人, 起诉, 宗教局. */
const units = '(?:[件条份项]|个(?!人)|起(?!诉)|宗(?!教))'

/** So many years one after the other, and not more. */
const listed = (years: number): string =>
  `(?<!\\d年?(?:度)?[、,和与及跟])${Array(years).fill('(?:20)?\\d\\d年?(?:度)?').join('[、,和与及跟]')}`

interface YearPattern {
  readonly pattern: RegExp
  readonly word: (found: RegExpExecArray) => YearWord | null
}

const fixed = (word: YearWord) => (): YearWord => word
const back = (years: number, near: 'last' | 'before' | null = null) =>
  fixed({ is: 'yearsBack', back: years, near })

/** All are tried at a place; the longest match wins, the earlier of two equal ones. */
const patterns: readonly YearPattern[] = [
  { pattern: sticky(`(${full})年${tail}(?!报)`), word: explicit },
  { pattern: sticky(`(${full})(?!年|${units})`), word: explicit },
  { pattern: sticky(`(${full})(?=年报|年度报告)`), word: explicit },
  { pattern: sticky(`(${short})年${tail}(?!前|报)`), word: explicit },
  { pattern: sticky(`(${short})(?=年报)`), word: explicit },
  // 22、23年: the word 年 stands once.
  { pattern: sticky(`(\\d\\d)(?=(?:[、和与及,]\\d\\d)+年(?!前|报))`), word: explicit },
  {
    pattern: sticky('(?:今年度|本年度|当年度|本年年报|本年报|今年|本年|当年)(?:年?(?:底|末)|全年)?'),
    word: fixed({ is: 'thisYear' }),
  },
  { pattern: sticky('(?:去年|上年)(?:度)?(?:年?(?:底|末)|全年)?'), word: back(1, 'last') },
  { pattern: sticky('(?:上一年|上一个年度|上个年度|前一年|头一年)(?:度)?'), word: back(1, 'before') },
  {
    pattern: sticky(
      '(?:再|还)?(?:往|向)(?:前|上)(?:再)?(?:推|数|倒|看|翻)?(?:一|1)(?:个)?年(?:度)?|再(?:早|上|前)(?:一|1)(?:个)?年(?:度)?',
    ),
    word: back(1, 'before'),
  },
  { pattern: sticky('(?:前年|上上年)(?:度)?(?:年?(?:底|末)|全年)?'), word: back(2) },
  { pattern: sticky('大前年(?:度)?(?:年?(?:底|末)|全年)?'), word: back(3) },
  { pattern: sticky('(?:明年|来年)(?:度)?'), word: back(-1) },
  {
    pattern: sticky('(?:下一年|下一个年度|下个年度|后一年|(?:再)?往后(?:推|数)?一年)(?:度)?'),
    word: back(-1, 'before'),
  },
  { pattern: sticky('后年'), word: back(-2) },
  { pattern: sticky(`(${count})年(?:以)?前`), word: yearsAgo },
  {
    pattern: sticky(
      '最新(?:的)?(?:一期|一年|一次|年度)?(?:的)?|最近(?:的)?(?:一期|一次)(?:的)?|最近的(?=年报|年度报告|报告)',
    ),
    word: fixed({ is: 'newest' }),
  },
  {
    pattern: sticky(`(?:近|最近|过去|(?<!\\d年|[去前今]年)这)(${count})(?:个)?年(?:度)?(?:来|里|间|内)?`),
    word: lastYears,
  },
  { pattern: sticky(`前(?:面)?${count}(?:个)?年|前些年`), word: fixed({ is: 'unclear', open: false }) },
  {
    pattern: sticky('(?:这|近|最近)(?:些|几)(?:个)?年(?:来|里|间)?'),
    word: fixed({ is: 'unclear', open: true }),
  },
  // 2023、2024两年: as many as were named.
  {
    pattern: sticky(`(?<=${listed(2)})(?:这)?[两二2](?:个)?年(?:度|间|里)?(?!前|报)`),
    word: fixed({ is: 'wholeYear' }),
  },
  {
    pattern: sticky(`(?<=${listed(3)})(?:这)?[三3](?:个)?年(?:度|间|里)?(?!前|报)`),
    word: fixed({ is: 'wholeYear' }),
  },
  {
    pattern: sticky(`(?<=${listed(4)})(?:这)?[四4](?:个)?年(?:度|间|里)?(?!前|报)`),
    word: fixed({ is: 'wholeYear' }),
  },
  {
    pattern: sticky(
      `(?:[从自])?${yearOf}(?:开始|起)?(?:-|一直到|直到|到|至)${yearOf}(?:为止|止)?(?:期间|间)?(?:(?:,)?(?:这|的|一共|总共)?(?:[二两三四五六七八九十]|[2-9])(?:个)?年(?:间|里|来|期间)?(?!前|报))?`,
    ),
    word: range,
  },
  { pattern: sticky(`(?:自|从)?${yearOf}(?:以来|至今|到现在|到今年|开始|起)`), word: since },
  {
    pattern: sticky(
      '(?:整个)?(十[二三四五]五)(?:规划)?(?:期间|时期|以来|期)?(?:这|的)?(?:(?:五|5)(?:个)?年)?(?:间|里)?(?:期间)?',
    ),
    word: plan,
  },
  {
    pattern: sticky(
      '历年(?:来)?(?:的)?|各年(?:度)?|每(?:一)?年(?:度)?|(?:按|逐|分|挨)年(?:度)?(?:来)?(?:给我|列(?:给我|出来|一下|出)?|排|看|报(?:一下)?|说(?:一下)?|摆出来)?|各个年度|年年|一年一年(?:地|的)?|一年年(?:地|的)?(?:给我)?(?:列(?:出来|一下|给我)?)?',
    ),
    word: fixed({ is: 'every', which: false }),
  },
  { pattern: sticky('哪(?:一)?(?:个)?年(?:度|份)?'), word: fixed({ is: 'every', which: true }) },
  {
    pattern: sticky('(?<=的)(?:那?一年|年份|年度)(?=$|[,是有几多])'),
    word: fixed({ is: 'every', which: true }),
  },
  {
    pattern: sticky(
      '全年(?:度)?(?:下来)?|年度|年底|年末|一年(?:下来|到头)|(?<=年)一年|(?<=\\d年|去年|前年)[这那]一年(?:里|间|内|当中)?|一?整年(?:下来)?',
    ),
    word: fixed({ is: 'wholeYear' }),
  },
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

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy')
}

/** 2023, 二〇二三, 23, 二三; two digits only from 08 (the first reports) on. */
function explicit(found: RegExpExecArray): YearWord | null {
  const year = written(found[1])
  return year === null ? null : { is: 'year', ...year }
}

function written(digits: string | undefined): { readonly year: number; readonly short: boolean } | null {
  const number = /^\d+$/.test(digits ?? '') ? Number(digits) : digitByDigit(digits ?? '')
  if (number === null) return null
  if (number >= 100) return { year: number, short: false }
  return number >= 8 ? { year: 2000 + number, short: true } : null
}

function range(found: RegExpExecArray): YearWord | null {
  const [from, to] = [written(found[1]), written(found[2])]
  if (from === null || to === null) return null
  return { is: 'range', from: from.year, to: to.year, clipped: false }
}

function since(found: RegExpExecArray): YearWord | null {
  const from = written(found[1])
  return from === null ? null : { is: 'since', year: from.year }
}

/** Five-year plans: 十三五 is 2016 to 2020. */
function plan(found: RegExpExecArray): YearWord | null {
  const number = numberOf(found[1]?.charAt(1) ?? '')
  if (number === null) return null
  const from = 2001 + number * 5
  return { is: 'range', from, to: from + 4, clipped: true }
}

function yearsAgo(found: RegExpExecArray): YearWord | null {
  const years = numberOf(found[1] ?? '')
  return years === null || years === 0 ? null : { is: 'yearsBack', back: years, near: null }
}

function lastYears(found: RegExpExecArray): YearWord {
  const years = numberOf(found[1] ?? '')
  if (years === null || years === 0) return { is: 'unclear', open: true }
  return { is: 'last', count: years }
}
