import { readLetterZeros } from '../tables/cells.ts'
import type { GridCell, GridRow } from './grid.ts'
import type { Header, HeaderColumn } from './header-columns.ts'
import { noHeader, stackAt } from './header-columns.ts'
import { bestLabel } from '../labels/label-index.ts'
import { reviewGroupLabels, reviewResultLabels } from '../labels/labels.ts'
import { isColumnNumbers } from './column-numbers.ts'
import type { Cell, DepartingLabel } from '../read-report.ts'
import { columnPlan, figuresByColumn } from './row-figures.ts'
import { reviewGroups, reviewResults } from '../statutory-tables.ts'
import type { ReviewCellId, ReviewGroup, ReviewResult } from '../statutory-tables.ts'
import type { TablePart } from '../tables/table-part.ts'
import { cellOf, departuresIn, unreadCell } from '../tables/table-part.ts'
import { isBlank, isFigure, isWording, words } from '../labels/table-words.ts'
import type { YearCell } from './year-cells.ts'
import { cellOfYear } from './year-cells.ts'
import { yearMarkOf } from './year-mark.ts'

const allGroups: readonly ReviewGroup[] = reviewGroups.map((group) => group.key)

/** Header rows of table 四 that have no figures yet: these may follow in the next piece, over the page. */
export type OpenBand = readonly GridRow[]

/** A row to be read, and the header rows above it. */
interface BandedRow {
  readonly row: GridRow
  readonly rowNumber: number
  readonly band: readonly GridRow[]
}

/** Reads a piece of table 四: each row of figures by the header above it, by groups and by results. */
export function readReviewRows(
  rows: readonly GridRow[],
  firstRow: number,
  open: OpenBand,
  year: number | null = null,
): { readonly part: TablePart; readonly open: OpenBand } {
  const { filled, empty, rest } = bandedRows(rows, firstRow, open)
  // A row left empty says something only of cells for which no other row stands.
  const cells = cellsOf([...filled, ...empty], year)
  const labels = [
    ...departuresIn(rows, words.reviewGroup, reviewGroupLabels),
    ...departuresIn(rows, words.reviewResult, reviewResultLabels),
  ]
  return { part: partOf(cells, labels), open: rest }
}

/** Reads a row of figures that stands without its header: by the order of the form, where it has all 15. */
export function readHeadlessReview(row: GridRow): TablePart | null {
  const cells = row.filter((cell) => !isBlank(cell.text))
  const isWhole = row.length === formOf(allGroups).length && cells.length === row.length
  if (!isWhole || isColumnNumbers(row) || !row.every((cell) => isFigure(cell.text))) return null
  return partOf(cellsOf([{ row, rowNumber: row[0]?.row ?? 0, band: [] }], null), [])
}

function partOf(cells: ReadonlyMap<ReviewCellId, Cell>, labels: readonly DepartingLabel[]): TablePart {
  const ids = [...cells.keys()]
  return {
    form: '2021',
    rows: new Set(ids.map((id) => groupOf(id))),
    cells,
    missingColumns: missingOf(ids),
    labels,
  }
}

/** The cells of all rows; of several that say the same cell, the one of the report's year, or none if that is not clear. */
function cellsOf(rows: readonly BandedRow[], year: number | null): ReadonlyMap<ReviewCellId, Cell> {
  const found = new Map<ReviewCellId, YearCell[]>()
  for (const banded of rows) {
    const head = yearHead(banded)
    for (const [id, cell] of readRow(banded, head)) {
      found.set(id, [...(found.get(id) ?? []), { cell, mark: head === null ? null : yearMarkOf(head.text) }])
    }
  }
  return new Map([...found].map(([id, cells]) => [id, cellOfYear(cells, year)] as const))
}

type RowKind = 'header' | 'numbers' | 'empty' | 'figures'

function kindOf(row: GridRow, own: GridRow, band: readonly GridRow[], isLast: boolean): RowKind {
  if (isHeader(row, own, band) && !namesItsCell(row, own)) return 'header'
  if (own.every((cell) => isBlank(cell.text))) return 'empty'
  // Nothing stands below numbers that close the table: they may be its figures.
  return isColumnNumbers(own) && !isLast ? 'numbers' : 'figures'
}

