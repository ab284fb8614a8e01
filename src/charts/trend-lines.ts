import type { TrendSeries } from './chart.ts'
import {
  innerWidth,
  margin,
  overlap,
  type Box,
  type Mark,
  type Point,
  type Section,
  type TextMark,
} from './drawing.ts'
import { lines } from './frame.ts'
import { linearScale } from './scale.ts'
import { lineHeight, textMark, textWidth } from './text.ts'

const valueSize = 12
const nameSize = 13
const textHeight = valueSize * lineHeight
/** Free above and below the line, for the values. */
const headroom = textHeight + 8
const dotRadius = 3.5

/** What a trend is drawn of: the words of its values are made already. */
export interface TrendPanel {
  readonly name: string
  readonly points: readonly TrendPoint[]
}

export interface TrendPoint {
  readonly year: number
  readonly value: number | null
  readonly text: string
}

/** Whether each year has room for its texts; where it has not, bars in rows show the same. */
export function fitsTrendLines(panels: readonly TrendPanel[]): boolean {
  return panels.every(({ points }) => {
    const step = innerWidth / Math.max(1, points.length)
    const texts = points.flatMap(({ text, year }) => [text, String(year)])
    return points.length > 1 && texts.every((text) => textWidth(text, valueSize) + 4 <= step)
  })
}

/** One line a series, one under the other, all on one scale; a line stops where a value is missing. */
export function trendLines(panels: readonly TrendPanel[], top: number): Section {
  const ranges = panels.map(({ points }) => rangeOf(points))
  const perUnit =
    (panels.length > 1 ? 84 : 150) / Math.max(...ranges.map(({ least, greatest }) => greatest - least))
  const marks: Mark[] = []
  let y = top
  for (const [at, panel] of panels.entries()) {
    const name = panels.length > 1 ? lines('label', panel.name, nameSize, y) : { marks: [], height: 0 }
    const range = ranges[at] ?? rangeOf([])
    const plot = plotOf(panel.points, range, y + name.height, perUnit)
    marks.push(...name.marks, ...plot.marks)
    y += name.height + plot.height + 14
  }
  return { marks, height: y - top }
}

interface Range {
  readonly least: number
  readonly greatest: number
}

/** From the least value to the greatest, 0 among them. */
function rangeOf(points: readonly TrendPoint[]): Range {
  const values = points.flatMap(({ value }) => value ?? [])
  return { least: Math.min(0, ...values), greatest: Math.max(0, ...values) }
}

/** As high as its own values are on the scale of all. */
function plotOf(points: readonly TrendPoint[], range: Range, top: number, perUnit: number): Section {
  const step = innerWidth / points.length
  const span = range.greatest - range.least
  const bottom = top + headroom + (span === 0 ? 0 : span * perUnit)
  const scale = linearScale([range.least, range.greatest], bottom, top + headroom)
  const xs = points.map((_, at) => margin + (at + 0.5) * step)
  const places = points.map(({ value }, at): Point | null =>
    value === null ? null : { x: xs[at] ?? 0, y: scale(value) },
  )
  const segments = places.flatMap((to, at): readonly Segment[] => {
    const from = places[at - 1] ?? null
    return from === null || to === null ? [] : [{ from, to }]
  })
  const axis = { from: { x: margin, y: scale(0) }, to: { x: margin + innerWidth, y: scale(0) } }
  const marks: Mark[] = [
    { kind: 'line', stroke: 'axis', ...axis },
    ...segments.map((segment): Mark => ({ kind: 'line', stroke: 'trend', ...segment })),
    ...places.flatMap((at): readonly Mark[] => (at === null ? [] : [{ kind: 'dot', at }])),
  ]
  const values = points.map(({ text }, at): TextMark => {
    const x = xs[at] ?? 0
    const point = places[at] ?? null
    return point === null
      ? textMark('value', text, valueSize, { x, y: scale(0) - textHeight - 2 }, 'middle')
      : valueBeside(point, text, step, { segments, axis })
  })
  const yearTop = Math.max(bottom, ...values.map(({ box }) => box.y + box.height)) + 6
  const years = points.map(({ year }, at) =>
    textMark('label', String(year), valueSize, { x: xs[at] ?? 0, y: yearTop }, 'middle'),
  )
  return { marks: [...marks, ...values, ...years], height: yearTop + textHeight - top }
}

interface Segment {
  readonly from: Point
  readonly to: Point
}

/** The value of a point where no line crosses it, best nor the axis; it never leaves its year's own column. */
function valueBeside(
  point: Point,
  text: string,
  step: number,
  { segments, axis }: { readonly segments: readonly Segment[]; readonly axis: Segment },
): TextMark {
  const slack = Math.max(0, (step - 4 - textWidth(text, valueSize)) / 2)
  const above = point.y - dotRadius - 2 - textHeight
  const below = point.y + dotRadius + 2
  const shifts = [0, 0.5, 1].map((share) => share * slack)
  const candidates = shifts.flatMap((shift) =>
    [above, below].flatMap((y) =>
      [-shift, shift].map((aside) => textMark('value', text, valueSize, { x: point.x + aside, y }, 'middle')),
    ),
  )
  const isFree =
    (lines: readonly Segment[]) =>
    ({ box }: TextMark) =>
      !lines.some((line) => crosses(line, box))
  const free = candidates.find(isFree([...segments, axis])) ?? candidates.find(isFree(segments))
  return free ?? textMark('value', text, valueSize, { x: point.x, y: above }, 'middle')
}

/** Whether a line runs through a box: looked at closely enough for a box as wide as a digit. */
function crosses({ from, to }: Segment, box: Box): boolean {
  const steps = Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / 2)
  return Array.from({ length: steps + 1 }, (_, at) => at / Math.max(1, steps)).some((share) =>
    overlap(box, {
      x: from.x + share * (to.x - from.x) - 1,
      y: from.y + share * (to.y - from.y) - 1,
      width: 2,
      height: 2,
    }),
  )
}

/** A series with its values in words. */
export function panelOf(series: TrendSeries, textOf: (value: number | null) => string): TrendPanel {
  return {
    name: series.name,
    points: series.points.map(({ year, value }) => ({ year, value, text: textOf(value) })),
  }
}
