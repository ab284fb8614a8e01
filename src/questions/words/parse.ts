import { asTyped } from './as-typed.ts'
import { readMentions, type Directory } from './mentions.ts'
import { normaliseQuestion } from './normalise.ts'
import type { AnswerableQuery } from '../query/query.ts'
import type { RefusalDetail } from '../query/reply.ts'
import { refusalOf, type Refusal } from './refusals.ts'
import { segment, type Token, type Vocabulary } from './segment.ts'
import { whoseFigure, type Audience, type Whose } from './whose.ts'
import { chooseYear, type Calendar, type YearChoice } from './years.ts'

/** What words are read against. It holds names and years, and no figures. */
export interface ParseContext {
  readonly vocabulary: Vocabulary
  readonly directory: Directory
  readonly audience: Audience
  readonly calendar: Calendar
  /** The newest year up to last year that one agency has a report for. */
  readonly newestYearOf: (agency: string) => number | null
}

/** A question that was read whole. */
export interface ParsedQuery {
  readonly kind: 'query'
  readonly query: AnswerableQuery
  /** Of a sum: what the group is called, and whether it is everybody, or those named one by one. */
  readonly group: { readonly called: string; readonly isAll: boolean; readonly isNamed: boolean } | null
}

/** Characters of a question that are read at most. */
const questionLimit = 200

/** Words → query, or why not. Every stretch of the question is claimed, or there is no query. */
export function parseQuestion(question: string, context: ParseContext): ParsedQuery | Refusal {
  if (Array.from(question.trim()).length > questionLimit) {
    return { kind: 'none', reason: 'not_understood', detail: { kind: 'too_long', limit: questionLimit } }
  }
  const tokens = readMentions(segment(normaliseQuestion(question), context.vocabulary), context.directory)
  const reading =
    refusalOf(tokens, context.directory) ??
    unconfirmedFigure(tokens) ??
    missingMetric(tokens) ??
    read(tokens, context)
  if (reading.kind === 'query' || reading.kind === 'help' || reading.detail === null) return reading
  return { ...reading, detail: quoting(reading.detail, question) }
}

/** People know their own words again: they are quoted as typed. */
function quoting(detail: RefusalDetail, question: string): RefusalDetail {
  if (detail.kind === 'words')
    return { ...detail, words: detail.words.map((word) => asTyped(word, question)) }
  return 'written' in detail ? { ...detail, written: asTyped(detail.written, question) } : detail
}

function read(tokens: readonly Token[], context: ParseContext): ParsedQuery | Refusal {
  const words = tokens.flatMap(({ role }) => (role.is === 'years' ? [role.word] : []))
  const choice = chooseYear(words, context.calendar)
  const refusal = yearRefusal(choice, context.calendar)
  if (refusal !== null) return refusal
  const whose = whoseFigure(tokens, context.audience)
  if (whose.kind === 'ask') return askBack(whose)
  if (whose.kind === 'notYet') {
    return { kind: 'none', reason: 'not_understood', detail: { kind: 'not_yet', what: whose.what } }
  }
  return applicant(tokens) ?? queryOf(tokens, whose, choice, context)
}

function queryOf(
  tokens: readonly Token[],
  whose: Extract<Whose, { kind: 'one' | 'sum' }>,
  choice: YearChoice,
  context: ParseContext,
): ParsedQuery {
  const year = yearOf(choice, whose, context)
  const [confirmed] = figures(tokens)
  return {
    kind: 'query',
    query: {
      intent: 'data',
      metrics: ['requests.received.total'],
      agencies: whose.kind === 'one' ? [whose.name] : whose.names,
      years: [year],
      operation: whose.kind === 'one' ? 'value' : 'sum',
      whose: whose.kind === 'one' ? 'one' : whose.isAll ? 'all' : 'named',
      ...(choice.kind === 'year' && choice.byReports ? { yearByReports: true } : {}),
      ...(confirmed === undefined ? {} : { confirm: confirmed }),
      ...(tokens.some(({ role }) => role.is === 'whether') ? { whether: true } : {}),
    },
    group: whose.kind === 'one' ? null : { called: whose.called, isAll: whose.isAll, isNamed: whose.isNamed },
  }
}

/** 最新一期 is the agency's own newest year; of a group it is the reporting year. */
function yearOf(choice: YearChoice, whose: Whose, { calendar, newestYearOf }: ParseContext): number {
  if (choice.kind === 'year') return choice.year
  const own = whose.kind === 'one' ? newestYearOf(whose.name) : null
  return own ?? calendar.reportingYear ?? calendar.thisYear - 1
}

function yearRefusal(choice: YearChoice, { thisYear, reportingYear }: Calendar): Refusal | null {
  switch (choice.kind) {
    case 'year':
    case 'newest':
      return null
    case 'several':
      return { kind: 'none', reason: 'not_understood', detail: { kind: 'one_year' } }
    case 'unclear':
      return { kind: 'clarify', slot: 'year', options: [], detail: null }
    case 'future':
      return {
        kind: 'none',
        reason: 'future_year',
        detail: {
          ...{ kind: 'future', year: choice.year, newest: reportingYear },
          current: choice.year === thisYear,
        },
      }
  }
}

function askBack({ options, written }: Extract<Whose, { kind: 'ask' }>): Refusal {
  const detail = written === null ? null : ({ kind: 'ambiguous', written } as const)
  return { kind: 'clarify', slot: 'agency', options, detail }
}

/** 是12件吗: one figure, and words that want it confirmed; any other figure is not understood. */
function unconfirmedFigure(tokens: readonly Token[]): Refusal | null {
  const found = figures(tokens)
  if (found.length === 0) return null
  const asks = tokens.some(
    ({ role, text }) => role.is === 'confirm' || role.is === 'whether' || /^[吗吧]$/u.test(text),
  )
  if (found.length === 1 && asks) return null
  return {
    kind: 'none',
    reason: 'not_understood',
    detail: { kind: 'words', words: found.map((value) => `${value}件`) },
  }
}

function missingMetric(tokens: readonly Token[]): Refusal | null {
  const isThere = tokens.some(({ role }) => role.is === 'received' || (role.is === 'receiving' && role.alone))
  return isThere
    ? null
    : { kind: 'clarify', slot: 'metric', options: ['requests.received.total'], detail: null }
}

/** 科技局提交了几件: it may be the agency that applied, and of that the tables say nothing. 向科技局提交 is clear. */
function applicant(tokens: readonly Token[]): Refusal | null {
  const applies = tokens.find(({ role }) => role.is === 'applying')
  const names = tokens.some(({ role }) => role.is === 'agency' || role.is === 'own')
  const isClear = tokens.some(({ role }) => role.is === 'towards')
  if (applies === undefined || !names || isClear) return null
  return { kind: 'none', reason: 'not_understood', detail: { kind: 'words', words: [applies.text] } }
}

function figures(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ role }) => (role.is === 'number' ? [role.value] : []))
}
