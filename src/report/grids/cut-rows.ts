import type { Block, Table } from '../../readers/document.ts'
import type { GridCell, GridRow } from './grid.ts'
import { gridOf } from './grid.ts'
import type { LabelIndex } from '../labels/label-index.ts'
import { bestLabel } from '../labels/label-index.ts'
import { isRequestHeader } from './request-rows.ts'
import { isBlank, isFigure, isWording, words } from '../labels/table-words.ts'
import { requestRows } from '../statutory-tables.ts'

/** A row's label and what stands to the right of it. */
interface Half {
  readonly label: GridCell
  /** Cells before the label that stand in this row alone: a merged label of which only this row is left. */
  readonly groups: readonly GridCell[]
  readonly figures: readonly GridCell[]
}

/** New texts of cells by their place in the table. */
type Texts = Map<GridCell, string>

const good = 0.85
const better = 0.1

/**
 * The same blocks, with every row that the end of a page cut in two made whole: converters leave half of its label
 * at the end of one table and half at the head of the next, and the figures beside either.
 */
export function joinCutRows(blocks: readonly Block[]): readonly Block[] {
  const joined = [...blocks]
  joined.forEach((upper, index) => {
    const next = nextBlock(joined, index)
    const lower = joined[next]
    if (upper.kind !== 'table' || lower?.kind !== 'table') return
    const tables = joinTables(upper, lower)
    if (tables !== null) [joined[index], joined[next]] = tables
  })
  return joined
}

/** The index of what follows a block, empty paragraphs aside. */
export function nextBlock(blocks: readonly Block[], index: number): number {
  return blocks.findIndex(
    (block, at) => at > index && (block.kind !== 'paragraph' || block.text.trim() !== ''),
  )
}

function joinTables(upper: Table, lower: Table): [Table, Table] | null {
  const above = halfOf(gridOf(upper), -1)
  const rows = gridOf(lower)
  const start = rows.findIndex((row) => !isRequestHeader(row))
  const below = halfOf(rows, start) ?? unlabelledHalf(above, rows.slice(start), start)
  if (above === null || below === null) return null
  const isWhole = below.label.text.trim() !== '' && !isOneLabel(above.label.text, below.label.text)
  const first: Texts = new Map()
  const second: Texts = new Map()
  if (isWhole || !joinHalves(above, below, first, second)) return null
  return [withTexts(upper, first), withTexts(lower, second)]
}

/** The row at an index (−1: the last), if it has a label and then figures or blanks only. */
function halfOf(rows: readonly GridRow[], at: number): Half | null {
  const index = at < 0 ? rows.length - 1 : at
  const own = (rows.at(at) ?? []).filter((cell) => cell.row === index)
  const last = own.findLastIndex((cell) => !isBlank(cell.text) && !isFigure(cell.text))
  const label = own[last]
  const figures = own.slice(last + 1)
  const groups = own.slice(0, Math.max(0, last)).filter((cell) => cell.rowEnd - cell.row === 1)
  return label === undefined || figures.length === 0 ? null : { label, groups, figures }
}

/**
 * The lower half of a row whose whole label stands above, with nothing but blanks beside it: figures without a label,
 * and below them the row that the form has next.
 */
function unlabelledHalf(above: Half | null, [row, next]: readonly GridRow[], at: number): Half | null {
  const own = row?.filter((cell) => cell.row === at) ?? []
  const isFilled = above === null || above.figures.some((cell) => !isBlank(cell.text))
  if (isFilled || own.every((cell) => isBlank(cell.text))) return null
  const label = own.at(-above.figures.length - 1)
  const follows = indexOf(next?.findLast((cell) => isWording(cell.text))) - indexOf(above.label)
  if (label === undefined || !isBlank(label.text) || follows !== 1) return null
  return { label, groups: [], figures: own.slice(-above.figures.length) }
}

function indexOf(label: GridCell | undefined): number {
  const key = label === undefined ? null : bestLabel(words.requestRow(label.text))
  return key === null ? NaN : requestRows.findIndex((row) => row.key === key)
}

/** Whether two texts are one label of a row, and neither is it by itself. */
function isOneLabel(upper: string, lower: string): boolean {
  return [words.requestRow, words.disclosureRow].some((index: LabelIndex<string>) => {
    const alone = [index(upper), index(lower)]
    return [...index(`${upper}${lower}`)].some(([key, agreement]) => {
      const rest = Math.max(...alone.map((found) => found.get(key) ?? 0))
      const isLonger =
        agreement === 1 && (index(lower).get(key) !== 1 || ![...index(upper).values()].includes(1))
      return isLonger || (agreement >= good && agreement - rest >= better)
    })
  })
}

/** The whole label stands where the figures are; false where both halves have a figure in one column. */
function joinHalves(above: Half, below: Half, first: Texts, second: Texts): boolean {
  const label = `${above.label.text}${below.label.text}`
  const isEmpty = ({ figures }: Half) => figures.every((cell) => isBlank(cell.text))
  if (isEmpty(above)) {
    for (const cell of [above.label, ...above.groups]) first.set(cell, '')
    second.set(below.label, label)
    return true
  }
  if (!isEmpty(below)) {
    if (above.figures.length !== below.figures.length) return false
    for (const [index, upper] of above.figures.entries()) {
      const text = below.figures[index]?.text ?? ''
      if (isBlank(text)) continue
      if (!isBlank(upper.text)) return false
      first.set(upper, text)
    }
  }
  first.set(above.label, label)
  for (const cell of [below.label, ...below.figures]) second.set(cell, '')
  return true
}

function withTexts(table: Table, texts: Texts): Table {
  const changed = [...texts]
  const cells = table.cells.map((cell) => {
    const found = changed.find(([place]) => place.row === cell.row && place.column === cell.column)
    return found === undefined ? cell : { ...cell, text: found[1] }
  })
  return { ...table, cells }
}
