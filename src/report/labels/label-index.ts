import type { OfficialLabel } from './label-match.ts'
import { labelAgreement } from './label-match.ts'
import { normalizeLabel } from './label-text.ts'

/** How well a printed text agrees with each label of a list: 1 is a known wording; labels at 0 are left out. */
export type LabelIndex<Key extends string> = (printed: string) => ReadonlyMap<Key, number>

/** The same cell is looked up by every step of the reading, and the same labels stand in every report. */
const rememberedTexts = 500

/**
 * Looks texts up in a list of labels. A known wording is found at once, and then nothing else is; edits are
 * counted only where a text is no wording and has about a label's length.
 */
export function labelIndex<Key extends string>(labels: readonly OfficialLabel<Key>[]): LabelIndex<Key> {
  const known = new Map<string, Map<Key, number>>()
  const entries = labels.map((label) => ({ label, wordings: wordingsOf(label) }))
  for (const { label, wordings } of entries) {
    for (const letters of wordings) {
      known.set(letters, (known.get(letters) ?? new Map<Key, number>()).set(label.key, 1))
    }
  }
  const answers = new Map<string, ReadonlyMap<Key, number>>()
  const longest = Math.max(0, ...entries.flatMap(({ wordings }) => wordings.map(({ length }) => length)))
  const agreementsOf = (printed: string): ReadonlyMap<Key, number> => {
    const letters = normalizeLabel(printed)
    const exact = known.get(letters)
    if (exact !== undefined) return exact
    const remarked = known.get(normalizeLabel(withoutRemark(printed)))
    if (remarked !== undefined) return new Map([...remarked.keys()].map((key) => [key, withRemark] as const))
    if (letters.length < 3 || letters.length > longest * 1.6) return new Map()
    return new Map(
      entries
        .filter(({ wordings }) => wordings.some((wording) => mayAgree(letters, wording)))
        .map(({ label }) => [label.key, labelAgreement(printed, label)] as const)
        .filter(([, agreement]) => agreement > 0),
    )
  }
  return (printed) => {
    if (printed.length > longest * 3) return new Map()
    const answer = answers.get(printed) ?? agreementsOf(printed)
    if (answers.size >= rememberedTexts) answers.clear()
    answers.set(printed, answer)
    return answer
  }
}

/** Less than a known wording, more than one with a letter too few. */
const withRemark = 0.95
/** In brackets behind a label: a note's number, what is counted too, the unit; not whose or which year's cases. */
const remark =
  /\s*[（(〔[]\s*(?:注|备注|见|含|包含|包括|本年|单位|计量|[件项个宗份条]\s*[）)])[^（）()]*[）)〕\]]?\s*$/

function withoutRemark(printed: string): string {
  return printed.replace(remark, '')
}

function wordingsOf(label: OfficialLabel<string>): readonly string[] {
  return [label.official, ...(label.same ?? []), ...(label.aliases ?? []), ...(label.short ?? [])].map(
    (wording) => normalizeLabel(wording),
  )
}

/**
 * Whether counting the edits is worth the while: half of the longer text's letters are in the other one, or the
 * text is a beginning of the wording.
 */
function mayAgree(letters: string, wording: string): boolean {
  if (wording.startsWith(letters)) return true
  const common = Array.from(letters).filter((letter) => wording.includes(letter)).length
  return common * 2 >= Math.max(letters.length, wording.length)
}

/** The best of an index's answers, or null where none is or two are alike. */
export function bestLabel<Key extends string>(agreements: ReadonlyMap<Key, number>): Key | null {
  const [best, second] = [...agreements].sort((a, b) => b[1] - a[1])
  if (best === undefined) return null
  return second !== undefined && best[1] - second[1] < 0.12 ? null : best[0]
}
