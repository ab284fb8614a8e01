import { labelNumberValue } from '../../labels/label-text.ts'
import type { Agreement } from '../../labels/text-agreement.ts'
import { noLetters, valueOf, withLetters } from '../../labels/text-agreement.ts'
import type { FigureItem, LabelItem, TextItem } from '../items/text-items.ts'

/** A row of a statutory table as the alignment looks for it. */
export interface RowTemplate<Key extends string> {
  readonly key: Key
  /** Normalised wordings, the official one first. */
  readonly wordings: readonly string[]
  /** Normalised wordings that count only where figures stand with them (其他处理 for 3.其他). */
  readonly withFigures: readonly string[]
  /** The printed numeral; empty if the form prints none. */
  readonly number: string
  /** How many figures the row holds. */
  readonly figures: number
  /** Every letter of its wordings. */
  readonly alphabet: ReadonlySet<string>
}

/** A template with its alphabet. */
export function rowTemplate<Key extends string>(row: Omit<RowTemplate<Key>, 'alphabet'>): RowTemplate<Key> {
  return { ...row, alphabet: new Set(Array.from([...row.wordings, ...row.withFigures].join(''))) }
}

/** A row that was found: the items `from` … `to` (not included) are its label and figures. */
export interface FoundRow<Key extends string> {
  readonly template: RowTemplate<Key>
  readonly from: number
  readonly to: number
  readonly labels: readonly LabelItem[]
  readonly figures: FigureItem | null
  /** No words of the label stand before the figures. */
  readonly isBelow: boolean
  /** How well the label agrees: 0 … 1. */
  readonly agreement: number
}

const otherSide = 0.15
const strangeLabel = 0.6
/** A shorter wording must not win over the official one that goes on on the next line. */
const otherWording = 0.03
/** Of a label over many short lines; its letters end a span sooner. */
const longestSpan = 40
const besideReach = 12
/** A label this unlike the form's is taken only between its neighbours. */
const leastAgreement = 0.34
/** A label this like the form's is taken by itself. */
export const goodAgreement = 0.6

/** Where the labels of a table stand that are not in the line of their figures. */
export type LabelSide = 'above' | 'below'

/** A way to read some items as a row. */
export interface Candidate<Key extends string> {
  readonly row: FoundRow<Key>
  /** In rows: one with its label and all figures is worth about 1.6. */
  readonly score: number
  /** What it costs where the labels of the table stand above, or below. */
  readonly cost: Readonly<Record<LabelSide, number>>
}

/** Every way in which a row may begin at item `at`. */
export function candidatesAt<Key extends string>(
  items: readonly TextItem[],
  at: number,
  template: RowTemplate<Key>,
): readonly Candidate<Key>[] {
  if (!mayBegin(items, at, template)) return []
  const longest = Math.max(...template.wordings.map(({ length }) => length))
  const isBelow = items[at]?.kind === 'figures'
  let wordings = [...template.wordings, ...template.withFigures].map(noLetters)
  return spansFrom(items, at, longest * 1.5 + 4).flatMap(({ to, last, labels, figures }) => {
    if (last !== null) wordings = wordings.map((wording) => withLetters(wording, last))
    const agreement = agreementOf(wordings, template, figures)
    if (agreement < worstOf(template)) return []
    return weighed({ template, from: at, to, labels, figures, isBelow, agreement }, items) ?? []
  })
}

interface Span {
  readonly to: number
  /** The label that the span before this one had not; null where it is figures. */
  readonly last: LabelItem | null
  readonly labels: readonly LabelItem[]
  readonly figures: FigureItem | null
}

/** Runs of items from `at` with at most one group of figures and about so many letters. */
function spansFrom(items: readonly TextItem[], at: number, mostLetters: number): readonly Span[] {
  const spans: Span[] = []
  let letters = 0
  let span: Omit<Span, 'to' | 'last'> = { labels: [], figures: null }
  for (const [index, item] of items.slice(at, at + longestSpan).entries()) {
    if (item.kind === 'barrier' || (item.kind === 'figures' && span.figures !== null)) break
    if (item.kind === 'label') letters += item.side ? 0 : item.letters.length
    span = item.kind === 'label' ? { ...span, labels: [...span.labels, item] } : { ...span, figures: item }
    spans.push({ ...span, to: at + index + 1, last: item.kind === 'label' ? item : null })
    if (letters > mostLetters) break
  }
  return spans
}

const isFilled = (figures: FigureItem | null): figures is FigureItem =>
  figures !== null && printedCount(figures) > 0

function agreementOf(
  agreements: readonly Agreement[],
  template: RowTemplate<string>,
  figures: FigureItem | null,
): number {
  const usable = isFilled(figures) ? agreements : agreements.slice(0, template.wordings.length)
  return Math.max(...usable.map((wording, index) => valueOf(wording) - (index > 0 ? otherWording : 0)))
}

