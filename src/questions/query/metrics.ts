import {
  type CellId,
  type DisclosureRow,
  type DocumentColumn,
  type DocumentRow,
  type RequestColumn,
  type RequestRow,
  type ReviewGroup,
  type ReviewResult,
} from '../../report/statutory-tables.ts'

/**
 * The ids of every figure that can be asked for. Which cells make a figure, its label and its unit stand in
 * metric-table.ts; what it falls into, in children.ts.
 */
export type Metric = CountMetric | RateMetric | WholeMetric | ReportMetric | 'text.published'

/** Sums of rows of table 三. */
export type RequestSum = 'due' | 'disclosed' | 'denied' | 'unavailable' | 'notProcessed' | 'otherwise'
/** The columns, and the last five of applicants together. */
export type RequestMetricColumn = RequestColumn | 'organizations'
export type RequestMetric = `requests.${RequestRow | RequestSum}.${RequestMetricColumn}`

/** Groups of table 四, both lawsuits, and all three. */
export type ReviewMetricGroup = ReviewGroup | 'litigation' | 'all'
/** Results, and `concluded` = upheld + corrected + other. */
export type ReviewMetricResult = ReviewResult | 'concluded'
export type ReviewMetric = `review.${ReviewMetricGroup}.${ReviewMetricResult}`

export type DisclosureMetric =
  `proactiveDisclosure.${DocumentRow}.${DocumentColumn}` | `proactiveDisclosure.${DisclosureRow}`

/** A cell or a sum of cells. */
export type CountMetric = RequestMetric | ReviewMetric | DisclosureMetric

/** The rows of table 三 that are part of handledTotal and have no rate of their own name above. */
export type RatedRow = Exclude<
  RequestRow,
  'received' | 'carriedIn' | 'handledTotal' | 'carriedForward' | 'granted' | 'partiallyGranted'
>

/** Percentages. */
export type RateMetric =
  | 'rate.disclosed'
  | 'rate.granted'
  | 'rate.partiallyGranted'
  | 'rate.denied'
  | 'rate.unavailable'
  | 'rate.notProcessed'
  | 'rate.otherwise'
  | 'rate.handled'
  | 'rate.carriedForward'
  | `rate.applicant.${Exclude<RequestMetricColumn, 'total'>}`
  /** Any other row of （一）–（六） over handledTotal. */
  | `rate.${RatedRow}`
  | `rate.${'corrected' | 'upheld' | 'concluded'}.${ReviewMetricGroup}`

/** What has no figure of its own, only parts (operation `detail`). */
export type WholeMetric = 'requests' | 'proactiveDisclosure' | `proactiveDisclosure.${DocumentRow}`

/** About the reports themselves (intent `reports`). */
export type ReportMetric =
  /** Who has none. */
  | 'report.missing'
  | 'report.submitted'
  | 'report.verdict'
  /** What the checks found. */
  | 'report.findings'
  /** When a report came in, and who filed when. */
  | 'report.filed'
  /** Who owes a report after their date. */
  | 'report.overdue'
  /** How many versions came after the first. */
  | 'report.revisions'
  /** How many versions came in all. */
  | 'report.versions'
  /** Who sent it. */
  | 'report.sender'
  /** Whose report came after their date, and whose in time. */
  | 'report.late'
  | 'report.onTime'

/** The cell under a metric that is one cell. */
export type CellMetric = Extract<CountMetric, CellId>
