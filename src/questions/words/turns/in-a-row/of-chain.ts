import { textOf } from '../../tokens/text-of.ts'
import { nothingTold, type Link } from '../../../query/conversation.ts'
import { isAnswerable } from '../../../query/query.ts'
import { mentionsOf } from '../../figures/figures.ts'
import { saysOverTime } from '../../reckoning/compare-read.ts'
import type { Role, Token } from '../../tokens/roles.ts'
import { asksOfLast, asksTogether, togetherIn } from './asks-together.ts'
import { areOfYears, isApart, lastInARow, slotOf } from './chain.ts'
import { asksFor, countSaid, countSpan, fits, isOfOthers, lastOf, type Count } from './count-said.ts'
import { concludesFigure } from './concluded.ts'
import { ofFigureNamed, type OfFigureNamed } from './figure-named.ts'
import { differenceStated, overThoseYears } from './years-of-chain.ts'
import { ofYearBefore } from './year-before.ts'
import {
  asksWhichYear,
  declined,
  together,
  whichYear,
  type OfChain,
  type Together,
} from './links-together.ts'
import { askBack, good, rolesOf, type Before, type ParseContext } from '../reading.ts'
import { plain } from '../plain-query.ts'
import { spanOf, withSpan } from '../span.ts'

/** 甲局几件, 乙局呢, then 一共几件, 差几件, 前一个呢: what is asked of several answers in a row together. */

/** 前一个, 上一个, 前面那家; of a year 前一年 is the year before. */
const oneBefore =
  /^(?:那|那么)?(?:(?:再|又)?(?:前|上)(?:面)?(?:的)?(?:那)?一(?:个|家|项)|前面(?:的)?那(?:个|家))(?:呢|又是(?:多少|几件)|(?:是)?(?:多少|几件))?[呢,]*$/u

/** Null where the turn says something of its own, or where nothing was asked in a row. */
export function ofChain(said: readonly Token[], before: Before, context: ParseContext): OfChain | null {
  if (oneBefore.test(textOf(said))) return theOneBefore(said, before)
  // 前一个的复议: of whom, and of which of those, is not told.
  if (spanOf(said, /^(?:那|那么)?[前上]一[个家](?!月|季)/u) !== null) return declined(said, before)
  // Nothing is added up of reports.
  if (before.query.intent === 'reports') return null
  if (comparesAverage(said, before)) return declined(said, before)
  const years = saysWhichYear(said) ? ofWhichYear(said, before) : null
  if (years !== null || before.chain.length < 2) return years
  if (addsShares(said)) return declined(said, before)
  return areOfYears(before.chain) ? ofSeries(said, before) : ofSeveral(said, before, context)
}

function ofSeveral(said: readonly Token[], before: Before, context: ParseContext): OfChain | null {
  const special = ofYears(said, before)
  if (special !== null) return special
  if (concludesFigure(said, before.chain)) return declined(said, before)
  const named = ofFigureNamed(said, before.chain)
  if (named !== null) return ofFigureAndChain(named, before, context)
  if (growsOfSum(said, before)) return null
  if (isApart(before.chain) && asksOfLast(said, before)) return null
  const how = asksTogether(said) ?? togetherIn(said, before.chain)
  const count = how === null ? null : countSaid(said)
  if (how === null || count === 'other') return ofYearBefore(said, before, context)
  return ofLinks(said, before, how, count, context)
}

function ofFigureAndChain(
  { tokens, links }: OfFigureNamed,
  before: Before,
  context: ParseContext,
): OfChain | null {
  const how = asksTogether(tokens)
  const count = countSaid(tokens)
  if (how === null || count === 'other') return null
  return ofLinks(tokens, { ...before, chain: links }, how, count, context)
}

/** 差几件 after an average: no figure that it is set against was an average too. */
function comparesAverage(said: readonly Token[], { query }: Before): boolean {
  const says = (...roles: readonly Role['is'][]): boolean => said.some(({ role }) => roles.includes(role.is))
  const isAlone = !says('agency', 'group', 'kind', 'own', 'average') && mentionsOf(said).length === 0
  return query.operation === 'average' && isAlone && says('change', 'whoMore', 'compared', 'than')
}

/** 增加几件 after 一共几件 is of the sum in two years; 多几件 is of those that were added up. */
function growsOfSum(said: readonly Token[], { query, chain }: Before): boolean {
  const isOfChain = chain.at(-1)?.query.operation !== 'sum'
  return query.operation === 'sum' && query.agencies.length > 1 && isOfChain && saysOverTime(said)
}

/** 哪年多 and nothing else. */
function saysWhichYear(said: readonly Token[]): boolean {
  const isAlone = said.every(({ role }) => ['whoMore', 'empty', 'mark', 'goesOn', 'thanks'].includes(role.is))
  return isAlone && asksWhichYear(said)
}

/** Where no years were asked about one by one: of the two that were compared, or of those that there are. */
function ofWhichYear(said: readonly Token[], before: Before): OfChain | null {
  const { query, chain } = before
  if (slotOf(chain) === 'years') return null
  if (query.operation !== 'compare') return { tokens: whichYear(said), before, decided: null }
  if (typeof query.subject !== 'number') return declined(said, before)
  const years = [...query.years].sort((one, other) => one - other)
  const compared = { ...plain(query), years, operation: 'trend' } as const
  return { tokens: whichYear(said), before: { ...before, ...nothingTold, query: compared }, decided: null }
}

/** 甲局近三年几件, 乙局呢, then 差几件: of which year, or of all together, is not told. */
function ofSeries(said: readonly Token[], before: Before): OfChain | null {
  const how = asksTogether(said)
  const isMeant = how === 'sum' || (how === 'compare' && !asksOfLast(said, before))
  return isMeant ? declined(said, before) : null
}

/** 这三年里哪年最多, 也就是多了1件对吧: of the years that were asked about one by one. */
function ofYears(said: readonly Token[], before: Before): OfChain | null {
  const isOver =
    said.some(({ role }) => role.is === 'number') && said.some(({ role }) => role.is === 'change')
  if (asksTogether(said) === 'compare') return null
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
  const inARow = how === 'compare' && slotOf(chain) === null ? lastInARow(chain) : chain
  const links = count === null ? inARow : lastOf(chain, count.count)
  const slot = slotOf(links)
  if (slot === null || (how === 'compare' && links.length !== 2)) return null
  const isMeant =
    count === null || (asksFor(links) === count.count && fits(count.noun, slot, links, audience))
  return isMeant ? links : null
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

/** The words that ask, alone: 多几件 of two that are known. */
function reduced(tokens: readonly Token[]): readonly Token[] {
  const span = countSpan(tokens)
  const words = (span === null ? tokens : withSpan(tokens, span, [])).map((token): Token =>
    token.role.is === 'than' ? { ...token, role: { is: 'compared' } } : token,
  )
  const isOver = words.some(({ role }) => role.is === 'change')
  return isOver ? [{ text: '', role: { is: 'compared' } }, ...words] : words
}
