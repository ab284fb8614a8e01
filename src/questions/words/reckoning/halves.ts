import { nothingTold } from '../../query/conversation.ts'
import type { AnswerableQuery } from '../../query/query.ts'
import { joined, shows, type Half } from './halves-joined.ts'
import { good, none, type Before, type Outcome, type Reading } from '../turns/reading.ts'
import { clausesOf } from '../tokens/clauses.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'

/** Reads some tokens as a question that goes on from another. */
export type ReadHalf = (tokens: readonly Token[], before: Reading['before']) => Outcome<AnswerableQuery>

/**
 * 教育局依申请几件，去年几件: what each clause asks by itself, completed with what it leaves to the one before. Null where
 * fewer than two clauses ask, or one of them is nothing without the others.
 */
export function halvesOf(reading: Reading, read: ReadHalf): readonly Half[] | null {
  const clauses = askingClauses(reading.tokens)
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
    halves.push({ query: outcome.value, ...(asksOfThose(clause, outcome.value) ? { ofThose: true } : {}) })
    before = { ...remembered(clause, before), query: outcome.value, ...nothingTold }
  }
  return halves
}

/** 没有复议的有谁，依申请各几件: how many those have, and not who has none of these either. */
function asksOfThose(clause: readonly Token[], { where }: AnswerableQuery): boolean {
  const has = (...roles: readonly Role['is'][]): boolean => clause.some(({ role }) => roles.includes(role.is))
  return where !== undefined && has('howMany') && !has('condition', 'hasNot', 'whether')
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
  const halves = halvesOf(reading, read)
  if (halves === null) return whole
  if (whole.ok && halves.every((half) => shows(whole.value, half))) return whole
  const together = joined(halves)
  return together === null ? none('not_understood', { kind: 'several_questions' }) : good(together)
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

const asking: readonly Role['is'][] = [
  ...(['howMany', 'which', 'howManyAgencies', 'position', 'whether', 'trend', 'ranking', 'main'] as const),
  ...(['most', 'top', 'place-number', 'whichPart', 'whoMore', 'average'] as const),
]

/** Clauses that ask, each with those before it that only say of what; what follows the last one belongs to it. */
function askingClauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = []
  let open: Token[] = []
  for (const clause of clausesOf(tokens).flatMap(cutAfterAsking)) {
    // 教育局依申请，复议呢: the first is asked for as well.
    if (goesOn(clause) && namesFigure(open) && (namesFigure(clause) || areOfOthers(open, clause))) {
      found.push(open)
      open = []
    }
    open = [...open, ...clause]
    if (!asks(clause)) continue
    found.push(open)
    open = []
  }
  found.at(-1)?.push(...open)
  return found
}

/** 依申请几件去年几件, 几家都是谁: nothing stands between, and yet it is asked twice. */
function cutAfterAsking(clause: readonly Token[]): readonly (readonly Token[])[] {
  const first = clause.findIndex(({ role }) => role.is === 'howMany' || role.is === 'howManyAgencies')
  const isAfter = (index: number): boolean => first !== -1 && index > first
  const at = clause.findIndex((token, index) => isAfter(index) && begins(token, clause[first]))
  const rest = clause.slice(at)
  return at === -1 || !asks(rest) ? [clause] : [clause.slice(0, at), ...cutAfterAsking(rest)]
}

const beginning: readonly Role['is'][] = ['years', 'agency', 'own', 'group']

function begins({ role }: Token, asked: Token | undefined): boolean {
  if (asked?.role.is === 'howManyAgencies') return role.is === 'which'
  return beginning.includes(role.is)
}

/** 教育局申请人构成，民政局呢: each of somebody, or each of a year. */
function areOfOthers(one: readonly Token[], other: readonly Token[]): boolean {
  return [whose, years].some((roles) =>
    [one, other].every((clause) => clause.some(({ role }) => roles.includes(role.is))),
  )
}

const whose: readonly Role['is'][] = ['agency', 'own', 'group']
const years: readonly Role['is'][] = ['years']

function namesFigure(clause: readonly Token[]): boolean {
  return clause.some(({ role }) => isFigureRole(role) || role.is === 'detail')
}

function goesOn(clause: readonly Token[]): boolean {
  return clause.at(-1)?.text === '呢'
}

function asks(clause: readonly Token[]): boolean {
  return clause.some(({ role }) => asking.includes(role.is)) || /^[呢吗]$/u.test(clause.at(-1)?.text ?? '')
}
