import { finished } from './draft.ts'
import { plainNeeds } from './scope-read.ts'
import type { AnswerableQuery, Query } from '../../query/query.ts'
import { good, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import { readWhose } from '../whose/whose-read.ts'
import type { Whose } from '../whose/whose.ts'
import { reportingYearOf } from '../years/period.ts'
import { readYears, saysYears } from '../years/years-read.ts'

/**
 * 结转对得上吗: what was carried into a year against what was carried out of the one before. After such a question what
 * is not named anew is kept.
 */
export function carriedOver(reading: Reading): Outcome<AnswerableQuery> {
  const words = textsOf(reading.tokens, 'matches')
  const isOther = reading.mentions.some(({ parts }) => !parts.every((part) => isCarried(part)))
  const isSaid = reading.mentions.length > 0 || reading.before?.query.carryOver === true
  if (isOther || !isSaid) return unplaced(words)
  const whose = readWhose(reading, plainNeeds)
  if (!whose.ok) return whose
  const years = yearInto(reading, whose.value.names)
  if (!years.ok) return years
  const unfit = reading.whose.named.length === 1 ? textsOf(reading.tokens, 'which', 'howManyAgencies') : []
  if (unfit.length > 0) return unplaced(unfit)
  return good(carriedInto(years.value, reading, whose.value))
}

/**
 * Of one agency the two figures; of several a list, or how many they are: of those whose figures differ, or, where it
 * was asked who agrees (哪些单位对得上), of those.
 */
function carriedInto(subject: number, reading: Reading, whose: Whose): AnswerableQuery {
  const base = subject - 1
  const metrics = ['requests.carriedIn.total', 'requests.carriedForward.total'] as const
  const operation = operationOf(reading, whose)
  const where = operation !== 'compare' && asksWhoAgrees(reading) ? [{ op: '=', value: 0 } as const] : null
  const extra = { subject, base, carryOver: true, ...(where === null ? {} : { where }) }
  return finished({ reading, metrics }, operation, whose, { years: [subject, base], byReports: false }, extra)
}

function keptFrom({ before }: Reading): Query | null {
  return before?.query.carryOver === true ? before.query : null
}

function operationOf(reading: Reading, { names }: Whose): 'compare' | 'count' | 'list' {
  const { has } = reading
  if (has('howManyAgencies')) return 'count'
  if (names.length === 1 && !has('which')) return 'compare'
  return keptFrom(reading)?.operation === 'count' && !has('which') ? 'count' : 'list'
}

/** 是谁 after it asks who they were. */
function asksWhoAgrees(reading: Reading): boolean {
  const said = rolesOf(reading.tokens, 'matches')
  if (said.length === 0) return keptFrom(reading)?.where !== undefined
  const asksWho = reading.has('which') || reading.has('howManyAgencies')
  return asksWho && said.every(({ differ }) => !differ)
}

function isCarried(part: Reading['mentions'][number]['parts'][number]): boolean {
  if (part.is === 'row') return ['carriedIn', 'carriedForward'].includes(part.row) || part.weight !== 'noun'
  return part.is === 'unclear' && part.options.includes('requests.carriedForward.total')
}

/** The year whose 上年结转 is looked at: the one spoken of before where none is said. */
function yearInto(reading: Reading, names: readonly string[]): Outcome<number> {
  const { carryOver, subject } = reading.before?.query ?? {}
  const isKept = carryOver === true && typeof subject === 'number' && !saysYears(reading)
  return isKept ? good(subject) : carryYears(reading, names)
}

function carryYears(reading: Reading, names: readonly string[]): Outcome<number> {
  const base = reading.tokens.findIndex(({ role }) => role.is === 'years' && role.word.is === 'yearsBack')
  const link = reading.tokens.slice(0, Math.max(base, 0)).findLast(({ role }) => role.is !== 'empty')?.role.is
  const newest = reportingYearOf(reading.context.calendar)
  const said = textsOf(reading.tokens, 'years').length
  if (base !== -1 && said === 1 && (link === 'and' || link === 'than')) return good(newest)
  const years = readYears(reading, names)
  if (!years.ok) return years
  const sorted = [...years.value.years].sort((a, b) => a - b)
  const [first = newest, second] = sorted
  if (sorted.length > 2 || (second !== undefined && second !== first + 1))
    return unplaced(textsOf(reading.tokens, 'years'))
  return good(second ?? first)
}
