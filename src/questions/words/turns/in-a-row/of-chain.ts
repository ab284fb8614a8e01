import { textOf } from '../../tokens/text-of.ts'
import type { Link } from '../../../query/conversation.ts'
import { isAnswerable } from '../../../query/query.ts'
import { numberOf } from '../../text/numerals.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { membersOf, type Audience } from '../../whose/whose.ts'
import { agenciesOf, isApart, slotOf, type Slot } from './chain.ts'
import { differenceStated, overThoseYears } from './years-of-chain.ts'
import { declined, namesIn, together, type OfChain, type Together } from './links-together.ts'
import { askBack, good, rolesOf, type Before, type ParseContext } from '../reading.ts'
import { spanOf, withSpan } from '../span.ts'

/** 甲局几件, 乙局呢, then 一共几件, 差几件, 前一个呢: what is asked of several answers in a row together. */

/** How many are said: 两家, 三个镇, 两年, 这三项, 两者. */
const counted =
  /(?:它们|他们)?(?:这|那|上面|上述|以上|前面|刚才)*(?:([两二三四五六七八九十2-9])(?:个?(家|年度|年|项|类|样|块|种|者|数|单位|部门|局|乡镇|镇街|镇|街道)|个)|([俩仨]))(?:之间|都)?/u

/** 前一个, 上一个, 前面那家; of a year 前一年 is the year before. */
const oneBefore =
  /^(?:那|那么)?(?:(?:再|又)?(?:前|上)(?:面)?(?:的)?(?:那)?一(?:个|家|项)|前面(?:的)?那(?:个|家))(?:呢|又是(?:多少|几件)|(?:是)?(?:多少|几件))?[呢,]*$/u

const beside: readonly Role['is'][] = [
  ...([
    'empty',
    'mark',
    'goesOn',
    'thanks',
    'sum',
    'average',
    'howMany',
    'unit',
    'change',
    'whoMore',
    'compared',
  ] as const),
]

/** Null where the turn says something of its own, or where nothing was asked in a row. */
export function ofChain(said: readonly Token[], before: Before, context: ParseContext): OfChain | null {
  if (oneBefore.test(textOf(said))) return theOneBefore(said, before)
  // 前一个的复议: of whom, and of which of those, is not told.
  if (spanOf(said, /^(?:那|那么)?[前上]一[个家](?!月|季)/u) !== null) return declined(said, before)
  if (before.chain.length < 2) return null
  if (addsShares(said)) return declined(said, before)
  const special = ofYears(said, before)
  if (special !== null) return special
  if (isApart(before.chain) && asksOfLast(said, before)) return null
  const how = asksTogether(said) ?? togetherIn(said, before.chain)
  const count = how === null ? null : countIn(said)
  if (how === null || count === 'other') return ofYearBefore(said, before, context)
  return ofLinks(said, before, how, count, context)
}

/** 这三年里哪年最多, 也就是多了1件对吧: of the years that were asked about one by one. */
function ofYears(said: readonly Token[], before: Before): OfChain | null {
  const isOver =
    said.some(({ role }) => role.is === 'number') && said.some(({ role }) => role.is === 'change')
  const isSilent = said.every(({ role }) => !['years', 'than', 'agency', 'group'].includes(role.is))
  if (isOver && isSilent) return differenceStated(said, before)
  return slotOf(before.chain) === 'years' ? overThoseYears(said, before) : null
}

function ofLinks(
  said: readonly Token[],
  before: Before,
  how: Together,
  count: Count | null,
  context: ParseContext,
): OfChain | null {
  const { chain, list } = before
  const told = list?.listed.names ?? []
  // 第一名呢, 第二名呢, 一共几件: of those two, or of all that were listed.
  if (count === null && how === 'sum' && isOfSome(chain, told)) return asksWho(said, before)
  if (count === null ? isOfLast(how, chain) : isOfOthers(count, chain, told, context)) return null
  const links = linksMeant(chain, how, count, context)
  return links === null ? declined(said, before) : together(reduced(said), before, links, how, context)
}

