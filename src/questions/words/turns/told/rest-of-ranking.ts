import { textOf } from '../../tokens/text-of.ts'
import { isAnswerable, type AnswerableQuery, type Query } from '../../../query/query.ts'
import type { Token } from '../../tokens/roles.ts'
import { good, type Before, type Outcome } from '../reading.ts'

/** 还有谁, 后面的呢 after the first three: all of the ranking; 倒数的呢: as many from the other end. */

const who = '(?:谁|哪[几些]?[家个](?:单位|部门)?|哪些(?:单位|部门)?)'
const behind = '(?:后面|后头|后边|往后|往下|下面|接下来|再后面|再往后|再往下|之后|其后)'
const goesOn = new RegExp(
  `^(?:那|那么)?(?:(?:还|另外)有${who}|(?:再|接着)?${behind}(?:的|是|还有|又是|那)?(?:${who}|单位|排名|名次)?(?:的)?)[呢啊呀,]*$`,
  'u',
)
const fromEnd = /^(?:那|那么)?(?:倒数|反过来|倒过来|从后往前)(?:的)?(?:数)?呢?[,]*$/u

/** Null where no places of a ranking of agencies were told, or the turn says anything else. */
export function restOfRanking(
  said: readonly Token[],
  { query, listed }: Before,
): Outcome<AnswerableQuery> | null {
  const isTold = listed !== null && listed.names.length > 0
  if (!isTold || !ranksSome(query) || !isAnswerable(query)) return null
  const text = textOf(said)
  const { top, position, order, ...more } = query
  if (goesOn.test(text)) return good(order === undefined ? more : { ...more, order })
  if (!fromEnd.test(text) || top === undefined || position !== undefined) return null
  return good({ ...query, order: order === 'asc' ? 'desc' : 'asc' })
}

/** Agencies, by their figure, and not all of them. */
function ranksSome({ operation, by = 'agency', top, position, both, growth }: Query): boolean {
  const isPart = (top ?? position) !== undefined && both !== true && growth === undefined
  return operation === 'rank' && by === 'agency' && isPart
}
