import {
  readPeriod,
  reportingYearOf,
  standingYear,
  type Period,
  type SaidYears,
  type YearContext,
} from './period.ts'
import {
  askBack,
  good,
  none,
  unplaced,
  rolesOf,
  textsOf,
  type Outcome,
  type Reading,
} from '../turns/reading.ts'

/** The years of a query, and how they were said. */
export interface ReadYears {
  readonly years: readonly number[]
  readonly byReports: boolean
  /** 历年, 每年. */
  readonly every: boolean
  /** 哪年. */
  readonly which: boolean
  /** No year was said. */
  readonly silent: boolean
}

/** What the year words of a question are counted from. */
export function yearContext({ context, before }: Reading, agencies: readonly string[]): YearContext {
  const last = before?.query.years.at(-1)
  const isOfTwo = before?.query.operation === 'compare' || before?.query.growth !== undefined
  const newest = isOfTwo ? Math.max(...before.query.years) : last
  const isOfReports = before?.query.intent === 'reports'
  const standing = before?.byDefault === true ? standingYear(context.calendar, isOfReports) : null
  return {
    calendar: context.calendar,
    held: () => context.heldBy(agencies),
    before: newest === undefined || before === null ? null : { year: newest, standing },
    besideThisYear: false,
  }
}

/** The year words with what stands before each. */
export function saidYears({ tokens }: Reading): readonly SaidYears[] {
  return tokens.flatMap(({ role }, index) =>
    role.is === 'years' ? [{ word: role.word, link: linkBefore(tokens, index) }] : [],
  )
}

function linkBefore(tokens: Reading['tokens'], index: number): SaidYears['link'] {
  const before = tokens.slice(0, index)
  const at = before.findLastIndex(({ role }) => role.is !== 'empty')
  const link = before[at]?.role.is
  if (link === 'and' || link === 'than' || link === 'plus') return 'joined'
  if (link !== 'years') return null
  const between = before
    .slice(at + 1)
    .map(({ text }) => text)
    .join('')
  if (/[到至]/u.test(between)) return 'to'
  return between === '的' ? 'of' : 'adjacent'
}

/** Decides the years; `standing`: where none is said (Y − 1 for the reports, R for figures). */
export function readYears(
  reading: Reading,
  agencies: readonly string[],
  standing: number | null = null,
): Outcome<ReadYears> {
  const said = saidYears(reading)
  const period = readPeriod(said, yearContext(reading, agencies))
  if (period.kind === 'years') {
    // 每年呢 and 哪年最多 after 近三年 mean those.
    const spokenOf = rememberedYears(reading.before)
    const isOfThose = spokenOf.length > 1 && said.every(({ word }) => word.is === 'every')
    return good({ ...period, ...(isOfThose ? { years: spokenOf } : {}), silent: false })
  }
  if (period.kind !== 'none') return noPeriod(period, reading)
  const { before, context } = reading
  const remembered = rememberedYears(before)
  // 司法局呢 after a year that is not over yet is of that year.
  const future = remembered.find((year) => year > context.calendar.thisYear - 1)
  if (future !== undefined) return noPeriod({ kind: 'future', year: future }, reading)
  const years = remembered.length > 0 ? remembered : [standing ?? reportingYearOf(context.calendar)]
  return good({ years, byReports: false, every: false, which: false, silent: true })
}

/** After a comparison the year spoken of is its subject. */
function rememberedYears(before: Reading['before']): readonly number[] {
  if (before === null) return []
  const { years, subject, operation, growth } = before.query
  const compared = operation === 'compare' || growth !== undefined
  return compared && typeof subject === 'number' ? [subject] : years
}

/** Why the years cannot be told. */
export function noPeriod(
  period: Exclude<Period, { kind: 'years' | 'none' }>,
  { tokens, context }: Reading,
): Outcome<never> {
  if (period.kind === 'unclear') return askBack('year', [], textsOf(tokens, 'years')[0] ?? null)
  if (period.kind === 'tooMany') return unplaced(textsOf(tokens, 'years'))
  const { thisYear, reportingYear } = context.calendar
  return none('future_year', {
    ...{ kind: 'future', year: period.year, newest: reportingYear },
    current: period.year === thisYear,
  })
}

/** Whether the words speak of any year. */
export function saysYears({ tokens }: Reading): boolean {
  return rolesOf(tokens, 'years').some(({ word }) => word.is !== 'wholeYear')
}
