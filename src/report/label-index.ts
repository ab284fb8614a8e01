import type { OfficialLabel } from './label-match.ts'
import { labelAgreement } from './label-match.ts'
import { normalizeLabel } from './label-text.ts'

/** How well a printed text agrees with each label of a list: 1 is a known wording; labels at 0 are left out. */
export type LabelIndex<Key extends string> = (printed: string) => ReadonlyMap<Key, number>

/**
 * Looks texts up in a list of labels. A known wording is found at once, and then nothing else is; edits are
 * counted only where a text is no wording and has about a label's length.
 */
export function labelIndex<Key extends string>(labels: readonly OfficialLabel<Key>[]): LabelIndex<Key> {
  const known = new Map<string, Map<Key, number>>()
  const lengths = new Map<Key, readonly number[]>()
  for (const label of labels) {
    const wordings = [label.official, ...(label.same ?? []), ...(label.aliases ?? []), ...(label.short ?? [])]
    const letters = wordings.map((wording) => normalizeLabel(wording))
    for (const wording of letters) known.set(wording, (known.get(wording) ?? new Map()).set(label.key, 1))
    lengths.set(
      label.key,
      letters.map((wording) => wording.length),
    )
  }
  const longest = Math.max(0, ...[...lengths.values()].flat())
  return (printed) => {
    const letters = normalizeLabel(printed)
    const exact = known.get(letters)
    if (exact !== undefined) return exact
    if (letters.length < 3 || letters.length > longest * 1.6) return new Map()
    return new Map(
      labels
        .filter((label) => lengths.get(label.key)?.some((length) => isNear(letters.length, length)))
        .map((label) => [label.key, labelAgreement(printed, label)] as const)
        .filter(([, agreement]) => agreement > 0),
    )
  }
}

/** A text broken off after five letters still counts, so a label may be much longer than the text. */
function isNear(printed: number, official: number): boolean {
  return printed <= official * 1.7 && (printed >= 5 || official <= printed * 1.7)
}

/** The best of an index's answers, or null where none is or two are alike. */
export function bestLabel<Key extends string>(agreements: ReadonlyMap<Key, number>): Key | null {
  const [best, second] = [...agreements].sort((a, b) => b[1] - a[1])
  if (best === undefined) return null
  return second !== undefined && best[1] - second[1] < 0.12 ? null : best[0]
}
