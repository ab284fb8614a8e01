import type { CheckedReport, Finding, RequestTable, Tables, TableSource } from '../../src/report/report.ts'
import {
  disclosureRows,
  documentColumns,
  documentRows,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
  type RequestRow,
  type TableKey,
} from '../../src/report/statutory-tables.ts'

/** What a test says of a report; everything else is 0 and free of findings. */
export interface ReportWords {
  readonly agency?: string | null
  readonly year?: number | null
  /** Totals of rows of table 三. */
  readonly totals?: Partial<Record<RequestRow, number | null>>
  readonly review?: Partial<Record<(typeof reviewGroups)[number]['key'], number | null>>
  readonly findings?: readonly Finding[]
  readonly sources?: Partial<Record<TableKey, TableSource>>
}

/** A checked report in the shape of report-json, from a few words. */
export function checkedReport(words: ReportWords = {}): CheckedReport {
  const findings = words.findings ?? []
  const tableSources = {
    proactiveDisclosure: 'table',
    requests: 'table',
    review: 'table',
    ...words.sources,
  } as const
  return {
    agency: words.agency === undefined ? '济宁市兖州区科学技术局' : words.agency,
    year: words.year === undefined ? 2025 : words.year,
    format: '2021-30',
    period: null,
    sections: [],
    tables: tablesOf(words, tableSources),
    tableSources,
    findings,
    verdict: findings.some(({ severity }) => severity === 'error')
      ? 'fail'
      : findings.some(({ severity }) => severity === 'warning')
        ? 'warn'
        : 'pass',
  }
}

/** A finding in a few words. */
export function finding(
  severity: Finding['severity'],
  message: string,
  more: Partial<Finding> = {},
): Finding {
  return { rule: 'requests/balance', severity, message, where: '', evidence: [], cells: [], ...more }
}

function tablesOf(words: ReportWords, sources: Readonly<Record<TableKey, TableSource>>): Tables {
  const isThere = (table: TableKey): boolean => sources[table] === 'table' || sources[table] === 'text'
  return {
    proactiveDisclosure: isThere('proactiveDisclosure')
      ? { ...grid(documentRows, documentColumns), ...line(disclosureRows) }
      : null,
    requests: isThere('requests') ? requestTable(words.totals ?? {}) : null,
    review: isThere('review') ? reviewTable(words.review ?? {}) : null,
  }
}

function requestTable(totals: NonNullable<ReportWords['totals']>): RequestTable {
  const table = grid(requestRows, requestColumns)
  for (const { key } of requestRows) table[key] = { ...table[key], total: orZero(totals[key]) }
  return table
}

function reviewTable(totals: NonNullable<ReportWords['review']>): NonNullable<Tables['review']> {
  const table = grid(reviewGroups, reviewResults)
  for (const { key } of reviewGroups) table[key] = { ...table[key], total: orZero(totals[key]) }
  return table
}

function orZero(value: number | null | undefined): number | null {
  return value === undefined ? 0 : value
}

function line<Key extends string>(keys: readonly { readonly key: Key }[]): Record<Key, number | null> {
  return Object.fromEntries(keys.map(({ key }) => [key, 0])) as Record<Key, number | null>
}

function grid<Row extends string, Column extends string>(
  rows: readonly { readonly key: Row }[],
  columns: readonly { readonly key: Column }[],
): Record<Row, Record<Column, number | null>> {
  return Object.fromEntries(rows.map(({ key }) => [key, line(columns)])) as Record<
    Row,
    Record<Column, number | null>
  >
}
