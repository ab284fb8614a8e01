import { isGroupWord, isSideWord } from '../../labels/form-words.ts'
import { lettersOf, normalizeLabel, splitLabelNumber } from '../../labels/label-text.ts'
import { foldCharacters, piecesOfText } from './text-pieces.ts'

/** What may stand in a number cell, with its position in the line. */
export interface Figure {
  /** Empty for a blank cell that left a trace. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly glued: boolean
}

/** Words: a label, a piece of one, or anything else. */
export interface LabelItem {
  readonly kind: 'label'
  readonly text: string
  readonly letters: string
  /** The printed numeral at its head, or empty. */
  readonly number: string
  /** A piece of a merged label or of the header. */
  readonly side: boolean
  /** A merged label (不予公开) as a whole. */
  readonly group: boolean
  /** A cell of its own, by tabs or pipes: nothing of it stands elsewhere. */
  readonly explicit: boolean
  readonly line: number
}

/** Figures that stand together: in one line, or cell by cell in following lines. */
export interface FigureItem {
  readonly kind: 'figures'
  readonly figures: readonly Figure[]
  /** Every cell left a trace, so that blank ones count. */
  readonly explicit: boolean
  /** Cells of the line and the place of the first figure among them, where one line is one row. */
  readonly row: { readonly width: number; readonly first: number } | null
  /** Stood one to a line. */
  readonly stacked: boolean
  readonly line: number
}

/** A line that is no part of a table: a heading, a sentence, a table or picture of the file. */
export interface BarrierItem {
  readonly kind: 'barrier'
  readonly line: number
}

export type TextItem = LabelItem | FigureItem | BarrierItem

/** What no label holds. */
export const sentenceMark = /[。；！？《》]/

/** Words as an item. */
export function labelItem(text: string, line: number, explicit: boolean): LabelItem {
  const folded = foldCharacters(text)
  return {
    kind: 'label',
    text,
    letters: normalizeLabel(folded),
    number: splitLabelNumber(folded).number,
    side: isSideWord(text),
    group: isGroupWord(normalizeLabel(folded)),
    explicit,
    line,
  }
}

/** Words as an item; a sentence is a barrier. */
export function barrierOrLabel(text: string, line: number, explicit: boolean): LabelItem | BarrierItem {
  if (sentenceMark.test(text) && lettersOf(text).length > 8) return { kind: 'barrier', line }
  return labelItem(text, line, explicit)
}

/** A blank cell that left a trace. */
export function blankFigure(line: number): FigureItem {
  return figureItem([{ text: '', start: 0, end: 0, line, glued: false }], {
    explicit: true,
    stacked: true,
    line,
  })
}

/** Figures as an item. */
export function figureItem(
  figures: readonly Figure[],
  how: Pick<FigureItem, 'explicit' | 'stacked' | 'line'>,
  row: FigureItem['row'] = null,
): FigureItem {
  return { kind: 'figures', figures, row, ...how }
}

/** One cell by itself: words or a figure; blank is a figure cell that holds nothing. */
export function cellItem(text: string, line: number, stacked: boolean): TextItem {
  const trimmed = text.trim()
  if (trimmed === '') return blankFigure(line)
  if (!isFigureCell(trimmed)) return barrierOrLabel(trimmed, line, true)
  const figure = { text: trimmed, start: 0, end: trimmed.length, line, glued: false }
  return figureItem([figure], { explicit: true, stacked, line })
}

/** Whether a cell holds nothing but a figure or what stands for one. */
export function isFigureCell(text: string): boolean {
  const pieces = piecesOfText(text.replace(/\n/g, ' '))
  return pieces.length > 0 && pieces.every((piece) => piece.kind === 'figure')
}
