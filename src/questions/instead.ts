import type { AnswerableQuery } from './query/query.ts'
import { parseQuestion, type Turn } from './words/turns/parse.ts'
import { wordedAnew } from './words/offers/nearest-question.ts'
import { askedAs } from './words/offers/question-of.ts'
import type { ParseContext } from './words/turns/reading.ts'

/** What may be asked instead of a question that has no figure; every one of them has one. */
export interface Instead {
  /** Near to the very question. */
  readonly offers: readonly string[]
  /** Of the same agency or the same figure. */
  readonly samples: readonly string[]
}

/** Whether a query may be asked here and has an answer; else the newest year there is a report for, where that is why. */
export interface Tried {
  readonly isAnswered: boolean
  readonly newest: number | null
}
type Try = (query: AnswerableQuery) => Promise<Tried>

/** Nothing is offered. */
export const nothingInstead: Instead = { offers: [], samples: [] }

const mostSamples = 2

/** Looks for questions near to one that was not understood. */
export async function insteadOf(
  { nearest, heard }: Turn,
  reading: ParseContext,
  tries: Try,
): Promise<Instead> {
  const offers: string[] = []
  for (const { question, query } of nearest()) {
    const { isAnswered, newest } = await tries(query)
    const offer = isAnswered ? question : await inYear(newest, query, reading, tries)
    if (offer !== null && !offers.includes(offer)) offers.push(offer)
  }
  if (offers.length > 0) return { offers, samples: [] }
  const samples: string[] = []
  for (const text of aboutTheSame(heard, reading)) {
    const read = parseQuestion(text, reading)
    const sample = read.kind === 'query' ? await answered(read.query, reading, tries) : null
    if (sample !== null && samples.length < mostSamples) samples.push(sample)
  }
  return { offers, samples }
}

/** A query in words, as asked or of the newest year there is; null where it has no figure either. */
async function answered(query: AnswerableQuery, reading: ParseContext, tries: Try): Promise<string | null> {
  const { isAnswered, newest } = await tries(query)
  return isAnswered ? wordedAnew(query, reading) : inYear(newest, query, reading, tries)
}

/** The same question of another year; null where that has no figure either. */
export async function inYear(
  year: number | null,
  query: AnswerableQuery,
  reading: ParseContext,
  tries: Try,
): Promise<string | null> {
  const [asked, ...others] = query.years
  if (year === null || others.length > 0 || asked === year) return null
  const again = { ...query, years: [year] }
  const question = wordedAnew(again, reading)
  return question !== null && (await tries(again)).isAnswered ? question : null
}

/** Questions of an agency and a figure that were named. */
function aboutTheSame({ agencies, metrics }: Turn['heard'], reading: ParseContext): readonly string[] {
  const [agency, ...others] = agencies
  const [metric] = metrics
  const year = reading.calendar.reportingYear
  if (year === null || others.length > 0) return []
  const what = askedAs(metric ?? 'requests.received.total')
  if (agency !== undefined) return [`${agency}${year}年${what}多少`, `${agency}${year}年依申请情况`]
  if (metric === undefined) return []
  const isGroup = reading.audience.all.length > 1
  return [`${year}年${what}一共多少`, ...(isGroup ? [`${year}年${what}最多的3家`] : [])]
}
