import type { Finding } from './report.ts'

/** What became of the findings from one version of a report to the next. */
export interface FindingChanges {
  /** In the older version only. */
  readonly mended: readonly Finding[]
  /** In both, as the newer version states them. */
  readonly remaining: readonly Finding[]
  /** In the newer version only. */
  readonly appeared: readonly Finding[]
}

/**
 * Compares the findings of two versions. The same words are the same finding; after that the same rule at the same
 * place and cells is, even if its numbers changed (a wrong total put wrong again is not mended).
 */
export function compareFindings(older: readonly Finding[], newer: readonly Finding[]): FindingChanges {
  const open = [...older]
  const take = (matches: (finding: Finding) => boolean): boolean => {
    const index = open.findIndex(matches)
    if (index >= 0) open.splice(index, 1)
    return index >= 0
  }
  const remaining = new Set(newer.filter((finding) => take((old) => wordsOf(old) === wordsOf(finding))))
  for (const finding of newer) {
    if (!remaining.has(finding) && take((old) => placeOf(old) === placeOf(finding))) remaining.add(finding)
  }
  return {
    mended: open,
    remaining: newer.filter((finding) => remaining.has(finding)),
    appeared: newer.filter((finding) => !remaining.has(finding)),
  }
}

function wordsOf({ rule, where, message }: Finding): string {
  return JSON.stringify([rule, where, message])
}

function placeOf({ rule, where, cells }: Finding): string {
  return JSON.stringify([rule, where, cells.toSorted()])
}
