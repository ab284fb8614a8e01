import type { AskReply, Label } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import { inUnit, lineWords, metricWords, unitOfLine } from './figure-words.ts'
import { labelWords } from './label-words.ts'
import type { Said } from './said.ts'
import { conditionWords } from './single-words.ts'
import { subjectWords, whoseWords, yearsWords } from './whose-words.ts'

/** A line of an answer: its labels and its figure. */
export interface AnswerLine {
  readonly labels: readonly Label[]
  readonly value: number | null
}

/** One line each: a list, a trend, the parts of a figure, several figures. */
export function listWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query } = reply
  if (query.where !== undefined)
    return thresholdWords(
      reply,
      lines.map(({ labels, value }) => lineWords(reply, labels, value)),
    )
  const isEachMetric = query.metrics.length > 1
  const isSummed = query.agencies.length > 1 && (query.explains ?? query.operation) === 'value'
  return {
    first: `${subjectWords(reply)}${isEachMetric ? (isSummed ? ' 合计' : '') : ` ${metricWords(query)}`}`,
    lines: lines.map(({ labels, value }) => lineWords(reply, labels, value)),
  }
}

/** Names that meet thresholds, with their figures or without. */
export function thresholdWords(reply: AskReply, lines: readonly string[]): Said {
  const subject = `${whoseWords(reply)} ${yearsWords(reply.query.years)}`
  if (lines.length === 0) return { first: `${subject} 没有${conditionWords(reply)}的单位` }
  return { first: `${subject} ${conditionWords(reply)}的有 ${lines.length} 家`, lines }
}

/** A part is told with its unit: table 二 has 件 and 万元. */
export function detailWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query, unit } = reply
  const by = query.by === 'applicant' ? '的申请人' : ''
  return {
    first: `${subjectWords(reply)} ${metricWords(query)}${by}${query.agencies.length > 1 ? '合计' : ''}`,
    lines: lines.map(({ labels, value }) => {
      const own = labels.includes('fees') ? '万元' : (unit ?? '件')
      return `${labels.map((label) => labelWords(label, query)).join(' ')}：${inUnit(value, own)}`
    }),
  }
}

/** Year by year. */
export function trendWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query, extras } = reply
  const missing = extras.missingYears ?? []
  return {
    first: `${whoseWords(reply)} ${yearsWords(query.years)} ${metricWords(query)}${query.agencies.length > 1 && reply.unit !== '%' ? '合计' : ''}`,
    lines: lines.map(({ labels, value }) => {
      const isMissing =
        value === null && labels.some((label) => typeof label === 'number' && missing.includes(label))
      return isMissing
        ? `${labels.map((label) => labelWords(label, query)).join(' ')}：没有收到报告`
        : lineWords(reply, labels, value)
    }),
  }
}

/** The most, the least, a place. */
export function rankWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query, extras } = reply
  const what = rankedWhat(reply)
  if (lines.length === 0) return { first: `${what}：${nobodyWords(reply)}` }
  const places = extras.places ?? []
  return {
    first: what,
    lines: lines.map(({ labels, value }, index) => {
      const place = places[index] === undefined ? '' : `第 ${places[index]} 名 `
      const own =
        query.growth === undefined ? inUnit(value, unitOfLine(reply, labels)) : grownWords(reply, value)
      return `${place}${labels.map((label) => labelWords(label, query)).join(' ')}：${own}`
    }),
  }
}

function rankedWhat(reply: AskReply): string {
  const { query } = reply
  if (query.growth !== undefined) return grownWhat(reply)
  const by = { applicant: '的申请人里', row: '各情形里', year: '各年里', agency: '' }[query.by ?? 'agency']
  return `${subjectWords(reply)} ${metricWords(query)}${by}${placeWords(query)}`
}

function placeWords({ order, position, top }: AskReply['query']): string {
  const isLowest = order === 'asc'
  if (position !== undefined) return `${isLowest ? '倒数' : ''}第 ${position} 的`
  if (top === undefined) return '排名'
  return `${isLowest ? '最少的' : '最多的'}${top > 1 ? `前 ${top} 名` : ''}`
}

function grownWhat(reply: AskReply): string {
  const { subject, base, order, top } = reply.query
  const moved = order === 'asc' ? '下降' : '增长'
  return `${whoseWords(reply)} ${subject ?? ''}年比${base ?? ''}年 ${metricWords(reply.query)}${moved}${top === undefined ? '的排名' : `最多的${top > 1 ? `前 ${top} 名` : ''}`}`
}

function grownWords({ query, unit }: AskReply, value: number | null): string {
  if (value === null) return '没有数字'
  const isRate = unit === '%' && query.growth === 'delta'
  const amount = isRate ? `${Math.abs(value)} 个百分点` : inUnit(Math.abs(value), unit)
  return `${value < 0 ? '减少' : value > 0 ? '增加' : '持平，'} ${amount}`
}

/** Nobody stands there: who stands level before, or nothing is above 0. */
function nobodyWords({ query, extras }: AskReply): string {
  if (extras.tied !== undefined) {
    return `没有，${extras.tied.map((name) => labelWords(Number.isInteger(Number(name)) ? Number(name) : name, query)).join('、')}并列在前`
  }
  if (query.growth !== undefined) return query.order === 'asc' ? '没有下降的' : '没有增长的'
  return query.position === undefined ? '没有，都是 0' : `没有，有数字的不到 ${query.position} 个`
}

/** Names alone. */
export function namesWords(reply: AskReply, names: readonly string[]): Said {
  return thresholdWords(reply, names.map(escapeMarkdown))
}
