import { innerWidth, margin, type Box, type Fill, type Mark, type Section } from './drawing.ts'
import { linearScale, type Scale } from './scale.ts'
import { drawableText, lineHeight, textMark, textWidth } from './text.ts'
import { wrapText } from './wrap.ts'

/** One label with its bars, one under the other. */
export interface BarRow {
  readonly label: string
  /** Stands before the label: the place in a ranking. */
  readonly place?: string
  readonly depth?: 0 | 1
  readonly bars: readonly RowBar[]
}

export interface RowBar {
  /** null: there is no bar, only its text. */
  readonly value: number | null
  readonly text: string
  readonly fill: Fill
}

const labelSize = 13
/** Of labels above their bars: 28 characters on a line. */
const longLabelSize = 12
const valueSize = 12
const barHeight = 13
/** From one bar to the next of the same label. */
const barPitch = 17
const indent = 14
/** The most room for labels beside their bars; longer ones take several lines. */
const widestBeside = 152
/** The shortest room for bars worth looking at. */
const leastRoom = 110
/** Between a bar and its text, and between a label and its bar. */
const gap = 6

/** Horizontal bars with their values at the end: any number of them, with labels and values of any length. */
export function barRows(rows: readonly BarRow[], top: number, whole: number | null = null): Section {
  const table = tableOf(rows, whole)
  const marks: Mark[] = []
  let y = top
  for (const row of rows) {
    const section = table.isBeside ? rowBeside(row, y, table) : rowUnder(row, y, table)
    marks.push(...section.marks)
    y += section.height
  }
  return { marks, height: y - top }
}

/** What all rows share. */
interface Table {
  readonly isBeside: boolean
  readonly labelLeft: number
  /** Of the labels, where they stand beside their bars. */
  readonly labelWidth: number
  readonly scale: Scale
  readonly whole: number | null
}

/** Labels stand beside their bars, long ones in several lines, unless the picture is shorter with all of them above. */
function tableOf(rows: readonly BarRow[], whole: number | null): Table {
  const places = rows.map(({ place }) => (place === undefined ? 0 : textWidth(place, valueSize) + gap))
  const labelLeft = margin + Math.max(0, ...places)
  const labels = rows.map(
    ({ label, depth = 0 }) => textWidth(drawableText(label), labelSize) + depth * indent,
  )
  const labelWidth = Math.min(widestBeside, Math.max(0, ...labels))
  const bars = rows.flatMap((row) => row.bars)
  const room = { left: valueRoom(bars, true), right: valueRoom(bars, false) }
  const right = margin + innerWidth - room.right
  const besideLeft = labelLeft + labelWidth + gap
  const isBeside =
    right - besideLeft - room.left >= leastRoom &&
    heightBeside(rows, labelWidth) <= heightUnder(rows, labelLeft)
  const left = (isBeside ? besideLeft : labelLeft) + room.left
  const values = [...bars.flatMap(({ value }) => value ?? []), ...(whole === null ? [] : [whole])]
  return { isBeside, labelLeft, labelWidth, scale: linearScale(values, left, right), whole }
}

function heightBeside(rows: readonly BarRow[], labelWidth: number): number {
  return rows.reduce((sum, row) => sum + sizeBeside(row, labelBeside(row, labelWidth)).height, 0)
}

function heightUnder(rows: readonly BarRow[], labelLeft: number): number {
  return rows.reduce((sum, row) => sum + sizeUnder(row, labelUnder(row, labelLeft)).height, 0)
}

/** What the texts of bars need on their side of the bars. */
function valueRoom(bars: readonly RowBar[], below: boolean): number {
  const texts = bars.filter(({ value }) => value !== null && value < 0 === below)
  const gaps = below ? [] : bars.filter(({ value }) => value === null)
  return Math.max(0, ...[...texts, ...gaps].map(({ text }) => textWidth(text, valueSize) + gap))
}

function labelBeside({ label, depth = 0 }: BarRow, labelWidth: number): readonly string[] {
  // What fits exactly must not be wrapped for the sake of a rounding.
  return wrapText(label, labelSize, labelWidth - depth * indent + 0.01)
}

/** Between the lines of a label. */
const besidePitch = labelSize * lineHeight

