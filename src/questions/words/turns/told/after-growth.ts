import { textOf } from '../../tokens/text-of.ts'
import type { Listed } from '../../../query/conversation.ts'
import { isAnswerable, type AnswerableQuery, type Condition, type Query } from '../../../query/query.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { inPlaces } from './places-told.ts'
import { unplaced, type Before, type Outcome } from '../reading.ts'

/** 增长最多的三家, then 第二名呢; 增加的单位, then 谁最多, 没有的呢: what is asked on, of growth and not of the figure. */

const beside: readonly Role['is'][] = ['empty', 'mark', 'goesOn', 'thanks', 'which', 'kind']

/** Null where nobody was told by growth, or the turn says more than a place, 谁最多 or 没有的. */
export function ofGrowth(tokens: readonly Token[], before: Before): Outcome<AnswerableQuery> | null {
  const words = tokens.filter(({ role }) => !beside.includes(role.is))
  const [word] = words
  const asked = word === undefined || words.length > 1 ? null : askedOf(tokens, word, before)
  if (asked === null) return null
  const { role } = asked.word
  const { operation } = asked.query
  if (operation === 'rank') return role.is === 'place-number' ? inPlace(asked) : null
  if (operation !== 'list') return null
  if (role.is === 'most') return mostGrown(asked, role.order)
  return role.is === 'hasNot' ? theOthers(asked) : null
}

function askedOf(tokens: readonly Token[], word: Token, { query, listed, list }: Before): Asked | null {
  const told = listed === null ? list : { query, listed }
  if (told === null || told.listed.names.length === 0) return null
  const { growth, subject, base } = told.query
  const isOfYears = growth !== undefined && typeof subject === 'number' && typeof base === 'number'
  return isOfYears ? { tokens, word, query: told.query, listed: told.listed, years: [subject, base] } : null
}

interface Asked {
  readonly tokens: readonly Token[]
  /** What the turn says. */
  readonly word: Token
  readonly query: Query
  readonly listed: Listed
  readonly years: readonly [number, number]
}

function inPlace({ tokens, word, query, listed, years: [subject, base] }: Asked): Outcome<AnswerableQuery> {
  const [name, ...others] = inPlaces(word, listed, query)
  if (name === undefined || others.length > 0) return unplaced(wordsOf(tokens))
  return answering(tokens, {
    ...{ intent: query.intent, metrics: query.metrics, agencies: [name], whose: 'one' },
    ...{ years: [subject, base], operation: 'compare', subject, base },
  })
}

/** Who grew most of those that grew, or fell most of those that fell. */
function mostGrown(
  { tokens, query, listed: { names }, years: [subject, base] }: Asked,
  order: 'desc' | 'asc',
): Outcome<AnswerableQuery> {
  const [condition] = query.where ?? []
  const isDown = condition?.op === '<'
  if (names.length < 2 || (condition?.op !== '>' && !isDown)) return unplaced(wordsOf(tokens))
  return answering(tokens, {
    ...{ intent: query.intent, metrics: query.metrics, agencies: names, whose: 'named' },
    ...{ years: [subject, base], operation: 'rank', subject, base, top: 1 },
    ...(query.growth === undefined ? {} : { growth: query.growth }),
    order: isDown === (order === 'asc') ? 'desc' : 'asc',
  })
}

const opposite: Readonly<Record<Condition['op'], Condition['op'] | null>> = {
  ...{ '>': '<=', '<': '>=', '>=': '<', '<=': '>', '=': null },
}

/** 没有的呢 after those that grew: all that did not. */
function theOthers({ tokens, query }: Asked): Outcome<AnswerableQuery> {
  const [condition] = query.where ?? []
  const op = condition === undefined ? null : opposite[condition.op]
  if (condition === undefined || condition.and !== undefined || op === null || condition.value !== 0)
    return unplaced(wordsOf(tokens))
  return answering(tokens, { ...query, where: [{ op, value: 0 }] })
}

function answering(tokens: readonly Token[], query: Query): Outcome<AnswerableQuery> {
  return isAnswerable(query) ? { ok: true, value: query } : unplaced(wordsOf(tokens))
}

function wordsOf(tokens: readonly Token[]): readonly string[] {
  return [textOf(tokens)]
}
