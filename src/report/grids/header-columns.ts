import type { GridCell, GridRow } from './grid.ts'
import type { LabelIndex } from '../labels/label-index.ts'
import { bestLabel } from '../labels/label-index.ts'
import { normalizeLabel } from '../labels/label-text.ts'
import { isBlank } from '../labels/table-words.ts'

/** A column that a header names. Grid columns `from` … `to` (not included). */
export interface HeaderColumn<Key extends string> {
  readonly key: Key
  readonly printed: string
  readonly from: number
  readonly to: number
}

/** What the header rows say of the number columns under them. */
export interface Header<Key extends string> {
  /** The columns with a known name, from left to right. */
  readonly columns: readonly HeaderColumn<Key>[]
  /** Columns to the right of the first known one that bear other words (备注). */
  readonly others: readonly { readonly from: number; readonly to: number }[]
  /** Columns between the labels and the first known one: row numbers, another year's figures. */
  readonly before: readonly { readonly from: number; readonly to: number }[]
  /** Whether it has names that contradict each other: it says nothing then, but there may be more columns than the form's. */
  readonly isUnclear: boolean
  /** The grid column where its rows end: rows that end elsewhere were shifted and do not stand under it. */
  readonly end: number
}

/** A header that says nothing: the form's own order counts. */
export const noHeader: Header<never> = { columns: [], others: [], before: [], isUnclear: false, end: 0 }

/**
 * Reads the header over the number columns. A column's name is what stands lowest in its header cells and is
 * known, words broken over several cells joined (商业 over 企业). A name over two columns, or a name that another one
 * hides because spans were lost, shows that the header does not stand over its columns: it then says nothing. Where a
 * sum beside the form's own (小计, 总计) bears its name too, the form's own words count. What is headed 上年 is no column
 * of the form.
 */
export function headerOf<Key extends string>(
  rows: readonly GridRow[],
  labels: LabelIndex<Key>,
  form: readonly { readonly key: Key; readonly label: string }[],
): Header<Key> {
  const leaves = leavesOf(rows, labels)
  const first = leaves.findIndex((leaf) => leaf.key !== null)
  if (first < 0) return noHeader
  const named = withoutNamesakes(nameByPlace(leaves.slice(first), form), form)
  const columns = named.flatMap(({ key, printed, from, to }) =>
    key === null ? [] : [{ key, printed, from, to }],
  )
  const keys = new Set(columns.map((column) => column.key))
  const hidden = rows.flat().some((cell) => {
    const key = isOtherYear(cell.text, labels) ? null : bestLabel(labels(cell.text))
    return key !== null && !keys.has(key)
  })
  if (hidden || keys.size < columns.length) return { ...noHeader, isUnclear: true }
  const end = Math.max(...rows.flat().map((cell) => cell.columnEnd))
  const others = named.filter((leaf) => leaf.key === null && !isParent(leaf, columns))
  // What stands over the labels says nothing of figures: one found there belongs to a row that was shifted.
  const before = leaves.slice(0, first).filter((leaf) => leaf.from > 0)
  return { columns, others, before, isUnclear: false, end }
}

/** Of several columns with one name, the one with the form's own words keeps it. */
function withoutNamesakes<Key extends string>(
  leaves: readonly Leaf<Key>[],
  form: readonly { readonly key: Key; readonly label: string }[],
): readonly Leaf<Key>[] {
  const isOwn = ({ key, printed }: Leaf<Key>) =>
    form.some((due) => due.key === key && normalizeLabel(due.label) === normalizeLabel(printed))
  return leaves.map((leaf) => {
    const namesakes = leaves.filter(({ key }) => key === leaf.key)
    const isNamesake = namesakes.length > 1 && namesakes.filter(isOwn).length === 1 && !isOwn(leaf)
    return isNamesake ? { ...leaf, key: null } : leaf
  })
}

/** A cell that stands over a named column too (法人或其他组织) names no column of its own. */
function isParent({ cell }: Leaf<string>, columns: readonly HeaderColumn<string>[]): boolean {
  return columns.some((column) => column.from < cell.columnEnd && column.to > cell.column)
}

interface Leaf<Key> {
  /** The lowest cell with words. */
  readonly cell: GridCell
  readonly key: Key | null
  readonly printed: string
  readonly from: number
  readonly to: number
}

function leavesOf<Key extends string>(rows: readonly GridRow[], labels: LabelIndex<Key>): Leaf<Key>[] {
  const width = Math.max(0, ...rows.flat().map((cell) => cell.columnEnd))
  const leaves: Leaf<Key>[] = []
  for (let column = 0; column < width; column += 1) {
    const stack = stackAt(rows, column)
    const named = nameOf(stack, labels)
    if (named === null) continue
    const last = leaves.at(-1)
    if (last?.to === column && last.cell === named.cell) {
      leaves.splice(-1, 1, { ...last, to: column + 1 })
    } else {
      leaves.push({ ...named, from: column, to: column + 1 })
    }
  }
  return leaves
}

/** The cells with words that stand over one grid column, from top to bottom. */
export function stackAt(rows: readonly GridRow[], column: number): readonly GridCell[] {
  const cells = rows.flatMap((row) => row.filter((cell) => cell.column <= column && column < cell.columnEnd))
  return [...new Set(cells)].filter((cell) => !isBlank(cell.text))
}

function nameOf<Key extends string>(
  stack: readonly GridCell[],
  labels: LabelIndex<Key>,
): { key: Key | null; printed: string; cell: GridCell } | null {
  const cell = stack.at(-1)
  if (cell === undefined) return null
  if (stack.some((entry) => isOtherYear(entry.text, labels))) return { key: null, printed: cell.text, cell }
  const texts = stack.map((entry) => entry.text).filter((text) => !/^本年度?数?$/.test(normalizeLabel(text)))
  const joined = texts.map((_, index) => texts.slice(texts.length - 1 - index).join(''))
  for (const printed of [...joined, ...texts.toReversed()]) {
    const key = bestLabel(labels(printed))
    if (key !== null) return { key, printed, cell }
  }
  return { key: null, printed: cell.text, cell }
}

/** 上年, 上年处理决定数量: not 上一年项目数量, which is a column of its own in the 2019 form. */
function isOtherYear<Key extends string>(text: string, labels: LabelIndex<Key>): boolean {
  if (!/^(?:上年|上一年|上期|去年|前年|往年)/.test(normalizeLabel(text))) return false
  return ![...labels(text).values()].includes(1)
}

/**
 * Names that were misspelt beyond recognition: where there are as many columns as the form has and the known ones
 * stand in their places, a column that shares a character with the name due there is that column.
 */
function nameByPlace<Key extends string>(
  leaves: readonly Leaf<Key>[],
  form: readonly { readonly key: Key; readonly label: string }[],
): readonly Leaf<Key>[] {
  const inPlace = leaves.every((leaf, index) => leaf.key === null || leaf.key === form[index]?.key)
  if (leaves.length !== form.length || !inPlace) return leaves
  return leaves.map((leaf, index) => {
    const due = form[index]
    if (leaf.key !== null || due === undefined || !sharesLetter(leaf.printed, due.label)) return leaf
    return { ...leaf, key: due.key }
  })
}

function sharesLetter(printed: string, label: string): boolean {
  const letters = new Set(normalizeLabel(label))
  return Array.from(normalizeLabel(printed)).some((letter) => letters.has(letter))
}