function sizeBeside(
  { bars }: BarRow,
  label: readonly string[],
): { readonly bars: number; readonly label: number; readonly height: number } {
  const size = {
    bars: Math.max(1, bars.length) * barPitch,
    label: labelSize * lineHeight + (label.length - 1) * besidePitch,
  }
  return { ...size, height: Math.max(size.bars + 7, label.length > 1 ? size.label + 8 : 0) }
}

function rowBeside(row: BarRow, top: number, table: Table): Section {
  const label = labelBeside(row, table.labelWidth)
  const size = sizeBeside(row, label)
  const labelTop = top + (size.height - size.label) / 2
  const left = table.labelLeft + (row.depth ?? 0) * indent
  const marks: Mark[] = [
    ...placeMarks(row, labelTop, table),
    ...label.map((line, at) =>
      textMark('label', line, labelSize, { x: left, y: labelTop + at * besidePitch }),
    ),
    ...barMarks(row.bars, top + (size.height - size.bars) / 2, table),
  ]
  return { marks, height: size.height }
}

const underPitch = longLabelSize * (lineHeight + 0.05)

function labelUnder({ label, depth = 0 }: BarRow, labelLeft: number): readonly string[] {
  return wrapText(label, longLabelSize, margin + innerWidth - labelLeft - depth * indent)
}

function sizeUnder(
  { bars }: BarRow,
  label: readonly string[],
): { readonly label: number; readonly height: number } {
  const labelHeight = label.length * underPitch + 1
  return { label: labelHeight, height: labelHeight + bars.length * barPitch + 6 }
}

function rowUnder(row: BarRow, top: number, table: Table): Section {
  const left = table.labelLeft + (row.depth ?? 0) * indent
  const label = labelUnder(row, table.labelLeft)
  const size = sizeUnder(row, label)
  const labels = label.map((line, at) =>
    textMark('label', line, longLabelSize, { x: left, y: top + at * underPitch }),
  )
  const bars = barMarks(row.bars, top + size.label, table)
  return { marks: [...placeMarks(row, top, table), ...labels, ...bars], height: size.height }
}

function placeMarks({ place }: BarRow, top: number, { labelLeft }: Table): readonly Mark[] {
  if (place === undefined) return []
  return [textMark('label', place, valueSize, { x: labelLeft - gap, y: top }, 'end')]
}

function barMarks(bars: readonly RowBar[], top: number, { scale, whole }: Table): readonly Mark[] {
  const zero = scale(0)
  const axis: Mark = {
    kind: 'line',
    stroke: 'axis',
    from: { x: zero, y: top },
    to: { x: zero, y: top + bars.length * barPitch },
  }
  const drawn = bars.flatMap((bar, at): readonly Mark[] => {
    const y = top + at * barPitch + (barPitch - barHeight) / 2
    const track =
      whole === null || bar.value === null
        ? []
        : [{ kind: 'bar', fill: 'track', box: bandOf(whole, scale, y) } as const]
    return [...track, ...barMark(bar, scale, y), valueMark(bar, whole ?? 0, scale, y)]
  })
  return [...drawn, axis]
}

function barMark({ value, fill }: RowBar, scale: Scale, y: number): readonly Mark[] {
  if (value === null || value === 0) return []
  return [{ kind: 'bar', fill, box: bandOf(value, scale, y) }]
}

/** However small the value is, its bar is seen, on its side of 0. */
function bandOf(value: number, scale: Scale, y: number): Box {
  const zero = scale(0)
  const width = Math.max(1.5, Math.abs(scale(value) - zero))
  return { x: value < 0 ? zero - width : zero, y, width, height: barHeight }
}

function valueMark({ value, text }: RowBar, whole: number, scale: Scale, y: number): Mark {
  const top = y + (barHeight - valueSize * lineHeight) / 2
  if (value !== null && value < 0) {
    const x = Math.min(scale(value), scale(0) - 1.5) - gap + 2
    return textMark('value', text, valueSize, { x, y: top }, 'end')
  }
  if (value === null) return textMark('value', text, valueSize, { x: scale(0) + gap - 2, y: top })
  const longest = Math.max(value, whole)
  const end = longest === 0 ? scale(0) : Math.max(scale(longest), scale(0) + 1.5)
  return textMark('value', text, valueSize, { x: end + gap - 2, y: top })
}
