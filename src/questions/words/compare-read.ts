import type { Query } from '../query/query.ts'
import { reportingYearOf, yearsOf } from './period.ts'
import { askBack, good, none, unplaced, textsOf, type Outcome, type Reading } from './reading.ts'
import { yearContext } from './years-read.ts'
import type { YearWord } from './years.ts'

/** The two sides of a comparison. */
export type Sides =
  | { readonly kind: 'years'; readonly subject: number; readonly base: number; readonly byReports: boolean }
  | { readonly kind: 'agencies'; readonly subject: string; readonly base: string }

/** Whether the words compare. */
export function compares({ has, before, whose }: Reading): boolean {
  const compared = has('compared') || has('change') || has('whoMore')
  // 比教育局 alone goes on from what was asked of another.
  return compared || (has('than') && (before !== null || whose.named.length > 1 || has('years')))
}

/** Reads the sides: two agencies, or two years of the same. */
export function readSides(reading: Reading): Outcome<Sides> {
  const { named, ask } = reading.whose
  if (ask !== null) return askBack('agency', ask.options, ask.written)
  const [first, second, ...more] = named
  const beside = first === undefined ? [] : besideAgencies(reading)
  if (beside.length > 0) return unplaced(beside)
  if (more.length > 0) return unplaced(textsOf(reading.tokens, 'than', 'compared', 'change', 'whoMore'))
  if (first === undefined) return ofNobodyNamed(reading)
  if (second !== undefined) return good(twoAgencies(reading, first, second))
  const own = rememberedAgency(reading)
  return own !== null && own !== first && isAside(reading)
    ? good(againstRemembered(reading, first, own))
    : twoYears(reading)
}

/** Two years, or the two agencies spoken of. 比全区 has no year on its other side. */
function ofNobodyNamed(reading: Reading): Outcome<Sides> {
  const { tokens } = reading
  const groups = tokens.flatMap(({ role, text }, index) => {
    const isGroup = role.is === 'group' || role.is === 'kind' || role.is === 'ending' || role.is === 'place'
    return isGroup && followsLink(tokens, index) ? [text] : []
  })
  if (groups.length > 0) return unplaced(groups)
  const both = bothRemembered(reading)
  return both === null ? twoYears(reading) : good(both)
}

/** 和教育局比, 和教育局2023年比: against the agency spoken of. 教育局2023年比上年 is of years. */
function isAside({ tokens, has }: Reading): boolean {
  if (!has('than') && !has('compared')) return false
  return (
    !has('years') ||
    tokens.some(
      ({ role }, index) => (role.is === 'agency' || role.is === 'own') && followsLink(tokens, index),
    )
  )
}

/** Groups and exceptions beside the agencies compared say no more of them. */
function besideAgencies({ tokens }: Reading): readonly string[] {
  return [
    ...textsOf(tokens, 'group', 'ending', 'rest', 'except', 'exceptEnd'),
    ...tokens.flatMap(({ role, text }) => (role.is === 'kind' && role.group !== 'all' ? [text] : [])),
  ]
}

/** 谁多, 差多少 after a question about two agencies. */
function bothRemembered({ before, has }: Reading): Sides | null {
  const { agencies = [], named, whose } = before?.query ?? {}
  const [subject, base, ...others] = named ?? agencies
  if (whose !== 'named' || subject === undefined || base === undefined) return null
  const isOfThem = others.length === 0 && !has('years') && !has('than')
  return isOfThem ? { kind: 'agencies', subject, base } : null
}

/** The one agency spoken of before; of two compared the subject. */
function rememberedAgency({ before }: Reading): string | null {
  if (typeof before?.query.subject === 'string') return before.query.subject
  const [own, ...others] = before?.query.agencies ?? []
  return own !== undefined && others.length === 0 ? own : null
}

