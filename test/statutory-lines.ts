import type { Table, TableCell } from '../src/readers/document.ts'
import type { Chance } from './statutory-numbers.ts'
import { pick } from './statutory-numbers.ts'

/** How a table is drawn in text. */
export interface DrawnStyle {
  readonly ascii: boolean
  /** Columns that a Chinese character is wide, and a quote or dash. */
  readonly han: 1 | 2
  readonly ambiguous: 1 | 2
}

const isHan = (character: string): boolean => /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/.test(character)

function widthOf(character: string, { han, ambiguous }: DrawnStyle): number {
  if (isHan(character)) return han
  return /[“”—]/.test(character) ? ambiguous : 1
}

const columnsWide = (text: string, style: DrawnStyle): number =>
  Array.from(text).reduce((sum, character) => sum + widthOf(character, style), 0)

/** A text broken into lines that are as full as they can be. */
function wrapped(text: string, width: number, style: DrawnStyle): readonly string[] {
  const lines = ['']
  for (const character of text.trim()) {
    const last = lines.at(-1) ?? ''
    if (character === '\n') lines.push('')
    else if (columnsWide(last + character, style) > width) lines.push(character)
    else lines[lines.length - 1] = last + character
  }
  return lines
}

/** Draws a table with rules between all cells: words wrapped in narrow columns, merged cells kept. */
export function drawTable(table: Table, style: DrawnStyle, chance: Chance): readonly string[] {
  const owners = ownersOf(table)
  const columns = Array.from({ length: table.columnCount }, (_, column) => {
    const figures = table.cells
      .filter((cell) => cell.column === column && cell.columnSpan === 1)
      .map(({ text }) => (/^(?:[\s\d.,０-９—/-]*|不涉及)$/.test(text) ? columnsWide(text.trim(), style) : 0))
    return Math.max(...figures, 4) + 2 + Math.floor(chance() * 6)
  })
  const sum = (sizes: readonly number[], from: number, to: number): number =>
    sizes.slice(from, to).reduce((total, size) => total + size, 0) + (to - from)
  const linesOf = (cell: TableCell): readonly string[] =>
    wrapped(cell.text, sum(columns, cell.column, cell.column + cell.columnSpan) - 3, style)
  const rows = Array.from({ length: table.rowCount }, () => 1)
  for (const cell of table.cells.toSorted((a, b) => a.row + a.rowSpan - b.row - b.rowSpan)) {
    const last = cell.row + cell.rowSpan - 1
    const lack = linesOf(cell).length - (sum(rows, cell.row, last + 1) - 1)
    if (lack > 0) rows[last] = (rows[last] ?? 1) + lack
  }
  const canvas = Array.from({ length: sum(rows, 0, rows.length) + 1 }, () =>
    Array.from({ length: sum(columns, 0, columns.length) + 1 }, () => ' '),
  )
  drawRules(canvas, owners, { rows, columns, sum, ascii: style.ascii })
  for (const cell of table.cells) {
    linesOf(cell).forEach((text, line) => {
      let at = sum(columns, 0, cell.column) + 2
      const row = canvas[sum(rows, 0, cell.row) + 1 + line]
      for (const character of text) {
        const width = widthOf(character, style)
        if (row !== undefined) {
          row[at] = character
          if (width === 2) row[at + 1] = ''
        }
        at += width
      }
    })
  }
  return canvas.map((row) => row.join(''))
}

function ownersOf({ cells, rowCount, columnCount }: Table): readonly (readonly number[])[] {
  const owners = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => -1 - row * columnCount - column),
  )
  cells.forEach(({ row, column, rowSpan, columnSpan }, index) => {
    for (let down = 0; down < rowSpan; down += 1) {
      for (let right = 0; right < columnSpan; right += 1) {
        const line = owners[row + down]
        if (line !== undefined) line[column + right] = index
      }
    }
  })
  return owners
}

interface Ruling {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly sum: (sizes: readonly number[], from: number, to: number) => number
  readonly ascii: boolean
}

function drawRules(
  canvas: string[][],
  owners: readonly (readonly number[])[],
  { rows, columns, sum, ascii }: Ruling,
): void {
  const owner = (row: number, column: number): number | null => owners[row]?.[column] ?? null
  const isAcross = (row: number, column: number): boolean =>
    column >= 0 && column < columns.length && owner(row - 1, column) !== owner(row, column)
  const isDown = (row: number, column: number): boolean =>
    row >= 0 && row < rows.length && owner(row, column - 1) !== owner(row, column)
  const put = (line: number, at: number, character: string): void => {
    const row = canvas[line]
    if (row !== undefined) row[at] = character
  }
  const fill = (
    line: number,
    at: number,
    [down, right]: readonly [number, number],
    character: string,
  ): void => {
    for (let step = 1; step <= down + right; step += 1) {
      put(line + (down > 0 ? step : 0), at + (right > 0 ? step : 0), character)
    }
  }
  const corners = [...rows, 0].flatMap((_, row) =>
    [...columns, 0].map((__, column) => [row, column] as const),
  )
  for (const [row, column] of corners) {
    const [line, at] = [sum(rows, 0, row), sum(columns, 0, column)]
    const arms = [
      isAcross(row, column - 1),
      isAcross(row, column),
      isDown(row - 1, column),
      isDown(row, column),
    ]
    put(line, at, corner(arms, ascii))
    if (isAcross(row, column)) fill(line, at, [0, columns[column] ?? 0], ascii ? '-' : '─')
    if (isDown(row, column)) fill(line, at, [rows[row] ?? 0, 0], ascii ? '|' : '│')
  }
}

/** By its arms to the left, right, up and down. */
function corner(arms: readonly boolean[], ascii: boolean): string {
  const shape = arms.reduce((sum, arm, index) => sum + (arm ? 2 ** index : 0), 0)
  return (ascii ? ' ++-++++++++|+++' : ' ╴╶─╵┘└┴╷┐┌┬│┤├┼').charAt(shape)
}

/** How a table is written as comma-separated values. */
export interface CommaStyle {
  /** Every field in quotes, words only, or only where a comma or quote requires it. */
  readonly quotes: 'all' | 'words' | 'needed'
  /** Blank fields at the end of a row left out. */
  readonly trimmed: boolean
}

/** A table as comma-separated values; the positions that a merged cell covers are empty fields. */
export function commaLines(table: Table, { quotes, trimmed }: CommaStyle): readonly string[] {
  return Array.from({ length: table.rowCount }, (_, row) => {
    const fields = Array.from(
      { length: table.columnCount },
      (__, column) => table.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '',
    )
    const last = fields.findLastIndex((text) => text !== '')
    return fields
      .slice(0, trimmed ? Math.max(2, last + 1) : fields.length)
      .map((text) => {
        const isNeeded = /[",\n]/.test(text)
        const isWords = /\p{L}/u.test(text)
        const isQuoted = isNeeded || (quotes === 'all' && text !== '') || (quotes === 'words' && isWords)
        return isQuoted ? `"${text.replaceAll('"', '""')}"` : text
      })
      .join(',')
  })
}

/** One of the ways in which programs draw tables. */
export function anyDrawnStyle(chance: Chance): DrawnStyle {
  const han = pick(chance, [2, 2, 1] as const)
  return { ascii: chance() < 0.5, han, ambiguous: han === 1 ? 1 : pick(chance, [1, 2] as const) }
}
