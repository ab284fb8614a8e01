import type { Metric } from '../../query/metrics.ts'
import type { Link, ListBefore, Listed } from '../../query/conversation.ts'
import type { Condition, Query } from '../../query/query.ts'
import type { NoFigure, RefusalDetail, Slot } from '../../query/reply.ts'
import type { Mention } from '../figures/figures.ts'
import type { Directory } from '../whose/mentions.ts'
import type { Calendar } from '../years/period.ts'
import type { Role, Token } from '../tokens/roles.ts'
import type { Vocabulary } from '../tokens/vocabulary.ts'
import type { Audience, SaidWhose } from '../whose/whose.ts'

/** What words are read against. It holds names and years, and no figures. */
export interface ParseContext {
  readonly vocabulary: Vocabulary
  readonly directory: Directory
  readonly audience: Audience
  readonly calendar: Calendar
  /** First and newest year (up to last year) that any of these agencies has a report for; null without any. */
  readonly heldBy: (agencies: readonly string[]) => { readonly first: number; readonly newest: number } | null
}

/** What was said before, for fragments. */
export interface Before {
  readonly query: Query
  /** It used R by 本年 or by no word. */
  readonly byDefault: boolean
  /** Its year was said by 去年 or 前年. */
  readonly byCalendar: boolean
  /** Whom its answer picked out of several. */
  readonly listed: Listed | null
  /** A list told earlier, while the turns since were about its members. */
  readonly list: ListBefore | null
  /** The years that its answer picked out of several. */
  readonly yearsTold: readonly number[] | null
  /** The part of a figure that its answer picked out. */
  readonly partTold?: Metric | null
  /** The questions in a row that it ends. */
  readonly chain: readonly Link[]
}

/** The words of a question, gathered by what they do; not yet a query. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly whose: SaidWhose
  readonly has: (is: Role['is']) => boolean
  readonly context: ParseContext
  /** The question before, where this one goes on from it. */
  readonly before: Before | null
  /** 其中 began it. */
  readonly within: boolean
}

/** Why a question leads to no query. */
export type Refusal =
  /** `dropped`: what was asked back, or offered, is not wanted. */
  | { readonly kind: 'help'; readonly dropped?: true }
  | { readonly kind: 'none'; readonly reason: NoFigure; readonly detail: RefusalDetail | null }
  | {
      readonly kind: 'clarify'
      readonly slot: Slot
      readonly options: readonly string[]
      readonly detail: RefusalDetail | null
      /** All options together would be a question that can be answered. */
      readonly together?: boolean
    }

/** A part of reading that may end in a refusal instead. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal }

/** What the words say of the reckoning, for one figure or several. */
export interface Figures {
  readonly metrics: readonly Metric[]
  readonly where: readonly Condition[]
  readonly added: boolean
}

/** Wraps a value. */
export function good<Value>(value: Value): Outcome<Value> {
  return { ok: true, value }
}

/** There is no figure, for this reason. */
export function none(
  reason: NoFigure,
  detail: RefusalDetail | null = null,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { kind: 'none', reason, detail } }
}

/** These words could not be placed; without any it is the whole that has no answer. */
export function unplaced(words: readonly string[]): { readonly ok: false; readonly refusal: Refusal } {
  return none('not_understood', words.length === 0 ? null : { kind: 'words', words })
}

/** The words that an outcome says could not be placed; null where it says something else. */
export function unclaimedWords(outcome: Outcome<unknown>): readonly string[] | null {
  if (outcome.ok || outcome.refusal.kind !== 'none') return null
  const { reason, detail } = outcome.refusal
  return reason === 'not_understood' && detail?.kind === 'words' ? detail.words : null
}

/** Asks back. */
export function askBack(
  slot: Slot,
  options: readonly string[],
  written: string | null,
): { readonly ok: false; readonly refusal: Refusal } {
  const detail = written === null ? null : ({ kind: 'ambiguous', written } as const)
  return { ok: false, refusal: { kind: 'clarify', slot, options, detail } }
}

/** Texts of the tokens in a role. */
export function textsOf(tokens: readonly Token[], ...roles: readonly Role['is'][]): readonly string[] {
  return tokens.filter(({ role }) => roles.includes(role.is)).map(({ text }) => text)
}

/** The roles of one kind. */
export function rolesOf<Is extends Role['is']>(
  tokens: readonly Token[],
  is: Is,
): readonly Extract<Role, { is: Is }>[] {
  return tokens.flatMap(({ role }) => (role.is === is ? [role as Extract<Role, { is: Is }>] : []))
}
