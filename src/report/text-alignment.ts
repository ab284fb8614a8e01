import type { Agreement } from './text-agreement.ts'
import { noLetters, valueOf, withLetters } from './text-agreement.ts'
import { labelNumberValue } from './label-text.ts'
import type { FigureItem, LabelItem, TextItem } from './text-items.ts'

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

/** Costs and gains, in rows: a row found with label and all figures is worth about 1.6. */
const skipFigures = 0.5
const skipWords = 0.1
const skipSideWord = 0.01
const skipBarrier = 2
const skipTemplate = 0.03
const otherSide = 0.15
const strangeLabel = 0.6
/** A shorter wording must not win over the official one that goes on on the next line. */
const otherWording = 0.03
const longestSpan = 12
const longestText = 70
/** A label this unlike the form's is taken only between its neighbours, see `isCertain`. */
const leastAgreement = 0.34
export const goodAgreement = 0.6

interface Step<Key extends string> {
  readonly score: number
  readonly row: FoundRow<Key> | null
  readonly before: Step<Key> | null
}

const nothing = { score: 0, row: null, before: null }

/** Where labels stand that are not in the line of their figures. */
type LabelSide = 'above' | 'below'

/**
 * Finds the rows of a table in the items, in the order of `templates`: the selection of rows, each with its label
 * before, beside, below or around its figures, that agrees best as a whole. Pieces of merged labels and headers
 * between the words cost next to nothing, so that they may interleave.
 */
export function alignRows<Key extends string>(
  items: readonly TextItem[],
  templates: readonly RowTemplate<Key>[],
): readonly FoundRow<Key>[] {
  const above = bestWay(items, templates, 'above')
  if (!items.some((_, at) => mayHaveLabelBelow(items, at))) return traced(above)
  return traced(better(above, bestWay(items, templates, 'below')))
}

function bestWay<Key extends string>(
  items: readonly TextItem[],
  templates: readonly RowTemplate<Key>[],
  side: LabelSide,
): Step<Key> {
  // best[at][k]: the best way to have read the items before `at` with template k as the last one.
  const best: (Step<Key> | null)[][] = Array.from({ length: items.length + 1 }, () =>
    templates.map((): Step<Key> | null => null),
  )
  const offer = (at: number, k: number, step: Step<Key>): void => {
    const row = best[at]
    if (row !== undefined && step.score > (row[k]?.score ?? -Infinity)) row[k] = step
  }
  items.forEach((item, at) => {
    let reached: Step<Key> = nothing
    templates.forEach((template, k) => {
      for (const { row, score } of item.kind === 'barrier' ? [] : rowsFrom(items, at, template, side)) {
        offer(row.to, k, { score: reached.score + score, row, before: reached })
      }
      const here = best[at]?.[k] ?? null
      if (here !== null) offer(at + 1, k, { ...here, score: here.score - skipCost(item) })
      reached = better({ ...reached, score: reached.score - (reached.row === null ? 0 : skipTemplate) }, here)
    })
  })
  return best.flat().reduce<Step<Key>>(better, nothing)
}

function better<Key extends string>(a: Step<Key>, b: Step<Key> | null): Step<Key> {
  return b !== null && b.score > a.score ? b : a
}

function traced<Key extends string>(last: Step<Key>): readonly FoundRow<Key>[] {
  const rows: FoundRow<Key>[] = []
  for (let step: Step<Key> | null = last; step !== null; step = step.before) {
    if (step.row !== null) rows.unshift(step.row)
  }
  return rows
}

function skipCost(item: TextItem): number {
  if (item.kind === 'barrier') return skipBarrier
  if (item.kind === 'figures') return item.figures.some(({ text }) => text !== '') ? skipFigures : 0
  return item.side || item.letters === '' ? skipSideWord : skipWords
}

interface Candidate<Key extends string> {
  readonly row: FoundRow<Key>
  readonly score: number
}

