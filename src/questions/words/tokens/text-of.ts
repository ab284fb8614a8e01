import type { Token } from './roles.ts'

/** The characters of tokens, as one text. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}
