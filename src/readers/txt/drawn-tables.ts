import type { CharacterWidths, Drawing, Segment } from './drawn-lines.ts'
import { characterWidths, displayWidth, drawingOf, isDrawnLine, segmentsOf } from './drawn-lines.ts'
import type { PrintedCell, PrintedTable } from './printed-table.ts'

/**
 * The tables among lines of text whose cells are drawn with rules (`┌─┬─┐`, `+---+`), cells over several lines and
 * merged ones among them. A drawing whose cells are not closed, or that may hold several rows between two rules, is
 * none and stays lines.
 */
export function drawnTables(lines: readonly string[]): readonly PrintedTable[] {
  const drawings = drawingsIn(lines)
  if (drawings.some(({ from, drawing }) => isDrawnLine(lines[from - 1] ?? '', drawing))) return []
  const whole = drawings.flatMap((drawing) => closedDrawing(drawing) ?? [])
  if (whole.length < drawings.length || whole.some(({ cells }) => cells.some(hasTwoFigures))) return []
  const bands = whole.reduce((sum, { cells }) => sum + bandsOfFigures(cells).size, 0)
  if (bands < fewestRuled && !whole.every(areWrapped)) return []
  return whole.map(({ from, lines: own, cells }) => ({
    from,
    to: from + own.length,
    cells: onGrid(cells, from),
  }))
}

/** Lines from the line `from` that are drawn on end. */
interface DrawnLines {
  readonly from: number
  readonly lines: readonly string[]
  readonly drawing: Drawing
}

const fewestLines = 3

function drawingsIn(lines: readonly string[]): readonly DrawnLines[] {
  const drawings: DrawnLines[] = []
  for (let from = 0; from < lines.length;) {
    const drawing = drawingOf(lines[from] ?? '')
    let to = from + 1
    while (drawing !== null && to < lines.length && isDrawnLine(lines[to] ?? '', drawing)) to += 1
    if (drawing !== null && to - from >= fewestLines) {
      drawings.push({ from, lines: lines.slice(from, to), drawing })
    }
    from = to
  }
  return drawings
}

interface ClosedDrawing extends DrawnLines {
  readonly cells: readonly DrawnCell[]
  readonly widths: CharacterWidths
}

/** The cells of a drawing, with the widths of characters under which its edges meet; null where they never do. */
function closedDrawing(drawn: DrawnLines): ClosedDrawing | null {
  for (const widths of characterWidths) {
    const rows = drawn.lines.map((line) => segmentsOf(line, drawn.drawing, widths))
    const cells = rows.some((row) => row.some(({ isRule }) => isRule)) ? drawnCells(rows) : null
    if (cells !== null) return { ...drawn, cells, widths }
  }
  return null
}

/** A closed cell: its edges by display column, the rules it lies between, and what each of its lines holds. */
interface DrawnCell {
  readonly from: number
  readonly to: number
  readonly top: number
  bottom: number
  readonly texts: { readonly line: number; readonly text: string }[]
}

/** The cells that the rules enclose; null where an edge does not fit those above it. */
function drawnCells(rows: readonly (readonly Segment[])[]): readonly DrawnCell[] | null {
  const cells: DrawnCell[] = []
  let open: readonly DrawnCell[] = []
  let band = 0
  for (const [line, row] of rows.entries()) {
    const rules = rulesIn(row)
    if (rules.length > 0) band += 1
    const stillOpen = closedBy(rules, row, open, band)
    if (stillOpen === null) return null
    const words = row.filter(({ isRule }) => !isRule)
    const fresh = words.flatMap(({ from, to }) =>
      stillOpen.some((cell) => cell.from === from && cell.to === to)
        ? []
        : [{ from, to, top: band, bottom: band + 1, texts: [] }],
    )
    const fits = (cell: DrawnCell): boolean =>
      !stillOpen.some((other) => other.from < cell.to && other.to > cell.from) &&
      (line === 0 || hasEdges(rows[line - 1] ?? [], cell))
    if (!fresh.every(fits)) return null
    open = [...stillOpen, ...fresh]
    cells.push(...fresh)
    if (!open.every((cell) => addText(cell, words, line))) return null
  }
  for (const cell of open) cell.bottom = band + 1
  return cells
}

