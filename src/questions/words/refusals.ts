import { nearestNames } from '../../roster/agency-names.ts'
import type { Directory } from './mentions.ts'
import type { NoFigure, RefusalDetail, Slot } from '../query/reply.ts'
import type { Role, Token } from './segment.ts'

/** Why a question leads to no query. */
export type Refusal =
  | { readonly kind: 'help' }
  | { readonly kind: 'none'; readonly reason: NoFigure; readonly detail: RefusalDetail | null }
  | {
      readonly kind: 'clarify'
      readonly slot: Slot
      readonly options: readonly string[]
      readonly detail: RefusalDetail | null
    }

/** Roles that carry meaning: a text with none of them is no question of this trade. */
const meaningless: readonly Role['is'][] = [
  'empty',
  'mark',
  'left',
  'and',
  'towards',
  'number',
  'unit',
  'howMany',
  'confirm',
  'whether',
]

/**
 * The reason the words themselves give for not answering, if any. Asked in this order: help, what is no question of
 * figures, what the tables do not hold, words that nothing claims, figures that are not answered yet.
 */
export function refusalOf(tokens: readonly Token[], directory: Directory): Refusal | null {
  const only = (...allowed: readonly Role['is'][]): boolean =>
    tokens.every(({ role }) => allowed.includes(role.is))
  if (only('empty', 'mark', 'help', 'confirm')) return { kind: 'help' }
  if (tokens.some(({ role }) => role.is === 'outOfScope')) return none('out_of_scope', null)
  const held = texts(tokens, 'notHeld')
  if (held.length > 0) return none('not_in_tables', { kind: 'not_held', what: held.join('、') })
  if (tokens.some(({ role }) => role.is === 'notAnnual')) return none('not_annual', null)
  return leftOver(tokens, directory) ?? notYet(tokens) ?? severalMetrics(tokens)
}

/** Declines words that nothing claims: the one principle is to cover the whole question, or to decline. */
function leftOver(tokens: readonly Token[], directory: Directory): Refusal | null {
  const [elsewhere] = texts(tokens, 'elsewhere')
  if (elsewhere !== undefined) return notInRoster(elsewhere, directory)
  const words = [...texts(tokens, 'left'), ...misplaced(tokens)]
  if (words.length === 0) return null
  const isEnglish = words.every((word) => /^[\da-z'-]+$/u.test(word))
  const knowsNothing = tokens.every(({ role }) => meaningless.includes(role.is))
  return knowsNothing && !isEnglish
    ? none('out_of_scope', { kind: 'words', words })
    : none('not_understood', { kind: 'words', words })
}

/** Somebody's name that is nobody's here. */
function notInRoster(written: string, { names, listed }: Directory): Refusal {
  const nearest = nearestNames(
    written,
    names.agencies.map((agency) => agency.name),
  )
  return none('not_in_roster', { kind: 'unknown_agency', written, nearest, listed })
}

/** Words that only mean something beside others, and stand alone. */
function misplaced(tokens: readonly Token[]): readonly string[] {
  const solid = tokens.filter(({ role }) => role.is !== 'empty' && role.is !== 'mark')
  return solid.flatMap((token, index) => {
    const before = solid[index - 1]?.role
    const after = solid[index + 1]?.role
    return isInPlace(token, before, after) ? [] : [token.text]
  })
}

type Neighbour = Role | undefined

/** What must stand beside a word that means nothing by itself. */
const places: Partial<Record<Role['is'], (before: Neighbour, after: Neighbour) => boolean>> = {
  and: (before, after) => [who, what, when].some((kind) => isOf(before, kind) && isOf(after, kind)),
  towards: (_, after) => after?.is === 'agency' || after?.is === 'own',
  unit: (before) => before?.is === 'number',
  number: (_, after) => after === undefined || after.is === 'unit' || after.is === 'confirm',
  help: () => false,
}

function isInPlace({ text, role }: Token, before: Neighbour, after: Neighbour): boolean {
  return text === '、' || (places[role.is]?.(before, after) ?? true)
}

/** 甲和乙 joins agencies with agencies, figures with figures (and those are declined by their names). */
const who: readonly Role['is'][] = ['agency', 'own', 'oneOf', 'group']
const what: readonly Role['is'][] = ['received', 'receiving', 'notYet']
const when: readonly Role['is'][] = ['years']

function isOf(role: Neighbour, kinds: readonly Role['is'][]): boolean {
  return role !== undefined && kinds.includes(role.is)
}

function notYet(tokens: readonly Token[]): Refusal | null {
  const named = tokens.flatMap(({ role }) => (role.is === 'notYet' ? [role.what] : []))
  if (named.length > 0) return declined([...new Set(named)].join('、'))
  if (asksHowManyAgencies(tokens)) return declined('有几家单位')
  // 收到了几份年报 asks for reports, not for requests.
  const mentionsReport = tokens.some(({ role }) => role.is === 'report')
  const mentionsRequests = tokens.some(({ role }) => role.is === 'received')
  return mentionsReport && !mentionsRequests && tokens.some(({ role }) => role.is === 'receiving')
    ? declined('各单位报送情况')
    : null
}

/** 有几个收到申请: whether requests or agencies are counted cannot be told; 几个申请 can. */
function asksHowManyAgencies(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }, index) => {
    if (role.is !== 'howMany' || role.unit !== '个') return false
    const after = tokens.slice(index + 1).find((token) => token.role.is !== 'empty')
    return after?.role.is === 'receiving' || after?.role.is === 'whether'
  })
}

function severalMetrics(tokens: readonly Token[]): Refusal | null {
  for (const { role, text } of tokens) {
    if (role.is !== 'severalMetrics') continue
    return {
      kind: 'clarify',
      slot: 'metric',
      options: role.options,
      detail: { kind: 'ambiguous', written: text },
    }
  }
  return null
}

function declined(what: string): Refusal {
  return none('not_understood', { kind: 'not_yet', what })
}

function none(reason: NoFigure, detail: RefusalDetail | null): Refusal {
  return { kind: 'none', reason, detail }
}

function texts(tokens: readonly Token[], is: Role['is']): readonly string[] {
  return tokens.filter(({ role }) => role.is === is).map(({ text }) => text)
}
