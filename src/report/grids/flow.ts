import type { Block, Document, Paragraph, Table, TableCell } from '../../readers/document.ts'
import { lettersOf } from '../labels/label-text.ts'
import type { TableSegment } from './table-segments.ts'
import { segmentsOf } from './table-segments.ts'
import { gridOf } from './grid.ts'
import { mayBeTable } from '../tables/table-pictures.ts'
import { isBlank, isFigure, isPartHeading } from '../labels/table-words.ts'

const fewestEntries = 3
const pageNumber = /^[\s.…·—–-]*(?:第\s*)?\d{1,3}(?:\s*页)?[\s—–-]*$/

/**
 * The blocks of a document in the order in which they are read: a table that only lays out the page is unfolded
 * into what stands in its cells; the statutory tables stay whole, also those that are rows of a layout table.
 */
export function flowOf(document: Document): readonly Block[] {
  return document.blocks.flatMap((block) => unfold(block))
}

/** Whether a table is one of the three statutory tables, or a good piece of one, and not an index or a statistic. */
export function isStatutoryTable(table: Table): boolean {
  return segmentsOf(table).some((segment) => segment.words >= 3)
}

function unfold(block: Block): readonly Block[] {
  if (block.kind !== 'table' || isContents(block)) return [block]
  const segments = segmentsOf(block).filter((segment) => !holdsBlocks(cellsIn(block, segment)))
  const loose = looseCells(block, segments)
  if (segments.length === 0) return isLayout(loose) ? blocksOf(loose) : [block]
  return isLayout(loose) ? parts(block, segments) : [block]
}

/** A table of contents: the headings of the parts, and pages beside most of them. */
function isContents(table: Table): boolean {
  const rows = gridOf(table).map((row) => row.filter((cell) => !isBlank(cell.text)))
  const entries = rows.filter(([first]) => first !== undefined && isPartHeading(first.text))
  const paged = entries.filter(
    (row) => row.length > 1 && row.slice(1).every((cell) => pageNumber.test(cell.text)),
  )
  return entries.length >= fewestEntries && paged.length * 2 > entries.length
}

/** A table's pieces in order: its statutory rows as tables, the content of its other rows as blocks. */
function parts(table: Table, segments: readonly TableSegment[]): readonly Block[] {
  const blocks: Block[] = []
  let row = 0
  for (const segment of segments) {
    blocks.push(...blocksOf(cellsIn(table, { from: row, to: segment.from })))
    blocks.push(slice(table, segment))
    row = segment.to
  }
  return [...blocks, ...blocksOf(cellsIn(table, { from: row, to: Infinity }))]
}

function looseCells(table: Table, segments: readonly TableSegment[]): readonly TableCell[] {
  return table.cells.filter((cell) => !segments.some(({ from, to }) => from <= cell.row && cell.row < to))
}

function cellsIn(table: Table, { from, to }: { from: number; to: number }): readonly TableCell[] {
  return table.cells.filter((cell) => from <= cell.row && cell.row < to)
}

function blocksOf(cells: readonly TableCell[]): readonly Block[] {
  return cells.flatMap((cell) => cell.blocks.flatMap((block) => unfold(block)))
}

/** Cells that hold more than data: tables, pictures, headings, or prose. */
function isLayout(cells: readonly TableCell[]): boolean {
  if (holdsBlocks(cells) || cells.length === 1) return true
  const paragraphs = cells.flatMap((cell) =>
    cell.blocks.filter((block): block is Paragraph => block.kind === 'paragraph'),
  )
  return paragraphs.some(({ text }) => isPartHeading(text) || lettersOf(text).length > 60)
}

function holdsBlocks(cells: readonly TableCell[]): boolean {
  return cells.some((cell) => cell.blocks.some((block) => isOwnBlock(block, cell)))
}

/** A table in a cell, or a picture that may be one: not an icon, nor one of unknown size beside a figure. */
function isOwnBlock(block: Block, { text }: TableCell): boolean {
  if (block.kind !== 'picture') return block.kind === 'table'
  return mayBeTable(block) && (block.width !== undefined || !isFigure(text))
}

/** Rows `from` … `to` (not included) of a table as a table; a cell that reaches in from above begins in its first row. */
function slice(table: Table, { from, to }: { from: number; to: number }): Table {
  const cells = table.cells
    .filter((cell) => cell.row < to && cell.row + cell.rowSpan > from)
    .map((cell) => {
      const row = Math.max(cell.row, from)
      return { ...cell, row: row - from, rowSpan: Math.min(cell.row + cell.rowSpan, to) - row }
    })
  const place = cells[0]?.blocks[0]?.place ?? table.place
  return { ...table, rowCount: to - from, cells, place }
}
