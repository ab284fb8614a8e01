import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { AnswerableQuery, Condition, Query } from '../../query/query.ts'
import { hasYearAsBase } from './compare-read.ts'
import { readYearSides } from './compare-years.ts'
import { asksYesOrNo, finished, type Asked } from './draft.ts'
import { movedSides } from '../years/moved-sides.ts'
import { good, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'
import type { Role, Token } from '../tokens/roles.ts'
import { allMeant } from './scope-read.ts'
import { threshold, type Threshold } from '../figures/thresholds.ts'
import { readWhose } from '../whose/whose-read.ts'

/** 哪些单位增加了, 有几家比去年少, 下降10%以上的部门: those whose figure moved so from one year to another. */

type Change = Extract<Role, { is: 'change' }>

/** Whether the words ask who rose, fell or stayed level. */
export function asksWhoGrew(reading: Reading): boolean {
  const [change, ...others] = rolesOf(reading.tokens, 'change')
  if (change === undefined || others.length > 0 || change.growth === null) return false
  if (reading.whose.named.length === 1 || !isAgainstYears(reading) || isOfTwo(reading, change)) return false
  return asksWho(reading, change) || standsForThem(reading)
}

/** 哪些单位, 几家, 有没有单位; 谁 and 哪个 only where 多 is no 最多, and no two sides stand. */
function asksWho({ has, tokens, whose }: Reading, { yearly, plain }: Change): boolean {
  const isOverYears = has('than') || has('compared') || yearly
  // 处罚多的是哪几家: more than what is not said.
  if (plain === true && !isOverYears) return false
  if (has('howManyAgencies') || rolesOf(tokens, 'which').some(({ many }) => many)) return true
  if (has('which')) return whose.sides.length < 2
  return has('kind') && (has('whether') || asksYesOrNo(tokens)) && whose.named.length === 0
}

/** 甲局与乙局相比，哪家的处罚更多: one against the other. */
function isOfTwo(reading: Reading, { plain, yearly }: Change): boolean {
  return plain === true && !yearly && reading.whose.named.length > 1 && !hasYearAsBase(reading)
}

/** 比去年, not 比财政局. */
function isAgainstYears({ tokens }: Reading): boolean {
  return tokens.every(({ role }, index) => {
    if (role.is !== 'than') return true
    const next = tokens.slice(index + 1).find((token) => token.role.is !== 'empty')?.role.is
    return next === 'years' || next === 'change' || next === undefined
  })
}

/** 增加的单位, 比去年少的: what follows 的 is who, or nothing. */
function standsForThem({ tokens, has, whose }: Reading): boolean {
  if (whose.named.length > 0) return false
  const after = tokens.slice(tokens.findIndex(({ role }) => role.is === 'change'))
  const next = after.slice(1).find(({ role }) => !passedOver.includes(role.is))
  const between = after.slice(0, next === undefined ? after.length : after.indexOf(next))
  const isNominal = between.some(({ text }) => text.endsWith('的')) || next?.text.startsWith('的') === true
  const isEnd = next === undefined && !asksYesOrNo(tokens) && !has('confirm')
  return isNominal && (isEnd || next?.role.is === 'kind' || next?.role.is === 'group')
}

const passedOver: readonly Token['role']['is'][] = ['empty', 'mark', 'condition', 'unit', 'goesOn']

/** Reads the question. */
export function grewQuery(asked: Asked): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const moved = movedIn(reading, metrics)
  if (moved === null) return notRead(reading)
  const sides = yearsOf(reading)
  if (!sides.ok) return sides
  const whose = readWhose(reading, allMeant)
  if (!whose.ok) return whose
  if (reading.whose.named.length === 1) return notRead(reading)
  const { subject, base, byReports } = sides.value
  const years = { years: [subject, base], byReports }
  const operation = reading.has('howManyAgencies') || keepsCounting(reading) ? 'count' : 'list'
  return good(finished(asked, operation, whose.value, years, { subject, base, ...moved }))
}

/** Those said, or those of the growth spoken of before. */
function yearsOf(
  reading: Reading,
): Outcome<{ readonly subject: number; readonly base: number; readonly byReports: boolean }> {
  const isAgain = reading.before?.query.growth !== undefined && !hasYearAsBase(reading)
  if (!isAgain) return readYearSides(reading)
  const sides = movedSides(reading)
  return sides.ok ? good({ ...sides.value, byReports: false }) : sides
}

function notRead({ tokens }: Reading): Outcome<never> {
  return unplaced(textsOf(tokens, 'change', 'condition', 'hasNot', 'which', 'howManyAgencies'))
}

function keepsCounting({ before, has }: Reading): boolean {
  return before?.query.operation === 'count' && !has('which')
}

type Moved = Required<Pick<Query, 'growth' | 'where'>>

/** Which way and how far; what is not said is kept from the question before. Null where the words do not go together. */
function movedIn(reading: Reading, metrics: readonly Metric[]): Moved | null {
  const [info, ...others] = metrics.map(metricInfo)
  if (others.length > 0 || (info?.kind !== 'count' && info?.kind !== 'rate')) return null
  const [change] = rolesOf(reading.tokens, 'change')
  const said = rolesOf(reading.tokens, 'condition')
  if (change === undefined) return said.length === 0 ? keptMove(reading) : null
  const by = threshold(said)
  const growth = growthBy(by, change, info.kind === 'rate')
  const where = whereOf(change, by, reading.has('hasNot'))
  const isWhole = said.length === 0 || by !== null
  return isWhole && growth !== null && where !== null ? { growth, where: [where] } : null
}

function keptMove({ before }: Reading): Moved | null {
  const { growth, where } = before?.query ?? {}
  return growth === undefined || where === undefined ? null : { growth, where }
}

/** In percent where the threshold is; of rates a threshold is in 百分点, and 5% of one says neither. */
function growthBy(by: Threshold | null, change: Change, isRate: boolean): Moved['growth'] | null {
  const unit = by?.unit ?? null
  if (isRate) return by === null || unit === '百分点' ? 'delta' : null
  if (unit === '百分点') return null
  return unit === '%' || (by !== null && change.percent) ? 'change' : 'delta'
}

/** A threshold of the difference: what fell is below 0. */
function whereOf({ growth }: Change, by: Threshold | null, isNot: boolean): Condition | null {
  if (by !== null) return isNot || growth === 'level' ? null : boundOf(by.condition, growth === 'down')
  if (growth === 'level') return isNot ? null : { op: '=', value: 0 }
  const [moved, still] = growth === 'down' ? (['<', '>='] as const) : (['>', '<='] as const)
  return { op: isNot ? still : moved, value: 0 }
}

/** 增加不超过5件 has increased. */
function boundOf(condition: Condition, isDown: boolean): Condition {
  const isOpen = condition.and === undefined && (condition.op === '<' || condition.op === '<=')
  const bounded: Condition = isOpen ? { op: '>', value: 0, and: condition } : condition
  return isDown ? mirrored(bounded) : bounded
}

const turned = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '=' } as const

function mirrored({ op, value, and }: Condition): Condition {
  const turn = (one: Condition): Condition => ({
    op: turned[one.op],
    value: one.value === 0 ? 0 : -one.value,
  })
  return { ...turn({ op, value }), ...(and === undefined ? {} : { and: turn(and) }) }
}
