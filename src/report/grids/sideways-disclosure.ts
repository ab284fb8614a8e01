import type { GridCell, GridRow } from './grid.ts'
import { bestLabel } from '../labels/label-index.ts'
import type { DisclosureColumnLabel, DisclosureRowLabel } from '../labels/labels.ts'
import { isWording, words } from '../labels/table-words.ts'
import type { TableSegment } from './table-segments.ts'

/** A figure of table 二 with the two labels that name it; `shared`: a cell over more than one of them. */
export interface SidewaysFigure {
  readonly row: DisclosureRowLabel
  readonly column: DisclosureColumnLabel
  readonly cell: GridCell
  readonly shared: boolean
}

const fewestLabels = 3

/**
 * The figures of a table 二 printed sideways: the kinds of documents and decisions stand side by side in one row, what
 * is counted below each of them or at the left. Null where the table does not stand so, or a column or a row says two
 * things.
 */
export function sidewaysFigures({ rows, from }: TableSegment): readonly SidewaysFigure[] | null {
  const top = rows.findIndex((row, index) => labelsIn(row, from + index).length >= fewestLabels)
  if (top < 0) return null
  const labels = labelsIn(rows[top] ?? [], from + top)
  const below = rows.slice(top + 1)
  if (below.some((row, index) => labelsIn(row, from + top + 1 + index).length > 0)) return null
  const found: Omit<SidewaysFigure, 'shared'>[] = []
  for (const { key, cell } of labels) {
    for (let column = cell.column; column < cell.columnEnd; column += 1) {
      const figures = figuresUnder(below, column, key)
      if (figures === null) return null
      found.push(...figures)
    }
  }
  const times = (cell: GridCell): number => found.filter((other) => other.cell === cell).length
  return found.map((figure) => ({ ...figure, shared: times(figure.cell) > 1 }))
}

function labelsIn(row: GridRow, rowNumber: number): { key: DisclosureRowLabel; cell: GridCell }[] {
  return row.flatMap((cell) => {
    const key =
      cell.row === rowNumber && isWording(cell.text) ? bestLabel(words.disclosureRow(cell.text)) : null
    return key === null ? [] : [{ key, cell }]
  })
}

const columnOf = (cell: GridCell): DisclosureColumnLabel | null =>
  isWording(cell.text) ? bestLabel(words.disclosureColumn(cell.text)) : null

/** The cells below a label in one grid column, each with the name that stands over it or at the left of its row. */
function figuresUnder(
  below: readonly GridRow[],
  column: number,
  row: DisclosureRowLabel,
): readonly Omit<SidewaysFigure, 'shared'>[] | null {
  const found: Omit<SidewaysFigure, 'shared'>[] = []
  let over: DisclosureColumnLabel | null = null
  for (const line of below) {
    const cell = line.find((other) => other.column <= column && column < other.columnEnd)
    if (cell === undefined || found.some((other) => other.cell === cell)) continue
    const name = columnOf(cell)
    if (name !== null) {
      over = name
      continue
    }
    const left = line.filter((other) => other.columnEnd <= column).flatMap((other) => columnOf(other) ?? [])
    const key = left.at(-1) ?? over
    if (key === null || isWording(cell.text)) return null
    if (found.some((other) => other.column === key)) return null
    found.push({ row, column: key, cell })
  }
  return found
}
