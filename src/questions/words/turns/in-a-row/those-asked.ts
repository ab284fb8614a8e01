import { textOf } from '../../tokens/text-of.ts'
import type { Listed } from '../../../query/conversation.ts'
import { isFigureRole, type Role, type Token } from '../../tokens/roles.ts'
import { agenciesOf } from './chain.ts'
import { asksEach } from '../told/list-words.ts'
import type { Before } from '../reading.ts'

/** Whether a turn that names nobody is of those who were told, or asked about one by one. */

/** Those asked about one by one, where no list was told since. */
export function inChain({ listed, list, chain }: Before): readonly string[] {
  return (listed ?? list) === null ? agenciesOf(chain) : []
}

/** 复议各几件 after one agency and another. */
export function asksEachOfChain(tokens: readonly Token[], before: Before): boolean {
  return inChain(before).length > 0 && asksEach(tokens) && !namesOthers(tokens)
}

/** 都交了吗, 都通过了吗 after one agency and another: of both, and not of all. */
export function asksOfAllTheirReports(tokens: readonly Token[], before: Before): boolean {
  const isOfAll = tokens.some(
    ({ role, text }) => (role.is === 'filing' || role.is === 'verdict') && /^(?:全)?都/u.test(text),
  )
  const isAlone = tokens.every(({ role }) => besideReports.includes(role.is))
  return isOfAll && isAlone && inChain(before).length > 0
}

const besideReports: readonly Role['is'][] = [
  ...(['filing', 'verdict', 'report', 'empty', 'mark', 'goesOn', 'thanks', 'confirm', 'both'] as const),
]

/** 有诉讼吗, 有没有诉讼 after a list. */
export function asksWhetherAny(tokens: readonly Token[], { listed }: Before): boolean {
  const isAlone = tokens.every(({ role }) => besideAny.includes(role.is) || isFigureRole(role))
  const says = /^(?:那|那么)?[也都还]*有(?:没有[^,]+|[^,]+[吗么])/u.test(textOf(tokens))
  return (
    listed !== null &&
    listed.names.length > 0 &&
    isAlone &&
    says &&
    tokens.some(({ role }) => isFigureRole(role))
  )
}

const besideAny: readonly Role['is'][] = ['whether', 'empty', 'mark', 'goesOn', 'thanks', 'confirm']

const otherRoles: readonly Role['is'][] = [
  ...(['agency', 'own', 'place', 'oneOf', 'ending', 'rest', 'elsewhere', 'kind', 'except', 'group'] as const),
]

/** Somebody is named; 谁 and 哪家 name nobody. */
export function namesOthers(tokens: readonly Token[]): boolean {
  return tokens.some(({ role }) => otherRoles.includes(role.is))
}

/** 第二个呢 after a list in no order. */
export function isNthListed(tokens: readonly Token[], { places }: Listed): boolean {
  return (
    places === null && tokens.some(({ role, text }) => role.is === 'place-number' && /[个家]$/u.test(text))
  )
}
