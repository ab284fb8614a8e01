import type { CommaRow, Field } from './comma-fields.ts'
import { commaRowAt } from './comma-fields.ts'
import { spannedRows } from './header-spans.ts'
import type { PrintedTable } from './printed-table.ts'

/**
 * The tables of comma-separated values among lines of text: two rows or more on end, with or without quotes, merged
 * cells as empty fields. Where a comma could part thousands as well as cells, and the rows do not decide it, the text
 * has none at all: a header must not be parted from its rows.
 */
export function commaTables(lines: readonly string[]): readonly PrintedTable[] {
  const runs: (readonly CommaRow[])[] = []
  for (let from = 0; from < lines.length;) {
    const rows = rowsFrom(lines, from)
    if (rows.length > 1) runs.push(rows)
    from = rows.at(-1)?.to ?? from + 1
  }
  const withFigures = runs.filter((rows) => rows.some(hasFigures))
  if (withFigures.length === 0 || !withFigures.every(isDecidedTable)) return []
  return runs.filter((rows) => withFigures.includes(rows) || isBlankTable(rows)).map(printed)
}

function rowsFrom(lines: readonly string[], from: number): readonly CommaRow[] {
  const rows: CommaRow[] = []
  for (let row = commaRowAt(lines, from); row !== null; row = commaRowAt(lines, row.to)) rows.push(row)
  return rows
}

function printed(rows: readonly CommaRow[]): PrintedTable {
  const spans = spannedRows(
    rows.map(({ fields }) => fields),
    rows.map(isHeader),
  )
  return {
    from: rows[0]?.from ?? 0,
    to: rows.at(-1)?.to ?? 0,
    cells: rows.flatMap(({ from }, row) =>
      (spans[row] ?? []).map((cell) => ({ row, rowSpan: 1, line: from, ...cell })),
    ),
  }
}

const figure = /^(?:[+-]?[\d０-９][\d０-９,.，．]*(?:\s?\p{L}{1,2})?|[-—–/\\]{1,2}|不涉及|不适用|无)$/u
const isFigure = ({ text }: Field): boolean => figure.test(text)
const isBlank = ({ text }: Field): boolean => text === ''

/** The fields behind the last words of a row; none in a row without figures. */
function figuresOf({ fields }: CommaRow): readonly Field[] {
  const behind = fields.slice(fields.findLastIndex((entry) => !isBlank(entry) && !isFigure(entry)) + 1)
  return behind.some(isFigure) ? behind : []
}

function isDecidedTable(rows: readonly CommaRow[]): boolean {
  return isEven(rows) || bandsOf(rows).every(({ header, rows: own }) => isDecided(header, own))
}

function isEven([first, ...others]: readonly CommaRow[]): boolean {
  return others.every(({ fields }) => fields.length === first?.fields.length)
}

/** Rows of one length that hold words and empty fields: a table whose number cells are blank. */
function isBlankTable(rows: readonly CommaRow[]): boolean {
  return isEven(rows) && rows.some(({ fields }) => fields.some(isBlank))
}

/** Words alone, at least two. */
function isHeader(row: CommaRow): boolean {
  return figuresOf(row).length === 0 && row.fields.filter((entry) => !isBlank(entry)).length > 1
}

const fewestFigures = 5

/** Words with figures behind them, or a row of figures too long to be one number with thousands. */
function hasFigures(row: CommaRow): boolean {
  const figures = figuresOf(row)
  return figures.length > 0 && (figures.length < row.fields.length || figures.length >= fewestFigures)
}

interface Band {
  readonly header: CommaRow | null
  readonly rows: CommaRow[]
}

/** Rows with figures under the nearest row without. */
function bandsOf(rows: readonly CommaRow[]): readonly Band[] {
  const bands: Band[] = [{ header: null, rows: [] }]
  for (const row of rows) {
    if (figuresOf(row).length > 0) bands.at(-1)?.rows.push(row)
    else bands.push({ header: row, rows: [] })
  }
  return bands
}

const fewestAlike = 3

/** Whether commas part cells in rows of unequal length: none could part thousands, or the rows are as long as due. */
function isDecided(header: CommaRow | null, rows: readonly CommaRow[]): boolean {
  if (!rows.some((row) => mayBeThousands(row.fields))) return true
  const widths = new Set(rows.map(({ fields }) => fields.length))
  const lengths = new Set(rows.map((row) => figuresOf(row).length))
  if (rows.length >= fewestAlike) return widths.size === 1 || lengths.size === 1
  return rows.every((row) => row.fields.length === header?.fields.length || isFiguresOnly(row))
}

/** Without a label: how many there are shows what they are. */
function isFiguresOnly(row: CommaRow): boolean {
  return row.fields.length >= fewestFigures && figuresOf(row).length === row.fields.length
}

function mayBeThousands(fields: readonly Field[]): boolean {
  return fields.some(({ text, quoted }, index) => {
    const next = fields[index + 1]
    return (
      !quoted &&
      next?.quoted === false &&
      /^[+-]?[1-9]\d{0,2}$/.test(text) &&
      /^\d{3}(?:\.\d+)?$/.test(next.text)
    )
  })
}
