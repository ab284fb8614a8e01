import { expect, test } from '@jest/globals'
import { chartOfAnswer, type Answer, type AnswerWords } from '../../src/charts/chart-of-answer.ts'
import type { Chart } from '../../src/charts/chart.ts'
import type { Query } from '../../src/questions/query/query.ts'

const printed = {
  title: '济宁市兖州区科学技术局 依申请数量',
  source: '依据：2025年年报 表三',
  notes: ['2022年没有年报'],
}
const words: AnswerWords = {
  ...printed,
  labelOf: (label) => (typeof label === 'number' ? `${label}年` : `“${label}”`),
}

function chartOf(asked: Partial<Query>, answer: Answer['answer'], rest: Partial<Answer> = {}): Chart | null {
  const query: Query = {
    intent: 'data',
    metrics: ['requests.received.total'],
    agencies: [],
    years: [],
    operation: 'value',
    ...asked,
  }
  return chartOfAnswer({ query, answer, unit: '件', extras: {}, ...rest }, words)
}

test('a trend keeps its gaps', () => {
  expect(
    chartOf({ operation: 'trend' }, [
      [2024, 3],
      [2025, null],
    ]),
  ).toEqual({
    ...printed,
    unit: '件',
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
  })
})

test('a comparison of years goes forward in time, one of agencies as asked', () => {
  const years = chartOf({ operation: 'compare' }, [
    [2025, 11],
    [2024, 10],
  ])
  expect(years).toMatchObject({
    groups: [
      { label: '2024年', values: [10] },
      { label: '2025年', values: [11] },
    ],
  })
  const agencies = chartOf({ operation: 'compare' }, [
    ['乙局', 11],
    ['甲局', 10],
  ])
  expect(agencies).toMatchObject({ groups: [{ label: '“乙局”' }, { label: '“甲局”' }] })
})

test('a ranking by growth has signs and the places of the answer', () => {
  const answer: Answer['answer'] = [
    ['甲局', 5],
    ['乙局', -2],
  ]
  const chart = chartOf({ operation: 'rank', growth: 'delta' }, answer, { extras: { places: [3, 4] } })
  expect(chart).toMatchObject({
    kind: 'ranking',
    signed: true,
    places: [3, 4],
    bars: [{ value: 5 }, { value: -2 }],
  })
})

test.each([
  [
    'requests.handledTotal.total',
    [
      ['granted', 3],
      ['denied', 4],
    ],
    7,
    2,
  ],
  [
    'requests',
    [
      ['received', 3],
      ['carriedIn', 4],
    ],
    null,
    2,
  ],
  [
    'proactiveDisclosure.rules',
    [
      ['issued', 3],
      ['repealed', 4],
    ],
    null,
    2,
  ],
  [
    'requests.denied.total',
    [
      ['stateSecret', 3],
      ['prohibitedByLaw', null],
    ],
    null,
    2,
  ],
  [
    'review.reconsideration.total',
    [
      ['upheld', 3],
      ['corrected', 1],
      ['total', 5],
    ],
    5,
    2,
  ],
] as const)('the whole of %s is only what is one', (metric, answer, total, parts) => {
  const chart = chartOf({ operation: 'detail', metrics: [metric] }, answer)
  expect(chart).toMatchObject({ kind: 'composition', total })
  expect(chart?.kind === 'composition' && chart.parts).toHaveLength(parts)
})

test.each<[string, Partial<Query>, Answer['answer'], Partial<Answer>]>([
  ['a number', { operation: 'value' }, 11, {}],
  ['a refusal', { operation: 'trend' }, null, {}],
  ['names', { operation: 'missing' }, ['甲局', '乙局'], {}],
  [
    'a list',
    { operation: 'list' },
    [
      ['甲局', 1],
      ['乙局', 2],
    ],
    {},
  ],
  ['a single line', { operation: 'rank' }, [['甲局', 1]], {}],
  [
    'nothing but gaps',
    { operation: 'trend' },
    [
      [2024, null],
      [2025, null],
    ],
    {},
  ],
  [
    'figures of several units',
    { operation: 'detail' },
    [
      ['licenses', 1],
      ['fees', 2],
    ],
    { unit: null },
  ],
  [
    'a table of two labels a line',
    { operation: 'trend' },
    [
      ['甲局', 2024, 1],
      ['甲局', 2025, 2],
    ],
    {},
  ],
])('%s has no picture', (_what, asked, answer, rest) => {
  expect(chartOf(asked, answer, rest)).toBeNull()
})
