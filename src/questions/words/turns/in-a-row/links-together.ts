import { textOf } from '../../tokens/text-of.ts'
import { nothingTold, type Link } from '../../../query/conversation.ts'
import { isAnswerable, type AnswerableQuery, type Query } from '../../../query/query.ts'
import { metricInfo } from '../../../query/metric-table.ts'
import type { Token } from '../../tokens/roles.ts'
import { inRosterOrder } from '../../whose/whose.ts'
import { areAlike, slotOf, type Slot } from './chain.ts'
import { good, rolesOf, unplaced, type Before, type Outcome, type ParseContext } from '../reading.ts'
import { plain } from '../plain-query.ts'
import { withSpan } from '../span.ts'
import { areWholeAndPart } from './whole-and-part.ts'

/** The turn with those it means spoken of before it; `decided`: what it comes to, where its words need no more reading. */
export interface OfChain {
  readonly tokens: readonly Token[]
  readonly before: Before
  readonly decided: Outcome<AnswerableQuery> | null
}

/** `rank`: 哪个最多 of those; `average`: 平均每年, 平均每家. */
export type Together = 'sum' | 'compare' | 'rank' | 'average'

/** It cannot be told, or means nothing, of several together. */
export function declined(tokens: readonly Token[], before: Before): OfChain {
  const words = tokens.filter(({ role }) => role.is !== 'empty' && role.is !== 'mark').map(({ text }) => text)
  return { tokens, before, decided: unplaced([words.join('')]) }
}

/** One question of several links, by what they differ in. */
export function together(
  tokens: readonly Token[],
  before: Before,
  links: readonly Link[],
  how: Together,
  { audience }: ParseContext,
): OfChain | null {
  const last = links.at(-1)?.query
  const slot = slotOf(links)
  if (last === undefined || slot === null) return declined(tokens, before)
  const of = (query: Partial<Query>, words = tokens): OfChain => ({
    tokens: words,
    before: { ...before, ...nothingTold, query: { ...plain(last), ...query } },
    decided: null,
  })
  if (how === 'rank' && slot !== 'agencies') return null
  if (slot === 'years') return yearsTogether({ tokens, before, decided: null }, links, how, of)
  if (slot === 'metrics') return figuresTogether({ tokens, before, decided: null }, links, how, of)
  const names = namesIn(links, slot)
  if (!areEach(names) || (how === 'compare' && names.length > 2)) return declined(tokens, before)
  const agencies = inRosterOrder(names, audience)
  return of({ agencies, named: names, whose: 'named', operation: 'list' })
}

/** The years asked about, ascending. */
export function yearsIn(links: readonly Link[]): readonly number[] {
  return links.flatMap(({ query }) => query.years).sort((one, other) => one - other)
}

/** 哪年多 ranks, and 同比 is of the year before. */
function ofWhichYear(tokens: readonly Token[]): boolean {
  const isYearly = rolesOf(tokens, 'change').some(({ yearly }) => yearly)
  return isYearly || asksWhichYear(tokens)
}

/** 哪年多. */
export function asksWhichYear(tokens: readonly Token[]): boolean {
  return tokens.some(({ role, text }) => role.is === 'whoMore' && text.includes('年'))
}

function yearsTogether(
  { tokens, before }: OfChain,
  links: readonly Link[],
  how: Together,
  of: (query: Partial<Query>, words: readonly Token[]) => OfChain,
): OfChain | null {
  const last = links.at(-1)?.query
  // 谁多 after the sum of two in one year and another is of those two.
  const isOfSides = (last?.agencies.length ?? 0) > 1 && rolesOf(tokens, 'whoMore').length > 0
  if (how === 'compare' && isOfSides && !asksWhichYear(tokens)) return null
  if (how === 'compare' && last !== undefined && !ofWhichYear(tokens))
    return yearsCompared(tokens, before, last, links)
  return of({ years: yearsIn(links), operation: 'trend' }, whichYear(tokens))
}

/** The later against the earlier, however far apart they are. */
function yearsCompared(
  tokens: readonly Token[],
  before: Before,
  last: Query,
  links: readonly Link[],
): OfChain {
  const [base, subject, ...others] = yearsIn(links)
  if (base === undefined || subject === undefined || others.length > 0) return declined(tokens, before)
  const query = { ...plain(last), years: [subject, base], operation: 'compare', subject, base } as const
  return isAnswerable(query) ? { tokens, before, decided: good(query) } : declined(tokens, before)
}

function figuresTogether(
  { tokens, before }: OfChain,
  links: readonly Link[],
  how: Together,
  of: (query: Partial<Query>) => OfChain,
): OfChain | null {
  const metrics = links.flatMap(({ query }) => query.metrics)
  const last = links.at(-1)?.query
  if (how === 'average' || last === undefined) return null
  if (how === 'compare') return figuresCompared(tokens, before, last, metrics)
  const meansNothing = !areAlike(metrics) || areWholeAndPart(metrics)
  return meansNothing || mayBeOfWhole(tokens, metrics) ? declined(tokens, before) : of({ metrics })
}

function areEach(names: readonly string[]): boolean {
  return new Set(names).size === names.length && !names.includes('')
}

/** Who is in them: each agency asked about, or whom each picked out. */
export function namesIn(links: readonly Link[], slot: Slot): readonly string[] {
  return links.flatMap(({ query, picked }) => (slot === 'place' ? [picked ?? ''] : query.agencies))
}

/** 未审结几件, 其他结果呢, 总共几件: those two, or all that 复议 came to. */
function mayBeOfWhole(tokens: readonly Token[], metrics: Query['metrics']): boolean {
  const areResults = metrics.every((metric) => /^review\.\w+\.(?!total)/u.test(metric))
  const ways = new Set(metrics.map((metric) => metric.split('.')[1]))
  const text = textOf(tokens)
  return areResults && ways.size === 1 && !/加|合|[两三四五2-5](?:项|类|样|块|种|个)/u.test(text)
}

/** 哪年多 of any years is 哪年最多. */
export function whichYear(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ role, text }) => role.is === 'whoMore' && text.includes('年'))
  const [order] = rolesOf(tokens, 'whoMore').map((role) => role.order)
  if (at === -1) return tokens
  return withSpan(tokens, { from: at, to: at + 1 }, [
    { is: 'years', word: { is: 'every', which: true } },
    { is: 'most', order: order ?? 'desc' },
  ])
}

function figuresCompared(
  tokens: readonly Token[],
  before: Before,
  last: Query,
  metrics: Query['metrics'],
): OfChain {
  const kinds = new Set(
    metrics.map((metric) => `${metricInfo(metric).kind} ${metricInfo(metric).unit ?? ''}`),
  )
  const query = { ...plain(last), metrics, operation: 'compare', ofMetrics: true } as const
  if (kinds.size > 1 || !isAnswerable(query)) return declined(tokens, before)
  return { tokens, before, decided: good(query) }
}
