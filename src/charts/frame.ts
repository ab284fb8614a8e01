import type { Chart } from './chart.ts'
import {
  chartWidth,
  innerWidth,
  margin,
  type Drawing,
  type Fill,
  type Mark,
  type Section,
  type TextMark,
} from './drawing.ts'
import { drawableText, lineHeight, textMark, textWidth } from './text.ts'
import { wrapText } from './wrap.ts'

const titleSize = 17
const unitSize = 12
const footSize = 11
const swatch = 12

/** What a fill stands for. */
export interface LegendEntry {
  readonly fill: Fill
  readonly name: string
}

/** Puts title, unit and legend above a picture, source and notes below it. */
export function framed(
  chart: Pick<Chart, 'title' | 'unit' | 'source' | 'notes'>,
  legend: readonly LegendEntry[],
  body: (top: number) => Section,
): Drawing {
  const title = lines('title', chart.title, titleSize, margin)
  const unit = lines('unit', `单位：${chart.unit}`, unitSize, margin + title.height + 4)
  const keys = legendSection(legend, margin + title.height + 4 + unit.height)
  const top = margin + title.height + unit.height + keys.height + 14
  const picture = body(top)
  const footTop = top + picture.height + 10
  const foot = footSection([chart.source, ...(chart.notes ?? [])], footTop)
  return {
    width: chartWidth,
    height: Math.ceil(footTop + foot.height + margin),
    title: drawableText(chart.title),
    marks: [...title.marks, ...unit.marks, ...keys.marks, ...picture.marks, ...foot.marks],
  }
}

/** Wrapped text over the whole width. */
export function lines(role: TextMark['role'], text: string, size: number, top: number): Section {
  const pitch = size * (lineHeight + 0.1)
  const marks = wrapText(text, size, innerWidth).map((line, at) =>
    textMark(role, line, size, { x: margin, y: top + at * pitch }),
  )
  return { marks, height: marks.length * pitch }
}

/** Entries one behind the other, each whole; a name too long for a line is wrapped beside its swatch. */
function legendSection(legend: readonly LegendEntry[], start: number): Section {
  const pitch = unitSize * (lineHeight + 0.25)
  const marks: Mark[] = []
  let [x, top] = [margin, start + 6]
  for (const { fill, name } of legend) {
    const wrapped = wrapText(name, unitSize, innerWidth - swatch - 6)
    const width = swatch + 6 + Math.max(...wrapped.map((line) => textWidth(line, unitSize))) + 16
    if (x > margin && x + width - 16 > margin + innerWidth) [x, top] = [margin, top + pitch]
    marks.push({ kind: 'bar', fill, box: { x, y: top + 2, width: swatch, height: swatch - 1 } })
    for (const [at, line] of wrapped.entries()) {
      marks.push(textMark('label', line, unitSize, { x: x + swatch + 6, y: top + at * pitch }))
    }
    top += (wrapped.length - 1) * pitch
    x += width
  }
  return { marks, height: legend.length === 0 ? 0 : top + pitch - start }
}

function footSection(texts: readonly string[], top: number): Section {
  const rule: Mark = {
    kind: 'line',
    stroke: 'rule',
    from: { x: margin, y: top },
    to: { x: margin + innerWidth, y: top },
  }
  const marks: Mark[] = [rule]
  let height = 8
  for (const text of texts) {
    const section = lines('foot', text, footSize, top + height)
    marks.push(...section.marks)
    height += section.height + 2
  }
  return { marks, height }
}
