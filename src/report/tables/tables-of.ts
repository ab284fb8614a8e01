import { isPossible } from './possible-value.ts'
import type { ReadTable } from '../read-report.ts'
import type { DisclosureTable, RequestTable, ReviewTable, Tables } from '../report.ts'
import {
  documentColumns,
  requestColumns,
  requestRows,
  reviewGroups,
  reviewResults,
  type CellId,
  type DocumentColumn,
  type DocumentRow,
  type RequestColumn,
  type RequestRow,
  type ReviewGroup,
  type ReviewResult,
  type TableKey,
} from '../statutory-tables.ts'

/** The tables as JSON: numbers, null where a cell has none or a count has decimals; a table with no cell but absent ones is null. */
export function tablesOf(tables: Readonly<Record<TableKey, ReadTable>>): Tables {
  return {
    proactiveDisclosure: disclosureTable(tables.proactiveDisclosure),
    requests: requestTable(tables.requests),
    review: reviewTable(tables.review),
  }
}

function disclosureTable(table: ReadTable): DisclosureTable | null {
  if (isEmpty(table)) return null
  const row = (key: DocumentRow): Record<DocumentColumn, number | null> =>
    recordOf(documentColumns, (column) => valueOf(table, `proactiveDisclosure.${key}.${column}`))
  return {
    rules: row('rules'),
    normativeDocuments: row('normativeDocuments'),
    licenses: valueOf(table, 'proactiveDisclosure.licenses'),
    penalties: valueOf(table, 'proactiveDisclosure.penalties'),
    coerciveMeasures: valueOf(table, 'proactiveDisclosure.coerciveMeasures'),
    fees: valueOf(table, 'proactiveDisclosure.fees'),
  }
}

function requestTable(table: ReadTable): RequestTable | null {
  if (isEmpty(table)) return null
  const row = (key: RequestRow): Record<RequestColumn, number | null> =>
    recordOf(requestColumns, (column) => valueOf(table, `requests.${key}.${column}`))
  return recordOf(requestRows, row)
}

function reviewTable(table: ReadTable): ReviewTable | null {
  if (isEmpty(table)) return null
  const group = (key: ReviewGroup): Record<ReviewResult, number | null> =>
    recordOf(reviewResults, (result) => valueOf(table, `review.${key}.${result}`))
  return recordOf(reviewGroups, group)
}

function isEmpty(table: ReadTable): boolean {
  return [...table.cells.values()].every(({ state }) => state === 'absent')
}

function valueOf(table: ReadTable, id: CellId): number | null {
  const value = table.cells.get(id)?.value ?? null
  return value === null || isPossible(id, value) ? value : null
}

function recordOf<Key extends string, Value>(
  list: readonly { readonly key: Key }[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  // Object.fromEntries forgets that the keys are all there.
  return Object.fromEntries(list.map(({ key }) => [key, value(key)])) as Record<Key, Value>
}
