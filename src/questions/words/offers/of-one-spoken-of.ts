import type { AnswerableQuery, Query } from '../../query/query.ts'
import type { ReadQuestion } from '../turns/read-question.ts'
import type { Reading } from '../turns/reading.ts'
import { saysYears } from '../years/years-read.ts'
import { wordedAnew, type NearQuestion } from './nearest-question.ts'

const ofOne: Partial<Record<AnswerableQuery['operation'], AnswerableQuery['operation']>> = {
  ...{ sum: 'value', ratio: 'ratio', compare: 'compare', trend: 'trend', detail: 'detail' },
}

/**
 * 有没有复议 after 教育局2023年依申请几件 stands alone (questions.md section 6), and is of all: the same of the one agency spoken
 * of, and its year, for those who meant that. Null where whose figure it is was said, or nobody was spoken of.
 */
export function ofOneSpokenOf({ outcome, reading }: ReadQuestion, last: Query | null): NearQuestion | null {
  if (!outcome.ok || last?.agencies.length !== 1 || !isOfNobody(reading)) return null
  const query = ofThat(outcome.value, last, saysYears(reading))
  const question = query === null ? null : wordedAnew(query, reading.context)
  return query === null || question === null ? null : { question, query }
}

function isOfNobody({ before, whose: { named, groups, own } }: Reading): boolean {
  return before === null && named.length === 0 && groups.length === 0 && !own
}

function ofThat(asked: AnswerableQuery, last: Query, saysYear: boolean): AnswerableQuery | null {
  const { metrics, agencies, subject, base, years } = asked
  const operation = ofOne[asked.operation]
  const isOfAll = asked.intent === 'data' && agencies.length > 1 && asked.groups === undefined
  if (operation === undefined || !isOfAll || metrics.length !== 1) return null
  const keepsYear = !saysYear && last.years.length === 1 && years.length === 1
  return {
    ...{ intent: 'data', metrics, agencies: last.agencies, whose: 'one', operation },
    years: keepsYear ? last.years : years,
    ...(subject === undefined ? {} : { subject }),
    ...(base === undefined ? {} : { base }),
  }
}
