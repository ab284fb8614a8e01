import type { RequestRow } from '../../../report/statutory-tables.ts'
import { childrenOf } from '../../query/children.ts'
import { isMetric, metricTable, requestSums } from '../../query/metric-table.ts'
import type {
  Metric,
  RequestMetricColumn,
  ReviewMetricGroup,
  ReviewMetricResult,
} from '../../query/metrics.ts'
import type { FigureRole } from '../tokens/roles.ts'
import { withoutYielding } from './without-yielding.ts'

/** Which figure some words name. */
export type Named =
  | { readonly kind: 'metric'; readonly metric: Metric }
  | { readonly kind: 'unclear'; readonly options: readonly Metric[] }
  /** Only a part is named; `of` another figure it is one (企业的, 纠正的, 废止的, 占比). */
  | { readonly kind: 'part'; readonly part: Part }
  /** Words that do not go together. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'nothing' }

export type Part =
  | { readonly is: 'column'; readonly column: RequestMetricColumn }
  | { readonly is: 'result'; readonly result: ReviewMetricResult }
  | { readonly is: 'member'; readonly member: 'issued' | 'repealed' | 'inForce' }
  | { readonly is: 'reviewRate'; readonly rate: 'corrected' | 'upheld' | 'concluded' }
  | { readonly is: 'proportion' }

type Of<Is extends FigureRole['is']> = Extract<FigureRole, { is: Is }>

/** Words that do not go together. */
export const conflict: Named = { kind: 'conflict' }

/** The figure that words name, 占比 apart. */
export function countedFigure(parts: readonly FigureRole[]): Named {
  // 许可申请, 处罚公开 are of other things.
  if (of(parts, 'decision').length > 0 && parts.some(isOfRequests)) return conflict
  // 表二依申请: there are no requests in it.
  if (of(parts, 'whole').some(({ metric }) => metric === 'proactiveDisclosure') && parts.some(isProcedureRow))
    return conflict
  const solid = withoutYielding(parts)
  const families = [tableThree, review, documents, single]
    .map((read) => read(solid))
    .filter((named) => named !== null)
  const [only, ...others] = families
  if (only === undefined) return { kind: 'nothing' }
  return others.length === 0 ? only : conflict
}

/** 申请, 公开 beside what is none of table 三. */
function isOfRequests(part: FigureRole): boolean {
  return isProcedureRow(part) || (part.is === 'unclear' && part.yields)
}

/** 依申请, 申请. */
function isProcedureRow(part: FigureRole): boolean {
  return part.is === 'row' && part.weight === 'context'
}

/** The parts of one role. */
export function of<Is extends FigureRole['is']>(parts: readonly FigureRole[], is: Is): readonly Of<Is>[] {
  return parts.filter((part): part is Of<Is> => part.is === is)
}

function tableThree(parts: readonly FigureRole[]): Named | null {
  const rows = of(parts, 'row').filter(({ weight }) => weight !== 'faint')
  const columns = [...new Set(of(parts, 'column').map(({ column }) => column))]
  const unclear = of(parts, 'unclear')
  if (rows.length + columns.length + unclear.length === 0) return null
  if (columns.length > 1) return conflict
  const names = mostSpecific([...new Set(rows.map(({ row }) => row))])
  const [column] = columns
  const [open] = unclear
  if (open !== undefined) return openRow(open, names, column, of(parts, 'review').length > 0)
  const [row, ...others] = names
  if (others.length > 0) return conflict
  if (row === undefined) return column === undefined ? null : { kind: 'part', part: { is: 'column', column } }
  return { kind: 'metric', metric: `requests.${row}.${column ?? 'total'}` }
}

/** 其他 beside 其他处理 is its last row; beside a group of table 四 it is read there. */
function openRow(
  { options }: Of<'unclear'>,
  rows: readonly string[],
  column: RequestMetricColumn | undefined,
  besideReview: boolean,
): Named | null {
  const isOther = options.includes('requests.otherHandling.total')
  if (isOther && besideReview) return null
  const [row] = rows
  if (isOther && row === 'otherwise') return { kind: 'metric', metric: 'requests.otherHandling.total' }
  const isWithin =
    row !== undefined &&
    options.some((option) => childrenOf(option).some(({ metric }) => metric === `requests.${row}.total`))
  // 没公开的国家秘密: the row says which of the groups.
  if (isWithin) return { kind: 'metric', metric: `requests.${row as RequestRow}.${column ?? 'total'}` }
  if (row !== undefined) return conflict
  if (column === undefined) return { kind: 'unclear', options }
  const within = options
    .map((option) => option.replace(/^(requests\..+)\.total$/u, `$1.${column}`))
    .filter(isMetric)
  return within.length === options.length ? { kind: 'unclear', options: within } : conflict
}

/** A category named beside one of its own rows means the row. */
function mostSpecific<Row extends string>(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => {
    const members: readonly string[] =
      row in requestSums ? requestSums[row as unknown as keyof typeof requestSums].rows : []
    return !rows.some((other) => other !== row && members.includes(other))
  })
}

