import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { AnswerLine } from './answer-line.ts'
import type { AskReply } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import { inUnit, lineWords, metricWords, partsWords } from './figure-words.ts'
import { labelWords } from './label-words.ts'
import type { Said } from './said.ts'
import { groupWords, withoutWords } from './group-words.ts'
import { grewWords } from './growth-words.ts'
import { conditionWords } from './single-words.ts'
import { subjectWords, whoseWords, yearsWords } from './whose-words.ts'

/** One line each: a list, a trend, the parts of a figure, several figures. */
export function listWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query } = reply
  if (query.growth !== undefined) return grewWords(reply, lines)
  if (query.groups !== undefined) return groupLines(reply, lines)
  if (query.where !== undefined)
    return thresholdWords(
      reply,
      lines.map((line) => lineWords(reply, line)),
    )
  const isEachMetric = query.metrics.length > 1
  const isSummed = query.agencies.length > 1 && (query.explains ?? query.operation) === 'value'
  return {
    first: `${subjectWords(reply)}${isEachMetric ? (isSummed ? ' 合计' : '') : ` ${metricWords(query)}`}`,
    lines: lines.map((line) => lineWords(reply, line)),
  }
}

/** One line a group. */
function groupLines(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query, unit } = reply
  return {
    first: `${yearsWords(query.years)}${withoutWords(reply)} ${metricWords(query)}${unit === '%' ? '' : '合计'}`,
    lines: lines.map(
      ({ labels, value, parts }) =>
        `${labels.map((label) => groupWords(label, reply)).join(' ')}：${inUnit(value, unit)}${partsWords(parts)}`,
    ),
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
    lines: lines.map((line) => {
      const { labels, value } = line
      const isMissing =
        value === null && labels.some((label) => typeof label === 'number' && missing.includes(label))
      return isMissing
        ? `${labels.map((label) => labelWords(label, query)).join(' ')}：没有收到报告`
        : lineWords(reply, line)
    }),
  }
}

/** Names, with the figures that meet the conditions where there are several. */
export function namesWords(reply: AskReply, names: readonly string[]): Said {
  const { query, extras } = reply
  const lines = names.map((name, index) => {
    const figures = (extras.met?.[index] ?? []).map(({ value, parts }, at) => {
      const info = query.metrics.slice(at, at + 1).map(metricInfo)
      return info.map(({ label, unit }) => `${label} ${inUnit(value, unit)}${partsWords(parts)}`).join('')
    })
    return `${escapeMarkdown(name)}${figures.length === 0 ? '' : `：${figures.join('，')}`}`
  })
  return thresholdWords(reply, lines)
}
