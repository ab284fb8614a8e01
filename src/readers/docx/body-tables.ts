import { limits, unsafeFile } from '../limits.ts'
import { integerOf, isOn } from './attribute-values.ts'
import { closeContainer, flushUnfinished } from './body-paragraphs.ts'
import type { BodyElement, BodyState } from './body-state.ts'
import type { DraftCell, DraftRow } from './draft.ts'

const table: BodyElement = {
  open: (state) => {
    state.budget.spendTable()
    flushUnfinished(state, state.containers.at(-1))
    state.tables.push({ rows: [], row: undefined, cell: undefined })
  },
  close: (state) => {
    const rows = state.tables.pop()?.rows ?? []
    if (rows.length > 0) state.containers.at(-1)?.blocks.push({ kind: 'table', rows })
  },
}

const row: BodyElement = {
  open: (state) => {
    const open = state.tables.at(-1)
    if (open === undefined) return
    open.row = { gridBefore: 0, gridAfter: 0, isDeleted: false, isHidden: false, cells: [] }
    open.rows.push(open.row)
    if (open.rows.length > limits.tableRows) throw unsafeFile(`表格超过 ${limits.tableRows} 行`)
  },
  close: (state) => {
    const open = state.tables.at(-1)
    if (open !== undefined) open.row = undefined
  },
}

const cell: BodyElement = {
  open: (state) => {
    const open = state.tables.at(-1)
    if (open?.row !== undefined) {
      open.cell = { columnSpan: 1, vertical: undefined, horizontal: undefined, isDeleted: false, blocks: [] }
      open.row.cells.push(open.cell)
    }
    state.containers.push({ blocks: [], unfinished: undefined })
  },
  close: (state) => {
    const blocks = closeContainer(state)
    const open = state.tables.at(-1)
    if (open?.cell === undefined) {
      // A cell outside a row is broken XML, but its text is still text.
      for (const block of blocks) state.containers.at(-1)?.blocks.push(block)
    } else {
      open.cell.blocks = blocks
      open.cell = undefined
    }
  },
}

/** Tables, rows and cells. */
export const tableElements: readonly (readonly [string, BodyElement])[] = [
  ['w:tbl', table],
  ['w:tr', row],
  ['w:tc', cell],
]

function onRow(set: (row: DraftRow, value: string | undefined) => void): BodyElement {
  return {
    open: (state: BodyState, attributes) => {
      const open = state.tables.at(-1)?.row
      if (open !== undefined) set(open, attributes.get('w:val'))
    },
  }
}

function onCell(set: (cell: DraftCell, get: (name: string) => string | undefined) => void): BodyElement {
  return {
    open: (state: BodyState, attributes) => {
      const open = state.tables.at(-1)?.cell
      if (open !== undefined) set(open, (name) => attributes.get(name))
    },
  }
}

/** Counts of grid columns; nonsense counts as none, a giant is stopped when the grid is laid out. */
function columns(value: string | undefined, least: number): number {
  return Math.max(integerOf(value) ?? least, least)
}

/** What counts inside the properties of rows and cells. */
export const tablePropertyElements: readonly (readonly [string, ReadonlyMap<string, BodyElement>])[] = [
  [
    'w:trPr',
    new Map([
      ['w:gridBefore', onRow((open, value) => (open.gridBefore = columns(value, 0)))],
      ['w:gridAfter', onRow((open, value) => (open.gridAfter = columns(value, 0)))],
      ['w:del', onRow((open) => (open.isDeleted = true))],
      ['w:hidden', onRow((open, value) => (open.isHidden = isOn(value)))],
    ]),
  ],
  [
    'w:tcPr',
    new Map([
      ['w:gridSpan', onCell((open, get) => (open.columnSpan = columns(get('w:val'), 1)))],
      ['w:vMerge', onCell((open, get) => (open.vertical = merge(get('w:val'), 'restart')))],
      ['w:hMerge', onCell((open, get) => (open.horizontal = merge(get('w:val'), 'restart')))],
      ['w:cellDel', onCell((open) => (open.isDeleted = true))],
      // A merge that is itself a tracked change.
      ['w:cellMerge', onCell((open, get) => (open.vertical = merge(get('w:vMerge'), 'rest')))],
    ]),
  ],
]

function merge(value: string | undefined, restart: string): 'restart' | 'continue' {
  return value === restart ? 'restart' : 'continue'
}