/** 全区呢, 一共几件: the last was all of them. */
function isOfLast(how: Together, chain: readonly Link[]): boolean {
  return how !== 'compare' && holdsAll(chain)
}

/** 三家 where three were listed, 三个街道 after two of them. */
function isOfOthers(
  count: Count,
  chain: readonly Link[],
  told: readonly string[],
  context: ParseContext,
): boolean {
  return isOfList(count, chain, told) || isWholeGroup(count, chain, context)
}

/** 加起来占比多少: the share of a sum. */
function addsShares(tokens: readonly Token[]): boolean {
  const isShare = tokens.some(({ role }) => role.is === 'proportion' || role.is === 'occupy')
  const says = tokens.some(({ role }) => ['agency', 'group', 'row', 'review', 'rate'].includes(role.is))
  return isShare && !says && rolesOf(tokens, 'sum').some(({ strong }) => strong)
}

/** All of them, or the last so many; null where that cannot be told. */
function linksMeant(
  chain: readonly Link[],
  how: Together,
  count: Count | null,
  { audience }: ParseContext,
): readonly Link[] | null {
  const links = count === null ? chain : chain.slice(-count.count)
  const slot = slotOf(links)
  if (slot === null || (how === 'compare' && links.length !== 2)) return null
  const isMeant = count === null || (links.length === count.count && fits(count.noun, slot, links, audience))
  return isMeant ? links : null
}

interface Count {
  readonly count: number
  readonly noun: string
}

/** 三家 where three were listed, and not so many asked about since. */
function isOfList(count: Count, chain: readonly Link[], told: readonly string[]): boolean {
  return count.count > chain.length && count.count === told.length
}

/** 三个街道 after two of them are all there are. */
function isWholeGroup({ count, noun }: Count, chain: readonly Link[], { audience }: ParseContext): boolean {
  const group = groupsCalled[noun]
  return group !== undefined && count > chain.length && membersOf(group, audience).length === count
}

function isOfSome(chain: readonly Link[], told: readonly string[]): boolean {
  const names = chain.flatMap(({ query }) => query.agencies)
  const isOfMembers = slotOf(chain) === 'agencies' && names.every((name) => told.includes(name))
  return isOfMembers && names.length < told.length
}

function holdsAll(chain: readonly Link[]): boolean {
  const last = chain.at(-1)?.query.agencies ?? []
  return (
    slotOf(chain) === 'agencies' &&
    chain.every(({ query }) => query.agencies.every((name) => last.includes(name)))
  )
}

function asksWho(tokens: readonly Token[], before: Before): OfChain {
  return { tokens, before, decided: askBack('agency', [], null) }
}

function theOneBefore(tokens: readonly Token[], before: Before): OfChain {
  const query = before.chain.at(-2)?.query
  if (query === undefined || !isAnswerable(query)) return declined(tokens, before)
  return { tokens, before, decided: good(query) }
}

/** 一共, 加起来; 差几件, 谁多: by itself, whatever it is asked of. */
function asksTogether(tokens: readonly Token[]): Together | null {
  const span = spanOf(tokens, counted)
  const isPlain = tokens.every(
    ({ role }, index) =>
      isIn(span, index) ||
      (role.is === 'goesOn' ? !role.within : role.is === 'it' || beside.includes(role.is)),
  )
  if (asksWhichOfThem(tokens)) return 'rank'
  if (!isPlain) return null
  const has = (...roles: readonly Role['is'][]): boolean => tokens.some(({ role }) => roles.includes(role.is))
  if (has('average')) return has('sum', 'change', 'whoMore', 'compared') ? null : 'average'
  if (has('sum')) return has('change', 'whoMore', 'compared') ? null : 'sum'
  return has('change', 'whoMore', 'compared') ? 'compare' : null
}

/** 去年一共几件 after one agency and another: of both. */
function togetherIn(tokens: readonly Token[], chain: readonly Link[]): Together | null {
  const isDated = tokens.some(({ role }) => role.is === 'years')
  const changes = tokens.some(({ role }) => role.is === 'change' || role.is === 'compared')
  if (!isDated || changes || agenciesOf(chain).length === 0) return null
  return asksTogether(tokens.filter(({ role }) => role.is !== 'years'))
}

