import type { AnswerableQuery } from '../../query/query.ts'
import { isFigureRole, type Token } from '../tokens/roles.ts'
import { ofGrowth } from './told/after-growth.ts'
import { ofFigureNamed } from './in-a-row/figure-named.ts'
import { ofChain } from './in-a-row/of-chain.ts'
import { textsOf, unplaced, type Before, type Outcome, type ParseContext } from './reading.ts'
import { withoutNobody } from './told/member-words.ts'
import { asksResultOfEach } from '../figures/result-of-cases.ts'
import { withSameElsewhere } from './otherwise/same-elsewhere.ts'
import { ofYearTold } from './told/year-told.ts'
import { ofPartTold } from './told/part-told.ts'
import { restOfRanking } from './told/rest-of-ranking.ts'
import { withoutThemAgain } from './told/same-again.ts'
import { asksOfListed, ofListed } from './told/those-listed.ts'
import { asksWhichOfNamed } from './told/which-of-named.ts'

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
export function meantOf(typed: readonly Token[], before: Before, context: ParseContext): Meant {
  const said = withSameElsewhere(typed, before, context)
  const chain = ofChain(said, before, context)
  if (chain !== null) {
    const { decided } = chain
    return { ...chain, isOfChain: decided?.ok !== true || decided.value.operation === 'compare' }
  }
  const dated = ofYearTold(said, before)
  if (dated !== null && dated.ask !== null) return { ...dated, decided: dated.ask, isOfChain: false }
  const part = ofPartTold(said, before)
  if (part !== null) return { tokens: said, before: part.before, decided: part.ask, isOfChain: false }
  const decided = decidedBy(said, before)
  if (decided !== null) return { tokens: said, before, decided, isOfChain: false }
  return ofAnswer(dated?.tokens ?? said, dated?.before ?? before)
}

/** What it means of those that the answer before told. */
function ofAnswer(said: readonly Token[], before: Before): Meant {
  const again = withoutThemAgain(said, before)
  if (again !== null) return { tokens: again, before, decided: null, isOfChain: false }
  const { ask, tokens, before: spoken } = ofListed(said, before)
  const meant = { tokens: withoutNobody(tokens), before: spoken }
  return { ...meant, decided: ask === null ? null : { ok: false, refusal: ask }, isOfChain: false }
}

function decidedBy(said: readonly Token[], before: Before): Outcome<AnswerableQuery> | null {
  if (asksShares(said, before)) return unplaced(textsOf(said, ...shares))
  return restOfRanking(said, before) ?? ofGrowth(said, before)
}

const shares = ['proportion', 'occupy'] as const

/** 占比呢 after 办理结果 is of each of its lines, and not of the whole in something else. */
function asksShares(tokens: readonly Token[], { query }: Before): boolean {
  const isAlone = tokens.every(({ role }) => !isFigureRole(role) || shares.some((is) => is === role.is))
  const says = tokens.some(({ role }) => shares.some((is) => is === role.is))
  return query.operation === 'detail' && says && isAlone && !tokens.some(({ role }) => role.is === 'group')
}

/** Whether a turn is about what was told before, though it names a figure of its own. */
export function pointsBack(tokens: readonly Token[], before: Before): boolean {
  if (asksOfListed(tokens, before) || ofYearTold(tokens, before) !== null) return true
  if (asksWhichOfNamed(tokens, before) || asksResultOfEach(tokens, before)) return true
  return withoutThemAgain(tokens, before) !== null || ofFigureNamed(tokens, before.chain) !== null
}

/** A question by itself. */
export function standingAlone(tokens: readonly Token[]): Meant {
  return { tokens: withoutNobody(tokens), before: null, decided: null, isOfChain: false }
}
