import type { Role, Token } from '../../tokens/roles.ts'
import type { Before } from '../reading.ts'
import { spanOf, withSpan } from '../span.ts'

/** Words for the members of a list that are made of words which mean less by themselves: 最后那个, 头一名, 里面, 它们三家. */

const within: Role = { is: 'goesOn', within: true }
const first: Role = { is: 'place-number', place: 1, order: 'desc' }
const last: Role = { is: 'place-number', place: 1, order: 'asc' }

const number = '[两二三四五六七八九十2-9]'
const inside = '(?:里面|里头|里边|里|当中|之中|中间|中)(?:的)?'
/** Who comes last of those told, wherever the words stand. */
const lastTold = /最后(?:的)?那(?:一)?(?:个|家)(?:单位)?/u

/** What is read so after any question. */
const spoken: readonly (readonly [RegExp, Role])[] = [
  [/^(?:那|那么)?(?:里面|里头|里边|当中|这其中|这当中|这里面|这里头)(?:的)?/u, within],
  [new RegExp(`(?:它们|他们)(?:这|那)?${number}家`, 'u'), { is: 'it' }],
]

/** What is read so after a list. */
const ofList: readonly (readonly [RegExp, Role])[] = [
  [lastTold, last],
  [/(?:头一?[名家位]|头一个|首位)(?!街|镇)/u, first],
  [/(?:最末|末)尾?一?[名位家]|垫底的?那一?[个家]/u, last],
  [new RegExp(`^(?:那|那么)?${number}(?:家|个单位|个部门)${inside}`, 'u'), { is: 'it' }],
  [/^(?:也|同时|还|并且|而且)(?=(?:没|没有|有|无)(?!问题))/u, within],
]

/** 第二个复议几件: one of those told, and not 个 as a unit. */
const nth = /第[一二三四五六七八九十\d]{1,2}个(?!月|季|百分)/u

/** The words as they are meant after what was told before. */
export function withMemberWords(said: readonly Token[], { listed, list }: Before): readonly Token[] {
  const words = listed === null && list === null ? spoken : [...spoken, ...ofList]
  const tokens = words.reduce((sofar, [pattern, role]) => {
    const span = spanOf(sofar, pattern)
    return span === null ? sofar : withSpan(sofar, span, [role])
  }, said)
  const span = spanOf(tokens, nth)
  const place = span === null ? undefined : tokens[span.from]?.role
  return span === null || place?.is !== 'place-number' ? tokens : withSpan(tokens, span, [place])
}

/** 最后那个 is somebody, and where nobody was told it cannot be said who. */
export function withoutNobody(tokens: readonly Token[]): readonly Token[] {
  const span = spanOf(tokens, lastTold)
  // One token: it was read.
  const isRead = span !== null && span.to - span.from === 1
  return span === null || isRead ? tokens : withSpan(tokens, span, [{ is: 'left' }])
}
