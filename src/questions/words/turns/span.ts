import { textOf } from '../tokens/text-of.ts'
import type { Role, Token } from '../tokens/roles.ts'

/** Tokens in a row, by the index of the first and the one behind the last. */
export interface Span {
  readonly from: number
  readonly to: number
  /** What the pattern found in them. */
  readonly found: RegExpExecArray
}

/** The tokens that a pattern covers whole; null where it is not there, or begins or ends within a token. */
export function spanOf(tokens: readonly Token[], pattern: RegExp): Span | null {
  const found = pattern.exec(textOf(tokens))
  if (found === null) return null
  const starts = tokens.map((_, index) => lengthOf(tokens.slice(0, index)))
  const from = starts.indexOf(found.index)
  const end = found.index + found[0].length
  const to = end === lengthOf(tokens) ? tokens.length : starts.indexOf(end)
  return from === -1 || to <= from ? null : { from, to, found }
}

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0)
}

/** The tokens with those of a span as one, in these roles (none: it says nothing). */
export function withSpan(
  tokens: readonly Token[],
  { from, to }: Pick<Span, 'from' | 'to'>,
  roles: readonly Role[],
): readonly Token[] {
  const text = textOf(tokens.slice(from, to))
  const [first = { is: 'empty' } as const, ...more] = roles
  const added = more.map((role) => ({ text: '', role }))
  return [...tokens.slice(0, from), { text, role: first }, ...added, ...tokens.slice(to)]
}
