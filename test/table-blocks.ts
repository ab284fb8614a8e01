import type { Block, Picture, Table } from '../src/readers/document.ts'
import { flowOf } from '../src/report/grids/flow.ts'
import { findHeadings } from '../src/report/parts/headings.ts'
import { readTables } from '../src/report/tables/read-tables.ts'
import type { CellId } from '../src/report/statutory-tables.ts'
import { requestColumns, requestRows } from '../src/report/statutory-tables.ts'
import { cell } from './docx-builder.ts'
import { tableBlock } from './statutory-docx.ts'
import type { Rows } from './statutory-pieces.ts'

/** Rows of cells without spans. */
export const rowsOf = (...rows: (string | number)[][]): Rows =>
  rows.map((row) => row.map((text) => cell(text)))
export const paragraph = (text: string, line = 1): Block => ({
  kind: 'paragraph',
  text,
  style: 'body',
  place: { line },
})
export const picture = (line: number, width?: number, height?: number): Picture => {
  return { kind: 'picture', name: `image${line}.png`, width, height, place: { line } }
}
export const table = (rows: Rows): Table => tableBlock(rows, 1)
/** Headings of the parts. */
export const headings = {
  1: '一、总体情况',
  2: '二、主动公开政府信息情况',
  3: '三、收到和处理政府信息公开申请情况',
  4: '四、政府信息公开行政复议、行政诉讼情况',
  5: '五、存在的主要问题及改进情况',
}

/** Reads blocks, strings as paragraphs of their own, as far as the three tables. */
export function readBlocks(...blocks: (Block | string)[]) {
  const placed = blocks.map((block, index) =>
    typeof block === 'string' ? paragraph(block, 100 + index) : block,
  )
  const flow = flowOf({ format: 'docx', blocks: placed })
  const { tables, claimed } = readTables(flow, findHeadings(flow))
  const all = new Map([...Object.values(tables)].flatMap((entry) => [...entry.cells]))
  const value = (id: CellId) => all.get(id)?.value
  const state = (id: CellId) => all.get(id)?.state
  return { tables, claimed, flow, value, state }
}

/** Table 三 as the form prints it. */
export const wholeRequests = {
  rows: requestRows.map((row) => row.key),
  header: 'full',
  merges: 'merged',
  columns: requestColumns.map((column) => column.key),
  phantoms: 0,
  remarks: false,
  oldForm: false,
  label: (label: string) => label,
} as const
