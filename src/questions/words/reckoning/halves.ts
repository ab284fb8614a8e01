import { nothingTold } from '../../query/conversation.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import { joined, shows, type Half } from './halves-joined.ts'
import { good, none, type Before, type Outcome, type Reading } from '../turns/reading.ts'
import { askingClauses } from './asking-clauses.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'

/** Reads some tokens as a question that goes on from another. */
export type ReadHalf = (tokens: readonly Token[], before: Reading['before']) => Outcome<AnswerableQuery>

/**
 * 教育局依申请几件，去年几件: what each clause asks by itself, completed with what it leaves to the one before. Null where
 * fewer than two clauses ask, or one of them is nothing without the others. `apart`: the line makes no one question.
 */
export function halvesOf(reading: Reading, read: ReadHalf, apart: boolean): readonly Half[] | null {
  const clauses = askingClauses(reading.tokens, apart)
  if (clauses.length < 2) return null
  const halves: Half[] = []
  let before: Before | null = reading.before
  for (const clause of clauses) {
    if (before !== null && halves.length > 0 && clause.every(asksOnlyHowMany)) {
      halves.push({ query: null })
      continue
    }
    const outcome = read(clause, before)
    if (!outcome.ok) return null
    halves.push({
      query: outcome.value,
      ...(asksOfThose(clause, outcome.value) ? { ofThose: true } : {}),
      ...(endsComparing(clause, outcome.value, before) ? { isOpen: true } : {}),
    })
    before = { ...remembered(clause, before), query: outcome.value, ...nothingTold }
  }
  return halves
}

/** 没有复议的有谁，依申请各几件: how many those have, and not who has none of these either. */
function asksOfThose(clause: readonly Token[], { where }: AnswerableQuery): boolean {
  const has = (...roles: readonly Role['is'][]): boolean => clause.some(({ role }) => roles.includes(role.is))
  return where !== undefined && has('howMany') && !has('condition', 'hasNot', 'whether')
}

/** 比去年多几件，2024年呢: that year's figure, or against the year before it. */
function endsComparing(
  clause: readonly Token[],
  { operation }: AnswerableQuery,
  before: Before | null,
): boolean {
  const isOther = before?.query.operation === 'compare' && operation !== 'compare'
  return isOther && clause.at(-1)?.text === '呢' && clause.some(({ role }) => role.is === 'years')
}

/** What the years of the next clause are counted from. */
function remembered(
  clause: readonly Token[],
  before: Before | null,
): Pick<Before, 'byDefault' | 'byCalendar'> {
  const said = clause.flatMap(({ role }) =>
    role.is === 'years' && role.word.is !== 'wholeYear' ? [role.word] : [],
  )
  if (said.length === 0)
    return { byDefault: before?.byDefault ?? true, byCalendar: before?.byCalendar ?? false }
  // 前年 after 去年, which was counted from the reporting year: so is this.
  const countsBack = before?.byDefault !== false && said.every((word) => word.is === 'yearsBack')
  return {
    byDefault: countsBack || said.some((word) => word.is === 'thisYear'),
    byCalendar: said.some((word) => word.is === 'yearsBack' && word.near !== 'before'),
  }
}

/**
 * The reading of a whole line, where nothing that one of its clauses asks is lost in it; else what they ask together,
 * where one answer shows it all. Otherwise the line is several questions, and none of them is answered.
 */
export function withHalves(
  reading: Reading,
  whole: Outcome<AnswerableQuery>,
  read: ReadHalf,
): Outcome<AnswerableQuery> {
  if (!whole.ok && !isNotUnderstood(whole)) return whole
  const halves = halvesOf(reading, read, !whole.ok)
  if (halves === null) return judgesAnother(reading, whole) ? severalQuestions : whole
  if (whole.ok && halves.every((half) => shows(whole.value, half))) return whole
  const together = joined(halves, reading.context.audience)
  return together === null ? severalQuestions : good(together)
}

const severalQuestions = none('not_understood', { kind: 'several_questions' })

/** 公开了13件对吧，不予公开几件: the number is said of a clause that cannot be read, and not of the other one. */
function judgesAnother({ tokens }: Reading, whole: Outcome<AnswerableQuery>): boolean {
  if (!whole.ok || whole.value.confirm === undefined) return false
  const named = askingClauses(tokens, false).filter(namesFigure)
  return named.length > 1 || namesMoreAfter(tokens)
}

/** 收了40件吧，剩几件没办完: another figure behind what is to be confirmed. */
function namesMoreAfter(tokens: readonly Token[]): boolean {
  const number = tokens.findIndex(({ role }) => role.is === 'number')
  const asked = tokens.findIndex(
    ({ role, text }, index) => index > number && (role.is === 'confirm' || /^[吗吧么]$/u.test(text)),
  )
  const end = tokens.findIndex(({ role }, index) => index > asked && role.is === 'mark')
  return number !== -1 && asked !== -1 && end !== -1 && namesFigure(tokens.slice(end))
}

function namesFigure(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => isFigureRole(role))
}

function isNotUnderstood(outcome: Outcome<unknown>): boolean {
  if (outcome.ok || outcome.refusal.kind !== 'none') return false
  return outcome.refusal.reason === 'not_understood'
}

/** 多少件, 各几件: of what the clause before picked out. */
const onlyHowMany: readonly Role['is'][] = ['howMany', 'each', 'unit', 'empty', 'mark']

/** 剩几件 asks for another figure. */
function asksOnlyHowMany({ role, text }: Token): boolean {
  return onlyHowMany.includes(role.is) && !text.startsWith('剩')
}
