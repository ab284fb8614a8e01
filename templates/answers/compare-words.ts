import type { AskReply } from '../../src/questions/query/reply.ts'
import { inUnit, metricWords, partsWords, percent } from './figure-words.ts'
import { escapeMarkdown } from '../markdown.ts'
import { groupWords, withoutWords } from './group-words.ts'
import { labelWords } from './label-words.ts'
import type { AnswerLine } from './answer-line.ts'
import type { Said } from './said.ts'
import { subjectWords, whoseWords, yearsWords } from './whose-words.ts'

/** Two years, agencies or groups: both figures, and how far they are apart. */
export function compareWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query, unit } = reply
  const [subject, base] = subjectFirst(lines, query)
  if (subject === undefined || base === undefined) return { first: metricWords(query) }
  const isOfGroups = query.groups !== undefined
  const sides = [subject, base].map(
    ({ labels, value, parts }) =>
      `${labels.map((label) => (isOfGroups ? groupWords(label, reply) : labelWords(label, query))).join('')} **${inUnit(value, unit)}**${partsWords(parts)}`,
  )
  const each = reply.extras.each?.map(([agency, figures]) => eachWords(reply, agency, figures))
  const first = `${aboutWords(reply)}：${sides.join('，')}${apartWords(reply, subject)}`
  const then = [differenceConfirmed(reply)]
  return each === undefined ? { first, then } : { first: `${first}；各家见下`, lines: each, then }
}

/** 对 or 不对, where a difference was to be confirmed; nothing where the sides cannot be compared. */
function differenceConfirmed({ query, unit, extras }: AskReply): string | null {
  const { confirm, growth } = query
  const found = growth === 'change' ? extras.change : extras.delta
  if (confirm === undefined || found === undefined || found === null) return null
  const inOwn = (value: number): string => {
    const isOfChange = growth === 'change'
    const amount = isOfChange ? `${Math.abs(value)}%` : apart(value, unit)
    return value === 0 ? '没有变化' : `${value > 0 ? '多' : '少'} ${amount}`
  }
  // 20% is said of 19.6% as well.
  const isSame =
    growth === 'change' && Number.isInteger(confirm) ? Math.round(found) === confirm : found === confirm
  return isSame ? `对，${inOwn(found)}。` : `不对，是${inOwn(found)}，不是${inOwn(confirm)}。`
}

function eachWords(
  reply: AskReply,
  agency: string,
  { subject, base, delta }: { subject: number; base: number; delta: number },
): string {
  const { query, unit } = reply
  const sides = `${query.subject ?? ''}年 ${inUnit(subject, unit)}，${query.base ?? ''}年 ${inUnit(base, unit)}`
  return `${escapeMarkdown(agency)}：${sides}${ofYears(reply, { delta })}`
}

/** Years stand in their order in the answer; people read what they asked about first. */
export function subjectFirst(
  lines: readonly AnswerLine[],
  { subject }: AskReply['query'],
): readonly AnswerLine[] {
  const isTurned = typeof subject === 'number' && lines[0]?.labels.at(-1) !== subject
  return isTurned ? lines.toReversed() : lines
}

/** Whose, when and what, as far as the sides do not say it themselves. */
function aboutWords(reply: AskReply): string {
  const { query, unit } = reply
  const sum = query.agencies.length > 1 && unit !== '%' ? '合计' : ''
  if (query.ofMetrics === true) return `${subjectWords(reply)}${sum === '' ? '' : ` ${sum}`}`
  const isOfAgencies = typeof query.subject === 'string' && query.groups === undefined
  const isOfYears = typeof query.subject === 'number'
  const whose = isOfYears ? whoseWords(reply) : `${yearsWords(query.years)}${withoutWords(reply)}`
  return `${whose} ${metricWords(query)}${isOfAgencies ? '' : sum}`
}

/** How far the sides are apart: years grow or fall, agencies have more or less; of rates in 百分点. */
function apartWords(reply: AskReply, subject: AnswerLine): string {
  const { delta } = reply.extras
  if (delta === undefined || delta === null) return ''
  return typeof reply.query.subject === 'number'
    ? ofYears(reply, { ...reply.extras, delta })
    : ofOthers(reply, subject, delta)
}

/** 甲局多 2 件, 行政复议少 2 件. */
function ofOthers({ query, unit }: AskReply, { labels }: AnswerLine, delta: number): string {
  if (delta === 0) return '，一样'
  const [more, less] = unit === '%' ? ['高', '低'] : ['多', '少']
  const name = labels.map((label) => labelWords(label, query)).join('')
  return `，${name}${delta > 0 ? more : less} ${apart(delta, unit)}`
}

/** 增加 2 件（+22.2%）; an earlier year against a later one has more or less. */
function ofYears(
  { query, unit }: AskReply,
  { delta, change }: { readonly delta: number; readonly change?: number | null },
): string {
  if (delta === 0) return '，持平'
  const isRising = Number(query.subject) > Number(query.base)
  const [more, less] = isRising
    ? ['增加', '减少']
    : [`${query.subject ?? ''}年多`, `${query.subject ?? ''}年少`]
  return `，${delta > 0 ? more : less} ${apart(delta, unit)}${percentWords(change)}`
}

function percentWords(change: number | null | undefined): string {
  if (change === undefined) return ''
  return change === null ? '（基数是 0，没有百分比）' : `（${change > 0 ? '+' : ''}${percent(change)}）`
}

function apart(delta: number, unit: AskReply['unit']): string {
  return unit === '%' ? `${Math.abs(delta)} 个百分点` : inUnit(Math.abs(delta), unit)
}
