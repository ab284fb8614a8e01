import {
  applicantColumns,
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestRows,
  resultRows,
  reviewResults,
  type CellId,
  type RequestColumn,
  type RequestRow,
  type ReviewGroup,
  type ReviewResult,
} from '../../report/statutory-tables.ts'
import type {
  CountMetric,
  Metric,
  RateMetric,
  ReportMetric,
  RequestMetricColumn,
  RequestSum,
  ReviewMetricGroup,
  ReviewMetricResult,
  WholeMetric,
} from './metrics.ts'

/** What a figure is made of, and what it is called. */
export type MetricInfo =
  | {
      readonly kind: 'count'
      readonly id: CountMetric
      /** By the form: `本年新收政府信息公开申请`, `不予公开`, `行政复议（结果纠正）`. */
      readonly label: string
      readonly unit: '件' | '万元'
      /** Added up. (The 2019 form prints one row for （六）: there `otherwise` is `otherHandling` alone.) */
      readonly cells: readonly CellId[]
      /** A stock at an instant: never added up over years. */
      readonly isStock: boolean
    }
  | {
      readonly kind: 'rate'
      readonly id: RateMetric
      readonly label: string
      readonly unit: '%'
      readonly numerator: CountMetric
      readonly denominator: CountMetric
    }
  | { readonly kind: 'whole'; readonly id: WholeMetric; readonly label: string; readonly unit: '件' | null }
  | { readonly kind: 'report'; readonly id: ReportMetric; readonly label: string; readonly unit: null }
  | { readonly kind: 'text'; readonly id: 'text.published'; readonly label: string; readonly unit: '条' }

/** The rows each sum of table 三 adds up. */
export const requestSums: Readonly<
  Record<RequestSum, { readonly label: string; readonly rows: readonly RequestRow[] }>
> = {
  due: { label: '应办总数（本年新收加上年结转）', rows: ['received', 'carriedIn'] },
  disclosed: { label: '予以公开和部分公开', rows: ['granted', 'partiallyGranted'] },
  denied: { label: '不予公开', rows: rowsOf('denied') },
  unavailable: { label: '无法提供', rows: rowsOf('unavailable') },
  notProcessed: { label: '不予处理', rows: rowsOf('notProcessed') },
  otherwise: { label: '其他处理', rows: rowsOf('otherwise') },
}

/** The groups each group of table 四 adds up. */
export const reviewSums: Readonly<
  Record<ReviewMetricGroup, { readonly label: string; readonly groups: readonly ReviewGroup[] }>
> = {
  reconsideration: { label: '行政复议', groups: ['reconsideration'] },
  litigationDirect: { label: '未经复议直接起诉', groups: ['litigationDirect'] },
  litigationAfterReconsideration: { label: '复议后起诉', groups: ['litigationAfterReconsideration'] },
  litigation: { label: '行政诉讼', groups: ['litigationDirect', 'litigationAfterReconsideration'] },
  all: {
    label: '行政复议和行政诉讼',
    groups: ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'],
  },
}

const rowLabels: Partial<Record<RequestRow, string>> = {
  received: '本年新收政府信息公开申请',
  carriedIn: '上年结转政府信息公开申请',
  partiallyGranted: '部分公开',
  correctionOverdue: '逾期不补正',
  paymentOverdue: '逾期未缴费',
  otherHandling: '其他处理中的“其他”',
  handledTotal: '办理结果总计',
}
const stockRows: readonly (RequestRow | RequestSum)[] = ['carriedIn', 'carriedForward', 'due']
const columnLabels: Readonly<Record<RequestMetricColumn, string>> = {
  ...(Object.fromEntries(requestColumns.map(({ key, label }) => [key, label])) as Record<
    RequestColumn,
    string
  >),
  otherOrganization: '其他组织',
  organizations: '法人或其他组织',
}
/** The columns each column adds up. */
const columnsOf = (column: RequestMetricColumn): readonly RequestColumn[] =>
  column === 'organizations' ? applicantColumns.slice(1) : [column]