/** The first named is the subject, unless 比 stands before it. */
function twoAgencies({ tokens }: Reading, first: string, second: string): Sides {
  const than = tokens.findIndex(({ role }) => role.is === 'than')
  const named = tokens.findIndex(({ role }) => role.is === 'agency' || role.is === 'own')
  const isTurned = than !== -1 && than < named
  return { kind: 'agencies', subject: isTurned ? second : first, base: isTurned ? first : second }
}

/** 教育局比它多几件: 教育局 is the subject; 和教育局比, 比教育局多几件: it is the base. */
function againstRemembered({ tokens }: Reading, named: string, own: string): Sides {
  const than = tokens.findIndex(({ role }) => role.is === 'than')
  const it = tokens.findIndex(({ role }) => role.is === 'it')
  const isSubject = than !== -1 && it > than
  return isSubject
    ? { kind: 'agencies', subject: named, base: own }
    : { kind: 'agencies', subject: own, base: named }
}

interface SaidYear {
  readonly word: YearWord
  readonly index: number
}

function twoYears(reading: Reading): Outcome<Sides> {
  const { tokens } = reading
  const said = tokens.flatMap(({ role }, index): SaidYear[] =>
    role.is === 'years' && role.word.is !== 'wholeYear' ? [{ word: role.word, index }] : [],
  )
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
  if (word.is !== 'yearsBack') return year === subject ? open : good([subject, year])
  // 比前年 may be counted from this year or from the year reported on.
  return word.back === 1 ? good([subject, subject - 1]) : open
}

/** After 比 or 和. */
function followsLink(tokens: Reading['tokens'], index: number): boolean {
  const link = tokens.slice(0, index).findLast(({ role }) => role.is !== 'empty')?.role.is
  return link === 'than' || link === 'and'
}

/** 上年 after 比 or 和: the year before the subject, wherever that stands. */
function isYearBefore(reading: Reading, { word, index }: SaidYear): boolean {
  return word.is === 'yearsBack' && word.back === 1 && followsLink(reading.tokens, index)
}

function bothYears(reading: Reading, one: SaidYear, two: SaidYear): Pair {
  // 与上年相比，2024年…
  if (isYearBefore(reading, one) && !followsLink(reading.tokens, two.index)) {
    const [subject] = yearsOf(two.word, yearContext(reading, []))
    return subject === undefined ? unplaced(textsOf(reading.tokens, 'years')) : good([subject, subject - 1])
  }
  const besideThisYear = [one, two].some(({ word }) => word.is === 'thisYear')
  const context = { ...yearContext(reading, []), besideThisYear }
  const [first] = yearsOf(one.word, context)
  const isBefore = isYearBefore(reading, two)
  const second = isBefore && first !== undefined ? first - 1 : yearsOf(two.word, context)[0]
  if (first === undefined || second === undefined || first === second) {
    return unplaced(textsOf(reading.tokens, 'years'))
  }
  return good(isBefore ? [first, second] : inOrder(reading, [one.index, first], [two.index, second]))
}

/** 甲比乙: 甲 is the subject; 比甲，乙…: 乙 is; 甲和乙比: the later year. */
function inOrder(
  { tokens }: Reading,
  [firstAt, first]: readonly [number, number],
  [secondAt, second]: readonly [number, number],
): readonly [number, number] {
  const than = tokens.findIndex(({ role }) => role.is === 'than')
  if (than > firstAt && than < secondAt) return [first, second]
  if (than !== -1 && than < firstAt) return [second, first]
  return [Math.max(first, second), Math.min(first, second)]
}

function checked(
  reading: Reading,
  [subject, base]: readonly [number, number],
  byReports: boolean,
): Outcome<Sides> {
  const { thisYear, reportingYear } = reading.context.calendar
  const future = [subject, base].find((year) => year > thisYear - 1)
  if (future === undefined) return good({ kind: 'years', subject, base, byReports })
  const current = future === thisYear
  return none('future_year', { kind: 'future', year: future, newest: reportingYear, current })
}

/** The sides as they stand in a query. */
export function sidesInQuery(sides: Sides): Pick<Query, 'subject' | 'base'> {
  return { subject: sides.subject, base: sides.base }
}
