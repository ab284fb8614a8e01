import { requestSums } from '../../query/metric-table.ts'
import type { RequestSum } from '../../query/metrics.ts'
import { figureStarts } from './figure-starts.ts'
import { isFigureRole, type FigureRole, type Token } from '../tokens/roles.ts'

type ConditionToken = Extract<Token['role'], { is: 'condition' }>

/** The words of a question that name one figure, with the threshold that stands with them. */
export interface Mention {
  readonly parts: readonly FigureRole[]
  /** Where the words stand among the tokens: first and last. */
  readonly from: number
  readonly to: number
  readonly conditions: readonly ConditionToken[]
  /** 没有 stands with it. */
  readonly hasNot: boolean
  /** 几件 stands with it. */
  readonly asked: boolean
  /** After a comma and a question: a figure of its own. */
  readonly joined: 'and' | 'plus' | 'conjunction' | 'mark' | null
  /** As written, for asking back. */
  readonly written: string
}

interface Draft {
  parts: FigureRole[]
  from: number
  to: number
  conditions: ConditionToken[]
  hasNot: boolean
  asked: boolean
  joined: Mention['joined']
  written: string
}

/** Names a figure by itself, so that a second one in a question is another figure. */
export function isStrong(role: FigureRole): boolean {
  if (role.is === 'row') return role.weight === 'noun'
  if (role.is === 'published') return !role.weak
  return ['review', 'documents', 'decision', 'whole', 'item', 'metric', 'rate', 'reviewRate'].includes(
    role.is,
  )
}

/** Gathers the words of each figure: 和, 加, 但 and a comma after 几件 stand between two, and each 几件 closes one. */
export function mentionsOf(tokens: readonly Token[]): readonly Mention[] {
  const starts = figureStarts(tokens)
  const done: Draft[] = []
  let current = draft(null)
  const close = (joined: Mention['joined']): void => {
    const rest = current
    if (rest.parts.length > 0) done.push(rest)
    current = draft(done.length === 0 ? null : joined)
    // Before the first figure 没有 goes with the name behind it, wherever that begins.
    if (done.length === 0)
      Object.assign(current, { hasNot: rest.hasNot, conditions: rest.conditions, asked: rest.asked })
    else if (rest.parts.length === 0) attach(rest, done)
  }
  tokens.forEach((token, index) => {
    const border = starts.has(index) ? 'mark' : borderAt(token, current)
    if (border !== null) close(border)
    add(token, index, current)
  })
  close(null)
  return done.reduce<readonly Draft[]>((all, one) => {
    const before = all.at(-1)
    return before !== undefined && (tellsWhich(before, one) || tellsWhose(before, one, tokens))
      ? [...all.slice(0, -1), joinedTo(before, one)]
      : [...all, one]
  }, [])
}

/** 有几件申请，是…而无法提供的: what follows the comma says which of the requests are counted. */
function tellsWhich(before: Draft, one: Draft): boolean {
  const isCounted =
    before.asked && before.parts.every((part) => part.is === 'row' && part.weight === 'context')
  const isKind = one.parts.every(({ is }) => is === 'row' || is === 'column') && one.parts.some(isStrong)
  return isCounted && isKind && one.joined === 'mark' && !one.asked && one.written.endsWith('的')
}

/** 企业提出的、部分公开的几件: who applied, and what came of it; each of two is asked for with 各. */
function tellsWhose(before: Draft, one: Draft, tokens: readonly Token[]): boolean {
  const isBetween = tokens
    .slice(before.to, one.from)
    .some(({ role, text }) => role.is === 'and' && text === '、')
  const isWho =
    !before.asked && before.parts.some(({ is }) => is === 'column') && !before.parts.some(isStrong)
  const isKind = one.parts.every(({ is }) => is === 'row' || is === 'unclear') && one.parts.some(isStrong)
  const areTwo = tokens.some(({ role }) => severalRoles.includes(role.is))
  return isBetween && isWho && isKind && one.written.endsWith('的') && !areTwo
}

const severalRoles: readonly Token['role']['is'][] = ['each', 'both', 'sum', 'plus', 'change', 'compared']

function joinedTo(before: Draft, one: Draft): Draft {
  return {
    ...before,
    parts: [...before.parts, ...one.parts],
    to: one.to,
    conditions: [...before.conditions, ...one.conditions],
    hasNot: before.hasNot || one.hasNot,
    written: before.written + one.written,
  }
}

/** What stands between the figure so far and the one that begins here; null within one. */
function borderAt(token: Token, { asked, parts, hasNot }: Draft): Mention['joined'] {
  const { role } = token
  if (role.is === 'and' || role.is === 'plus' || role.is === 'conjunction') return role.is
  // 依申请比复议多几件 compares two figures.
  if (role.is === 'than') return 'and'
  // 依申请最多的三家的复议几件 asks for another figure of those.
  if (parts.length > 0 && ['most', 'top', 'place-number'].includes(role.is)) return 'mark'
  if (parts.length > 0 && turns(token, hasNot)) return 'conjunction'
  return asked ? borderAfterAsking(role, parts) : null
}

/** After 几件 a comma and the next name of a figure end the one before. */
function borderAfterAsking(role: Token['role'], parts: readonly FigureRole[]): Mention['joined'] {
  if (role.is === 'mark') return parts.length > 0 ? 'mark' : null
  const isNext = isFigureRole(role) && isStrong(role)
  return isNext && parts.some((part) => (isStrong(part) && !isWithin(part, role)) || isOther(part, role))
    ? 'mark'
    : null
}

/** 有多少件是因为信息不存在而无法提供的: a reason and the answer it led to are one figure. */
function isWithin(part: FigureRole, role: FigureRole): boolean {
  if (part.is !== 'row' || role.is !== 'row' || !(role.row in requestSums)) return false
  const { rows } = requestSums[role.row as RequestSum]
  return rows.some((row) => row === part.row)
}

/** 有复议没诉讼, 没复议有诉讼: two conditions without a word between them. */
function turns({ role, text }: Token, hasNot: boolean): boolean {
  return role.is === 'hasNot' || (hasNot && text === '有')
}

/** 依申请几件，复议: 依申请 is no figure beside a row of its own table, and one beside another's. */
function isOther(part: FigureRole, role: FigureRole): boolean {
  return part.is === 'row' && part.weight === 'context' && role.is !== 'row'
}

function add({ role, text }: Token, index: number, current: Draft): void {
  if (role.is === 'condition') current.conditions.push(role)
  else if (role.is === 'hasNot') current.hasNot = true
  else if (role.is === 'howMany') current.asked = true
  else if (isFigureRole(role)) {
    if (current.parts.length === 0) current.from = index
    current.parts.push(role)
    current.to = index
    current.written += text
  }
}

function draft(joined: Mention['joined']): Draft {
  return {
    ...{ parts: [], from: 0, to: 0, conditions: [], hasNot: false, asked: false },
    ...{ joined, written: '' },
  }
}

/** Thresholds, 没有 and 几件 that stand apart belong to the figure before. */
function attach(rest: Draft, done: readonly Draft[]): void {
  const last = done.at(-1)
  if (last === undefined) return
  last.conditions.push(...rest.conditions)
  last.hasNot ||= rest.hasNot
  last.asked ||= rest.asked
}
