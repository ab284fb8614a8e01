import type { AnswerableQuery } from '../../query/query.ts'
import { mostMeant } from './comparative.ts'
import { finished, type Asked } from './draft.ts'
import { placesOf } from './places.ts'
import { hasParts } from './reckoning.ts'
import { plainNeeds, readOneYear } from './scope-read.ts'
import type { Role } from '../tokens/roles.ts'
import { good, rolesOf, textsOf, unplaced, type Outcome, type Reading } from '../turns/reading.ts'

/** Rankings of what a figure falls into: its rows, or who applied. */

/** Words that rank. */
export const rankRoles: readonly Role['is'][] = [
  'most',
  'top',
  'place-number',
  'ranking',
  'main',
  'whichPart',
  'change',
]

/** Those of them that are said. */
export function rankWords({ tokens }: Reading): readonly string[] {
  return textsOf(tokens, ...rankRoles)
}

type Part = 'row' | 'applicant'

/** Whether parts are ranked, and which; `either`: whatever the figure has. */
export function partRanked(asked: Asked): Part | 'either' | null {
  return partSaid(asked) ?? partKept(asked)
}

function partSaid(asked: Asked): Part | 'either' | null {
  const { tokens } = asked.reading
  const spoken = partSpokenOf(asked)
  const [main] = rolesOf(tokens, 'main')
  const [part] = rolesOf(tokens, 'whichPart')
  // 哪类最多 after 申请人构成.
  if (part !== undefined) return isBareKind(asked.reading) ? (spoken ?? part.by) : part.by
  if (main !== undefined) return main.by ?? spoken ?? 'either'
  const detail = tokens.find(({ role, text }) => role.is === 'detail' && !/^的?情况$/u.test(text))?.role
  return detail?.is === 'detail' ? (detail.by ?? 'row') : null
}

function partKept(asked: Asked): Part | null {
  const { has, before } = asked.reading
  if (rankRoles.some(has)) return goesOnAfter(asked.reading) ? partSpokenOf(asked) : null
  const by = before?.query.by
  if (by === 'row' || by === 'applicant') return by
  return mostMeant(asked.reading) !== null && goesOnAfter(asked.reading) ? partSpokenOf(asked) : null
}

/** 哪类, 哪种: of what, the words before it say. */
function isBareKind({ tokens }: Reading): boolean {
  return textsOf(tokens, 'whichPart').every((text) => /^哪一?[种类项个条]$/u.test(text))
}

/** The parts that the answer before told one by one, or ranked; null where another figure is named. */
function partSpokenOf({ reading: { before }, named }: Asked): Part | null {
  const { operation, by } = before?.query ?? {}
  if (named.length > 0) return null
  if (operation === 'rank') return by === 'row' || by === 'applicant' ? by : null
  if (operation !== 'detail') return null
  return by === 'applicant' ? by : 'row'
}

/**
 * 哪个最多, 最多的呢 after a breakdown or a trend are of what it told; 哪家 asks for agencies, and so does 谁 where the rows
 * are those of many.
 */
export function goesOnAfter({ before, whose, tokens }: Reading): boolean {
  if (before === null || asksForAgencies(tokens) || whose.own) return false
  const isOfRows = before.query.operation === 'detail' && before.query.by !== 'applicant'
  if (asksWho(tokens) && isOfRows && before.query.agencies.length > 1) return false
  return !tokens.some(({ role }) => agencyRoles.includes(role.is))
}

const agencyRoles: readonly Role['is'][] = ['group', 'kind', 'rest', 'ending', 'oneOf', 'howManyAgencies']

/** The most of them, or the places asked for. */
export function rankedParts(asked: Asked, part: Part | 'either'): Outcome<AnswerableQuery> {
  const { reading, metrics } = asked
  const by = part === 'either' ? (hasParts(metrics, 'row') ? 'row' : 'applicant') : part
  const isRow = metrics.every((metric) => metric.startsWith('requests.') && metric.endsWith('.total'))
  const isParted = (by === 'row' ? hasParts(metrics, 'row') : isRow) && !isOfAgencies(asked)
  const asks = (['most', 'top', 'place-number', 'ranking'] as const).some(reading.has)
  const places = asks || mostMeant(reading) !== null ? placesOf(reading) : first
  if (!isParted || places === null) return unplaced(rankWords(reading))
  const scope = readOneYear(reading, plainNeeds)
  if (!scope.ok) return scope
  return good(finished(asked, 'rank', scope.value.whose, scope.value.years, { by, ...places }))
}

/** 从高到低 and 谁 may be said of parts only where those were told before. */
function isOfAgencies(asked: Asked): boolean {
  const { tokens, has } = asked.reading
  if (asksForAgencies(tokens)) return true
  return (asksWho(tokens) || has('ranking')) && partSpokenOf(asked) === null
}

function asksWho(tokens: Reading['tokens']): boolean {
  return textsOf(tokens, 'which').some((text) => text.includes('谁'))
}

const first = { top: 1, order: 'desc' } as const

/** 原因最多的三家, 哪个单位: agencies have no place among parts. 谁 may be one who applied. */
function asksForAgencies(tokens: Reading['tokens']): boolean {
  return tokens.some(
    ({ role, text }) =>
      (role.is === 'which' && role.group !== null && !text.includes('谁')) ||
      (role.is === 'top' && /[家局镇乡]|单位|部门|街道/u.test(text)),
  )
}
