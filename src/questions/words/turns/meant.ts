import type { AnswerableQuery } from '../../query/query.ts'
import type { Token } from '../tokens/roles.ts'
import { ofChain } from './of-chain.ts'
import type { Before, Outcome, ParseContext } from './reading.ts'
import { asksOfPlaces, ofListed } from './those-listed.ts'

/** A turn with what it means of what was told before. */
export interface Meant {
  readonly tokens: readonly Token[]
  readonly before: Before | null
  /** What it comes to, where that is decided already: also that it is not certain. */
  readonly decided: Outcome<AnswerableQuery> | null
  /** It asks of several questions in a row together. */
  readonly isOfChain: boolean
}

/** What a turn that goes on from `before` means. */
export function meantOf(said: readonly Token[], before: Before, context: ParseContext): Meant {
  const chain = ofChain(said, before, context)
  if (chain !== null) {
    const { decided } = chain
    return { ...chain, isOfChain: decided?.ok !== true || decided.value.operation === 'compare' }
  }
  const { ask, ...meant } = ofListed(said, before)
  return { ...meant, decided: ask === null ? null : { ok: false, refusal: ask }, isOfChain: false }
}

/** Whether a turn is about what was told before, though it names a figure of its own. */
export function pointsBack(tokens: readonly Token[], { listed }: Before): boolean {
  return asksOfPlaces(tokens, listed)
}
