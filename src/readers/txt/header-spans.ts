import type { Field } from './comma-fields.ts'
import type { PrintedCell } from './printed-table.ts'

/** A cell of a row. */
export type SpannedCell = Pick<PrintedCell, 'column' | 'columnSpan' | 'text'>

/**
 * Rows of fields as rows of cells. In a header of several rows, empty fields behind a name are the rest of its merged
 * cell: in the header's first row, and below one merged cell that reaches over both. Everywhere else they are blank.
 */
export function spannedRows(
  rows: readonly (readonly Field[])[],
  isHeader: readonly boolean[],
): readonly (readonly SpannedCell[])[] {
  const spanned: (readonly SpannedCell[])[] = []
  rows.forEach((fields, row) => {
    const above = isHeader[row - 1] === true ? (spanned[row - 1] ?? []) : null
    const isMerged = isHeader[row] === true && (above !== null || isHeader[row + 1] === true)
    spanned.push(
      cellsOf(fields, isMerged ? (from, to) => above === null || isUnderOne(above, from, to) : never),
    )
  })
  return spanned
}

const never = (): boolean => false

function isUnderOne(above: readonly SpannedCell[], from: number, to: number): boolean {
  return above.some(({ column, columnSpan }) => column <= from && to < column + columnSpan)
}

function cellsOf(
  fields: readonly Field[],
  belongs: (from: number, to: number) => boolean,
): readonly SpannedCell[] {
  const cells: SpannedCell[] = []
  fields.forEach(({ text }, column) => {
    const last = cells.at(-1)
    if (text === '' && last !== undefined && last.text !== '' && belongs(last.column, column)) {
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + 1 }
    } else cells.push({ column, columnSpan: 1, text })
  })
  return cells
}
