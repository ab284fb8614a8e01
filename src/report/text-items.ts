import type { Block, Place } from '../readers/document.ts'
import { isFormWord, isGroupWord, isPartHeading, isSideWord, splitAtFormWords } from './form-words.ts'
import { lettersOf, normalizeLabel, splitLabelNumber } from './label-text.ts'
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

/** A line of a paragraph. */
export interface TextLine {
  readonly text: string
  /** Index of the block it stands in. */
  readonly block: number
  readonly place: Place
  readonly isBarrier: boolean
  readonly isPageNumber: boolean
}

const pageNumber =
  /^\s*(?:[-—–―·~]+\s*\d{1,4}\s*[-—–―·~]+|第\s*[\d一二三四五六七八九十]+\s*页.*|\d{1,3}\s*\/\s*\d{1,3}|page\s*\d+.*)\s*$/i
const ruler = /^[\s|+:─━┄┈=-]*(?:-{3}|[─━=]{2})[\s|+:─━┄┈=-]*$/

/** The lines of the blocks from `from` to before `to`; a table or picture is a line that bars. */
export function linesOf(blocks: readonly Block[], from: number, to: number): readonly TextLine[] {
  return blocks.slice(from, to).flatMap((block, index): TextLine[] => {
    const at = { block: from + index, place: block.place }
    if (block.kind !== 'paragraph') return [{ text: '', ...at, isBarrier: true, isPageNumber: false }]
    return block.text.split('\n').map((text) => ({
      text: ruler.test(text) ? '' : text,
      ...at,
      isBarrier: block.style === 'title' || isPartHeading(text),
      isPageNumber: pageNumber.test(foldCharacters(text)),
    }))
  })
}

const pipe = /[|│┃¦]/
const sentenceMark = /[。；！？《》]/

/** The lines as words and figures in reading order. Page numbers and blank lines give nothing. */
export function itemsOf(lines: readonly TextLine[]): readonly TextItem[] {
  const cells = cellsOf(lines)
  const items: TextItem[] = []
  for (const cell of cells) {
    const last = items.at(-1)
    if (cell.kind !== 'figures') items.push(...(cell.kind === 'label' ? labelsOf(cell) : [cell]))
    else if (last?.kind === 'figures' && isStackedOn(last, cell)) items[items.length - 1] = joined(last, cell)
    else items.push(cell)
  }
  return items
}

/** Cells one to a line belong together until the next words. */
function isStackedOn(last: FigureItem, next: FigureItem): boolean {
  return last.stacked && next.stacked && last.explicit === next.explicit
}

function joined(last: FigureItem, next: FigureItem): FigureItem {
  return { ...last, figures: [...last.figures, ...next.figures] }
}

function labelsOf(item: LabelItem): readonly LabelItem[] {
  return splitAtFormWords(item.text).map((text) => labelItem(text, item.line, item.explicit))
}

function labelItem(text: string, line: number, explicit: boolean): LabelItem {
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

function barrierOrLabel(text: string, line: number, explicit: boolean): LabelItem | BarrierItem {
  if (sentenceMark.test(text) && lettersOf(text).length > 8) return { kind: 'barrier', line }
  return labelItem(text, line, explicit)
}

/** How the cells of pipes stand: a row a line, or a cell a line. */
function hasPipeRows(lines: readonly TextLine[]): boolean {
  return lines.some((line) => line.text.split(pipe).filter((cell) => cell.trim() !== '').length >= 3)
}

function cellsOf(lines: readonly TextLine[]): readonly TextItem[] {
  const pipeRows = hasPipeRows(lines)
  const items: TextItem[] = []
  let openPipe = false
  lines.forEach((line, index) => {
    const { text } = line
    if (line.isBarrier) {
      items.push({ kind: 'barrier', line: index })
      openPipe = false
    } else if (line.isPageNumber) return
    else if (pipe.test(text) && !pipeRows) {
      items.push(...pipedCells(text, index, openPipe))
      openPipe = text.trimEnd().search(/[|│┃¦]$/) >= 0
    } else if (pipe.test(text) || /\t[^\t]*\t|[^\t\s]\s*\t/.test(text)) {
      items.push(...rowCells(text, index))
    } else if (text.startsWith('\t')) items.push(tabCell(lines, index))
    else if (!isTabContinuation(lines, index)) {
      items.push(...plainItems(lines, index))
      if (text.trim() !== '') openPipe = false
    }
  })
  return items
}

/** A cell on each line that ends in a pipe, or a pipe on a line of its own between two cells. */
function pipedCells(text: string, line: number, openPipe: boolean): readonly TextItem[] {
  const parts = text.split(pipe)
  const first = parts[0] ?? ''
  // Nothing between this line's first pipe and the pipe before it is a blank cell.
  const blankFirst = first.trim() === '' && openPipe ? [blankFigure(line)] : []
  const inner = parts.slice(1, -1).map((part) => cellItem(part, line, true))
  const head = first.trim() === '' ? blankFirst : [cellItem(first, line, true)]
  const tail = parts.length > 1 ? (parts.at(-1) ?? '') : ''
  return [...head, ...inner, ...(tail.trim() === '' ? [] : [cellItem(tail, line, true)])]
}

function blankFigure(line: number): FigureItem {
  return figureItem([{ text: '', start: 0, end: 0, line, glued: false }], {
    explicit: true,
    stacked: true,
    line,
  })
}

function figureItem(
  figures: readonly Figure[],
  how: Pick<FigureItem, 'explicit' | 'stacked' | 'line'>,
  row: FigureItem['row'] = null,
): FigureItem {
  return { kind: 'figures', figures, row, ...how }
}

/** One cell by itself: words or a figure; blank is a figure cell that holds nothing. */
function cellItem(text: string, line: number, stacked: boolean): TextItem {
  const trimmed = text.trim()
  if (trimmed === '') return blankFigure(line)
  if (!isFigureCell(trimmed)) return barrierOrLabel(trimmed, line, true)
  const figure = { text: trimmed, start: 0, end: trimmed.length, line, glued: false }
  return figureItem([figure], { explicit: true, stacked, line })
}

function isFigureCell(text: string): boolean {
  const pieces = piecesOfText(text.replace(/\n/g, ' '))
  return pieces.length > 0 && pieces.every((piece) => piece.kind === 'figure')
}

function isBlankLine(line: TextLine | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}

const isTabCellLine = (line: TextLine | undefined): boolean =>
  line !== undefined && line.text.startsWith('\t') && !line.text.slice(1).includes('\t')

/** A line right below a cell of its own tab that goes on with it: `\t商业` / `企业`, `\t` / `0`. */
function isTabContinuation(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || isBlankLine(line) || line.isBarrier || /[\t|]/.test(line.text)) return false
  let head = index - 1
  while (lines[head] !== undefined && !isBlankLine(lines[head]) && !isTabCellLine(lines[head])) head -= 1
  if (!isTabCellLine(lines[head])) {
    const above = lines[index - 1]
    return above !== undefined && above.text.startsWith('\t') && isTabCellLine(above)
  }
  const before = lines.slice(head, index).map(({ text }) => text.trim())
  return goesOn(before.join('\n').trim(), line.text)
}

