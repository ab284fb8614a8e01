import { mentionsOf } from '../figures/figures.ts'
import { lessWords, saysWhose, type Rest } from './less-words.ts'
import { meets, placesOf, stretchesOf, tokensMeant, turnsRound } from './quoting.ts'
import { readQuestion, readTokens, type ReadQuestion } from '../turns/read-question.ts'
import { unclaimedWords, type Reading } from '../turns/reading.ts'
import { isFigureRole, type Role, type Token } from '../tokens/roles.ts'

/** How often words are left out until the rest is understood. */
const mostRounds = 3

/**
 * What is left of a question without words that were not understood, where that is a question; several where each of
 * its parts is one. None where the words may turn the sense round, or may have been somebody's name.
 */
export function restsWithout(words: readonly string[], found: ReadQuestion): readonly Rest[] {
  const { tokens } = found.reading
  const kept = tokens.map((_, index) => index)
  const out = leftOutOf(kept, words, found)
  if (out === null) return []
  const rests = restsOf({ kept, out }, found)
  const mayBeName = out.some((index) => isLikeName(tokens[index]))
  return mayBeName ? rests.filter((rest) => saysWhose(rest, tokens)) : rests
}

/** 对方胜诉, 从来没有, 老师申请: what is left would say something else. */
const ofOthers = /对方|原告|人家|从来|一直|隔壁|自己|老师|共同|联合|向|[去前今]年/u

/** Indexes of tokens: kept so far, and what cannot be kept of it. */
interface Failing {
  readonly kept: readonly number[]
  readonly out: readonly number[]
}

function restsOf(failing: Failing, found: ReadQuestion): readonly Rest[] {
  const again = readAnew(failing, found)
  if (again !== null) return [again]
  const rest = withoutWords(failing, found, 1)
  if ('query' in rest) return [rest]
  return [...clauses(failing.out, found), ...oneOfEach(rest, found)]
}

/** Which of the kept tokens the words of a refusal stand in; null where they may turn the sense round. */
function leftOutOf(
  kept: readonly number[],
  words: readonly string[],
  { reading, said, start }: ReadQuestion,
): readonly number[] | null {
  const { tokens } = reading
  const places = placesOf(tokens, start)
  const stretches = kept.length === tokens.length ? stretchesOf(words, reading, said, start) : []
  const rest = tokensAt(tokens, kept)
  const meant = stretches.length > 0 ? null : tokensMeant(words, rest, mentionsOf(rest))
  const out = kept.filter(
    (index, nth) => meant?.has(nth) ?? stretches.some((stretch) => meets(places[index], stretch)),
  )
  const isTurned = out.some((index) => {
    const { text = '' } = tokens[index] ?? {}
    return turnsRound.test(text) || ofOthers.test(text)
  })
  return out.length === 0 || isTurned ? null : out
}

/** 民宗局网友: somebody may be meant, and not everybody. */
function isLikeName(token: Token | undefined): boolean {
  return token?.role.is === 'left' && /[局委办镇乡村院厅处所社]|街道|中心|政府|[a-z]{3}/u.test(token.text)
}

/**
 * The question as typed less the words, read anew: 最多的三个网友单位 → 最多的三个单位. Null where that is no question, or
 * goes on from the one before.
 */
function readAnew({ kept, out }: Failing, found: ReadQuestion): Rest | null {
  const { tokens, before, context } = found.reading
  if (before !== null || !mayGo(out, tokens)) return null
  const rest = kept.filter((index) => !out.includes(index))
  const text = lessWords({ kept: rest, query: null }, found)?.text
  if (text === undefined) return null
  const { outcome } = readQuestion(text, context, { last: null, byDefault: false }, [])
  return outcome.ok ? { kept: rest, query: outcome.value } : null
}

/** What a question is about may not be left out, that would be another question; but as a part of a strange word (申请人). */
function mayGo(out: readonly number[], tokens: readonly Token[]): boolean {
  const isStrange = out.some((index) => tokens[index]?.role.is === 'left')
  return isStrange || !out.some((index) => isAbout(tokens[index]))
}

const aboutWhat: readonly Role['is'][] = [
  ...(['agency', 'own', 'it', 'place', 'group', 'ending', 'kind', 'rest', 'oneOf', 'years'] as const),
]

function isAbout(token: Token | undefined): boolean {
  if (token === undefined) return false
  return aboutWhat.includes(token.role.is) || (isFigureRole(token.role) && token.role.is !== 'applying')
}

/** The rest of the question; where that is not understood either, without the words it fails at. */
function withoutWords(failing: Failing, found: ReadQuestion, round: number): Rest | Failing {
  const { kept, out } = failing
  const { tokens } = found.reading
  if (!mayGo(out, tokens)) return failing
  const rest = kept.filter((index) => !out.includes(index))
  const outcome = readTokens(tokensAt(tokens, rest), found.reading)
  if (outcome.ok) return { kept: rest, query: outcome.value }
  const words = unclaimedWords(outcome)
  const more = words === null ? null : leftOutOf(rest, words, found)
  if (more === null || round === mostRounds) return { kept: rest, out: [] }
  return withoutWords({ kept: rest, out: more }, found, round + 1)
}

function tokensAt(tokens: readonly Token[], indexes: readonly number[]): readonly Token[] {
  return indexes.flatMap((index) => tokens[index] ?? [])
}

/** 甲局依申请几件，乙局复议几件: each by itself. */
export function clauses(out: readonly number[], { reading }: ReadQuestion): readonly Rest[] {
  const { tokens } = reading
  const whole = partsOf(tokens).filter((part) => part.length > 0)
  if (whole.length < 2) return []
  const isStrange = (index: number): boolean => out.includes(index) && !isAbout(tokens[index])
  return whole.flatMap((part) =>
    understoodRest(
      part.filter((index) => !isStrange(index)),
      reading,
    ),
  )
}

const begins: readonly Role['is'][] = ['agency', 'own', 'group', 'years']

/** Cut at the marks, and before who or when is named after 几件. */
function partsOf(tokens: readonly Token[]): readonly (readonly number[])[] {
  const parts: number[][] = [[]]
  let asked = false
  tokens.forEach(({ role }, index) => {
    if (role.is === 'mark' || (asked && begins.includes(role.is))) {
      parts.push([])
      asked = false
    }
    if (role.is === 'howMany') asked = true
    if (role.is !== 'mark') parts.at(-1)?.push(index)
  })
  return parts
}

/** 收到申请办了几件 names two figures: each without the other; 既有复议又有诉讼的单位 wants both. */
function oneOfEach({ kept, out }: Failing, { reading }: ReadQuestion): readonly Rest[] {
  const { has } = reading
  if (has('conjunction') && (has('kind') || has('which') || has('howManyAgencies'))) return []
  const figures = out.filter((index) => isAbout(reading.tokens[index]))
  if (figures.length < 2) return []
  return figures.toReversed().flatMap((one) =>
    understoodRest(
      kept.filter((index) => index !== one),
      reading,
    ),
  )
}

function understoodRest(kept: readonly number[], reading: Reading): readonly Rest[] {
  const outcome = readTokens(tokensAt(reading.tokens, kept), reading)
  return outcome.ok ? [{ kept, query: outcome.value }] : []
}