/** Whether a row may begin here: with a letter of its label, or with figures that have no words before them. */
function mayBegin(items: readonly TextItem[], at: number, template: RowTemplate<string>): boolean {
  const item = items[at]
  if (item?.kind === 'figures') return mayHaveLabelBelow(items, at)
  if (item?.kind !== 'label') return false
  if (item.letters === '') return item.number !== ''
  let known = 0
  for (const letter of item.letters) if (template.alphabet.has(letter)) known += 1
  return known * 3 >= item.letters.length
}

/** Figures of a line of their own, or at the head of their line. */
function mayHaveLabelBelow(items: readonly TextItem[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]]
  if (item?.kind !== 'figures' || item.explicit || item.stacked || printedCount(item) === 0) return false
  return before?.kind !== 'label' || before.line !== item.line
}

/** Words in the line of a figure item, pieces of merged labels and headers left out. */
function labelsBeside(items: readonly TextItem[], at: number): readonly LabelItem[] {
  const line = items[at]?.line
  return items.slice(Math.max(0, at - besideReach), at + besideReach).filter((item): item is LabelItem => {
    const isWord = item.kind === 'label' && (!item.side || item.number !== '')
    return isWord && item.line === line && item.letters !== ''
  })
}

function weighed<Key extends string>(row: FoundRow<Key>, items: readonly TextItem[]): Candidate<Key> | null {
  const { template, labels, agreement } = row
  const figures = isFilled(row.figures) ? row.figures : null
  const number = numberEvidence(labels, template)
  const isWhole = figures !== null && fits(figures, template)
  if (agreement < least(template, isWhole, number, figures)) return null
  return { row, score: agreement + figureWorth(figures, template) + number, cost: placeCost(row, items) }
}

/** Whether a label stands in one line with figures other than these. */
function ownFigures(labels: readonly LabelItem[], figures: FigureItem, items: readonly TextItem[]): boolean {
  const lines = new Set(labels.filter(({ side }) => !side).map(({ line }) => line))
  const at = items.indexOf(figures)
  return items
    .slice(at + 1, at + besideReach)
    .some((item) => item.kind === 'figures' && lines.has(item.line) && printedCount(item) > 1)
}

/** A label on the other side than the others costs; one in the line of figures that go to another label is none. */
function placeCost(
  { figures, labels, isBelow }: FoundRow<string>,
  items: readonly TextItem[],
): Candidate<string>['cost'] {
  if (figures?.row !== null) return { above: 0, below: 0 }
  if (isBelow && ownFigures(labels, figures, items)) return { above: strangeLabel, below: strangeLabel }
  const besides = labelsBeside(items, items.indexOf(figures))
  const isBeside = labels.some((label) => besides.includes(label))
  if (besides.length > 0 && !isBeside) return { above: strangeLabel, below: strangeLabel }
  const isAbove = !figures.explicit && !figures.stacked && labels.every(({ line }) => line < figures.line)
  return { above: isBelow && !isBeside ? otherSide : 0, below: isAbove ? otherSide : 0 }
}

/** No row of the template is taken with less agreement. */
function worstOf({ wordings }: RowTemplate<string>): number {
  const length = wordings[0]?.length ?? 0
  if (length <= 3) return 0.9
  return length <= 5 ? 0.74 : leastAgreement
}

function least(
  template: RowTemplate<string>,
  isWhole: boolean,
  number: number,
  figures: FigureItem | null,
): number {
  const length = template.wordings[0]?.length ?? 0
  // 其他, 总计 and 规章 also stand in headers: without figures only behind their numeral.
  if (length <= 3) return figures === null && number <= 0 && template.number !== '' ? 2 : 0.9
  if (figures === null) return 0.8
  if (length <= 5) return 0.74
  return isWhole ? leastAgreement : goodAgreement
}

function fits(figures: FigureItem, { figures: count }: RowTemplate<string>): boolean {
  return printedCount(figures) === count || (figures.explicit && figures.figures.length === count)
}

/** How many cells of the item hold something. */
export function printedCount(item: FigureItem): number {
  return item.figures.filter(({ text }) => text !== '').length
}

function figureWorth(figures: FigureItem | null, template: RowTemplate<string>): number {
  if (figures === null) return 0
  if (fits(figures, template)) return 0.6
  return printedCount(figures) < template.figures ? 0.3 : 0.1
}

/** What the numerals say: the row's own before its words is evidence, one in the middle begins another row. */
function numberEvidence(labels: readonly LabelItem[], template: RowTemplate<string>): number {
  const words = labels.filter(({ side, letters }) => !side || letters === '')
  const inside = words.slice(1).filter(({ number, letters }) => number !== '' && letters !== '').length
  const first = words[0]?.number ?? labels.find(({ number }) => number !== '')?.number ?? ''
  const middle = -0.3 * inside
  if (first === '' || template.number === '') return middle
  const isSame =
    labelNumberValue(first) === labelNumberValue(template.number) &&
    styleOf(first) === styleOf(template.number)
  return middle + (isSame ? 0.1 : -0.15)
}

function styleOf(number: string): 'bracket' | 'digit' | 'ideograph' {
  if (/[（(]/.test(number)) return 'bracket'
  return /\d/.test(number) ? 'digit' : 'ideograph'
}
