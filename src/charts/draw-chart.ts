import { barRows, type BarRow } from './bar-rows.ts'
import type { Chart, ComparisonChart, CompositionChart, RankingChart, TrendChart } from './chart.ts'
import type { Drawing, Fill } from './drawing.ts'
import { placesOf, trendInGroups, wordsOfValue } from './figures-of-chart.ts'
import { framed } from './frame.ts'
import { svgOf } from './svg.ts'
import { fitsTrendLines, panelOf, trendLines } from './trend-lines.ts'
import { valueText } from './value-text.ts'

/** As many labels as a picture holds; the text and the list beside it have all. */
export const mostRows = 60

const fills: readonly Fill[] = ['solid', 'hatched', 'hollow', 'dotted']

/** The picture as SVG, drawn for the shipped fonts. */
export function drawChart(chart: Chart): string {
  return svgOf(layoutChart(chart))
}

/** Where everything in the picture stands. */
export function layoutChart(chart: Chart): Drawing {
  switch (chart.kind) {
    case 'trend':
      return trend(chart)
    case 'comparison':
      return comparison(chart)
    case 'ranking':
      return ranking(chart)
    case 'composition':
      return composition(chart)
  }
}

function trend(chart: TrendChart): Drawing {
  const panels = chart.series.map((series) => panelOf(series, wordsOfValue(chart)))
  if (fitsTrendLines(panels)) return framed(chart, [], (top) => trendLines(panels, top))
  return comparison(trendInGroups(chart))
}

function comparison(chart: ComparisonChart): Drawing {
  const textOf = wordsOfValue(chart)
  const rows = chart.groups.map(({ label, values }): BarRow => ({
    label,
    bars: values.map((value, at) => ({ value, text: textOf(value), fill: fillOf(at) })),
  }))
  const legend = chart.series.map((name, at) => ({ name, fill: fillOf(at) }))
  return inRows(chart, rows, chart.series.length > 1 ? legend : [])
}

function ranking(chart: RankingChart): Drawing {
  const textOf = wordsOfValue(chart, chart.signed)
  const places = placesOf(chart)
  const rows = chart.bars.map(({ label, value }, at): BarRow => ({
    label,
    place: places[at] ?? '',
    bars: [{ value, text: textOf(value), fill: value !== null && value < 0 ? 'hatched' : 'solid' }],
  }))
  return inRows(chart, rows)
}

function composition(chart: CompositionChart): Drawing {
  const textOf = wordsOfValue(chart)
  const { total } = chart
  const isWhole = total !== null && total > 0 && addsUpTo(total, chart.parts)
  const rows = chart.parts.map(({ label, value, depth = 0 }): BarRow => {
    const share = isWhole && value !== null && value > 0 ? `（${valueText((100 * value) / total, '%')}）` : ''
    const fill = depth === 1 ? 'hatched' : 'solid'
    return { label, depth, bars: [{ value, text: `${textOf(value)}${share}`, fill }] }
  })
  const sum: readonly BarRow[] =
    total === null ? [] : [{ label: '合计', bars: [{ value: total, text: textOf(total), fill: 'hollow' }] }]
  return inRows(chart, [...rows, ...sum], [], isWhole ? total : null)
}

/** Shares of a table that does not add up would be wrong numbers. */
function addsUpTo(total: number, parts: CompositionChart['parts']): boolean {
  const isPart = parts.every(({ value }) => value === null || (value >= 0 && value <= total))
  const sum = parts.reduce((before, { value, depth = 0 }) => before + (depth === 0 ? (value ?? 0) : 0), 0)
  return isPart && Math.abs(sum - total) < 1e-6
}

function fillOf(at: number): Fill {
  return fills[at % fills.length] ?? 'solid'
}

/** Labels beyond the most are named as left out. */
function inRows(
  chart: Chart,
  rows: readonly BarRow[],
  legend: Parameters<typeof framed>[1] = [],
  whole: number | null = null,
): Drawing {
  const left = rows.length - mostRows
  const note = left > 0 ? [`图中只有前 ${mostRows} 项，另有 ${left} 项没有画出`] : []
  const words = { ...chart, notes: [...note, ...(chart.notes ?? [])] }
  return framed(words, legend, (top) => barRows(rows.slice(0, mostRows), top, whole))
}
