import type { Paragraph } from '../document.ts'
import type { List } from './numbering.ts'

/**
 * The body of a Word document as parsed, before it is laid out: without automatic numbers and places, and with
 * tables still as rows of cells that say how they merge.
 */
export type DraftBlock = DraftParagraph | DraftTable | DraftPicture

export interface DraftParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly style: Paragraph['style']
  /** The automatic number that prints before the text. */
  readonly number: { readonly list: List; readonly level: number } | undefined
  /** Pictures and the content of text boxes anchored before and after the paragraph's own text. */
  readonly before: readonly DraftBlock[]
  readonly after: readonly DraftBlock[]
}

export interface DraftPicture {
  readonly kind: 'picture'
  readonly name: string
  /** Points. */
  readonly width: number | undefined
  readonly height: number | undefined
}

export interface DraftTable {
  readonly kind: 'table'
  readonly rows: readonly DraftRow[]
}

export interface DraftRow {
  /** Grid columns left out before the first and after the last cell. */
  gridBefore: number
  gridAfter: number
  /** Deleted by a tracked change. */
  isDeleted: boolean
  /** Marked hidden: does not print if its cells are empty. */
  isHidden: boolean
  readonly cells: DraftCell[]
}

export interface DraftCell {
  columnSpan: number
  vertical: Merge | undefined
  horizontal: Merge | undefined
  isDeleted: boolean
  blocks: readonly DraftBlock[]
}

/** `restart` begins a merged cell, `continue` belongs to the one before. */
export type Merge = 'restart' | 'continue'
