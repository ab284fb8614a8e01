/** A chart laid out: everything with its place, in CSS pixels from the top left. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** For those who cannot see it. */
  readonly title: string
  /** In the order of painting. */
  readonly marks: readonly Mark[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Mark = TextMark | BarMark | LineMark | DotMark

/** One line of text inside its box. */
export interface TextMark {
  readonly kind: 'text'
  readonly role: 'title' | 'unit' | 'label' | 'value' | 'foot'
  readonly text: string
  /** Font size. */
  readonly size: number
  readonly anchor: Anchor
  readonly box: Box
}

/** Which end of a text stays in its place when it turns out wider or narrower. */
export type Anchor = 'start' | 'middle' | 'end'

/** How a bar is filled: told apart in grey too. `track`: the whole behind a part. */
export type Fill = 'solid' | 'hatched' | 'hollow' | 'dotted' | 'track'

export interface BarMark {
  readonly kind: 'bar'
  readonly fill: Fill
  readonly box: Box
}

export interface LineMark {
  readonly kind: 'line'
  readonly stroke: 'axis' | 'rule' | 'trend'
  readonly from: Point
  readonly to: Point
}

export interface DotMark {
  readonly kind: 'dot'
  readonly at: Point
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A piece of a drawing that stands under others; its marks begin at the height it was given. */
export interface Section {
  readonly marks: readonly Mark[]
  readonly height: number
}

/** Width of every chart: that of a phone, drawn at twice the pixels. */
export const chartWidth = 390

/** Free on both sides, above and below. */
export const margin = 16

/** Between the margins. */
export const innerWidth = chartWidth - 2 * margin

/** Whether two boxes have more than an edge in common. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - tolerance &&
    other.x < one.x + one.width - tolerance &&
    one.y < other.y + other.height - tolerance &&
    other.y < one.y + one.height - tolerance
  )
}

const tolerance = 0.01