/** The rows under their headers; `empty` are those without a word and a figure, `rest` a header without rows. */
function bandedRows(rows: readonly GridRow[], firstRow: number, open: OpenBand) {
  const filled: BandedRow[] = []
  const empty: BandedRow[] = []
  let band: readonly GridRow[] = open
  let isFilled = false
  for (const [index, row] of rows.entries()) {
    const rowNumber = firstRow + index
    const own = row.filter((cell) => cell.row === rowNumber)
    const kind = kindOf(row, own, band, index === rows.length - 1)
    if (kind === 'header') {
      band = isFilled || isUsed(empty, band) ? [row] : [...band, row]
      isFilled = false
    } else if (kind !== 'numbers' && (band.length > 0 || namesItsCell(row, own))) {
      const target = kind === 'empty' ? empty : filled
      target.push({ row, rowNumber, band })
      isFilled ||= kind === 'figures'
    }
  }
  const isOpen = ![...filled, ...empty].some((entry) => entry.band === band)
  return { filled, empty, rest: isOpen ? band : [] }
}

/** A row of a table printed upright: a group, a result and the one cell that both name. */
function namesItsCell(row: GridRow, own: readonly GridCell[]): boolean {
  const [label, figure] = own.slice(-2)
  if (label === undefined || figure === undefined || isWording(figure.text)) return false
  const names = row.filter((cell) => cell !== figure && isWording(cell.text))
  const groups = names.filter((cell) => leafGroupIn(cell.text) !== null)
  return resultIn(label.text) !== null && groups.length === 1 && names.length <= 3
}

/** Whether an empty row already closed this header: one that names no results yet goes on below it. */
function isUsed(empty: readonly BandedRow[], band: readonly GridRow[]): boolean {
  return hasResults(band) && empty.some((entry) => entry.band === band)
}

function groupIn(text: string): ReviewGroup | 'litigation' | null {
  return isWording(text) ? bestLabel(words.reviewGroup(text)) : null
}

/** 行政诉讼 stands over two groups and is none itself. */
function leafGroupIn(text: string): ReviewGroup | null {
  const group = groupIn(text)
  return group === 'litigation' ? null : group
}

function resultIn(text: string): ReviewResult | null {
  return isWording(text) ? bestLabel(words.reviewResult(text)) : null
}

function hasResults(band: readonly GridRow[]): boolean {
  return band.some((row) => row.some((cell) => resultIn(cell.text) !== null))
}

/**
 * Words of the header and no figures, or a row through which a result's name reaches from above. Names before blank
 * cells (行政复议, 数量), with results above, are a row instead.
 */
function isHeader(row: GridRow, own: readonly GridCell[], band: readonly GridRow[]): boolean {
  if (own.some((cell) => isFigure(cell.text))) return false
  if (row.some((cell) => !own.includes(cell) && resultIn(cell.text) !== null && isOf(band, cell))) return true
  const wordings = own.filter((cell) => isWording(cell.text))
  if (wordings.length === 0) return false
  const names = own.slice(0, wordings.length)
  const isBlankRow =
    own.length - wordings.length >= reviewResults.length &&
    names.every((cell) => wordings.includes(cell) && resultIn(cell.text) === null)
  return !(isBlankRow && hasResults(band))
}

function isOf(band: readonly GridRow[], cell: GridCell): boolean {
  return band.some((row) => row.includes(cell))
}

/** The cell at the head of a row that names its year: `2022年`, 上年, or 2022 under 年度. */
function yearHead({ row, rowNumber, band }: BandedRow): GridCell | null {
  const first = row.find((cell) => cell.row === rowNumber && !isBlank(cell.text))
  if (first === undefined || yearMarkOf(first.text) === null) return null
  const isUnderYear = () => stackAt(band, first.column).some((cell) => cell.text.includes('年'))
  return !isFigure(first.text) || isUnderYear() ? first : null
}

function readRow(
  { row, rowNumber, band }: BandedRow,
  head: GridCell | null,
): readonly (readonly [ReviewCellId, Cell])[] {
  const firstFigure = row.findIndex(
    (cell) => cell.row === rowNumber && cell !== head && !isWording(cell.text),
  )
  const labels = row.slice(0, Math.max(0, firstFigure))
  const figures = row.slice(Math.max(0, firstFigure))
  const group = labels.map((cell) => leafGroupIn(cell.text)).findLast((found) => found !== null) ?? null
  const rowResult = labels.map((cell) => resultIn(cell.text)).findLast((result) => result !== null)
  const [only] = figures
  if (group !== null && rowResult !== undefined) {
    return figures.length === 1 && only !== undefined
      ? [[`review.${group}.${rowResult}`, cellOf({ text: only.text, cell: only, merged: false }, 'count')]]
      : []
  }
  const { header, form } = columnsOf(band, group)
  if (form.length === 0 || figures.length === 0) return []
  const found = figuresByColumn(figures, columnPlan(header, form, [figures]))
  if (found === null) return form.map((id) => [id, unreadCell(figures)] as const)
  return byGroup([...found].map(([id, figure]) => [id, cellOf(figure, 'count')] as const))
}

