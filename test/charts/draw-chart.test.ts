import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { xmlRoot } from './xml-root.ts'
import type { Chart } from '../../src/charts/chart.ts'
import { drawChart, layoutChart, mostRows } from '../../src/charts/draw-chart.ts'
import { margin, overlap, type Box, type Drawing, type Mark } from '../../src/charts/drawing.ts'
import { drawableText } from '../../src/charts/text.ts'
import { valueText } from '../../src/charts/value-text.ts'
import { longestName, sixtyBars, worstCharts } from './worst-charts.ts'

const named = Object.entries(worstCharts)

function textsOf({ marks }: Drawing, role: string): readonly string[] {
  return marks.flatMap((mark) => (mark.kind === 'text' && mark.role === role ? [mark.text] : []))
}

/** Everything that must not lie on anything else: words, bars (not their tracks), dots. */
function solid(marks: readonly Mark[]): readonly Box[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'text') return [mark.box]
    if (mark.kind === 'bar') return mark.fill === 'track' ? [] : [mark.box]
    if (mark.kind === 'dot') return [{ x: mark.at.x - 3, y: mark.at.y - 3, width: 6, height: 6 }]
    return []
  })
}

function expectClear(drawing: Drawing): void {
  const boxes = solid(drawing.marks)
  const clashes = boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlap(box, other)))
  expect(clashes).toEqual([])
  const inside = { x: margin - 1, right: drawing.width - margin + 1, bottom: drawing.height }
  for (const { x, y, width, height } of boxes) {
    expect(x).toBeGreaterThanOrEqual(inside.x)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(inside.right)
    expect(y + height).toBeLessThanOrEqual(inside.bottom)
  }
}

/** Labels are broken into lines: without blanks they are found again. */
function expectWords(chart: Chart): void {
  const drawing = layoutChart(chart)
  const seen = textsOf(drawing, 'label').join('').replaceAll(' ', '')
  for (const label of labelsOf(chart)) expect(seen).toContain(drawableText(label).replaceAll(' ', ''))
  const values = textsOf(drawing, 'value')
  const expected = valuesOf(chart)
  expect(values.map((text) => text.replace(/（.*）$/u, '')).sort()).toEqual([...expected].sort())
  const foot = textsOf(drawing, 'foot').join('').replaceAll(' ', '')
  for (const text of [chart.source, ...(chart.notes ?? [])]) {
    expect(foot).toContain(drawableText(text).replaceAll(' ', ''))
  }
  expect(textsOf(drawing, 'title').join('').replaceAll(' ', '')).toBe(
    drawableText(chart.title).replaceAll(' ', ''),
  )
}

function labelsOf(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'trend':
      return chart.series.flatMap(({ points, name }) => [...points.map(({ year }) => String(year)), name])
    case 'comparison':
      return [...(chart.series.length > 1 ? chart.series : []), ...chart.groups.map(({ label }) => label)]
    case 'ranking':
      return chart.bars.map(({ label }) => label)
    case 'composition':
      return chart.parts.map(({ label }) => label)
  }
}

function valuesOf(chart: Chart): readonly string[] {
  const signed = chart.kind === 'ranking' && chart.signed === true
  return numbersOf(chart).map((value) => (value === null ? '无数据' : valueText(value, chart.unit, signed)))
}

function numbersOf(chart: Chart): readonly (number | null)[] {
  switch (chart.kind) {
    case 'trend':
      return chart.series.flatMap(({ points }) => points.map(({ value }) => value))
    case 'comparison':
      return chart.groups.flatMap(({ values }) => values)
    case 'ranking':
      return chart.bars.map(({ value }) => value)
    case 'composition':
      return [...chart.parts.map(({ value }) => value), ...(chart.total === null ? [] : [chart.total])]
  }
}

describe.each(named)('%s', (_name, chart) => {
  test('has every label, value and note in it', () => {
    expectWords(chart)
  })

  test('has nothing that lies on anything else or outside', () => {
    expectClear(layoutChart(chart))
  })

  test('is well-formed SVG of one phone width', () => {
    const svg = drawChart(chart)
    expect(xmlRoot(svg)).toMatchObject({ name: 'svg', width: '390' })
    expect(svg).not.toMatch(/NaN|Infinity|undefined|href|<script|<b>/u)
  })
})

