import { metricInfo } from '../../src/questions/query/metric-table.ts'
import type { Condition } from '../../src/questions/query/query.ts'
import type { AskReply } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import { asAsked, inUnit, metricWords, percent } from './figure-words.ts'
import type { Said } from './said.ts'
import { subjectWords, whoseWords, yearsWords } from './whose-words.ts'

/** One number: a figure, a sum, a rate. */
export function numberWords(reply: AskReply, answer: number): Said {
  const { query, unit } = reply
  const isGroup = query.agencies.length > 1 || query.years.length > 1
  const isAdded = isGroup || query.added === true
  const name = `${query.added === true ? metricWords(query).replaceAll('、', '加') : metricWords(query)}${isAdded && unit !== '%' ? '合计' : ''}`
  return {
    first: `${subjectWords(reply)} ${name}：${answer === 0 && unit !== '%' ? '没有，' : ''}**${inUnit(answer, unit)}**${fractionWords(reply)}`,
    then: [confirmWords(reply, answer), besideWords(reply)],
  }
}

/** （35 ÷ 56）. */
export function fractionWords({ extras }: AskReply): string {
  const { numerator, denominator } = extras
  return numerator === undefined || denominator === undefined ? '' : `（${numerator} ÷ ${denominator}）`
}

/** 对 or 不对, or 有, where that was asked. */
function confirmWords({ query, unit }: AskReply, answer: number): string | null {
  const { confirm, whether } = query
  const figure = inUnit(answer, unit)
  if (confirm !== undefined) {
    return confirm === answer
      ? `对，是 ${figure}。`
      : `不对，是 ${figure}，不是 ${unit === null ? confirm : asAsked(confirm, unit)}。`
  }
  return whether === true && answer !== 0 ? `有，${figure}。` : null
}

function besideWords({ extras }: AskReply): string | null {
  if (extras.beside === undefined) return null
  return extras.beside
    .map(({ label, value, unit }) =>
      unit === '%'
        ? `${label}（予以公开加部分公开）是 ${inUnit(value, unit)}。`
        : `另有${label} ${inUnit(value, unit)}，还没有结果，不计在内。`,
    )
    .join('')
}

/** 平均每家, 年均. */
export function averageWords(reply: AskReply, answer: number): Said {
  const { query, unit, extras } = reply
  const overYears = query.years.length > 1
  const by = `按有数字的 ${extras.averagedOver ?? ''} ${overYears ? '年' : '家'}平均`
  const name = metricWords(query)
  return {
    first: `${subjectWords(reply)} ${name}${overYears ? '年均' : '平均每家'}：**${inUnit(answer, unit)}**（${by}）`,
  }
}

/** 占全区. */
export function shareWords(reply: AskReply, answer: number): Said {
  const { query } = reply
  return {
    first: `${ownWords(reply)} ${metricWords(query)}占${wholeWords(reply)}合计的 **${percent(answer)}**${fractionWords(reply)}`,
  }
}

/** 排第几. */
export function positionWords(reply: AskReply, answer: number): Said {
  const { query, extras } = reply
  const order = query.order === 'asc' ? '从少到多' : '从多到少'
  const [metric] = query.metrics
  const unit = metric === undefined ? null : metricInfo(metric).unit
  const own = extras.own === undefined || unit === null ? '' : ` ${inUnit(extras.own, unit)}，`
  return {
    first: `${ownWords(reply)} ${metricWords(query)}${own}在${wholeWords(reply)}中有数字的 ${extras.of ?? ''} 家里${order}排第 **${answer}** 名`,
    then: [placeConfirmed(query, answer)],
  }
}

/** 对 or 不对, where a place was to be confirmed. */
function placeConfirmed({ confirm, top }: AskReply['query'], answer: number): string | null {
  if (confirm === undefined) return null
  if (top !== undefined) return answer <= top ? `对，在前 ${top} 名里。` : `不对，不在前 ${top} 名里。`
  return answer === confirm ? `对，是第 ${answer} 名。` : `不对，是第 ${answer} 名，不是第 ${confirm} 名。`
}

function ownWords({ query }: AskReply): string {
  return `${query.agencies.map(escapeMarkdown).join('、')} ${yearsWords(query.years)}`
}

function wholeWords({ query, wording }: AskReply): string {
  const size = query.among?.length
  if (wording.group !== null) return escapeMarkdown(wording.group.name)
  if (size === undefined) return '全部单位'
  return `${wording.bound === true ? '本群绑定的' : ''} ${size} 家单位`
}

/** How many agencies meet the thresholds. */
export function countWords(reply: AskReply, answer: number): Said {
  return {
    first: `${whoseWords(reply)} ${yearsWords(reply.query.years)} ${conditionWords(reply)}的单位：**${answer} 家**`,
  }
}

const operators = { '=': '等于', '>': '超过', '>=': '不少于', '<': '少于', '<=': '不超过' } as const

/** A threshold, both ends where it has two: 不少于 10 件、不超过 20 件. */
export function boundWords({ op, value, and }: Condition, inOwn: (value: number) => string): string {
  const one = `${operators[op]} ${inOwn(value)}`
  return and === undefined ? one : `${one}、${operators[and.op]} ${inOwn(and.value)}`
}

/** 本年新收政府信息公开申请超过 30 件，行政诉讼等于 0 件. */
export function conditionWords({ query, unit }: AskReply): string {
  const { metrics, where = [] } = query
  return metrics
    .map((metric, index) => {
      const condition = where[index]
      const name = metricWords({ metrics: [metric] })
      if (condition === undefined) return name
      const own = metricInfo(metric).unit ?? unit
      return `${name}${boundWords(condition, (value) => (own === null ? String(value) : asAsked(value, own)))}`
    })
    .join('，')
}
