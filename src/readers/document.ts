/**
 * The one intermediate form between a file and a report: what a reader makes of any file format, and all that
 * src/report knows of it. Blocks stand in reading order.
 */
export interface Document {
  readonly format: FileFormat
  readonly blocks: readonly Block[]
}

/** The formats that are read. */
export type FileFormat = 'docx' | 'txt'

export type Block = Paragraph | Table | Picture

/** Where a block stands in the file: the running number of its paragraph (docx) or line (txt), from 1. */
export interface Place {
  readonly line: number
}

/** A paragraph as it prints: its automatic number stands at the head of `text`. Headings are paragraphs too. */
export interface Paragraph {
  readonly kind: 'paragraph'
  /**
   * The text as printed. docx: soft line breaks are `\n`, tabs `\t`. txt: one paragraph a line, with tabs,
   * pipes and runs of spaces left as they are, since columns hang on them.
   */
  readonly text: string
  /** What the file itself says the paragraph is; `body` where it says nothing. */
  readonly style: 'title' | 'heading' | 'body'
  readonly place: Place
}

/** A table as a grid: every cell once, at its top left corner. */
export interface Table {
  readonly kind: 'table'
  /** Size of the grid. */
  readonly rowCount: number
  readonly columnCount: number
  /** In reading order: by row, then by column. Cells covered by a span are not listed. */
  readonly cells: readonly TableCell[]
  readonly place: Place
}

export interface TableCell {
  /** From 0. */
  readonly row: number
  readonly column: number
  /** At least 1. */
  readonly rowSpan: number
  readonly columnSpan: number
  /** Paragraphs and line breaks inside the cell joined by `\n`; nested tables are not in it. */
  readonly text: string
  /** The cell's content in order, with nested tables and pictures: what a layout table is unfolded by. */
  readonly blocks: readonly Block[]
}

/** A picture; reading its content is not this layer's business. One in a paragraph has the paragraph's place. */
export interface Picture {
  readonly kind: 'picture'
  /** Name of the part inside the file (`word/media/image1.png`), or the name printed (`[image: 表格_01]`). */
  readonly name: string
  /** Printed size in points where the file gives it: tells a table's picture from a seal or an icon. */
  readonly width: number | undefined
  readonly height: number | undefined
  readonly place: Place
}
