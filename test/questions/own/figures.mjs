/**
 * One figure of one report, after docs of the form: a cell, a sum of cells, or a ratio of two. A figure is
 * `{ n }`, `{ n, d }` for a ratio, or `{ no: 'no_report' | 'no_table' | 'no_cell' }`.
 */
import {
  applicants,
  documentColumns,
  documentRows,
  decisionRows,
  rowGroups,
  reviewGroups,
} from './tables.mjs'

const sumRows = {
  ...rowGroups,
  due: ['received', 'carriedIn'],
  disclosed: ['granted', 'partiallyGranted'],
}
const sumColumns = { organizations: applicants.slice(1) }
const sumReview = {
  litigation: reviewGroups.slice(1),
  all: reviewGroups,
}
const sumResults = { concluded: ['upheld', 'corrected', 'other'] }

/** The cells a metric adds up, as [table, row, column]. */
export function cellsOf(metric, format) {
  const [table, row, column = 'total'] = metric.split('.')
  if (table === 'proactiveDisclosure') return [metric.split('.')]
  const cross = (rows, cols) => rows.flatMap((r) => cols.map((c) => [table, r, c]))
  if (table === 'review') return cross(sumReview[row] ?? [row], sumResults[column] ?? [column])
  const oneRowForm = format === '2019-60' && row === 'otherwise'
  const rows = oneRowForm ? ['otherHandling'] : (sumRows[row] ?? [row])
  return cross(rows, sumColumns[column] ?? [column])
}

/** Numerator and denominator of a rate. */
export function partsOf(rate) {
  const [, kind, which] = rate.split('.')
  if (kind === 'applicant') return [`requests.received.${which}`, 'requests.received.total']
  if (kind === 'handled') return ['requests.handledTotal.total', 'requests.due.total']
  if (kind === 'carriedForward') return ['requests.carriedForward.total', 'requests.due.total']
  if (kind === 'concluded') return [`review.${which}.concluded`, `review.${which}.total`]
  if (kind === 'corrected' || kind === 'upheld')
    return [`review.${which}.${kind}`, `review.${which}.concluded`]
  return [`requests.${kind}.total`, 'requests.handledTotal.total']
}

/** The tables a metric reads. */
export function tablesOf(metric) {
  if (!metric.startsWith('rate.')) return [metric.split('.')[0]]
  return partsOf(metric).map((part) => part.split('.')[0])
}

function count(report, metric) {
  let n = 0
  for (const path of cellsOf(metric, report.format)) {
    const table = report.tables[path[0]]
    if (table === null) return { no: 'no_table' }
    const cell = path.slice(1).reduce((at, key) => at[key], table)
    if (cell === undefined) throw new Error(`no such cell: ${path.join('.')}`)
    if (cell === null) return { no: 'no_cell' }
    n += cell
  }
  return { n: metric.endsWith('.fees') ? Math.round(n * 100) / 100 : n }
}

export function figure(report, metric) {
  if (!report) return { no: 'no_report' }
  if (!metric.startsWith('rate.')) return count(report, metric)
  const [top, bottom] = partsOf(metric).map((part) => count(report, part))
  if (top.no || bottom.no) return { no: top.no ?? bottom.no }
  return { n: top.n, d: bottom.n }
}

/** The children of a metric for `detail`, as [key, metric]: those of its own column. */
export function childrenOf(metric, by) {
  const [table, row, column = 'total'] = metric.split('.')
  if (by === 'applicant') return applicants.map((column) => [column, `requests.${row}.${column}`])
  if (metric === 'proactiveDisclosure') {
    const documents = documentRows.flatMap((r) => documentColumns.map((c) => `${r}.${c}`))
    return [...documents, ...decisionRows].map((key) => [key, `proactiveDisclosure.${key}`])
  }
  const rows = (keys) => keys.map((key) => [key, `requests.${key}.${column}`])
  if (metric === 'requests') return rows(['received', 'carriedIn', 'handledTotal', 'carriedForward'])
  if (table === 'requests' && row === 'handledTotal') {
    return rows(['granted', 'partiallyGranted', ...Object.keys(rowGroups)])
  }
  if (table === 'requests') return rows(sumRows[row])
  if (table === 'review' && row === 'all') return reviewGroups.map((g) => [g, `review.${g}.total`])
  if (table === 'review') {
    return ['upheld', 'corrected', 'other', 'pending', 'total'].map((key) => [key, `review.${row}.${key}`])
  }
  return documentColumns.map((key) => [key, `proactiveDisclosure.${row}.${key}`])
}