/** The letter O among zeros, group by group. */
function byGroup(
  cells: readonly (readonly [ReviewCellId, Cell])[],
): readonly (readonly [ReviewCellId, Cell])[] {
  return reviewGroups.flatMap(({ key }) => {
    const own = cells.filter(([id]) => groupOf(id) === key)
    const settled = readLetterZeros(own.map(([, cell]) => cell))
    return own.map(([id, cell], index) => [id, settled[index] ?? cell] as const)
  })
}

/**
 * The columns under a band of header rows. Where its cells do not stand over the figures (spans were lost, two
 * bands stand above one row), only the groups it names and their order are left, if the results are in the
 * form's order too.
 */
function columnsOf(
  band: readonly GridRow[],
  rowGroup: ReviewGroup | null,
): { header: Header<ReviewCellId>; form: readonly ReviewCellId[] } {
  const groups = rowGroup === null ? groupsOf(band) : [rowGroup]
  const named = namedColumns(band, rowGroup ?? (groups.length === 1 ? (groups[0] ?? null) : null))
  const keys = new Set(named.columns.map((column) => column.key))
  const form = formOf(groups)
  const complete = groups.every((group) => named.columns.some((column) => groupOf(column.key) === group))
  const isAlone = named.others.length === 0 || keys.size === form.length
  if (keys.size > 0 && keys.size === named.columns.length && complete && isAlone) {
    return { header: named, form: keys.size === form.length ? form : orderedForm(form, keys) }
  }
  return { header: noHeader, form: isInFormOrder(band) ? form : [] }
}

/** The form, if the header lacks columns of it: the plan then counts on the header alone. */
function orderedForm(
  form: readonly ReviewCellId[],
  keys: ReadonlySet<ReviewCellId>,
): readonly ReviewCellId[] {
  return [...keys].every((key) => form.includes(key)) ? form : [...keys]
}

function formOf(groups: readonly ReviewGroup[]): readonly ReviewCellId[] {
  return groups.flatMap((group) =>
    reviewResults.map((result): ReviewCellId => `review.${group}.${result.key}`),
  )
}

/** The groups a band names, from left to right and from top to bottom; all three where it names none. */
function groupsOf(band: readonly GridRow[]): readonly ReviewGroup[] {
  const cells = [...new Set(band.flat())]
  const groups = cells.flatMap((cell) => leafGroupIn(cell.text) ?? [])
  return groups.length === 0 ? allGroups : [...new Set(groups)]
}

function isInFormOrder(band: readonly GridRow[]): boolean {
  const results = [...new Set(band.flat())].flatMap((cell) => resultIn(cell.text) ?? [])
  return results.every((result, index) => result === reviewResults[index % reviewResults.length]?.key)
}

function namedColumns(band: readonly GridRow[], onlyGroup: ReviewGroup | null): Header<ReviewCellId> {
  const width = Math.max(0, ...band.flat().map((cell) => cell.columnEnd))
  const columns: (HeaderColumn<ReviewCellId> & { readonly cell: GridCell })[] = []
  const others: { from: number; to: number }[] = []
  for (let column = 0; column < width; column += 1) {
    const stack = stackAt(band, column)
    const cell = stack.at(-1)
    if (cell === undefined) continue
    const key = keyOf(stack, onlyGroup)
    const last = columns.at(-1)
    if (key === null) others.push({ from: column, to: column + 1 })
    else if (last?.key === key && last.cell === cell) columns.splice(-1, 1, { ...last, to: column + 1 })
    else columns.push({ key, printed: cell.text, from: column, to: column + 1, cell })
  }
  const first = columns[0]?.from ?? 0
  const isOther = (other: { from: number }) => other.from >= first
  return { ...noHeader, columns, others: others.filter(isOther), end: width }
}

function keyOf(stack: readonly GridCell[], onlyGroup: ReviewGroup | null): ReviewCellId | null {
  const texts = stack.map((cell) => cell.text)
  const own = texts.flatMap((text) => leafGroupIn(text) ?? []).at(-1) ?? onlyGroup
  const joined = texts.map((_, index) => texts.slice(texts.length - 1 - index).join(''))
  const result = joined.map((text) => resultIn(text)).find((found) => found !== null)
  return own === null || result === undefined ? null : `review.${own}.${result}`
}

function groupOf(id: ReviewCellId): ReviewGroup {
  const group = reviewGroups.find(({ key }) => id.startsWith(`review.${key}.`))
  if (group === undefined) throw new RangeError(`no group in ${id}`)
  return group.key
}

function missingOf(ids: readonly ReviewCellId[]): readonly string[] {
  if (ids.length === 0) return []
  return reviewResults.map((result) => result.key).filter((key) => !ids.some((id) => id.endsWith(`.${key}`)))
}