/** The cells that stay open below the rules of a line; null where a rule ends inside a cell. */
function closedBy(
  rules: readonly Stretch[],
  row: readonly Segment[],
  open: readonly DrawnCell[],
  band: number,
): readonly DrawnCell[] | null {
  const under = open.filter((cell) => rules.some(({ from, to }) => from < cell.to && to > cell.from))
  if (!under.every((cell) => rules.some((rule) => isWithin(cell, rule)) && hasEdges(row, cell))) return null
  for (const cell of under) cell.bottom = band
  return open.filter((cell) => !under.includes(cell))
}

function addText(cell: DrawnCell, words: readonly Segment[], line: number): boolean {
  const own = words.find(({ from, to }) => from === cell.from && to === cell.to)
  if (own === undefined) return false
  cell.texts.push({ line, text: own.text.trim() })
  return true
}

type Stretch = Pick<Segment, 'from' | 'to'>

function isWithin(inner: Stretch, outer: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** Whether a line has marks where the cell has its edges. */
function hasEdges(row: readonly Segment[], { from, to }: Stretch): boolean {
  return row.some((segment) => segment.from === from) && row.some((segment) => segment.to === to)
}

/** The rules of a line, those that meet joined. */
function rulesIn(row: readonly Segment[]): readonly Stretch[] {
  const rules: { from: number; to: number }[] = []
  row.forEach(({ from, to, isRule }, index) => {
    const last = rules.at(-1)
    if (!isRule) return
    if (row[index - 1]?.isRule === true && last !== undefined) last.to = to
    else rules.push({ from, to })
  })
  return rules
}

const figure = /^[+-]?[\d０-９]+(?:[,.，．][\d０-９]+)*[^\d０-９.．、]{0,3}$/

const isFigureLine = ({ text }: { readonly text: string }): boolean => figure.test(text)

function hasTwoFigures({ texts }: DrawnCell): boolean {
  return texts.filter(isFigureLine).length > 1
}

function bandsOfFigures(cells: readonly DrawnCell[]): ReadonlySet<number> {
  return new Set(cells.filter(({ texts }) => texts.some(isFigureLine)).map(({ top }) => top))
}

/** A text with so many rows of figures between rules, none of them two, has its rows parted by rules. */
const fewestRuled = 5

/**
 * Whether several lines between two rules are one row whose cells were wrapped: wherever a cell beside figures goes
 * on, some cell is full to its edge.
 */
function areWrapped({ cells, widths }: ClosedDrawing): boolean {
  const bands = bandsOfFigures(cells)
  const filledIn = ({ texts }: DrawnCell): DrawnCell['texts'] => texts.filter(({ text }) => text !== '')
  const full = new Set(
    cells.flatMap((cell) =>
      filledIn(cell)
        .slice(0, -1)
        .filter(({ text }) => cell.to - cell.from - displayWidth(text, widths) <= fullWithin)
        .map(({ line }) => line),
    ),
  )
  const isInHeader = ({ top, bottom }: DrawnCell): boolean =>
    [...bands].every((band) => band < top || band >= bottom)
  return cells.every(
    (cell) =>
      isInHeader(cell) ||
      filledIn(cell)
        .slice(0, -1)
        .every(({ line }) => full.has(line)),
  )
}

/** Space on both sides, and half a Chinese character. */
const fullWithin = 3

/** Cells by the columns and rows of the grid that all edges make. */
function onGrid(cells: readonly DrawnCell[], firstLine: number): readonly PrintedCell[] {
  const columns = [...new Set(cells.map(({ from }) => from))].sort((a, b) => a - b)
  const rows = [...new Set(cells.map(({ top }) => top))].sort((a, b) => a - b)
  const span = (stops: readonly number[], from: number, to: number): number =>
    stops.filter((stop) => stop >= from && stop < to).length
  return cells
    .map((cell) => ({
      row: rows.indexOf(cell.top),
      column: columns.indexOf(cell.from),
      rowSpan: span(rows, cell.top, cell.bottom),
      columnSpan: span(columns, cell.from, cell.to),
      text: cell.texts
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n'),
      line: firstLine + (cell.texts.find(({ text }) => text !== '')?.line ?? cell.texts[0]?.line ?? 0),
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column)
}
