import { mentionsOf } from '../figures/figures.ts'
import type { ParseContext, Reading } from './reading.ts'
import type { Token } from '../tokens/roles.ts'
import { saidWhose } from '../whose/whose.ts'

/** Gathers the tokens of a question by what they do. */
export function readingOf(
  tokens: readonly Token[],
  context: ParseContext,
  before: Reading['before'],
): Reading {
  const roles = new Set(tokens.map(({ role }) => role.is))
  return {
    ...{ tokens, context, before, mentions: mentionsOf(tokens), whose: saidWhose(tokens, context.audience) },
    has: (is) => roles.has(is),
    within: tokens.some(({ role }) => role.is === 'goesOn' && role.within),
  }
}
