import { patternAt } from './patterns.ts'
import type { Role, Token } from './roles.ts'
import type { Vocabulary } from './vocabulary.ts'
import { yearAt } from './years.ts'

/** Cuts a normalised question into tokens: from the left, always the longest that fits. */
export function segment(text: string, vocabulary: Vocabulary): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, vocabulary)
    const before = tokens.at(-1)
    if (token.role.is === 'left' && before?.role.is === 'left') {
      tokens[tokens.length - 1] = { ...before, text: before.text + token.text }
    } else tokens.push(token)
    at += token.text.length
  }
  return tokens
}

/** Of a word, a year and a pattern the longest; of equals the year before the pattern, the word before both. */
function tokenAt(text: string, at: number, vocabulary: Vocabulary): Token {
  const word = wordAt(text, at, vocabulary)
  const longer = [yearToken(text, at), patternToken(text, at)].reduce(
    (best, token) => ((token?.text.length ?? 0) > (best?.text.length ?? 0) ? token : best),
    word,
  )
  if (longer !== null) return longer
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return { text: character, role: { is: /^[,.-]$/.test(character) ? 'mark' : 'left' } }
}

function yearToken(text: string, at: number): Token | null {
  const years = yearAt(text, at)
  return years === null
    ? null
    : { text: text.slice(at, at + years.length), role: { is: 'years', word: years.word } }
}

function patternToken(text: string, at: number): Token | null {
  const pattern = patternAt(text, at)
  return pattern === null ? null : { text: text.slice(at, at + pattern.length), role: pattern.role }
}

function wordAt(text: string, at: number, { roleOf, longest }: Vocabulary): Token | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const candidate = text.slice(at, at + length)
    const role: Role | null = roleOf(candidate)
    if (role !== null) return { text: candidate, role }
  }
  return null
}