const resultsOf = (result: ReviewMetricResult): readonly ReviewResult[] =>
  result === 'concluded' ? ['upheld', 'corrected', 'other'] : [result]

function rowsOf(group: string): readonly RequestRow[] {
  return requestRows.filter((row) => row.group === group).map((row) => row.key)
}

const requestLines: readonly { key: RequestRow | RequestSum; label: string; rows: readonly RequestRow[] }[] =
  [
    ...requestRows.map(({ key, label }) => ({ key, label: rowLabels[key] ?? label, rows: [key] })),
    ...(Object.keys(requestSums) as RequestSum[]).map((key) => ({ key, ...requestSums[key] })),
  ]

function* requestMetrics(): Iterable<MetricInfo> {
  for (const { key, label, rows } of requestLines) {
    for (const column of Object.keys(columnLabels) as RequestMetricColumn[]) {
      yield {
        kind: 'count',
        id: `requests.${key}.${column}`,
        label: column === 'total' ? label : `${label}（${columnLabels[column]}）`,
        unit: '件',
        cells: rows.flatMap((row) => columnsOf(column).map((one): CellId => `requests.${row}.${one}`)),
        isStock: stockRows.includes(key),
      }
    }
  }
}

function* reviewMetrics(): Iterable<MetricInfo> {
  const results = [
    ...reviewResults.map(({ key, label }): { key: ReviewMetricResult; label: string } => ({ key, label })),
    { key: 'concluded' as const, label: '已审结' },
  ]
  for (const group of Object.keys(reviewSums) as ReviewMetricGroup[]) {
    for (const result of results) {
      const { label, groups } = reviewSums[group]
      yield {
        kind: 'count',
        id: `review.${group}.${result.key}`,
        label: result.key === 'total' ? label : `${label}（${result.label}）`,
        unit: '件',
        cells: groups.flatMap((one) => resultsOf(result.key).map((key): CellId => `review.${one}.${key}`)),
        isStock: false,
      }
    }
  }
}

function* disclosureMetrics(): Iterable<MetricInfo> {
  for (const row of documentRows) {
    for (const column of documentColumns) {
      const id = `proactiveDisclosure.${row.key}.${column.key}` as const
      yield {
        ...{
          kind: 'count',
          id,
          label: `${row.label}${column.label.replace('件数', '')}`,
          unit: '件',
          cells: [id],
        },
        isStock: column.key === 'inForce',
      }
    }
  }
  for (const { key, label } of disclosureRows) {
    const id = `proactiveDisclosure.${key}` as const
    const words = key === 'fees' ? `${label}金额` : `${label}处理决定`
    yield {
      kind: 'count',
      id,
      label: words,
      unit: key === 'fees' ? '万元' : '件',
      cells: [id],
      isStock: false,
    }
  }
}

function rate(id: RateMetric, label: string, numerator: CountMetric, denominator: CountMetric): MetricInfo {
  return { kind: 'rate', id, label, unit: '%', numerator, denominator }
}