const label = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.string({ unit: fc.constantFrom(...Array.from('济宁市兖州区街道办事处（，。2025年A堽')), maxLength: 60 }),
  fc.constant(longestName),
)
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.nat({ max: 20 }),
  fc.double({ min: -100_000, max: 100_000, noNaN: true }),
)
const words = {
  title: label,
  unit: fc.constantFrom('件', '万元', '%'),
  source: label,
  notes: fc.array(label, { maxLength: 3 }),
}
const year = fc.integer({ min: 2000, max: 2030 })
const wildCharts: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    ...words,
    kind: fc.constant('trend' as const),
    series: fc.array(
      fc.record({
        name: label,
        points: fc
          .uniqueArray(fc.record({ year, value }), { maxLength: 20, selector: (point) => point.year })
          .map((points) => points.sort((one, other) => one.year - other.year)),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  fc.nat({ max: 3 }).chain((more) =>
    fc.record({
      ...words,
      kind: fc.constant('comparison' as const),
      series: fc.array(label, { minLength: more + 1, maxLength: more + 1 }),
      groups: fc.array(
        fc.record({ label, values: fc.array(value, { minLength: more + 1, maxLength: more + 1 }) }),
        { maxLength: 8 },
      ),
    }),
  ),
  fc.record({
    ...words,
    kind: fc.constant('ranking' as const),
    signed: fc.boolean(),
    bars: fc.array(fc.record({ label, value }), { maxLength: 60 }),
  }),
  fc.record({
    ...words,
    kind: fc.constant('composition' as const),
    total: value,
    parts: fc.array(fc.record({ label, value, depth: fc.constantFrom(0 as const, 1 as const) }), {
      maxLength: 30,
    }),
  }),
)

test('whatever the figures and names are, nothing overlaps and the SVG is well-formed', () => {
  fc.assert(
    fc.property(wildCharts, (chart) => {
      expectClear(layoutChart(chart))
      expect(xmlRoot(drawChart(chart)).name).toBe('svg')
    }),
    { numRuns: 300 },
  )
})

test('bars are as long as their values are to each other, and level ones share a place', () => {
  const { marks } = layoutChart({
    ...sixtyBars,
    bars: [200, 100, 100, 50, 0].map((amount, at) => ({ label: `甲局${at}`, value: amount })),
  })
  const lengths = marks.flatMap((mark) => (mark.kind === 'bar' ? [mark.box.width] : []))
  const [first = 0, ...rest] = lengths
  expect(rest.map((length) => Math.round((100 * length) / first))).toEqual([50, 50, 25])
  const places = marks.flatMap((mark) =>
    mark.kind === 'text' && mark.role === 'label' && /^\d+$/u.test(mark.text) ? [mark.text] : [],
  )
  expect(places).toEqual(['1', '2', '2', '4', '5'])
})

test('places that are given stand before the bars', () => {
  const bars = [3, 1].map((amount, at) => ({ label: `甲局${at}`, value: amount }))
  const labels = textsOf(layoutChart({ ...sixtyBars, bars, places: [4, 9] }), 'label')
  expect(labels).toEqual(['4', '甲局0', '9', '甲局1'])
})

test('a line stops at a year without a figure and goes on after it', () => {
  const drawing = layoutChart({
    ...sixtyBars,
    kind: 'trend',
    series: [
      { name: '', points: [1, 2, null, 4, 5].map((amount, at) => ({ year: 2021 + at, value: amount })) },
    ],
  })
  const lines = drawing.marks.filter((mark) => mark.kind === 'line' && mark.stroke === 'trend')
  expect(lines).toHaveLength(2)
  expect(drawing.marks.filter(({ kind }) => kind === 'dot')).toHaveLength(4)
})

test('two bars of one label are filled in different ways, and the legend says which is which', () => {
  const { marks } = layoutChart({
    ...sixtyBars,
    kind: 'comparison',
    series: ['2024年', '2025年'],
    groups: [{ label: '公安局', values: [1, 2] }],
  })
  const fills = marks.flatMap((mark) => (mark.kind === 'bar' ? [mark.fill] : []))
  expect(fills).toEqual(['solid', 'hatched', 'solid', 'hatched'])
})

test('shares are given where parts have a whole, and not where they exceed it', () => {
  const whole = worstCharts['a composition with parts of parts']
  const excess = worstCharts['a composition that does not add up']
  expect(whole && textsOf(layoutChart(whole), 'value')).toContain('20（57.1%）')
  expect(excess && textsOf(layoutChart(excess), 'value')).toEqual(['8', '3'])
  const short = { ...whole, total: 36 } as Chart
  expect(textsOf(layoutChart(short), 'value')).toContain('20')
})

test('bars beyond the sixtieth are left out, and the picture says so', () => {
  const [first] = sixtyBars.bars
  const more = { ...sixtyBars, bars: [...sixtyBars.bars, ...(first === undefined ? [] : [first, first])] }
  const drawing = layoutChart(more)
  expect(textsOf(drawing, 'value')).toHaveLength(mostRows)
  expect(textsOf(drawing, 'foot').join('')).toContain('图中只有前 60 项，另有 2 项没有画出')
})

test('one long name among short ones takes several lines; the others stay beside their bars', () => {
  const short = Array.from({ length: 12 }, (_, at) => ({ label: `甲局${at}`, value: at + 1 }))
  const alone = layoutChart({ ...sixtyBars, bars: short })
  const mixed = layoutChart({ ...sixtyBars, bars: [...short, { label: longestName, value: 20 }] })
  const lefts = ({ marks }: Drawing): readonly number[] =>
    marks.flatMap((mark) => (mark.kind === 'bar' ? [mark.box.x] : []))
  expect(new Set(lefts(mixed)).size).toBe(1)
  expect(lefts(mixed)[0]).toBeGreaterThan(lefts(alone)[0] ?? 0)
  expect(textsOf(mixed, 'label').slice(-3).join('')).toBe(longestName)
  expect(mixed.height - alone.height).toBeLessThan(80)
})
