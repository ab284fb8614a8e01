import { isFormWord, isSideWord, splitAtFormWords } from '../../labels/form-words.ts'
import { lettersOf, splitLabelNumber } from '../../labels/label-text.ts'
import type { PipeStyle } from '../page/pipe-style.ts'
import { pipe, pipeStylesOf } from '../page/pipe-style.ts'
import { withoutPartRows } from './part-rows.ts'
import { ofReportYear } from './stated-years.ts'
import type { Figure, FigureItem, LabelItem, TextItem } from './text-items.ts'
import {
  barrierOrLabel,
  blankFigure,
  cellItem,
  figureItem,
  isFigureCell,
  labelItem,
  sentenceMark,
} from './text-items.ts'
import type { TextLine } from '../page/text-lines.ts'
import { isBlankLine } from '../page/text-lines.ts'
import { foldCharacters, piecesOfText } from './text-pieces.ts'

/** The lines as words and figures in reading order. Page numbers, blank lines and other years' rows give nothing. */
export function itemsOf(lines: readonly TextLine[], year: number | null): readonly TextItem[] {
  const cells = withoutPartRows(ofReportYear(cellsOf(lines), year))
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

function cellsOf(lines: readonly TextLine[]): readonly TextItem[] {
  const styles = pipeStylesOf(lines)
  const items: TextItem[] = []
  // What stood last: a pipe at the end of a line, or on a line of its own.
  let open: OpenPipe = 'none'
  lines.forEach((line, index) => {
    if (line.isPageNumber) return
    if (line.isBarrier) {
      items.push(...(open === 'alone' ? [blankFigure(index)] : []), { kind: 'barrier', line: index })
      open = 'none'
    } else if (pipe.test(line.text) && styles[index]?.rows === false) {
      items.push(...pipedCells(line.text, index, open !== 'none'))
      open = openPipeOf(line.text, styles[index])
    } else {
      items.push(...lineItems(lines, index, styles[index], open === 'none' ? undefined : items.at(-1)))
      if (!isBlankLine(line)) open = 'none'
    }
  })
  return items
}

type OpenPipe = 'none' | 'end' | 'alone'

function openPipeOf(text: string, style: PipeStyle | undefined): OpenPipe {
  if (style?.alone === true) return 'alone'
  return pipe.test(text.trimEnd().slice(-1)) ? 'end' : 'none'
}

/** A line as a row of cells, as one cell, or as plain text; `piped` is the item before the open pipe. */
function lineItems(
  lines: readonly TextLine[],
  index: number,
  style: PipeStyle | undefined,
  piped: TextItem | undefined,
): readonly TextItem[] {
  const text = lines[index]?.text ?? ''
  if (pipe.test(text) || /\t[^\t]*\t|[^\t\s]\s*\t/.test(text)) return rowCells(text, index, style)
  if (text.startsWith('\t')) return [tabCell(lines, index)]
  if (isTabContinuation(lines, index)) return []
  return piped === undefined ? plainItems(lines, index) : pipedCell(text, index, piped)
}

/** A line behind a pipe on a line of its own; words behind figures begin a row, so the cell before was blank. */
function pipedCell(text: string, line: number, last: TextItem): readonly TextItem[] {
  if (text.trim() === '') return []
  const cell = cellItem(text, line, true)
  return cell.kind === 'label' && last.kind === 'figures' ? [blankFigure(line), cell] : [cell]
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
function rowCells(text: string, line: number, style: PipeStyle | undefined): readonly TextItem[] {
  const cells = pipe.test(text) ? pipedRow(text, style) : text.split('\t').map((cell) => cell.trim())
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

function pipedRow(text: string, style: PipeStyle | undefined): readonly string[] {
  const cells = text
    .trim()
    .split(pipe)
    .map((cell) => cell.trim())
  const first = style?.leading === true ? 1 : 0
  return cells.slice(first, style?.trailing === true ? -1 : undefined)
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
  if (last >= 0) return last + 1
  const first = cells.findIndex((cell) => cell === '' || isFigureCell(cell))
  return first < 0 ? cells.length : first
}

function isWordsCell(cell: string): boolean {
  if (isFigureCell(cell)) return false
  if (/^20\d{2}\s*年度?$/.test(cell.trim())) return true
  if (isFormWord(cell) || splitLabelNumber(foldCharacters(cell)).number !== '') return true
  return lettersOf(cell).length > 8 || (lettersOf(cell).length > 1 && isSideWord(cell))
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
  const isDigit = /^(?:[1-9]|[12]\d)$/.test(item.figures[0]?.text ?? '')
  return isDigit && items[1]?.kind === 'label' && items.slice(2).some(({ kind }) => kind === 'figures')
}
