import type { Token } from './roles.ts'

/** The stretches between marks, those that end where `ends` says; none is empty. */
export function clausesOf(
  tokens: readonly Token[],
  ends: (mark: string) => boolean = () => true,
): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]]
  for (const token of tokens) {
    if (token.role.is === 'mark' && ends(token.text)) clauses.push([])
    else clauses.at(-1)?.push(token)
  }
  return clauses.filter((clause) => clause.length > 0)
}
