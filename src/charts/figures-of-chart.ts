import type { Chart, CompositionChart, ComparisonChart, RankingChart, TrendChart } from './chart.ts'
import { drawableText } from './text.ts'
import { valueText } from './value-text.ts'

/** The figures of a picture in rows, to be read and copied; the first cell of a row says whose they are. */
export interface ChartFigures {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What stands in a picture, as a table. */
export function figuresOfChart(chart: Chart): ChartFigures {
  switch (chart.kind) {
    case 'trend':
      return ofTrend(chart)
    case 'comparison':
      return ofComparison(chart)
    case 'ranking':
      return ofRanking(chart)
    case 'composition':
      return ofComposition(chart)
  }
}

/** What stands at a value, or in its place. */
export function wordsOfValue(
  { unit, gap = '无数据' }: Chart,
  signed = false,
): (value: number | null) => string {
  return (value) => (value === null ? drawableText(gap) : valueText(value, unit, signed))
}

/** The place of each bar of a ranking; none where it has no value. */
export function placesOf({ bars, places }: RankingChart): readonly string[] {
  const first = (value: number): number => bars.findIndex((bar) => bar.value === value) + 1
  return bars.map(({ value }, at) => (value === null ? '—' : String(places?.[at] ?? first(value))))
}

/** A trend as a comparison of its years. */
export function trendInGroups(chart: TrendChart): ComparisonChart {
  const years = [...new Set(chart.series.flatMap(({ points }) => points.map(({ year }) => year)))].sort()
  const groups = years.map((year) => ({
    label: `${year}年`,
    values: chart.series.map(({ points }) => points.find((point) => point.year === year)?.value ?? null),
  }))
  return { ...chart, kind: 'comparison', series: chart.series.map(({ name }) => name), groups }
}

function ofTrend(chart: TrendChart): ChartFigures {
  const { head, rows } = ofComparison(trendInGroups(chart))
  return { head: ['年度', ...head.slice(1)], rows }
}

function ofComparison(chart: ComparisonChart): ChartFigures {
  const textOf = wordsOfValue(chart)
  return {
    head: ['', ...chart.series.map((name) => (name === '' ? quantity(chart) : name))],
    rows: chart.groups.map(({ label, values }) => [label, ...values.map(textOf)]),
  }
}

function ofRanking(chart: RankingChart): ChartFigures {
  const textOf = wordsOfValue(chart, chart.signed)
  const places = placesOf(chart)
  return {
    head: ['', '名次', quantity(chart)],
    rows: chart.bars.map(({ label, value }, at) => [label, places[at] ?? '', textOf(value)]),
  }
}

function ofComposition(chart: CompositionChart): ChartFigures {
  const textOf = wordsOfValue(chart)
  const total = chart.total === null ? [] : [['合计', textOf(chart.total)]]
  return {
    head: ['', quantity(chart)],
    rows: [...chart.parts.map(({ label, value }) => [label, textOf(value)]), ...total],
  }
}

function quantity({ unit }: Chart): string {
  return unit === '%' ? '比例' : `数量（${unit}）`
}
