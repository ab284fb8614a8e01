import { mentionsOf } from '../figures/figures.ts'
import type { ParseContext, Reading } from './reading.ts'
import type { Token } from '../tokens/roles.ts'
import { narrowedBy } from '../whose/in-place.ts'
import { saidWhose, type SaidWhose } from '../whose/whose.ts'

/** Gathers the tokens of a question by what they do. */
export function readingOf(tokens: readonly Token[], known: ParseContext, before: Reading['before']): Reading {
  const roles = new Set(tokens.map(({ role }) => role.is))
  const { audience, unknown, misplaced } = narrowedBy(tokens, known.audience, known.directory)
  const said = saidWhose(tokens, audience)
  const whose: SaidWhose = {
    ...said,
    ask: unknown === null ? said.ask : { options: [], written: unknown },
    misplaced: [...said.misplaced, ...misplaced],
  }
  const context = { ...known, audience }
  return {
    ...{ tokens, context, before, mentions: mentionsOf(tokens), whose },
    has: (is) => roles.has(is),
    within: tokens.some(({ role }) => role.is === 'goesOn' && role.within),
  }
}
