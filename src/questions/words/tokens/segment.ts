import { patternAt } from './patterns.ts'
import type { Token } from './roles.ts'
import type { Vocabulary } from './vocabulary.ts'
import { yearAt } from '../years/years.ts'

/**
 * Cuts a normalised question into tokens: from the left, always the longest that fits. Where that leaves characters
 * over that another cut would claim (城南街道办 + 结, for 城南街道 + 办结), the cut that leaves the fewest. A year to come
 * is avoided likewise (去年结转 + 到 + 明年).
 */
export function segment(text: string, vocabulary: Vocabulary): readonly Token[] {
  const tokens = longestFirst(text, vocabulary)
  return tokens.some((token) => costOf(token) > 0 || isLeft(token))
    ? joined(leastLeft(text, vocabulary))
    : tokens
}

function isLeft({ role }: Token): boolean {
  return role.is === 'left'
}

/** 中心 is a word, though it names nothing by itself. */
function costOf({ role, text }: Token): number {
  if (role.is === 'years') return role.word.is === 'yearsBack' && role.word.back < 0 ? 1 : 0
  return role.is === 'left' && Array.from(text).length === 1 ? 1 : 0
}

function longestFirst(text: string, vocabulary: Vocabulary): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    // The longest word alone: most questions need no other cut.
    const [word] = wordsAt(text, at, vocabulary)
    const [token] = inOrder(text, at, [word ?? null, yearToken(text, at)])
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

/** 申请过了20件: 过了 belongs to the number. */
function wordsAt(text: string, at: number, vocabulary: Vocabulary): readonly Token[] {
  return vocabulary
    .wordsAt(text, at)
    .filter(
      (word) =>
        !(
          word.text.endsWith('过') && /^了[\d一二三四五六七八九十百]/u.test(text.slice(at + word.text.length))
        ),
    )
}

/** A cut of the text from some place on, and how much of it nothing claims. */
interface Cut {
  readonly left: number
  readonly token: Token
  readonly next: number
}

/** Of cuts that leave as few characters the one with the longest tokens, from the left. */
function leastLeft(text: string, vocabulary: Vocabulary): readonly Token[] {
  const cuts: Cut[] = []
  for (let at = text.length - 1; at >= 0; at--) {
    const words = wordsAt(text, at, vocabulary)
    const [longest, ...shorter] = inOrder(text, at, [...words, ...yearTokens(text, at)])
    cuts[at] = shorter
      .map((token) => cutAt(token, at, cuts))
      .reduce((best, cut) => (cut.left < best.left ? cut : best), cutAt(longest, at, cuts))
  }
  const tokens: Token[] = []
  for (let cut = cuts[0]; cut !== undefined; cut = cuts[cut.next]) tokens.push(cut.token)
  return tokens
}

function cutAt(token: Token, at: number, cuts: readonly Cut[]): Cut {
  const next = at + token.text.length
  return { left: costOf(token) + (cuts[next]?.left ?? 0), token, next }
}

/** Characters that nothing claims stand together. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const before = result.at(-1)
    if (isLeft(token) && before?.role.is === 'left') {
      result[result.length - 1] = { ...before, text: before.text + token.text }
    } else result.push(token)
  }
  return result
}

/** What may begin here, the longest first; of equals the word, then the year, then the pattern. */
function inOrder(text: string, at: number, words: readonly (Token | null)[]): readonly [Token, ...Token[]] {
  const found = [...words, patternToken(text, at)].filter((token) => token !== null)
  const [longest, ...shorter] = found.sort((a, b) => b.text.length - a.text.length)
  if (longest !== undefined) return [longest, ...shorter]
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return [{ text: character, role: { is: /^[,.-]$/.test(character) ? 'mark' : 'left' } }]
}

function yearToken(text: string, at: number): Token | null {
  const years = yearAt(text, at)
  return years === null
    ? null
    : { text: text.slice(at, at + years.length), role: { is: 'years', word: years.word } }
}

/** The longest, and what it may be cut short to: 2024年起 is 2024年 before 诉讼, 2024年度 before 假区. */
function* yearTokens(text: string, at: number): Iterable<Token> {
  const longest = yearToken(text, at)
  if (longest === null) return
  yield longest
  for (let length = longest.text.length - 1; length > 1; length--) {
    const shorter = yearToken(text.slice(0, at + length), at)
    if (shorter?.text.length === length) yield shorter
  }
}

function patternToken(text: string, at: number): Token | null {
  const pattern = patternAt(text, at)
  return pattern === null ? null : { text: text.slice(at, at + pattern.length), role: pattern.role }
}
