import type { Block, Table } from '../../src/readers/document.ts'
import { readDocument } from '../../src/readers/index.ts'
import { buildDocx, type DocxBlock, type DocxDescription } from '../docx-builder.ts'

/** What a built document reads as, a line a block; see `outline`. */
export async function readBuilt(
  body: readonly DocxBlock[],
  description: Omit<DocxDescription, 'body'> = {},
): Promise<readonly string[]> {
  const { document } = await readDocument(buildDocx({ ...description, body }), 'a.docx')
  return outline(document.blocks)
}

/**
 * Blocks as lines that a test can compare: a paragraph is its text (`title: ` or `heading: ` before it), a picture
 * `[name 100x50]`, a table a line a row with `|` between cells, spans as `text{rows×columns}` and covered
 * positions left out.
 */
export function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return rows(block)
    if (block.kind === 'picture') {
      const size = block.width === undefined ? '' : ` ${block.width}x${block.height ?? '?'}`
      return [`[${block.name}${size}]`]
    }
    return [block.style === 'body' ? block.text : `${block.style}: ${block.text}`]
  })
}

function rows(table: Table): readonly string[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const spans = cell.rowSpan * cell.columnSpan > 1 ? `{${cell.rowSpan}×${cell.columnSpan}}` : ''
        return `${cell.text}${spans}`
      })
      .join('|'),
  )
}
