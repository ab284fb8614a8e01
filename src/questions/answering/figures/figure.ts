import { tableOf } from '../../../report/report-excerpt.ts'
import type { ReportExcerpt, WantedCells } from '../../../report/stored-report.ts'
import type { CellId } from '../../../report/statutory-tables.ts'
import { metricInfo, type MetricInfo } from '../../query/metric-table.ts'
import type { CountMetric, Metric } from '../../query/metrics.ts'
import { amountOf, type Amount } from './amount.ts'

/** A count, or the two counts of a rate, exact; or why there is none. */
export type Figure = KnownFigure | NoFigure

/** `notInForm`: the form of that report has no such row, so it is not blank. */
interface NoFigure {
  readonly kind: 'none'
  readonly why: 'no_report' | 'no_table' | 'no_cell'
  readonly notInForm?: true
}

export interface KnownFigure {
  readonly kind: 'known'
  readonly amount: Amount
  /** Of a rate: what `amount` is a part of; null for a count. */
  readonly of: Amount | null
  /** The cells it was made of, each once. */
  readonly cells: readonly UsedCell[]
}

export interface UsedCell {
  readonly report: ReportExcerpt
  readonly cell: CellId
  readonly value: number
}

/** One figure of one report. A figure with a blank part is blank. Throws on a metric that is no count and no rate. */
export function figureOf(report: ReportExcerpt | undefined, metric: Metric): Figure {
  if (report === undefined) return { kind: 'none', why: 'no_report' }
  const info = metricInfo(metric)
  if (info.kind === 'count') return countOf(report, info)
  if (info.kind !== 'rate') throw new Error(`${metric} has no figure of its own`)
  const [part, whole] = [
    countOf(report, countInfo(info.numerator)),
    countOf(report, countInfo(info.denominator)),
  ]
  if (part.kind === 'none') return part
  return whole.kind === 'none' ? whole : { ...part, of: whole.amount, cells: union(part.cells, whole.cells) }
}

type CountInfo = Extract<MetricInfo, { kind: 'count' }>

function countInfo(metric: CountMetric): CountInfo {
  const info = metricInfo(metric)
  if (info.kind !== 'count') throw new Error(`${metric} is no count`)
  return info
}

function countOf(stored: ReportExcerpt, info: CountInfo): Figure {
  const used: UsedCell[] = []
  for (const cell of cellsIn(stored, info)) {
    if (stored.unread.includes(tableOf(cell))) return { kind: 'none', why: 'no_table' }
    const value = valueIn(stored, cell)
    if (value === null) return blankAt(stored, cell)
    used.push({ report: stored, cell, value })
  }
  const amount = used.reduce((sum, { value }) => sum + amountOf(value), 0n)
  return { kind: 'known', amount, of: null, cells: used }
}

function blankAt(stored: ReportExcerpt, cell: CellId): Figure {
  const isAbsent = stored.format === '2019-60' && siblings.test(cell) && !stored.noted.has(cell)
  return { kind: 'none', why: 'no_cell', ...(isAbsent ? { notInForm: true } : {}) }
}

/** Throws where the cell was not asked for: a blank one would change the figure. */
function valueIn({ cells }: ReportExcerpt, cell: CellId): number | null {
  const value = cells.get(cell)
  if (value === undefined) throw new Error(`${cell} was not looked up`)
  return value
}

/** What is to be looked up in reports for these figures. */
export function cellsFor(metrics: readonly Metric[]): WantedCells {
  const cells = [
    ...new Set(metrics.flatMap((metric) => countsIn(metric)).flatMap((count) => countInfo(count).cells)),
  ]
  return { cells, noted: cells.filter((cell) => siblings.test(cell)) }
}

/** Counts have cells of their own, rates those of their two counts; other metrics have none. */
function countsIn(metric: Metric): readonly CountMetric[] {
  const info = metricInfo(metric)
  if (info.kind === 'rate') return [info.numerator, info.denominator]
  return info.kind === 'count' ? [info.id] : []
}

/** Rows that the 2019 form does not print. */
const siblings = /^requests\.(?:correctionOverdue|paymentOverdue)\./u

/** The 2019 form has one row for （六）其他处理: there `otherwise` is that row, and its siblings are absent, not blank. */
function cellsIn(stored: ReportExcerpt, { cells }: CountInfo): readonly CellId[] {
  if (stored.format !== '2019-60') return cells
  const isWhole = cells.some((cell) => cell.startsWith('requests.otherHandling.')) && cells.length > 1
  const others = cells.filter((cell) => siblings.test(cell))
  const areAbsent = others.every((cell) => valueIn(stored, cell) === null && !stored.noted.has(cell))
  return isWhole && areAbsent ? cells.filter((cell) => !others.includes(cell)) : cells
}

function union(some: readonly UsedCell[], others: readonly UsedCell[]): readonly UsedCell[] {
  return [...some, ...others.filter(({ cell }) => !some.some((known) => known.cell === cell))]
}
