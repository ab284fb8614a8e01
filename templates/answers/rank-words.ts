import type { AskReply } from '../../src/questions/query/reply.ts'
import { inUnit, metricWords, partsWords, unitOfLine } from './figure-words.ts'
import { grownWhat, grownWords, mostWords } from './growth-words.ts'
import { labelWords } from './label-words.ts'
import type { AnswerLine } from './answer-line.ts'
import type { Said } from './said.ts'
import { subjectWords } from './whose-words.ts'

/** The most, the least, a place. */
export function rankWords(reply: AskReply, lines: readonly AnswerLine[]): Said {
  const { query } = reply
  const what = rankedWhat(reply)
  if (lines.length === 0) return { first: `${what}：${nobodyWords(reply)}` }
  return {
    first: what,
    lines: lines.map(({ labels, value, parts }, index) => {
      const place = lineStart(reply, index)
      const own =
        query.growth === undefined ? inUnit(value, unitOfLine(reply, labels)) : grownWords(reply, value)
      return `${place}${labels.map((label) => labelWords(label, query)).join(' ')}：${own}${partsWords(parts)}`
    }),
  }
}

/** Its place; of both ends also which one. */
function lineStart(reply: AskReply, index: number): string {
  const { query, unit, extras } = reply
  const place = extras.places?.[index]
  const isLeast = query.both === true ? index >= (extras.fromTop ?? 0) : query.order === 'asc'
  // The last of all is not 第 1 名; who fell most is the first of those.
  const fromBelow = isLeast && query.growth === undefined ? '倒数' : ''
  const which = place === undefined ? '' : `${fromBelow}第 ${place} 名 `
  if (query.both !== true) return which
  const end = query.growth === undefined ? endWords(unit)[isLeast ? 1 : 0] : mostWords(reply, isLeast)
  return query.top === 1 ? `${end} ` : `${end}的${which}`
}

/** What the ends of a ranking are called. */
function endWords(unit: AskReply['unit']): readonly [string, string] {
  return unit === '%' ? ['最高', '最低'] : ['最多', '最少']
}

function rankedWhat(reply: AskReply): string {
  const { query } = reply
  if (query.growth !== undefined) return grownWhat(reply)
  const by = { applicant: '的申请人里', row: '各情形里', year: '各年里', agency: '' }[query.by ?? 'agency']
  return `${subjectWords(reply)} ${metricWords(query)}${by}${placeWords(reply)}`
}

function placeWords({ query, unit }: AskReply): string {
  const { order, position, top, both } = query
  const [most, least] = endWords(unit)
  if (both === true)
    return (top ?? 1) > 1 ? `${most}的和${least}的各 ${top ?? 1} 名` : `${most}的和${least}的`
  const isLowest = order === 'asc'
  if (position !== undefined) return `排${isLowest ? '倒数' : ''}第 ${position} 名的`
  if (top === undefined) return '排名'
  return `${isLowest ? least : most}的${top > 1 ? `${isLowest ? '' : '前'} ${top} 名` : ''}`
}

/** Nobody stands there: who stands level before, or nothing is above 0. */
function nobodyWords({ query, extras }: AskReply): string {
  if (extras.tied !== undefined) {
    return `没有，${extras.tied.map((name) => labelWords(Number.isInteger(Number(name)) ? Number(name) : name, query)).join('、')}并列在前`
  }
  if (query.growth !== undefined) return query.order === 'asc' ? '没有下降的' : '没有增长的'
  return query.position === undefined ? '没有，都是 0' : `没有，有数字的不到 ${query.position} 个`
}
