import type { Block, Paragraph, Picture, Place, Table, TableCell } from '../document.ts'
import type { Budget } from '../limits.ts'
import type { DraftBlock, DraftParagraph, DraftTable } from './draft.ts'
import { startListCounter, type ListCounter } from './list-counter.ts'
import { layOutGrid, type GridCell } from './span-grid.ts'

/**
 * Makes the blocks of a Document from the parsed body: automatic numbers are counted and places given in reading
 * order, merged cells are laid out on their grid.
 */
export function layOut(drafts: readonly DraftBlock[], budget: Budget): readonly Block[] {
  return layOutBlocks(drafts, { counter: startListCounter(), line: 0, budget })
}

interface Progress {
  readonly counter: ListCounter
  line: number
  readonly budget: Budget
}

function layOutBlocks(drafts: readonly DraftBlock[], progress: Progress): readonly Block[] {
  return drafts.flatMap((draft) => {
    if (draft.kind === 'paragraph') return layOutParagraph(draft, progress)
    if (draft.kind === 'table') return layOutTable(draft, progress)
    return [layOutPicture(draft, { line: ++progress.line })]
  })
}

/** Pictures share the place of their paragraph; a paragraph that holds nothing but pictures is none. */
function layOutParagraph(draft: DraftParagraph, progress: Progress): readonly Block[] {
  const boxesBefore = layOutBlocks(draft.before.filter(isNoPicture), progress)
  const place = { line: ++progress.line }
  const pictures = (side: readonly DraftBlock[]): readonly Picture[] =>
    side.flatMap((block) => (block.kind === 'picture' ? [layOutPicture(block, place)] : []))
  const number =
    draft.number === undefined ? '' : progress.counter.next(draft.number.list, draft.number.level)
  progress.budget.spendCharacters(number.length)
  const text = number + draft.text
  const isEmpty = text === '' && draft.before.length + draft.after.length > 0
  const paragraph: Paragraph = { kind: 'paragraph', text, style: draft.style, place }
  return [
    ...boxesBefore,
    ...pictures(draft.before),
    ...(isEmpty ? [] : [paragraph]),
    ...pictures(draft.after),
    ...layOutBlocks(draft.after.filter(isNoPicture), progress),
  ]
}

function isNoPicture(block: DraftBlock): boolean {
  return block.kind !== 'picture'
}

function layOutPicture(draft: Omit<Picture, 'place'>, place: Place): Picture {
  return { kind: 'picture', name: draft.name, width: draft.width, height: draft.height, place }
}

function layOutTable(draft: DraftTable, progress: Progress): readonly Table[] {
  const grid = layOutGrid(draft.rows)
  if (grid.cells.length === 0) return []
  const place = { line: ++progress.line }
  progress.budget.spendCells(grid.rowCount * grid.columnCount)
  const cells = grid.cells.map((cell) => layOutCell(cell, progress))
  return [{ kind: 'table', rowCount: grid.rowCount, columnCount: grid.columnCount, cells, place }]
}

function layOutCell(cell: GridCell, progress: Progress): TableCell {
  const blocks = layOutBlocks(cell.blocks, progress)
  const text = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')
  const { row, column, rowSpan, columnSpan } = cell
  return { row, column, rowSpan, columnSpan, text, blocks }
}
