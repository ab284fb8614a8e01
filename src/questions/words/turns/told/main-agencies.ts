import type { Role, Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'

/** 主要是哪两家, 主要是谁 after a figure of all: those that have most of it, and not what it falls into. */

const beside: readonly Role['is'][] = ['which', 'top', 'years', 'empty', 'mark', 'goesOn', 'thanks']

/** The turn as a ranking of agencies. */
export function withMainAgencies(tokens: readonly Token[], before: Before): readonly Token[] {
  const at = tokens.findIndex(({ role, text }) => role.is === 'main' && asksForWho(text, before))
  const isAlone = tokens.every(({ role }, index) => index === at || beside.includes(role.is))
  if (at === -1 || !isAlone) return tokens
  const who = tokens.slice(at)
  const isOfWho = tokens[at]?.text.includes('谁') === true
  const names = who.some(({ role }) => role.is === 'top' || role.is === 'which')
  if (!isOfWho && !names) return tokens
  const role = roleOf(who, before)
  return tokens.map((token, index) => (index === at ? { ...token, role } : token))
}

/** 谁 may be who applied, where requests were spoken of. */
function asksForWho(text: string, { query }: Before): boolean {
  if (query.intent !== 'data' || query.metrics.length !== 1) return false
  const isOfRequests = query.metrics.some((metric) => metric.startsWith('requests.'))
  return /^(?:最)?主要是(?:的)?$/u.test(text) || (!isOfRequests && /^(?:申请人)?主要是谁$/u.test(text))
}

/** Of how many is not said: all, in order. One alone has nobody to be ranked with. */
function roleOf(who: readonly Token[], { query, listed }: Before): Role {
  const among = listed !== null && listed.names.length > 0 ? listed.names : query.agencies
  if (among.length < 2) return { is: 'left' }
  const isMany = who.some(({ role, text }) => role.is === 'which' && (role.many || /哪[几些]/u.test(text)))
  return isMany ? { is: 'ranking' } : { is: 'most', order: 'desc' }
}
