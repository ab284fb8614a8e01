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
  /** The grid column where its rows end: rows that end elsewhere were shifted and do not stand under it. */
  readonly end: number
}

/** A header that says nothing: the form's own order counts. */
export const noHeader: Header<never> = { columns: [], others: [], end: 0 }

/**
 * Reads the header over the number columns. A column's name is what stands lowest in its header cells and is
 * known, words broken over several cells joined (商业 over 企业). A name over two columns, or a name that another one
 * hides because spans were lost, shows that the header does not stand over its columns: it then says nothing.
 */
export function headerOf<Key extends string>(
  rows: readonly GridRow[],
  labels: LabelIndex<Key>,
  form: readonly { readonly key: Key; readonly label: string }[],
): Header<Key> {
  const leaves = leavesOf(rows, labels)
  const first = leaves.findIndex((leaf) => leaf.key !== null)
  if (first < 0) return noHeader
  const named = nameByPlace(leaves.slice(first), form)
  const columns = named.flatMap(({ key, printed, from, to }) =>
    key === null ? [] : [{ key, printed, from, to }],
  )
  const keys = new Set(columns.map((column) => column.key))
  const hidden = rows.flat().some((cell) => {
    const key = bestLabel(labels(cell.text))
    return key !== null && !keys.has(key)
  })
  if (hidden || keys.size < columns.length) return noHeader
  const end = Math.max(...rows.flat().map((cell) => cell.columnEnd))
  return { columns, others: named.filter((leaf) => leaf.key === null && !isParent(leaf, columns)), end }
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
  const texts = stack.map((entry) => entry.text)
  const joined = texts.map((_, index) => texts.slice(texts.length - 1 - index).join(''))
  for (const printed of [...joined, ...texts.toReversed()]) {
    const key = bestLabel(labels(printed))
    if (key !== null) return { key, printed, cell }
  }
  return { key: null, printed: cell.text, cell }
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
