import { metricInfo } from '../../query/metric-table.ts'
import type { Metric } from '../../query/metrics.ts'
import type { Condition, Query } from '../../query/query.ts'

/**
 * A query in words that people use: whose, which year, which figure, how it is reckoned. Null where there are none for
 * it. Whoever offers them must read them back: only what gives the same query again may be offered.
 */
export function questionOf(query: Query, allName: string): string | null {
  const { operation } = query
  const say = operation === null ? undefined : ways[operation]
  return say?.(saidOf(query, allName), query) ?? null
}

interface Said {
  readonly who: string
  readonly years: string
  readonly what: string
  readonly howMany: string
}
type Way = (said: Said, query: Query) => string | null

/** The figure as it can be asked for: 依申请数量, or its label. */
export function askedAs(metric: Metric): string {
  if (metric === 'requests.received.total') return '依申请'
  return metric === 'text.published' ? '主动公开信息' : metricInfo(metric).label
}

function saidOf(query: Query, allName: string): Said {
  const { metrics, years } = query
  const units = new Set(metrics.map((metric) => metricInfo(metric).unit))
  const [unit = null] = units
  return {
    who: whoseWords(query, allName),
    years: yearWords(years),
    what: metrics.map(askedAs).join('、'),
    howMany: units.size !== 1 || unit === null ? '多少' : unit === '%' ? '是多少' : `多少${unit}`,
  }
}

const groupWords = {
  department: '各部门',
  subdistrict: '各街道',
  township: '各镇',
  townshipsAndSubdistricts: '各镇街',
} as const

function whoseWords({ whose = 'one', agencies, named, without }: Query, allName: string): string {
  if (whose === 'one' || whose === 'named') return (named ?? agencies).join('、')
  const except = without === undefined ? '' : `除${without.join('、')}外`
  if (whose === 'own') return ''
  return except + (whose === 'all' ? allName : groupWords[whose])
}

function yearWords(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (years.length === 1) return `${first}年`
  const isSpan = years.every((year, index) => year === first + index)
  return isSpan ? `${first}年到${last}年` : years.map((year) => `${year}年`).join('、')
}

const ways: Readonly<Partial<Record<NonNullable<Query['operation']>, Way>>> = {
  value: ({ who, years, what, howMany }, { metrics, confirm, whether }) => {
    if (metrics[0] === 'report.filed') return `${who}${years}年报什么时候交的`
    if (confirm !== undefined) return `${who}${years}${what}是${confirm}${howMany.replace('多少', '')}吗`
    if (metrics.length > 1) return `${who}${years}${what}各${howMany}`
    return whether === true ? `${who}${years}有没有${what}` : `${who}${years}${what}${howMany}`
  },
  ratio: ({ who, years, what }) => `${who}${years}${what}是多少`,
  sum: ({ who, years, what, howMany }) => `${who}${years}${what}一共${howMany}`,
  list: (said, query) => {
    if (query.where !== undefined) return filtered(said, query, `哪些${nounOf(query)}`)
    const { who, years, what, howMany } = said
    return query.metrics[0] === 'report.findings'
      ? `${who}${years}年报有哪些${query.severities?.length === 1 ? '错误' : '问题'}`
      : `${who}${years}${what}分别${howMany}`
  },
  count: (said, query) => filtered(said, query, `几个${nounOf(query)}`),
  rank: ranking,
  position: ({ who, years, what }) => `${who}${years}${what}在全区排第几`,
  share: ({ who, years, what }) => `${who}${years}${what}占全区的比例`,
  average: ({ who, years, what, howMany }, query) =>
    `${who}${years}${what}${query.years.length > 1 ? '年均' : '平均每家'}${howMany}`,
  compare: ({ what }, query) => comparing(query, what),
  trend: ({ who, years, what }) => `${who}${years}${what}趋势`,
  detail: ({ who, years, what }, { by, metrics }) => {
    if (by === 'applicant')
      return `${who}${years}${metrics[0] === 'requests.received.total' ? '' : what}申请人构成`
    return metrics[0] === 'requests' ? `${who}${years}依申请情况` : `${who}${years}${what}情况`
  },
  quote: ({ who, years }) => `${who}${years}主动公开了多少条信息`,
  missing: ({ who, years }) => `${years}年报${who}还有谁没交`,
  status: aboutReports,
}

function aboutReports({ who, years }: Said, { metrics, agencies }: Query): string | null {
  if (metrics[0] === 'report.submitted')
    return `${who}${years}年报${agencies.length === 1 ? '交了吗' : '谁交了'}`
  return metrics[0] === 'report.verdict' ? `${who}${years}年报通过校验了吗` : null
}

const ops: Readonly<Record<Condition['op'], string>> = {
  '>': '超过',
  '>=': '不少于',
  '<': '少于',
  '<=': '不超过',
  '=': '等于',
}

/** 2024年超过30件的有哪些单位; the group is in the noun. */
function filtered({ years, what, howMany }: Said, { where }: Query, which: string): string | null {
  const [condition, ...others] = where ?? []
  if (condition === undefined || others.length > 0) return null
  const { op, value } = condition
  if (value === 0 && op === '=') return `${years}没有${what}的有${which}`
  if (value === 0 && op === '>') return `${years}有${what}的有${which}`
  const unit = howMany.includes('是') ? '%' : howMany.replace('多少', '')
  return `${years}${what}${ops[op]}${value}${unit}的有${which}`
}

function nounOf({ whose }: Query): string {
  const nouns = { department: '部门', subdistrict: '街道', township: '镇', townshipsAndSubdistricts: '镇街' }
  return whose !== undefined && whose in nouns ? nouns[whose as keyof typeof nouns] : '单位'
}

function ranking({ who, years, what }: Said, query: Query): string | null {
  const { by = 'agency', top, position, order } = query
  const most = order === 'asc' ? '最少' : '最多'
  if (by === 'year') return top === 1 ? `${who}哪年${what}${most}` : null
  if (by === 'row') return `${who}${years}${what}的主要原因`
  if (by === 'applicant') return `${who}${years}申请人以谁为主`
  if (query.growth !== undefined) return growing(what, query)
  if (position !== undefined) return `${who}${years}${what}排第${position}的是谁`
  return top === undefined ? `${who}${years}${what}排名` : `${who}${years}${what}${most}${places(top)}`
}

function growing(what: string, { top, position, order, growth, subject, base }: Query): string | null {
  if (top === undefined || position !== undefined) return null
  const way = order === 'asc' ? '下降' : '增长'
  const most = growth === 'change' ? `${way === '下降' ? '降幅' : '增幅'}最大` : `${way}最多`
  return `${subject}年${what}比${base}年${most}${places(top)}`
}

function places(top: number): string {
  return top === 1 ? '的单位' : `的${top}家`
}

function comparing(query: Query, what: string): string | null {
  const { subject, base, years, carryOver } = query
  if (carryOver === true || subject === undefined || base === undefined) return null
  if (typeof subject === 'string') return `${subject}${yearWords(years)}${what}比${base}多多少`
  const who = whoseWords(query, '')
  return `${who}${subject}年${what}比${base}年增减多少`
}
