import { describe, expect, test } from '@jest/globals'
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
      [2023, 0],
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
          { year: 2023, value: 0 },
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
      ['threeSecuritiesOneStability', 1],
      ['prohibitedByLaw', null],
    ],
    null,
    3,
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

test('a ranking of rates by how far they moved counts percentage points', () => {
  const answer: Answer['answer'] = [
    ['甲局', 5.5],
    ['乙局', -2],
  ]
  const rates = { unit: '%' } as const
  expect(chartOf({ operation: 'rank', growth: 'delta' }, answer, rates)).toMatchObject({ unit: '百分点' })
  expect(chartOf({ operation: 'rank', growth: 'change' }, answer, rates)).toMatchObject({ unit: '%' })
})

describe('several things over years', () => {
  const years = { operation: 'list', years: [2023, 2024, 2025] } as const

  test('have a line each, agencies or figures, whichever label comes first', () => {
    const ofAgencies = chartOf(years, [
      ['甲局', 2025, 3],
      ['甲局', 2023, 1],
      ['甲局', 2024, null],
      ['乙局', 2023, 0],
      ['乙局', 2024, 4],
      ['乙局', 2025, 5],
    ])
    expect(ofAgencies).toMatchObject({
      kind: 'trend',
      series: [
        {
          name: '“甲局”',
          points: [
            { year: 2023, value: 1 },
            { year: 2024, value: null },
            { year: 2025, value: 3 },
          ],
        },
        { name: '“乙局”', points: [{ value: 0 }, { value: 4 }, { value: 5 }] },
      ],
    })
    const ofFigures = chartOf(years, [
      [2023, 'requests.granted.total', 1],
      [2023, 'requests.denied.total', 2],
      [2024, 'requests.granted.total', 3],
      [2024, 'requests.denied.total', 4],
    ])
    expect(ofFigures).toMatchObject({
      series: [
        { name: '“requests.granted.total”', points: [{ value: 1 }, { value: 3 }] },
        { name: '“requests.denied.total”', points: [{ value: 2 }, { value: 4 }] },
      ],
    })
  })

  const rows = (count: number): Answer['answer'] =>
    Array.from({ length: count }, (_, at) => [`${at}局`, 2025, at] as const)

  test.each<[string, Partial<Query>, Answer['answer']]>([
    ['of more than four', years, rows(5)],
    ['over two years', { ...years, years: [2024, 2025] }, rows(2)],
    [
      'that are all 0',
      years,
      [
        ['甲局', 2024, 0],
        ['甲局', 2025, 0],
        ['乙局', 2025, 0],
      ],
    ],
    [
      'with three labels a line',
      years,
      [
        ['甲局', 2024, 'requests.denied.total', 1],
        ['甲局', 2025, 'requests.denied.total', 2],
      ],
    ],
    ['in words', years, ['甲局', '乙局']],
  ])('%s have none', (_what, asked, answer) => {
    expect(chartOf(asked, answer)).toBeNull()
  })
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
    'zeros alone',
    { operation: 'rank' },
    [
      ['甲局', 0],
      ['乙局', 0],
      ['丙局', null],
    ],
    {},
  ],
  [
    'one figure among gaps',
    { operation: 'trend' },
    [
      [2023, null],
      [2024, 5],
      [2025, null],
    ],
    {},
  ],
  [
    'what was carried over',
    { operation: 'compare', carryOver: true },
    [
      [2025, 2],
      [2024, 3],
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
