import type { TextTable } from './table-lines.ts'

/** A table found in lines of text, with the first and last line of its rows. */
export interface FoundTable extends Omit<TextTable, 'blocks'> {
  readonly firstLine: number
  readonly lastLine: number
}
