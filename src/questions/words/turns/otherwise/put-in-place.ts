import type { Query } from '../../../query/query.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { rolesOf } from '../reading.ts'

const beside: readonly Role['is'][] = ['agency', 'and', 'empty', 'mark', 'goesOn', 'thanks']

/**
 * 不要乙局，要丙局 after 甲局和乙局各几件: 丙局 stands in the place of 乙局, beside 甲局. `said`: the whole turn, with what it
 * denies; the tokens as they are where it denies none of those spoken of, or says more.
 */
export function withOthersKept(
  tokens: readonly Token[],
  said: readonly Token[],
  { whose, agencies, operation }: Query,
): readonly Token[] {
  const named = namesIn(tokens)
  const denied = namesIn(said).filter((name) => !named.includes(name))
  const kept = agencies.filter((name) => !denied.includes(name))
  const isOfThose = denied.length > 0 && denied.every((name) => agencies.includes(name)) && kept.length > 0
  const isOther = named.length > 0 && !named.some((name) => agencies.includes(name))
  const isPlain = tokens.every(({ role }) => beside.includes(role.is))
  if (whose !== 'named' || !isOfThose || !isOther || !isPlain) return tokens
  const others = kept.flatMap((name): readonly Token[] => [
    { text: '', role: { is: 'agency', names: [name] } },
    { text: '', role: { is: 'and' } },
  ])
  const at = tokens.findIndex(({ role }) => role.is === 'agency')
  // What was compared is compared again.
  const again: readonly Token[] = operation === 'compare' ? [{ text: '', role: { is: 'compared' } }] : []
  return [...tokens.slice(0, at), ...others, ...tokens.slice(at), ...again]
}

function namesIn(tokens: readonly Token[]): readonly string[] {
  return rolesOf(tokens, 'agency').flatMap(({ names }) => names)
}
