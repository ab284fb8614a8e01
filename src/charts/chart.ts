/** A picture of figures that are given in words as well: plain data. Names and words come as they are to be read. */
export type Chart = TrendChart | ComparisonChart | RankingChart | CompositionChart

interface ChartWords {
  /** With agency and year: `济宁市兖州区科学技术局 2021—2025年 依申请数量`. */
  readonly title: string
  /** `件`, `万元`, `%` … stands once above the picture; `%` stands at every value too. */
  readonly unit: string
  /** `依据：2025年年报 表三…`. */
  readonly source: string
  /** Further lines under the picture: caveats, who is missing. */
  readonly notes?: readonly string[]
  /** What stands where a value is null; `无数据` unless said otherwise. */
  readonly gap?: string
}

/** Figures over years; several series are drawn one under the other on the same scale. */
export interface TrendChart extends ChartWords {
  readonly kind: 'trend'
  readonly series: readonly TrendSeries[]
}

export interface TrendSeries {
  /** What it is, where there are several. */
  readonly name: string
  /** Ascending; a year that is left out is left out of the axis. */
  readonly points: readonly { readonly year: number; readonly value: number | null }[]
}

/** A few things side by side; of several series each group has a bar in each. */
export interface ComparisonChart extends ChartWords {
  readonly kind: 'comparison'
  /** One name each; a single one may be empty. At most four are told apart. */
  readonly series: readonly string[]
  readonly groups: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
}

/** In the order of the ranking; level values share a place, counted from the first bar unless places are given. */
export interface RankingChart extends ChartWords {
  readonly kind: 'ranking'
  /** Values are changes: a plus stands before those above zero. */
  readonly signed?: boolean
  /** The place of each bar. */
  readonly places?: readonly number[]
  readonly bars: readonly { readonly label: string; readonly value: number | null }[]
}

/** The rows of a table that make up a whole, in the table's order. */
export interface CompositionChart extends ChartWords {
  readonly kind: 'composition'
  readonly parts: readonly CompositionPart[]
  /** What the parts are parts of; shares are given only where those of depth 0 add up to it. */
  readonly total: number | null
}

export interface CompositionPart {
  readonly label: string
  readonly value: number | null
  /** 1: a part of the row above it. */
  readonly depth?: 0 | 1
}
