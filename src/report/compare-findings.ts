import type { CheckedReport, Finding } from './report.ts'
import { sectionNumerals, tableKeys, tableSection, type TableKey } from './statutory-tables.ts'

/** What became of the findings from one version of a report to the next. */
export interface FindingChanges {
  /** In the older version only. */
  readonly mended: readonly Finding[]
  /** In both, as the newer version states them. */
  readonly remaining: readonly Finding[]
  /** In the newer version only. */
  readonly appeared: readonly Finding[]
  /** In the older version only, but about a table that cannot be read any more: whether it is mended nobody knows. */
  readonly unchecked: readonly Finding[]
}

/**
 * Compares the findings of two versions. The same words are the same finding; after that the same rule at the same
 * place and cells is, even if its numbers changed (a wrong total put wrong again is not mended).
 */
export function compareFindings(older: CheckedReport, newer: CheckedReport): FindingChanges {
  const open = [...older.findings]
  const take = (matches: (finding: Finding) => boolean): boolean => {
    const index = open.findIndex(matches)
    if (index >= 0) open.splice(index, 1)
    return index >= 0
  }
  const remaining = new Set(
    newer.findings.filter((finding) => take((old) => wordsOf(old) === wordsOf(finding))),
  )
  for (const finding of newer.findings) {
    if (!remaining.has(finding) && take((old) => placeOf(old) === placeOf(finding))) remaining.add(finding)
  }
  const lost = tableKeys.filter((key) => older.tables[key] !== null && newer.tables[key] === null)
  const isLost = (finding: Finding): boolean => lost.some((table) => speaksOf(finding, table))
  return {
    mended: open.filter((finding) => !isLost(finding)),
    unchecked: open.filter(isLost),
    remaining: newer.findings.filter((finding) => remaining.has(finding)),
    appeared: newer.findings.filter((finding) => !remaining.has(finding)),
  }
}

function wordsOf({ rule, where, message }: Finding): string {
  return JSON.stringify([rule, where, message])
}

function placeOf({ rule, where, cells }: Finding): string {
  return JSON.stringify([rule, where, cells.toSorted()])
}

function speaksOf({ cells, where }: Finding, table: TableKey): boolean {
  const part = `${sectionNumerals[tableSection[table] - 1] ?? ''}、`
  return cells.some((cell) => cell.startsWith(`${table}.`)) || where.startsWith(part)
}
