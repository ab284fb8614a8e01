import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { Condition } from '../../src/questions/query/query.ts'
import type { AskReply } from '../../src/questions/query/reply.ts'
import { asAsked, inUnit, metricWords } from './figure-words.ts'
import { labelWords } from './label-words.ts'
import type { AnswerLine } from './answer-line.ts'
import type { Said } from './said.ts'
import { boundWords } from './single-words.ts'
import { whoseWords } from './whose-words.ts'

/** Whose, from which year to which, and what: 全区 2024年比2023年 本年新收. */
function grownSubject(reply: AskReply): string {
  const { subject, base } = reply.query
  return `${whoseWords(reply)} ${subject ?? ''}年比${base ?? ''}年 ${metricWords(reply.query)}`
}

/** What a ranking of growth ranks. */
export function grownWhat(reply: AskReply): string {
  const { order, top, both } = reply.query
  const places = top === undefined || top === 1 ? '' : `前 ${top} 名`
  if (both === true)
    return `${grownSubject(reply)}${mostWords(reply, false)}和${mostWords(reply, true)}的${top === 1 ? '' : `各 ${top ?? ''} 名`}`
  const isFall = order === 'asc'
  const what =
    top === undefined ? `${isFall ? '下降' : '增长'}的排名` : `${mostWords(reply, isFall)}的${places}`
  return `${grownSubject(reply)}${what}`
}

/** What the ends of a ranking of growth are called: in percent it is not the amount that is the greatest. */
export function mostWords({ query }: AskReply, isFall: boolean): string {
  if (query.growth === 'change') return isFall ? '降幅最大' : '增幅最大'
  return isFall ? '下降最多' : '增长最多'
}

/** One agency's: 增加 3 件. */
export function grownWords(reply: AskReply, value: number | null): string {
  if (value === null) return '没有数字'
  if (value === 0) return '持平'
  return `${value < 0 ? '减少' : '增加'} ${amountOf(Math.abs(value), reply)}`
}

/** Of a rate, a difference is in 百分点. */
function amountOf(value: number, { query }: AskReply): string {
  if (query.growth === 'change') return inUnit(value, '%')
  const [unit = null] = query.metrics.map((metric) => metricInfo(metric).unit)
  return unit === '%' ? `${value} 个百分点` : inUnit(value, unit)
}

/** Those whose figure moved so, each with how far. */
export function grewWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const moved = movedWords(reply)
  const subject = grownSubject(reply)
  if (lines.length === 0) return { first: `${subject}没有${moved}的单位` }
  return {
    first: `${subject}${moved}的有 ${lines.length} 家`,
    lines: lines.map(
      ({ labels, value }) =>
        `${labels.map((label) => labelWords(label, reply.query)).join(' ')}：${grownWords(reply, value)}`,
    ),
  }
}

/** How many they are. */
export function grewCount(reply: AskReply, answer: number): Said {
  return { first: `${grownSubject(reply)}${movedWords(reply)}的单位：**${answer} 家**` }
}

/** 增加, 减少不少于 5 件, 持平. */
function movedWords(reply: AskReply): string {
  const [condition] = reply.query.where ?? []
  if (condition === undefined) return '有变化'
  const { op, value, and } = condition
  const at = `${op} ${value}`
  if (atZero[at] !== undefined && and === undefined) return atZero[at]
  const isDown = op === '<' || op === '<=' || value < 0
  const bounds = [condition, ...(and === undefined ? [] : [and])].filter((one) => one.value !== 0)
  const words = bounds.map((one) =>
    boundWords(outwards(one, isDown), (amount) =>
      reply.query.growth === 'change' ? asAsked(amount, '%') : amountOf(amount, reply),
    ),
  )
  return `${isDown ? '减少' : '增加'}${words.join('、')}`
}

const atZero: Partial<Readonly<Record<string, string>>> = {
  ...{ '= 0': '持平', '> 0': '增加', '< 0': '减少', '<= 0': '没有增加', '>= 0': '没有减少' },
}

/** What fell is told by how much. */
function outwards({ op, value }: Condition, isDown: boolean): Condition {
  if (!isDown) return { op, value }
  const turned = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '=' } as const
  return { op: turned[op], value: -value }
}