function* rates(): Iterable<MetricInfo> {
  const handled = 'requests.handledTotal.total'
  yield rate('rate.disclosed', '公开率', 'requests.disclosed.total', handled)
  yield rate('rate.granted', '予以公开率', 'requests.granted.total', handled)
  for (const key of ['partiallyGranted', 'denied', 'unavailable', 'notProcessed', 'otherwise'] as const) {
    const label = requestLines.find((line) => line.key === key)?.label ?? key
    yield rate(`rate.${key}`, `${label}率`, `requests.${key}.total`, handled)
  }
  yield rate('rate.handled', '办结率', handled, 'requests.due.total')
  yield rate('rate.carriedForward', '结转率', 'requests.carriedForward.total', 'requests.due.total')
  for (const column of [...applicantColumns, 'organizations'] as const) {
    const numerator = `requests.received.${column}` as const
    yield rate(
      `rate.applicant.${column}`,
      `本年新收中${columnLabels[column]}的占比`,
      numerator,
      'requests.received.total',
    )
  }
  for (const key of resultRows) {
    if (key === 'granted' || key === 'partiallyGranted') continue
    const label = requestLines.find((line) => line.key === key)?.label ?? key
    yield rate(`rate.${key}`, `${label}占办理结果的比例`, `requests.${key}.total`, handled)
  }
  for (const group of Object.keys(reviewSums) as ReviewMetricGroup[]) {
    const { label } = reviewSums[group]
    yield rate(
      `rate.corrected.${group}`,
      `${label}纠正率`,
      `review.${group}.corrected`,
      `review.${group}.concluded`,
    )
    yield rate(
      `rate.upheld.${group}`,
      `${label}维持率`,
      `review.${group}.upheld`,
      `review.${group}.concluded`,
    )
    yield rate(
      `rate.concluded.${group}`,
      `${label}审结率`,
      `review.${group}.concluded`,
      `review.${group}.total`,
    )
  }
}

const others: readonly MetricInfo[] = [
  { kind: 'whole', id: 'requests', label: '依申请公开情况', unit: '件' },
  { kind: 'whole', id: 'proactiveDisclosure', label: '主动公开情况', unit: null },
  { kind: 'whole', id: 'proactiveDisclosure.rules', label: '规章', unit: '件' },
  { kind: 'whole', id: 'proactiveDisclosure.normativeDocuments', label: '行政规范性文件', unit: '件' },
  { kind: 'report', id: 'report.missing', label: '未交年报', unit: null },
  { kind: 'report', id: 'report.submitted', label: '已交年报', unit: null },
  { kind: 'report', id: 'report.verdict', label: '校验结果', unit: null },
  { kind: 'report', id: 'report.findings', label: '校验发现的问题', unit: null },
  { kind: 'report', id: 'report.filed', label: '年报收到时间', unit: null },
  { kind: 'report', id: 'report.overdue', label: '年报逾期', unit: null },
  { kind: 'report', id: 'report.revisions', label: '年报修改次数', unit: null },
  { kind: 'report', id: 'report.versions', label: '年报交来次数', unit: null },
  { kind: 'report', id: 'report.sender', label: '年报发送人', unit: null },
  { kind: 'report', id: 'report.late', label: '年报迟交', unit: null },
  { kind: 'report', id: 'report.onTime', label: '年报按时交', unit: null },
  { kind: 'text', id: 'text.published', label: '主动公开信息条数', unit: '条' },
]

/** Every metric by its id. */
export const metricTable: ReadonlyMap<string, MetricInfo> = new Map(
  [...requestMetrics(), ...reviewMetrics(), ...disclosureMetrics(), ...rates(), ...others].map((info) => [
    info.id,
    info,
  ]),
)

/** Whether a word is the id of a figure that can be asked for. */
export function isMetric(id: string): id is Metric {
  return metricTable.has(id)
}

/** What is known of a metric. Throws on an id that is none, which no query can hold. */
export function metricInfo(id: Metric): MetricInfo {
  const info = metricTable.get(id)
  if (info === undefined) throw new Error(`no such metric: ${id}`)
  return info
}

/** The figure of its own that some counts add up to (新收 and 上年结转: 应办; 复议 and 诉讼: both); null where there is none. */
export function metricOfSum(parts: readonly Metric[]): Metric | null {
  const infos = parts.map(metricInfo)
  if (infos.length < 2 || infos.some(({ kind }) => kind !== 'count')) return null
  const cells = infos.flatMap((info) => (info.kind === 'count' ? [...info.cells] : []))
  return wholeOf.get(cells.toSorted().join()) ?? null
}

const wholeOf: ReadonlyMap<string, Metric> = new Map(
  [...metricTable.values()].flatMap((info): [string, Metric][] =>
    info.kind === 'count' && info.cells.length > 1 ? [[info.cells.toSorted().join(), info.id]] : [],
  ),
)
