import type { ReadTable } from '../read-report.ts'

/** A statutory table that was read out of lines of text; its `cells` hold every cell of the form, absent ones too. */
export interface TextTable extends Pick<ReadTable, 'cells' | 'missingRows' | 'missingColumns' | 'labels'> {
  /** For table 三: `2019` where one row （六）其他处理 stands for the three; these are not among `missingRows` then. */
  readonly form: '2021' | '2019'
  /** Indices into `blocks` of the paragraphs that are lines of this table: headers, rows, page numbers between. */
  readonly blocks: ReadonlySet<number>
}

/** A table found in lines of text, with the first and last line of its rows. */
export interface FoundTable extends Omit<TextTable, 'blocks'> {
  readonly firstLine: number
  readonly lastLine: number
}
