import type { Link } from '../../../query/conversation.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { asksToConfirm } from '../../reckoning/draft.ts'
import { rolesOf, type Before } from '../reading.ts'
import { agenciesOf } from './chain.ts'
import { countSpan, isIn } from './count-said.ts'
import type { Together } from './links-together.ts'

/** Whether a turn asks of several figures together, and how. */

/** Words that ask of several together, and those that only go with them. */
export const togetherWords: readonly Role['is'][] = [
  ...(['empty', 'mark', 'goesOn', 'thanks', 'sum', 'average', 'howMany', 'unit'] as const),
  ...(['change', 'whoMore', 'compared'] as const),
]

/** What a sum is said to come to. */
const stated: readonly Role['is'][] = ['number', 'condition', 'confirm', 'whether']

/** 一共, 加起来; 差几件, 谁多: by itself, whatever it is asked of. */
export function asksTogether(tokens: readonly Token[]): Together | null {
  const span = countSpan(tokens)
  const has = (...roles: readonly Role['is'][]): boolean => tokens.some(({ role }) => roles.includes(role.is))
  // 一共51件对吗.
  const isStated = has('sum') && has('number', 'condition') && asksToConfirm({ tokens, has })
  const words = isStated ? [...togetherWords, ...stated] : togetherWords
  const isPlain = tokens.every(
    ({ role }, index) =>
      isIn(span, index) ||
      // 这两年比呢.
      (role.is === 'than' && span !== null && !has('it')) ||
      (role.is === 'goesOn' ? !role.within : role.is === 'it' || words.includes(role.is)),
  )
  if (asksWhichOfThem(tokens.filter((_, index) => !isIn(span, index)))) return 'rank'
  if (!isPlain) return null
  const compares = has('change', 'whoMore', 'compared', 'than')
  if (has('average')) return compares || has('sum') ? null : 'average'
  if (has('sum')) return compares ? null : 'sum'
  return compares ? 'compare' : null
}

/** 去年一共几件 after one agency and another: of both. */
export function togetherIn(tokens: readonly Token[], chain: readonly Link[]): Together | null {
  const isDated = tokens.some(({ role }) => role.is === 'years')
  const changes = tokens.some(({ role }) => role.is === 'change' || role.is === 'compared')
  if (!isDated || changes || agenciesOf(chain).length === 0) return null
  return asksTogether(tokens.filter(({ role }) => role.is !== 'years'))
}

/** 增长多少 is of the last figure alone, and 平均几件 and 哪家最多 are of all that it was added up over. */
export function asksOfLast(tokens: readonly Token[], { query }: Before): boolean {
  const how = asksTogether(tokens)
  const isOfAll = query.agencies.length > 1 && (how === 'rank' || how === 'average')
  return isOfAll || rolesOf(tokens, 'change').some(({ growth, plain }) => growth !== null && plain !== true)
}

/** 哪个最多, 谁最少, 排个名; 最多的是谁 is of all (questions.md section 6). */
function asksWhichOfThem(tokens: readonly Token[]): boolean {
  const solid = tokens.filter(({ role }) => !['empty', 'mark', 'goesOn', 'thanks', 'it'].includes(role.is))
  const [which, most, ...others] = solid
  if (which?.role.is === 'ranking' && most === undefined) return true
  const isOne = which?.role.is === 'which' && !which.role.many && /^(?:哪|谁)/u.test(which.text)
  return isOne && most?.role.is === 'most' && others.length === 0
}