function goesOn(cell: string, next: string): boolean {
  if (cell === '') return true
  if (isFigureCell(cell) !== isFigureCell(next.trim())) return false
  return splitLabelNumber(foldCharacters(next).trim()).number === '' && !sentenceMark.test(next)
}

function tabCell(lines: readonly TextLine[], index: number): TextItem {
  const parts = [lines[index]?.text.slice(1) ?? '']
  for (let next = index + 1; isTabContinuation(lines, next); next++) parts.push(lines[next]?.text ?? '')
  return cellItem(parts.join('\n'), index, true)
}

/** A row on one line, its cells parted by tabs or pipes. */
function rowCells(text: string, line: number): readonly TextItem[] {
  const cells = (
    pipe.test(text)
      ? text
          .trim()
          .replace(/^[|│┃¦]|[|│┃¦]$/g, '')
          .split(pipe)
      : text.split('\t')
  ).map((cell) => cell.trim())
  if (cells.every((cell) => cell === '')) return []
  const firstFigure = figuresFrom(cells)
  const labels = cells.slice(0, firstFigure).filter((cell, index) => cell !== '' && cell !== cells[index - 1])
  const items = labels.flatMap((cell) => wordsOfCell(cell, line))
  const tail = cells.slice(firstFigure)
  if (tail.length === 0) return items
  const figures = tail.map((cell) => ({ text: cell, start: 0, end: cell.length, line, glued: false }))
  const row = { width: cells.length, first: firstFigure }
  return [...items, figureItem(figures, { explicit: true, stacked: false, line }, row)]
}

/** A cell of a row that holds words; figures that ran into it come out too. */
function wordsOfCell(cell: string, line: number): readonly TextItem[] {
  const pieces = piecesOfText(cell)
  if (!pieces.some((piece) => piece.kind === 'figure')) return [barrierOrLabel(cell, line, true)]
  return grouped(pieces, line)
}

/** Index of the first cell behind the last one that holds words of a label. */
function figuresFrom(cells: readonly string[]): number {
  const last = cells.findLastIndex((cell) => cell !== '' && isWordsCell(cell))
  return last + 1
}

function isWordsCell(cell: string): boolean {
  if (isFigureCell(cell)) return false
  return (
    isFormWord(cell) || splitLabelNumber(foldCharacters(cell)).number !== '' || lettersOf(cell).length > 8
  )
}

/** A line without tabs and pipes. */
function plainItems(lines: readonly TextLine[], index: number): readonly TextItem[] {
  const text = lines[index]?.text ?? ''
  if (text.trim() === '') return []
  const pieces = piecesOfText(text)
  const isLone = pieces.length === 1 && pieces[0]?.kind === 'figure'
  if (isLone && /^\s*无\s*$/.test(text) && isFollowedBy(lines, index, '法'))
    return [labelItem('无', index, false)]
  return grouped(pieces, index)
}

function isFollowedBy(lines: readonly TextLine[], index: number, letter: string): boolean {
  const next = lines.slice(index + 1).find((line) => !isBlankLine(line))
  return next?.text.trim().startsWith(letter) === true
}

/** Neighbouring figures of a line as one item; a single one before words is their numeral (`1 属于国家秘密 0 …`). */
function grouped(pieces: ReturnType<typeof piecesOfText>, line: number): readonly TextItem[] {
  const items: TextItem[] = []
  let figures: Figure[] = []
  const isAlone = pieces.length === 1
  const flush = (): void => {
    if (figures.length > 0) items.push(figureItem(figures, { explicit: false, stacked: isAlone, line }))
    figures = []
  }
  for (const { kind, text, start, end, glued } of pieces) {
    if (kind === 'figure') figures.push({ text, start, end, line, glued })
    else {
      flush()
      items.push(barrierOrLabel(text, line, false))
    }
  }
  flush()
  return items.filter((item, index) => !isNumeralOf(items, item, index))
}

function isNumeralOf(items: readonly TextItem[], item: TextItem, index: number): boolean {
  if (index > 0 || item.kind !== 'figures' || item.figures.length !== 1) return false
  const isDigit = /^[1-8]$/.test(item.figures[0]?.text ?? '')
  return isDigit && items[1]?.kind === 'label' && items.slice(2).some(({ kind }) => kind === 'figures')
}
