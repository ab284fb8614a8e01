import { printedCount } from './row-candidates.ts'
import type { SettledRow } from './settled-rows.ts'
import type { FigureItem, TextItem } from '../items/text-items.ts'

/**
 * Whether rows without any figures are known to be blank: none of the table is open, and no figure stands in or
 * around the table that is no row's, or behind one more than the row can hold. Otherwise the figures of a bare row
 * may have gone elsewhere, as in a PDF's text in reading order.
 */
export function areBareRowsBlank(rows: readonly SettledRow<string>[], items: readonly TextItem[]): boolean {
  const owned = new Set(rows.flatMap(({ figures }) => figures))
  const first = Math.min(...rows.map(({ row }) => row.from))
  const last = Math.max(...rows.map(({ row }) => row.to))
  const start = items.slice(0, first).findLastIndex(({ kind }) => kind === 'barrier') + 1
  const end = items.findIndex(({ kind }, index) => index >= last && kind === 'barrier')
  const isLoose = (item: TextItem): boolean =>
    item.kind === 'figures' && printedCount(item) > 0 && !owned.has(item)
  const hasTooMany = rows.some(({ row, figures }) =>
    figures.some((item) => holdsMore(item, row.template.figures)),
  )
  return (
    !rows.some(({ isOpen }) => isOpen) &&
    !hasTooMany &&
    !items.slice(start, end < 0 ? items.length : end).some(isLoose)
  )
}

function holdsMore(item: FigureItem, count: number): boolean {
  return !item.explicit && printedCount(item) > count
}

/**
 * Whether the document ends right behind a row's label, so that its figures were cut off. In a table of labels alone
 * the form's last row ends the table.
 */
export function isCutOff(
  { row }: SettledRow<string>,
  rows: readonly SettledRow<string>[],
  items: readonly TextItem[],
  isLastOfForm: boolean,
): boolean {
  if (row.figures !== null || row.to < items.length) return false
  return !isLastOfForm || rows.some(({ figures }) => figures.some((item) => printedCount(item) > 0))
}
