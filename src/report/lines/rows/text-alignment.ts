import type { Candidate, FoundRow, LabelSide, RowTemplate } from './row-candidates.ts'
import { candidatesAt, printedCount } from './row-candidates.ts'
import type { TextItem } from '../items/text-items.ts'

/** What it costs to leave items or rows out, in rows: a row with label and all figures is worth about 1.6. */
const skipFigures = 0.5
const skipWords = 0.1
const skipSideWord = 0.01
const skipBarrier = 2
const skipTemplate = 0.03

/** Ways whose scores differ by less than a row are about as good. */
const alike = 1.5

interface Step<Key extends string> {
  readonly score: number
  readonly row: FoundRow<Key> | null
  readonly before: Step<Key> | null
}

const nothing = { score: 0, row: null, before: null }

/**
 * Finds the rows of a table in the items, in the order of `templates`: the selection of rows, each with its label
 * before, beside, below or around its figures, that agrees best as a whole. Pieces of merged labels and headers
 * between the words cost next to nothing, so that they may interleave.
 */
export function alignRows<Key extends string>(
  items: readonly TextItem[],
  templates: readonly RowTemplate<Key>[],
): readonly FoundRow<Key>[] {
  const candidates = items.map((_, at) => templates.map((template) => candidatesAt(items, at, template)))
  const above = bestWay(items, candidates, 'above')
  const hasSides = candidates.some((rows) =>
    rows.some((row) => row.some(({ cost }) => cost.above !== cost.below)),
  )
  return traced(hasSides ? fuller(above, bestWay(items, candidates, 'below')) : above)
}

function bestWay<Key extends string>(
  items: readonly TextItem[],
  candidates: readonly (readonly (readonly Candidate<Key>[])[])[],
  side: LabelSide,
): Step<Key> {
  // best[at][k]: the best way to have read the items before `at` with template k as the last one.
  const best: (Step<Key> | null)[][] = Array.from({ length: items.length + 1 }, () => [])
  const offer = (at: number, k: number, step: Step<Key>): void => {
    const row = best[at]
    if (row !== undefined && step.score > (row[k]?.score ?? -Infinity)) row[k] = step
  }
  items.forEach((item, at) => {
    let reached: Step<Key> = nothing
    candidates[at]?.forEach((own, k) => {
      for (const { row, score, cost } of own) {
        offer(row.to, k, { score: reached.score + score - cost[side], row, before: reached })
      }
      const here = best[at]?.[k] ?? null
      if (here !== null) offer(at + 1, k, { ...here, score: here.score - skipCost(item) })
      reached = further(reached, here)
    })
  })
  return best.flat().reduce<Step<Key>>((a, b) => better(a, b ?? null), nothing)
}

/** The better of having come here and of leaving out one more row. */
function further<Key extends string>(reached: Step<Key>, here: Step<Key> | null): Step<Key> {
  if (reached.row === null) return better(reached, here)
  const later = reached.score - skipTemplate
  return here !== null && here.score > later ? here : { ...reached, score: later }
}

function better<Key extends string>(a: Step<Key>, b: Step<Key> | null): Step<Key> {
  return b !== null && b.score > a.score ? b : a
}

/** Of two ways about as good, the one that leaves fewer rows without all their figures. */
function fuller<Key extends string>(a: Step<Key>, b: Step<Key>): Step<Key> {
  const [ofA, ofB] = [wholeRows(a), wholeRows(b)]
  if (ofA === ofB || Math.abs(a.score - b.score) > alike) return better(a, b)
  return ofA > ofB ? a : b
}

function wholeRows(last: Step<string>): number {
  return traced(last).filter(
    ({ figures, template }) => figures !== null && printedCount(figures) === template.figures,
  ).length
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
