import type { AskReply } from '../../src/questions/query/reply.ts'
import type { AnswerLine } from './answer-line.ts'
import { subjectFirst } from './compare-words.ts'
import { inUnit, metricWords } from './figure-words.ts'
import { labelWords } from './label-words.ts'
import type { Said } from './said.ts'
import { whoseWords } from './whose-words.ts'

/** What was carried into a year against what was carried out of the one before: of one agency, or of several. */
export function carryWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { operation, explains } = reply.query
  return (explains ?? operation) === 'compare' ? ofOne(reply, lines) : ofSeveral(reply, lines)
}

/** How many they are. */
export function carryCount(reply: AskReply, answer: number): Said {
  return { first: `${whoseWords(reply)} ${figuresWords(reply)}${whichWords(reply)}的单位：**${answer} 家**` }
}

function ofOne(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query, unit, extras } = reply
  const [into, out] = subjectFirst(lines, query)
  if (into === undefined || out === undefined) return { first: metricWords(query) }
  const said = pairWords(reply, `**${inUnit(into.value, unit)}**`, `**${inUnit(out.value, unit)}**`)
  const delta = extras.delta ?? 0
  return { first: `${whoseWords(reply)} ${said}，${delta === 0 ? '对得上' : `对不上，${apartWords(delta)}`}` }
}

function ofSeveral(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query, extras } = reply
  const subject = `${whoseWords(reply)} ${figuresWords(reply)}`
  const whole = extras.of ?? 0
  const others = whole - lines.length
  if (query.where !== undefined)
    return lines.length === 0
      ? { first: `${subject}没有对得上的单位（共 ${whole} 家）` }
      : { first: `${subject}对得上的有 ${lines.length} 家`, lines: lines.map((line) => nameOf(line, reply)) }
  if (lines.length === 0) return { first: `${subject} ${whole} 家都对得上` }
  return {
    first: `${subject}对不上的有 ${lines.length} 家，其余 ${others} 家对得上`,
    lines: lines.map((line, index) => {
      const [into, out] = (extras.met?.[index] ?? []).map(({ value }) => inUnit(value, '件'))
      return `${nameOf(line, reply)}：${pairWords(reply, into ?? '', out ?? '')}，${apartWords(line.value ?? 0)}`
    }),
  }
}

function nameOf({ labels }: AnswerLine, { query }: AskReply): string {
  return labels.map((label) => labelWords(label, query)).join(' ')
}

function figuresWords({ query }: AskReply): string {
  return `${query.subject ?? ''}年的上年结转与${query.base ?? ''}年的结转下年度`
}

function whichWords({ query }: AskReply): string {
  return query.where === undefined ? '对不上' : '对得上'
}

function pairWords({ query }: AskReply, into: string, out: string): string {
  return `${query.subject ?? ''}年的上年结转 ${into}，${query.base ?? ''}年的结转下年度 ${out}`
}

function apartWords(delta: number): string {
  return `相差 ${inUnit(Math.abs(delta), '件')}`
}