/** Every way in which a row may begin at item `at`. */
function rowsFrom<Key extends string>(
  items: readonly TextItem[],
  at: number,
  template: RowTemplate<Key>,
  side: LabelSide,
): readonly Candidate<Key>[] {
  if (!mayBegin(items, at, template)) return []
  const candidates: Candidate<Key>[] = []
  const labels: LabelItem[] = []
  let wordings = [...template.wordings, ...template.withFigures].map(noLetters)
  let figures: FigureItem | null = null
  let besides: readonly LabelItem[] = []
  let letters = 0
  for (let to = at; to < items.length && to < at + longestSpan && letters <= longestText; to++) {
    const item = items[to]
    if (item === undefined || item.kind === 'barrier') break
    if (item.kind === 'figures') {
      if (figures !== null) break
      figures = item
      besides = item.row === null ? labelsBeside(items, to) : []
    } else {
      labels.push(item)
      letters += item.letters.length
      wordings = wordings.map((wording) => withLetters(wording, item))
    }
    const isBelow = items[at]?.kind === 'figures'
    const span = { template, from: at, to: to + 1, labels: [...labels], figures, isBelow, besides }
    const candidate = weighed(span, wordings, side)
    if (candidate !== null) candidates.push(candidate)
  }
  return candidates
}

/** Whether a row may begin here: with a letter of its label, or with figures that have no words before them. */
function mayBegin(items: readonly TextItem[], at: number, template: RowTemplate<string>): boolean {
  const item = items[at]
  if (item?.kind === 'figures') return mayHaveLabelBelow(items, at)
  if (item?.kind !== 'label') return false
  if (item.letters === '') return item.number !== ''
  const letters = Array.from(item.letters)
  return [...template.wordings, ...template.withFigures].some(
    (wording) => letters.filter((letter) => wording.includes(letter)).length * 3 >= letters.length,
  )
}

/** Figures of a line of their own, or at the head of their line. */
function mayHaveLabelBelow(items: readonly TextItem[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]]
  if (item?.kind !== 'figures' || item.explicit || item.stacked || printedCount(item) === 0) return false
  return before?.kind !== 'label' || before.line !== item.line
}

interface Span<Key extends string> extends Omit<FoundRow<Key>, 'agreement'> {
  /** The labels in the line of the figures. */
  readonly besides: readonly LabelItem[]
}

/** Words in the line of a figure item, pieces of merged labels and headers left out. */
function labelsBeside(items: readonly TextItem[], at: number): readonly LabelItem[] {
  const line = items[at]?.line
  return items.slice(Math.max(0, at - longestSpan), at + longestSpan).filter((item): item is LabelItem => {
    const isWord = item.kind === 'label' && (!item.side || item.number !== '')
    return isWord && item.line === line && item.letters !== ''
  })
}

function weighed<Key extends string>(
  span: Span<Key>,
  wordings: readonly Agreement[],
  side: LabelSide,
): Candidate<Key> | null {
  const { template, labels } = span
  const figures = span.figures !== null && printedCount(span.figures) > 0 ? span.figures : null
  const usable = figures === null ? wordings.slice(0, template.wordings.length) : wordings
  const agreement = Math.max(
    ...usable.map((wording, index) => valueOf(wording) - (index > 0 ? otherWording : 0)),
  )
  const number = numberEvidence(labels, template)
  const isWhole = figures !== null && fits(figures, template)
  if (agreement < least(template, isWhole, number, figures)) return null
  const score = agreement + figureWorth(figures, template) + number - placeCost(span, side)
  return { row: { ...span, agreement }, score }
}

/** A label on the other side than the others costs; one in the line of figures that go to another label is none. */
function placeCost({ figures, labels, besides, isBelow }: Span<string>, side: LabelSide): number {
  if (figures === null) return 0
  const isBeside = labels.some((label) => besides.includes(label))
  if (besides.length > 0 && !isBeside) return strangeLabel
  if (side === 'above') return isBelow && !isBeside ? otherSide : 0
  const isAbove = !figures.explicit && !figures.stacked && labels.every(({ line }) => line < figures.line)
  return isAbove ? otherSide : 0
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