/** 增长多少 is of the last figure alone, and 平均几件 and 哪家最多 are of all that it was added up over. */
function asksOfLast(tokens: readonly Token[], { query }: Before): boolean {
  const how = asksTogether(tokens)
  const isOfAll = query.agencies.length > 1 && (how === 'rank' || how === 'average')
  return isOfAll || rolesOf(tokens, 'change').some(({ growth, plain }) => growth !== null && plain !== true)
}

/** 哪个最多, 谁最少; 最多的是谁 is of all (questions.md section 6). */
function asksWhichOfThem(tokens: readonly Token[]): boolean {
  const solid = tokens.filter(({ role }) => !['empty', 'mark', 'goesOn', 'thanks', 'it'].includes(role.is))
  const [which, most, ...others] = solid
  const isOne = which?.role.is === 'which' && !which.role.many && /^(?:哪|谁)/u.test(which.text)
  return isOne && most?.role.is === 'most' && others.length === 0
}

function isIn(span: { readonly from: number; readonly to: number } | null, index: number): boolean {
  return span !== null && index >= span.from && index < span.to
}

/** `other`: 它们, 这几家 are those of a list. */
function countIn(tokens: readonly Token[]): Count | 'other' | null {
  const span = spanOf(tokens, counted)
  const isOfList = tokens.some(({ role }, index) => role.is === 'it' && !isIn(span, index))
  if (isOfList) return 'other'
  if (span === null) return null
  const [, number, noun = '', both] = span.found
  return { count: number === undefined ? (both === '俩' ? 2 : 3) : (numberOf(number) ?? 0), noun }
}

/** 两家 are agencies, 两年 years, 两项 figures; 两个 and 两者 are anything. */
function fits(noun: string, slot: Slot, links: readonly Link[], audience: Audience): boolean {
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

/** The words that ask, alone: 多几件 of two that are known. */
function reduced(tokens: readonly Token[]): readonly Token[] {
  const span = spanOf(tokens, counted)
  const words = span === null ? tokens : withSpan(tokens, span, [])
  const isOver = words.some(({ role }) => role.is === 'change')
  return isOver ? [{ text: '', role: { is: 'compared' } }, ...words] : words
}

/** 今年几件, 去年呢, then 比去年多几件: of the two years spoken of, and not of the year before the last. */
function ofYearBefore(tokens: readonly Token[], before: Before, context: ParseContext): OfChain | null {
  const isPlain = tokens.every(({ role }) => [...beside, 'than', 'and', 'years'].includes(role.is))
  const compares = tokens.some(({ role }) => ['than', 'compared', 'change'].includes(role.is))
  const links = before.chain.slice(-2)
  const [one = 0, two = 0] = links.flatMap(({ query }) => query.years)
  const isOfThem = slotOf(links) === 'years' && Math.abs(one - two) === 1
  const year = Math.min(one, two)
  if (!isPlain || !compares || !isOfThem || lastYearSaid(tokens, before, context) !== year) return null
  return together(linked(tokens), before, links, 'compare', context)
}

/** 去年; 上年 is counted from the year spoken of. */
function lastYearSaid(
  tokens: readonly Token[],
  { byDefault }: Before,
  { calendar }: ParseContext,
): number | null {
  const years = tokens.filter(({ role }) => role.is === 'years')
  const { thisYear, reportingYear } = calendar
  const from = byDefault ? (reportingYear ?? thisYear - 1) : thisYear
  return years.length === 1 && years[0]?.text.startsWith('去年') === true ? from - 1 : null
}

/** 比去年多几件 → 相比多几件. */
function linked(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token): Token => {
    if (token.role.is === 'than') return { ...token, role: { is: 'compared' } }
    return token.role.is === 'and' || token.role.is === 'years' ? { ...token, role: { is: 'empty' } } : token
  })
}
