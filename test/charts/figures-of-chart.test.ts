import { expect, test } from '@jest/globals'
import type { Chart } from '../../src/charts/chart.ts'
import { figuresOfChart, type ChartFigures } from '../../src/charts/figures-of-chart.ts'

const words = { title: '', source: '', unit: '件' }

test.each<[string, Chart, ChartFigures]>([
  [
    'a trend: a year a row',
    {
      ...words,
      kind: 'trend',
      series: [
        {
          name: '',
          points: [
            { year: 2024, value: 3 },
            { year: 2025, value: null },
          ],
        },
      ],
    },
    {
      head: ['年度', '数量（件）'],
      rows: [
        ['2024年', '3'],
        ['2025年', '无数据'],
      ],
    },
  ],
  [
    'several trends: a column each, also where a year is missing in one',
    {
      ...words,
      kind: 'trend',
      unit: '%',
      series: [
        { name: '甲局', points: [{ year: 2024, value: 50 }] },
        {
          name: '乙局',
          points: [
            { year: 2024, value: 66.66 },
            { year: 2025, value: 0 },
          ],
        },
      ],
    },
    {
      head: ['年度', '甲局', '乙局'],
      rows: [
        ['2024年', '50.0%', '66.7%'],
        ['2025年', '无数据', '0.0%'],
      ],
    },
  ],
  [
    'a comparison',
    {
      ...words,
      kind: 'comparison',
      series: [''],
      groups: [
        { label: '甲局', values: [1.25] },
        { label: '乙局', values: [null] },
      ],
    },
    {
      head: ['', '数量（件）'],
      rows: [
        ['甲局', '1.25'],
        ['乙局', '无数据'],
      ],
    },
  ],
  [
    'a ranking: places shared, signs where they are changes',
    {
      ...words,
      kind: 'ranking',
      signed: true,
      bars: [5, 5, -2, null].map((value, at) => ({ label: `${at}局`, value })),
    },
    {
      head: ['', '名次', '数量（件）'],
      rows: [
        ['0局', '1', '+5'],
        ['1局', '1', '+5'],
        ['2局', '3', '−2'],
        ['3局', '—', '无数据'],
      ],
    },
  ],
  [
    'a composition: with its whole',
    { ...words, kind: 'composition', total: 5, parts: [{ label: '甲', value: 5 }] },
    {
      head: ['', '数量（件）'],
      rows: [
        ['甲', '5'],
        ['合计', '5'],
      ],
    },
  ],
])('%s', (_what, chart, expected) => {
  expect(figuresOfChart(chart)).toEqual(expected)
})
