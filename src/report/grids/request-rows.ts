import { alignRows } from './align-rows.ts'
import type { GridCell, GridRow } from './grid.ts'
import { bestLabel } from '../labels/label-index.ts'
import { labelNumberValue, lettersOf, normalizeLabel, splitLabelNumber } from '../labels/label-text.ts'
import { requestRows } from '../statutory-tables.ts'
import type { RequestGroup, RequestRow } from '../statutory-tables.ts'
import { isBlank, isFigure, isWording, words } from '../labels/table-words.ts'

/** A row of a piece of table 三 that is not a header. */
export interface RequestDataRow {
  /** The cell that names the row; null where its label was lost. */
  readonly label: GridCell | null
  /** The words that stand where the label should, if it was not recognised; empty for none. */
  readonly unknownWords: string
  /** The merged label cell that reaches over the row, where one does. */
  readonly group: RequestGroup | null
  /** What stands to the right of the labels. */
  readonly figures: readonly GridCell[]
  /** How well the label agrees with each of the form's rows, by its index. */
  readonly agreements: ReadonlyMap<number, number>
}

const rowIndex = new Map<RequestRow, number>(requestRows.map((row, index) => [row.key, index]))
const columnWords = new Set(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '公民'])

/** Whether a row is part of the header: it names columns, or what they have in common. */
export function isRequestHeader(row: GridRow): boolean {
  const cells = row.filter((cell) => isWording(cell.text))
  if (cells.some((cell) => columnWords.has(normalizeLabel(cell.text)) || /勾稽|之和/.test(cell.text)))
    return true
  if (row.some((cell) => isFigure(cell.text))) return false
  const columns = cells.filter((cell) => bestLabel(words.requestColumn(cell.text)) !== null)
  return columns.length > 1 || cells.some((cell) => bestLabel(words.requestHeader(cell.text)) !== null)
}

/** A row that is no header, parted into its labels and what stands to the right of them. */
export function requestDataRow(row: GridRow, rowNumber: number): RequestDataRow {
  const index = row.findLastIndex((cell) => cell.row === rowNumber && isRowLabel(cell))
  const label = row[index] ?? null
  const leading = index < 0 ? leadingWords(row) : index
  const before = row.slice(0, index < 0 ? leading + 1 : index)
  const group = groupIn(before)
  return {
    label,
    unknownWords: label === null ? unknownWordsIn(before, rowNumber) : '',
    group,
    figures: row.slice(leading + 1),
    agreements: label === null ? new Map() : agreementsOf(label, group),
  }
}

/** A merged cell that reaches over other rows names a group, even where its words would name a row (其他处理). */
function isRowLabel(cell: GridCell): boolean {
  return isWording(cell.text) && cell.rowEnd - cell.row === 1 && words.requestRow(cell.text).size > 0
}

/** Index of the last cell with words before the first figure; −1 where none is. */
function leadingWords(row: GridRow): number {
  const first = row.findIndex((cell) => isFigure(cell.text))
  return row.slice(0, first < 0 ? row.length : first).findLastIndex((cell) => isWording(cell.text))
}

function groupIn(cells: readonly GridCell[]): RequestGroup | null {
  for (const cell of cells.toReversed()) {
    const key = bestLabel(words.requestGroup(cell.text))
    if (key !== null && key !== 'results') return key
  }
  return null
}

function unknownWordsIn(cells: readonly GridCell[], rowNumber: number): string {
  const own = cells.filter((cell) => cell.row === rowNumber && isWording(cell.text))
  return own.findLast((cell) => bestLabel(words.requestGroup(cell.text)) === null)?.text ?? ''
}

function agreementsOf(label: GridCell, group: RequestGroup | null): Map<number, number> {
  const number = labelNumberValue(splitLabelNumber(label.text).number)
  const scores = [...words.requestRow(label.text)].flatMap(([key, agreement]) => {
    const index = rowIndex.get(key) ?? 0
    const row = requestRows[index]
    if (row === undefined) return []
    const inGroup = group === null ? 0 : row.group === group ? 2 : -8
    const numbered = number === null ? 0 : number === labelNumberValue(row.number) ? 1 : -1
    const score = 10 * agreement + inGroup + numbered
    return score > 0 ? [[index, score] as const] : []
  })
  return new Map(scores)
}

/**
 * Which row of the form each data row is: by its label in the form's order, then by a label that stands out of
 * order, then by its place between two rows that are known. `after` is the index of the last row read before, −1
 * at the start.
 */
export function placeRequestRows(rows: readonly RequestDataRow[], after: number): readonly (number | null)[] {
  const places = [
    ...alignRows(
      rows.map((row) => row.agreements),
      requestRows.length,
    ),
  ]
  placeOutOfOrder(rows, places)
  placeBetween(rows, places, after)
  return places
}

function placeOutOfOrder(rows: readonly RequestDataRow[], places: (number | null)[]): void {
  rows.forEach((row, index) => {
    const sure = [...row.agreements].filter(([, score]) => score >= 9)
    const [only] = sure
    if (places[index] !== null || sure.length !== 1 || only === undefined) return
    const isLong = normalizeLabel(row.label?.text ?? '').length >= 4
    if (isLong && !places.includes(only[0])) places[index] = only[0]
  })
}

function placeBetween(rows: readonly RequestDataRow[], places: (number | null)[], after: number): void {
  const known = places.flatMap((place, row) => (place === null ? [] : [{ row, place }]))
  const stops = [{ row: -1, place: after }, ...known, { row: rows.length, place: requestRows.length }]
  stops.slice(1).forEach((next, index) => {
    const previous = stops[index] ?? next
    const lost = indexesBetween(previous.row, next.row).filter((row) => hasFigures(rows[row]))
    const free = indexesBetween(previous.place, next.place).filter((place) => !places.includes(place))
    if (lost.length !== free.length) return
    lost.forEach((row, at) => {
      const place = free[at]
      const data = rows[row]
      if (place !== undefined && data !== undefined && mayBe(data, place)) places[row] = place
    })
  })
}

function indexesBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index)
}

function hasFigures(row: RequestDataRow | undefined): boolean {
  return row?.figures.some((cell) => !isBlank(cell.text)) ?? false
}

/** A row without its label may be any; one with other words must have something of the label due there. */
function mayBe(row: RequestDataRow, place: number): boolean {
  const due = requestRows[place]
  if (due === undefined || (row.group !== null && due.group !== row.group)) return false
  if (row.label !== null) return false
  if (row.unknownWords === '') return true
  const official = new Set(lettersOf(due.label))
  const letters = Array.from(normalizeLabel(row.unknownWords))
  const shared = letters.filter((letter) => official.has(letter)).length
  return letters.length > 0 && shared / letters.length >= 0.5
}
