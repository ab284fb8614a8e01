/**
 * The content of a Word document as plain data, and its WordprocessingML. What tests write by hand or generate;
 * docx-builder.ts packs it into a file.
 */

/** A block of the body, of a cell or of a text box. A string is a plain paragraph. */
export type DocxBlock = string | DocxParagraph | DocxTable | DocxControl | DocxXml

/** What stands inside a paragraph. In strings `\n` becomes `w:br` and `\t` becomes `w:tab`. */
export type DocxInline =
  string | DocxRun | DocxTracked | DocxWrapped | DocxField | DocxPicture | DocxTextBox | DocxXml

export interface DocxParagraph {
  readonly kind: 'paragraph'
  readonly content: readonly DocxInline[]
  readonly options: DocxParagraphOptions
}

export interface DocxParagraphOptions {
  /** Id of a paragraph style. */
  readonly style?: string
  /** Automatic number: the id of a numbering of the description, and its level from 0. */
  readonly numbering?: { readonly id: number; readonly level?: number }
  /** From 0, as `w:outlineLvl` counts. */
  readonly outlineLevel?: number
  /** The paragraph mark is a tracked change. */
  readonly mark?: 'ins' | 'del'
  /** The paragraph mark is hidden. */
  readonly hiddenMark?: boolean
  /** Further XML inside `w:pPr`. */
  readonly properties?: string
}

export interface DocxRun {
  readonly kind: 'run'
  readonly text: string
  readonly hidden?: boolean
  /** Id of a character style. */
  readonly style?: string
  /** Further XML inside `w:rPr`. */
  readonly properties?: string
}

export interface DocxTracked {
  readonly kind: 'tracked'
  readonly change: 'ins' | 'del' | 'moveFrom' | 'moveTo'
  readonly content: readonly DocxInline[]
}

export interface DocxWrapped {
  readonly kind: 'wrapped'
  readonly by: 'hyperlink' | 'smartTag' | 'fldSimple' | 'sdt' | 'customXml'
  readonly content: readonly DocxInline[]
}

export interface DocxField {
  readonly kind: 'field'
  readonly instruction: string
  readonly result: string
}

export interface DocxPicture {
  readonly kind: 'picture'
  /** File name under `word/media/`. */
  readonly name: string
  /** Points; without them the file states no size. */
  readonly width?: number
  readonly height?: number
  /** How it is drawn: DrawingML (the default), VML, or both in one `mc:AlternateContent`. */
  readonly drawnAs?: 'drawing' | 'vml' | 'both'
  /** The picture's own bytes; a one-pixel PNG if left out. */
  readonly bytes?: Uint8Array
}

export interface DocxTextBox {
  readonly kind: 'textBox'
  readonly content: readonly DocxBlock[]
  /** `both` (as Word writes it): DrawingML and VML copies in `mc:AlternateContent`. */
  readonly drawnAs: 'drawing' | 'vml' | 'both'
}

export interface DocxControl {
  readonly kind: 'control'
  readonly content: readonly DocxBlock[]
}

/** Raw XML put in as it is. */
export interface DocxXml {
  readonly kind: 'xml'
  readonly xml: string
}

export interface DocxTable {
  readonly kind: 'table'
  readonly rows: readonly DocxRow[]
}

export interface DocxRow {
  readonly cells: readonly DocxCell[]
  /** Grid columns left out at the ends of the row. */
  readonly gridBefore?: number
  readonly gridAfter?: number
  /** `w:hidden`: the row's own mark is hidden. */
  readonly hidden?: boolean
  /** The whole row is a tracked insertion or deletion. */
  readonly change?: 'ins' | 'del'
}

export interface DocxCell {
  readonly content: readonly DocxBlock[]
  readonly columnSpan?: number
  readonly rowSpan?: number
  /** Write the column span as `w:hMerge` cells, as old converters do. */
  readonly horizontalMerge?: boolean
  /** The cell itself is a tracked insertion or deletion. */
  readonly change?: 'ins' | 'del'
}

/** A paragraph. */
export function paragraph(
  content: DocxInline | readonly DocxInline[],
  options: DocxParagraphOptions = {},
): DocxParagraph {
  return { kind: 'paragraph', content: typeof content === 'string' ? [content] : [content].flat(), options }
}

/** A run with properties of its own; plain text needs none. */
export function run(text: string, options: Omit<DocxRun, 'kind' | 'text'> = {}): DocxRun {
  return { kind: 'run', text, ...options }
}

/** Text under `w:ins`, `w:del`, `w:moveFrom` or `w:moveTo`. */
export function tracked(change: DocxTracked['change'], ...content: readonly DocxInline[]): DocxTracked {
  return { kind: 'tracked', change, content }
}

/** Text inside a hyperlink, a smart tag, a simple field, an inline content control or custom XML. */
export function wrapped(by: DocxWrapped['by'], ...content: readonly DocxInline[]): DocxWrapped {
  return { kind: 'wrapped', by, content }
}

/** A complex field: its instruction does not print, its result does. */
export function field(instruction: string, result: string): DocxField {
  return { kind: 'field', instruction, result }
}

/** A picture inside a paragraph. */
export function picture(name: string, options: Omit<DocxPicture, 'kind' | 'name'> = {}): DocxPicture {
  return { kind: 'picture', name, ...options }
}

/** A text box, anchored in the paragraph it stands in. */
export function textBox(
  content: readonly DocxBlock[],
  drawnAs: DocxTextBox['drawnAs'] = 'both',
): DocxTextBox {
  return { kind: 'textBox', content, drawnAs }
}

/** A block content control (`w:sdt`). */
export function control(...content: readonly DocxBlock[]): DocxControl {
  return { kind: 'control', content }
}

/** XML put in as it is, in a body or in a paragraph; the usual prefixes (w, r, mc, wp, a, v, wps …) are bound. */
export function xml(text: string): DocxXml {
  return { kind: 'xml', xml: text }
}

/**
 * A table, written as in HTML: a row lists the cells that begin in it, from left to right; positions that a cell
 * spans from above or from the left are not listed. A string or a number is a cell of one paragraph.
 * A row may also be given as `{ cells, gridBefore, … }`, its cells then made with `cell`.
 */
export function table(rows: readonly (readonly (string | number | DocxCell)[] | DocxRow)[]): DocxTable {
  return {
    kind: 'table',
    rows: rows.map((row) => ('cells' in row ? row : { cells: row.map((entry) => toCell(entry)) })),
  }
}

/** A cell with spans (default 1) or with content of its own: paragraphs, nested tables, pictures in paragraphs. */
export function cell(
  content: string | number | readonly DocxBlock[],
  options: Omit<DocxCell, 'kind' | 'content'> = {},
): DocxCell {
  return { content: typeof content === 'object' ? content : [String(content)], ...options }
}

function toCell(entry: string | number | DocxCell): DocxCell {
  return typeof entry === 'object' ? entry : cell(entry)
}