function review(parts: readonly FigureRole[]): Named | null {
  const groups = of(parts, 'review').map(({ group }) => group)
  const results = of(parts, 'result')
  const rates = of(parts, 'reviewRate')
  if (groups.length + results.length + rates.length === 0) return null
  const narrow = narrowest([...new Set([...groups])])
  const own = [...results, ...rates].flatMap(({ group }) => (group === null ? [] : [group]))
  const group = narrow[0] ?? own[0]
  const names = [...new Set(results.map(({ result }) => result))]
  const isOther = of(parts, 'unclear').some(({ options }) => options.includes('requests.otherHandling.total'))
  if (narrow.length > 1 || names.length > 1 || rates.length > 1 || (isOther && names.length > 0))
    return conflict
  const [rate] = rates
  const [result] = names
  if (rate !== undefined) return result === undefined ? rateOf(rate.rate, group) : conflict
  return resultOf(isOther ? 'other' : result, group)
}

/** 败诉 speaks of lawsuits; 诉讼 beside 复议后起诉 is that. */
function narrowest(groups: readonly ReviewMetricGroup[]): readonly ReviewMetricGroup[] {
  const isNarrow = groups.some((group) => group.startsWith('litigation') && group !== 'litigation')
  return groups.filter((group) => !(isNarrow && group === 'litigation'))
}

function rateOf(rate: Of<'reviewRate'>['rate'], group: ReviewMetricGroup | undefined): Named {
  if (group === undefined) return { kind: 'part', part: { is: 'reviewRate', rate } }
  return { kind: 'metric', metric: `rate.${rate}.${group}` }
}

function resultOf(result: ReviewMetricResult | undefined, group: ReviewMetricGroup | undefined): Named {
  if (group !== undefined) return { kind: 'metric', metric: `review.${group}.${result ?? 'total'}` }
  return result === undefined ? { kind: 'nothing' } : { kind: 'part', part: { is: 'result', result } }
}

function documents(parts: readonly FigureRole[]): Named | null {
  const rows = [...new Set(of(parts, 'documents').map(({ row }) => row))]
  const members = [...new Set(of(parts, 'member').map(({ column }) => column))]
  if (rows.length + members.length === 0) return null
  if (rows.length > 1 || members.length > 1) return conflict
  const [row] = rows
  const [member] = members
  if (row !== undefined) {
    return {
      kind: 'metric',
      metric: member === undefined ? `proactiveDisclosure.${row}` : `proactiveDisclosure.${row}.${member}`,
    }
  }
  return member === undefined ? null : { kind: 'part', part: { is: 'member', member } }
}

function single(parts: readonly FigureRole[]): Named | null {
  const ids = parts.flatMap((part): readonly string[] => {
    if (part.is === 'decision') return [`proactiveDisclosure.${part.row}`]
    if (part.is === 'whole' || part.is === 'metric') return [part.metric]
    if (part.is === 'rate') return [part.rate]
    return part.is === 'published' ? ['text.published'] : []
  })
  const [id, ...others] = [...new Set(ids)]
  if (id === undefined) return null
  return others.length === 0 && metricTable.has(id) && isMetric(id)
    ? { kind: 'metric', metric: id }
    : conflict
}

/** A part of the figure spoken of: 企业的 of 本年新收. Null where that figure has no such part; `counts`: 几件 is asked. */
export function partOf(part: Part, metric: Metric, counts = false): Metric | null {
  const [table = '', row = '', column = ''] = metric.split('.')
  const id = table === 'rate' ? besideRate(part, row, column, counts) : partId(part, table, row, column)
  return isMetric(id) ? id : null
}

/** 企业的呢 after 自然人占比 is a share, too, and 被纠正几件 after 复议纠正率 a count. */
function besideRate(part: Part, rate: string, of: string, counts: boolean): string {
  if (part.is === 'column' && rate === 'applicant')
    return counts ? `requests.received.${part.column}` : `rate.applicant.${part.column}`
  if (part.is === 'reviewRate') return of === '' ? '' : `rate.${part.rate}.${of}`
  if (part.is !== 'result' || !['corrected', 'upheld', 'concluded'].includes(rate)) return ''
  const asRate = `rate.${part.result}.${of}`
  return counts || part.result === rate || !isMetric(asRate) ? `review.${of}.${part.result}` : asRate
}

function partId(part: Part, table: string, row: string, column: string): string {
  switch (part.is) {
    case 'column':
      return table === 'requests' && row !== '' ? `requests.${row}.${part.column}` : ''
    case 'result':
      return table === 'review' ? `review.${row}.${part.result}` : ''
    case 'member':
      return table === 'proactiveDisclosure' ? `proactiveDisclosure.${row}.${part.member}` : ''
    case 'reviewRate':
      return table === 'review' ? `rate.${part.rate}.${row}` : ''
    case 'proportion':
      return proportionOf(table, row, column)
  }
}

/** The rate of a row, a column or a result over its own whole; `''` or no metric where there is none. */
export function proportionOf(table: string, row: string, column: string): string {
  if (table === 'review') return `rate.${column}.${row}`
  if (table !== 'requests') return ''
  if (row === 'handledTotal' && column === 'total') return 'rate.handled'
  return column === 'total' ? `rate.${row}` : row === 'received' ? `rate.applicant.${column}` : ''
}
