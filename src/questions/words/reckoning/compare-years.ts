import { reportingYearOf, yearsOf } from '../years/period.ts'
import {
  askBack,
  good,
  none,
  rolesOf,
  unplaced,
  textsOf,
  type Outcome,
  type Reading,
} from '../turns/reading.ts'
import { yearContext } from '../years/years-read.ts'
import type { YearWord } from '../years/years.ts'

/** Two years of the same figure, the later one set against the earlier, or as the words say. */
export interface YearSides {
  readonly kind: 'years'
  readonly subject: number
  readonly base: number
  readonly byReports: boolean
}

interface SaidYear {
  readonly word: YearWord
  readonly index: number
}

/** Reads two years. */
export function readYearSides(reading: Reading): Outcome<YearSides> {
  const { tokens } = reading
  const all = tokens.flatMap(({ role }, index): SaidYear[] =>
    role.is === 'years' && role.word.is !== 'wholeYear' ? [{ word: role.word, index }] : [],
  )
  // 今年和去年哪年多 says no third.
  const said = all.filter(({ word }) => !(word.is === 'every' && word.which && all.length === 3))
  const over = overRange(reading, said)
  if (over !== null) return checked(reading, over, false)
  const bad = said.find(({ word }) => !['year', 'thisYear', 'yearsBack'].includes(word.is))
  if (bad?.word.is === 'unclear') return askBack('year', [], tokens[bad.index]?.text ?? null)
  if (bad !== undefined || said.length > 2) return unplaced(textsOf(tokens, 'years'))
  const [one, two] = said
  const byReports = said.some(({ word }) => word.is === 'thisYear')
  const sides =
    one === undefined
      ? yearBefore(reading, null)
      : two === undefined
        ? oneYear(reading, one)
        : bothYears(reading, one, two)
  return sides.ok ? checked(reading, sides.value, byReports) : sides
}

/** 2021年到2025年增长多少: from the first to the last. */
function overRange({ tokens }: Reading, said: readonly SaidYear[]): readonly [number, number] | null {
  const [one, ...others] = said
  const moves = rolesOf(tokens, 'change').some(({ growth }) => growth === 'up' || growth === 'down')
  if (one?.word.is !== 'range' || one.word.clipped || others.length > 0 || !moves) return null
  return one.word.from < one.word.to ? [one.word.to, one.word.from] : null
}

type Pair = Outcome<readonly [number, number]>

/** 同比, 增减: against the year before. */
function yearBefore(reading: Reading, subject: number | null): Pair {
  if (!reading.has('change') && !reading.has('compared'))
    return unplaced(textsOf(reading.tokens, 'than', 'whoMore'))
  const year = subject ?? subjectOf(reading)
  return good([year, year - 1])
}

function subjectOf(reading: Reading): number {
  const { before, calendar } = yearContext(reading, [])
  return before?.year ?? reportingYearOf(calendar)
}

/** One year is named: as the base after 比 or 和, else as the subject. */
function oneYear(reading: Reading, { word, index }: SaidYear): Pair {
  const open = askBack('year', [], reading.tokens[index]?.text ?? null)
  const [year] = yearsOf(word, yearContext(reading, []))
  if (year === undefined) return open
  if (!followsLink(reading.tokens, index)) return yearBefore(reading, year)
  const subject = subjectOf(reading)
  // 前年 after 去年多少 is the year before that.
  const isOfCalendar = word.is !== 'yearsBack' || (word.back > 1 && reading.before?.byCalendar === true)
  if (isOfCalendar) return year === subject ? open : good([subject, year])
  return word.back > 0 ? good([subject, subject - word.back]) : open
}

/** After 比 or 和; what follows 和2023年比 is no base. */
export function followsLink(tokens: Reading['tokens'], index: number): boolean {
  const at = tokens.slice(0, index).findLastIndex(({ role }) => role.is !== 'empty' && role.is !== 'goesOn')
  const link = tokens[at]?.role.is
  return link === 'and' || (link === 'than' && !closesBase(tokens, at))
}

/** 和2023年比, 和教育局比: the base stands before 比. */
export function closesBase(tokens: Reading['tokens'], than: number): boolean {
  const base = tokens.slice(0, Math.max(than, 0)).findLastIndex(({ role }) => role.is !== 'empty')
  const is = tokens[base]?.role.is
  return (is === 'years' || is === 'agency' || is === 'own') && followsLink(tokens, base)
}

/**
 * 上年, 前年 after 比 or 和: so many years before the subject, wherever that stands. Null for anything else, and for 前年
 * beside another word of the calendar (去年比前年).
 */
function yearsBefore({ tokens }: Reading, { word, index }: SaidYear, beside: SaidYear): number | null {
  if (word.is !== 'yearsBack' || word.back < 1 || !followsLink(tokens, index)) return null
  return word.back === 1 || beside.word.is !== 'yearsBack' ? word.back : null
}

function bothYears(reading: Reading, one: SaidYear, two: SaidYear): Pair {
  const unread = unplaced(textsOf(reading.tokens, 'years'))
  // 与上年相比，2024年…
  const ahead = followsLink(reading.tokens, two.index) ? null : yearsBefore(reading, one, two)
  if (ahead !== null) {
    const [subject] = yearsOf(two.word, yearContext(reading, []))
    return subject === undefined ? unread : good([subject, subject - ahead])
  }
  const besideThisYear = [one, two].some(({ word }) => word.is === 'thisYear')
  const context = { ...yearContext(reading, []), besideThisYear }
  const [first] = yearsOf(one.word, context)
  if (first === undefined) return unread
  const back = yearsBefore(reading, two, one)
  if (back !== null) return good([first, first - back])
  const [second] = yearsOf(two.word, context)
  if (second === undefined || first === second) return unread
  return good(inOrder(reading, [one.index, first], [two.index, second]))
}

/** 甲比乙: 甲 is the subject; 比甲，乙…: 乙 is; 甲和乙比: the later year. */
function inOrder(
  { tokens }: Reading,
  [firstAt, first]: readonly [number, number],
  [secondAt, second]: readonly [number, number],
): readonly [number, number] {
  const than = tokens.findIndex(({ role }) => role.is === 'than')
  const base = tokens.findIndex(({ text }) => /[底基]数|基准|参照|基期|底子/u.test(text))
  // 以2022年为基数, wherever the other year stands.
  if (base !== -1) return base > secondAt ? [first, second] : [second, first]
  if (than > firstAt && than < secondAt) return [first, second]
  if (than !== -1 && than < firstAt) return [second, first]
  return [Math.max(first, second), Math.min(first, second)]
}

function checked(
  reading: Reading,
  [subject, base]: readonly [number, number],
  byReports: boolean,
): Outcome<YearSides> {
  const { thisYear, reportingYear } = reading.context.calendar
  const future = [subject, base].find((year) => year > thisYear - 1)
  if (future === undefined) return good({ kind: 'years', subject, base, byReports })
  const current = future === thisYear
  return none('future_year', { kind: 'future', year: future, newest: reportingYear, current })
}
