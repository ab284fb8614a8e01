import { isHeaderName } from '../../labels/form-words.ts'
import type { LabelItem, TextItem } from '../items/text-items.ts'
import type { PlacedFigures } from './text-positions.ts'

/** Where each column of the form stands among the printed ones; null where the header leaves it open. */
export type ColumnOrder = readonly number[] | null

/** A merged header cell and the columns under it. */
export interface HeaderSpan {
  readonly key: string
  readonly under: readonly string[]
}

/** The known names on one line of a header, from left to right. */
export interface HeaderLine {
  readonly keys: readonly string[]
  readonly explicit: boolean
  /** Its names stood one to a line. */
  readonly stacked: boolean
}

/** The header of a table: the words above a line, back to the last line that is no part of a table. */
export function headerAbove(items: readonly TextItem[], line: number): readonly LabelItem[] {
  const above = items.filter((item) => item.line < line)
  return above
    .slice(above.findLastIndex(({ kind }) => kind === 'barrier') + 1)
    .filter((item): item is LabelItem => item.kind === 'label')
}

/**
 * The order in which a header names the columns of `form`: when one line names them all, or one line the merged
 * cell among its neighbours and another line what is under it. A line that names columns against the form's order,
 * without saying where all stand, gives null; otherwise the form's order counts.
 */
export function columnOrder(
  labels: readonly LabelItem[],
  form: readonly string[],
  keyOf: (text: string) => string | null,
  span: HeaderSpan | null = null,
): ColumnOrder {
  const lines = headerLines(labels, keyOf)
  const printed = namedIn(lines, form, span)
  if (printed !== null) return form.map((key) => printed.indexOf(key))
  const rank = (key: string): number => form.indexOf(key === span?.key ? (span.under[0] ?? key) : key)
  const isAgainst = ({ keys, explicit, stacked }: HeaderLine): boolean => {
    const ranks = keys.map(rank).filter((at) => at >= 0)
    return (explicit || !stacked) && ranks.some((at, index) => at < (ranks[index - 1] ?? 0))
  }
  return lines.some(isAgainst) ? null : form.map((_, index) => index)
}

function namedIn(
  lines: readonly HeaderLine[],
  form: readonly string[],
  span: HeaderSpan | null,
): readonly string[] | null {
  const bare = lines.filter(({ keys }) => span === null || !keys.includes(span.key))
  return wholeLine(bare, form) ?? (span === null ? null : spannedLines(lines, form, span))
}

/** Whether cells, or names beside each other on one line, say where all columns stand. */
export function isNamedInRows(
  labels: readonly LabelItem[],
  form: readonly string[],
  keyOf: (text: string) => string | null,
  span: HeaderSpan | null = null,
): boolean {
  const rows = headerLines(labels, keyOf).filter(({ explicit, stacked }) => explicit || !stacked)
  return namedIn(rows, form, span) !== null
}

/**
 * The columns that a header names where it leaves some of `form` out: those of its one line with at least four of
 * them and no merged cell beside. Null where it names all, or does not say.
 */
export function columnsNamed<Key extends string>(
  labels: readonly LabelItem[],
  form: readonly Key[],
  keyOf: (text: string) => string | null,
  span: HeaderSpan,
): readonly Key[] | null {
  const lines = headerLines(labels, keyOf).filter(({ keys }) => keys.length > 0)
  const [only, ...more] = lines
  if (only === undefined || more.length > 0 || only.keys.includes(span.key)) return null
  const named = only.keys.flatMap((key) => form.find((own) => own === key) ?? [])
  const isEachOnce = new Set(named).size === named.length
  return isEachOnce && named.length >= fewestNamed && named.length < form.length ? named : null
}

const fewestNamed = 4

/** Figures in printed order as figures in the form's order. */
export function inFormOrder(figures: PlacedFigures, order: ColumnOrder): PlacedFigures {
  return order === null || figures === null ? null : order.map((at) => figures[at])
}

/** The known names on each line of a header; names that stand alone on lines one below the other make one line. */
export function headerLines(
  labels: readonly LabelItem[],
  keyOf: (text: string) => string | null,
): readonly HeaderLine[] {
  const perLine = new Map<number, LabelItem[]>()
  for (const label of labels) perLine.set(label.line, [...(perLine.get(label.line) ?? []), label])
  const rows: { labels: LabelItem[]; stacked: boolean }[] = []
  for (const row of perLine.values()) {
    const isAlone = row.length === 1
    const last = rows.at(-1)
    if (isAlone && last?.stacked === true) last.labels.push(...row)
    else rows.push({ labels: [...row], stacked: isAlone })
  }
  return rows.filter(isWhole(keyOf)).map(({ labels: row, stacked }) => {
    const keys = row.flatMap(({ text }) => keysIn(text, keyOf))
    return {
      keys: keys.filter((key, index) => key !== keys[index - 1]),
      explicit: row.every(({ explicit }) => explicit),
      stacked,
    }
  })
}

/** Names broken over lines of plain text, or scattered by a text in reading order, stand in no order to rely on. */
const isWhole =
  (keyOf: (text: string) => string | null) =>
  ({ labels, stacked }: { readonly labels: readonly LabelItem[]; readonly stacked: boolean }): boolean => {
    const isKnown = ({ text }: LabelItem): boolean => keyOf(text) !== null
    const named = labels.slice(Math.max(labels.findIndex(isKnown), 0), labels.findLastIndex(isKnown) + 1)
    const isName = ({ letters }: LabelItem): boolean => letters === '' || isHeaderName(letters)
    return !stacked || labels.every(({ explicit }) => explicit) || named.every(isName)
  }

/** The name that a text is, or those of its words. */
function keysIn(text: string, keyOf: (text: string) => string | null): readonly string[] {
  const whole = keyOf(text)
  const words = text.trim().split(/\s+/)
  if (whole !== null) return [whole]
  return words.length > 1 ? words.flatMap((word) => keyOf(word) ?? []) : []
}

/** The names of the lowest line that has each of them once. */
function wholeLine(lines: readonly HeaderLine[], names: readonly string[]): readonly string[] | null {
  const own = lines.map(({ keys }) => keys.filter((key) => names.includes(key)))
  return own.findLast((keys) => keys.length === names.length && new Set(keys).size === names.length) ?? null
}

function spannedLines(
  lines: readonly HeaderLine[],
  form: readonly string[],
  { key, under }: HeaderSpan,
): readonly string[] | null {
  const top = wholeLine(lines, [...form.filter((name) => !under.includes(name)), key])
  const leaves = wholeLine(lines, under)
  if (top === null || leaves === null) return null
  return top.flatMap((name) => (name === key ? leaves : [name]))
}
