import { similarity } from './label-distance.ts'
import { lettersOf, normalizeLabel } from './label-text.ts'
import type { DepartingLabel } from '../read-report.ts'

/** A label of the form, with the wordings that are known for it. */
export interface OfficialLabel<Key extends string> {
  readonly key: Key
  /** With its numeral, as the form prints it. */
  readonly official: string
  /** Wordings that mean the same and are worth an info only (规范性文件, 合计). */
  readonly aliases?: readonly string[]
  /** Wordings as good as the official one: its parts that the form itself calls a note. */
  readonly same?: readonly string[]
  /** Shortened or older wordings that are recognised but depart from the form. */
  readonly short?: readonly string[]
  /** All of these normalised, where `withLetters` has done it once for all. */
  readonly letters?: WordingLetters
}

/** The wordings of a label, normalised. */
export interface WordingLetters {
  readonly official: string
  readonly same: readonly string[]
  readonly aliases: readonly string[]
  readonly all: readonly string[]
}

/** The labels with their wordings normalised, for labels that are compared often. */
export function withLetters<Key extends string>(
  labels: readonly OfficialLabel<Key>[],
): readonly OfficialLabel<Key>[] {
  return labels.map((label) => ({ ...label, letters: lettersOfLabel(label) }))
}

function lettersOfLabel(label: OfficialLabel<string>): WordingLetters {
  const [same, aliases, short] = [label.same ?? [], label.aliases ?? [], label.short ?? []].map((wordings) =>
    wordings.map(normalizeLabel),
  )
  const official = normalizeLabel(label.official)
  const parts = { official, same: same ?? [], aliases: aliases ?? [] }
  return { ...parts, all: [official, ...parts.same, ...parts.aliases, ...(short ?? [])] }
}

/** A printed label that was recognised. */
export interface LabelMatch<Key extends string> {
  readonly key: Key
  readonly official: string
  /** As printed, spaces and line breaks dropped. */
  readonly printed: string
  /**
   * `none`: the official label but for spaces, punctuation, numbering and traditional characters; `alias`: a
   * known other name; `wording`: anything else.
   */
  readonly departure: 'none' | 'alias' | 'wording'
  /** 0 … 1: 1 is the official label or a known wording, less for each edit. */
  readonly similarity: number
}

/** Edits allowed by the length of the official label: short ones differ from each other in two letters. */
function leastSimilarity(length: number): number {
  if (length <= 3) return 1
  return length <= 5 ? 0.74 : 0.62
}

/** Words that turn a label round (不予以公开) or make it a sentence (本年度未收到…申请). */
const negations = ['不', '未', '无', '没']

/** A candidate must be better than every other one by this much. */
const clearMargin = 0.12

/**
 * How well normalised letters agree with one wording: edits over the length, but letters broken off at the end
 * (five or more are left) cost little.
 */
function agreement(letters: string, wording: string): number {
  if (negations.some((negation) => letters.includes(negation) && !wording.includes(negation))) return 0
  const edits = similarity(letters, wording)
  const brokenOff = letters.length >= 5 && wording.startsWith(letters)
  const whole = brokenOff ? Math.max(edits, 0.8) : edits
  return whole >= leastSimilarity(wording.length) ? whole : 0
}

/** How well a printed label agrees with a label of the form: 0 … 1, 0 where it is none of its wordings. */
export function labelAgreement(printed: string, label: OfficialLabel<string>): number {
  return bestAgreement(normalizeLabel(printed), label.letters ?? lettersOfLabel(label))
}

function bestAgreement(letters: string, { all }: WordingLetters): number {
  return all.reduce((best, wording) => Math.max(best, agreement(letters, wording)), 0)
}

/** A reference to a note in brackets is no word of the label. */
const noteReference = /\s*[（(〔[]\s*注\s*[\d一二三四五六①-⑳]*\s*[:：]?\s*[）)〕\]]\s*$/

function departureOf(letters: string, wordings: WordingLetters): LabelMatch<string>['departure'] {
  if (letters === wordings.official || wordings.same.includes(letters)) return 'none'
  return wordings.aliases.includes(letters) ? 'alias' : 'wording'
}

/** The match of a printed label with one label of the form, whatever their agreement: for labels known by place. */
export function matchAs<Key extends string>(printed: string, label: OfficialLabel<Key>): LabelMatch<Key> {
  const letters = normalizeLabel(printed.replace(noteReference, ''))
  const wordings = label.letters ?? lettersOfLabel(label)
  return {
    key: label.key,
    official: label.official,
    printed: printed.replace(/\s+/g, ''),
    departure: departureOf(letters, wordings),
    similarity: bestAgreement(letters, wordings),
  }
}

/**
 * The one of `labels` that a printed label is, edits allowed; null where none fits or two fit alike.
 * An exact wording always wins.
 */
export function matchLabel<Key extends string>(
  printed: string,
  labels: readonly OfficialLabel<Key>[],
): LabelMatch<Key> | null {
  const letters = normalizeLabel(printed)
  if (lettersOf(printed) === '') return null
  const matches = labels
    .map((label) => ({ label, similarity: bestAgreement(letters, label.letters ?? lettersOfLabel(label)) }))
    .filter((match) => match.similarity > 0)
    .sort((a, b) => b.similarity - a.similarity)
  const [best, second] = matches
  if (best === undefined) return null
  const clear =
    second === undefined ||
    best.similarity - second.similarity >= clearMargin ||
    (best.similarity === 1 && second.similarity < 1)
  return clear ? matchAs(printed, best.label) : null
}

/** What `structure/label` is told of a recognised label; null where it does not depart from the form. */
export function departingLabel(match: LabelMatch<string>): DepartingLabel | null {
  if (match.departure === 'none') return null
  return { printed: match.printed, official: match.official, alias: match.departure === 'alias' }
}
