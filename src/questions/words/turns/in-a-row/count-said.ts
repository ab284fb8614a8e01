import type { Link } from '../../../query/conversation.ts'
import { numberOf } from '../../text/numerals.ts'
import type { Token } from '../../tokens/roles.ts'
import { membersOf, type Audience } from '../../whose/whose.ts'
import type { ParseContext } from '../reading.ts'
import { spanOf, type Span } from '../span.ts'
import { countIn, type Slot } from './chain.ts'
import { namesIn } from './links-together.ts'

/** How many of those asked about in a row are meant: 两家, 三个镇, 两年, 这三项. */

/** How many are said: 两家, 三个镇, 两年, 这三项, 两者. */
const counted =
  /(?:它们|他们)?(?:这|那|上面|上述|以上|前面|刚才)*(?:([两二三四五六七八九十2-9])(?:个?(家|年度|年|项|类|样|块|种|者|数|单位|部门|局|乡镇|镇街|镇|街道)|个)|([俩仨]))(?:之间|都)?/u

/** So many of what is called so; without a noun of anything. */
export interface Count {
  readonly count: number
  readonly noun: string
}

/** Where it is said how many; the 3个 of 一共3个对吗 is what they come to. */
export function countSpan(tokens: readonly Token[]): Span | null {
  const span = spanOf(tokens, counted)
  const sum = tokens.findIndex(({ role }) => role.is === 'sum')
  const isFigure = span !== null && sum !== -1 && sum < span.from && tokens[span.from]?.role.is === 'number'
  return isFigure ? null : span
}

/** How many are said; `other`: 它们, 这几家 are those of a list. */
export function countSaid(tokens: readonly Token[]): Count | 'other' | null {
  const span = countSpan(tokens)
  const isOfList = tokens.some(({ role }, index) => role.is === 'it' && !isIn(span, index))
  if (isOfList) return 'other'
  if (span === null) return null
  const [, number, noun = '', both] = span.found
  return { count: number === undefined ? (both === '俩' ? 2 : 3) : (numberOf(number) ?? 0), noun }
}

/** 两家 are agencies, 两年 years, 两项 figures; 两个 and 两者 are anything. */
export function fits(noun: string, slot: Slot, links: readonly Link[], audience: Audience): boolean {
  if (['', '者', '数'].includes(noun)) return true
  if (noun.startsWith('年')) return slot === 'years'
  if (['项', '类', '样', '块', '种'].includes(noun)) return slot === 'metrics'
  if (slot !== 'agencies' && slot !== 'place') return false
  const names = namesIn(links, slot)
  const group = groupsCalled[noun]
  return group === undefined || names.every((name) => membersOf(group, audience).includes(name))
}

const groupsCalled: Readonly<
  Record<string, 'township' | 'subdistrict' | 'townshipsAndSubdistricts' | undefined>
> = { 镇: 'township', 乡镇: 'township', 街道: 'subdistrict', 镇街: 'townshipsAndSubdistricts' }

/** 三家 where three were listed, 三个街道 after two of them. */
export function isOfOthers(
  count: Count,
  chain: readonly Link[],
  told: readonly string[],
  context: ParseContext,
): boolean {
  return isOfList(count, chain, told) || isWholeGroup(count, chain, context)
}

/** 三家 where three were listed, and not so many asked about since. */
function isOfList(count: Count, chain: readonly Link[], told: readonly string[]): boolean {
  return count.count > asksFor(chain) && count.count === told.length
}

/** 三个街道 after two of them are all there are. */
function isWholeGroup({ count, noun }: Count, chain: readonly Link[], { audience }: ParseContext): boolean {
  const group = groupsCalled[noun]
  return group !== undefined && count > asksFor(chain) && membersOf(group, audience).length === count
}

/** The last links that ask for so many figures, or for more where a list cannot be parted. */
export function lastOf(chain: readonly Link[], count: number): readonly Link[] {
  const from = chain.findLastIndex((_, index) => asksFor(chain.slice(index)) >= count)
  return from === -1 ? chain : chain.slice(from)
}

/** How many figures they ask for. */
export function asksFor(links: readonly Link[]): number {
  return links.reduce((sum, { query }) => sum + countIn(query), 0)
}

/** Whether a token stands in a span. */
export function isIn(span: Pick<Span, 'from' | 'to'> | null, index: number): boolean {
  return span !== null && index >= span.from && index < span.to
}
