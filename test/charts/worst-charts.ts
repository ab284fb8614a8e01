import type { Chart, CompositionPart, RankingChart } from '../../src/charts/chart.ts'

/** 28 characters, as long as names of offices get. */
export const longestName = '济宁市兖州区颜店镇人民政府便民服务中心综合行政执法办公室'

const source = '依据：2025年年报 表三“一、本年新收政府信息公开申请数量”×“总计”'
const notes = ['注意：济宁市兖州区公安局的报告校验未通过（表三第1行 12 = 8 + 3 + 1），数字照报告原样']
const words = { unit: '件', source }

/** Sixty of the longest names: huge before small, zeros, and one without a figure. */
export const sixtyBars: RankingChart = {
  ...words,
  kind: 'ranking',
  title: `${longestName}等60家 2025年 依申请数量`,
  notes,
  bars: Array.from({ length: 60 }, (_, at) => ({
    label: `${longestName}${at}`,
    value: at === 59 ? null : at === 0 ? 123_456 : Math.max(0, 300 - at * 6),
  })),
}

function part([label, value, depth]: readonly [string, number | null, 0 | 1]): CompositionPart {
  return { label, value, depth }
}

function trendOf(values: readonly (number | null)[], first = 2019): Extract<Chart, { kind: 'trend' }> {
  const points = values.map((value, at) => ({ year: first + at, value }))
  return { ...words, kind: 'trend', title: `${longestName} 依申请数量`, series: [{ name: '', points }] }
}

/** Each kind with what is hardest to draw. */
export const worstCharts: Readonly<Record<string, Chart>> = {
  'a trend with a gap, huge beside small': trendOf([3, 11, 7, null, 24_000, 0, 12]),
  'a trend below and above zero': { ...trendOf([-3.5, 12, -40.25, 0, 30, -1]), unit: '万元' },
  'a trend of rates': { ...trendOf([72.7, 66.666, 80, 85.5, 100]), unit: '%' },
  'a trend of zeros': trendOf([0, 0, 0]),
  'a trend without any figure': trendOf([null, null]),
  'a trend of one year': trendOf([5]),
  'a trend of twenty years': trendOf(
    Array.from({ length: 20 }, (_, at) => (at === 5 ? null : at * at * 71)),
    2006,
  ),
  'trends of three': {
    ...trendOf([]),
    series: [
      [1200, 900, null, 1100],
      [3, 0, 5, 2],
      [null, null, null, null],
    ].map((values, at) => ({
      name: `${longestName}${at}`,
      points: values.map((value, year) => ({ year: 2021 + year, value })),
    })),
  },
  'a comparison of four over four': {
    ...words,
    kind: 'comparison',
    title: '4家单位 2022—2025年 依申请数量',
    series: ['2022年', '2023年', '2024年', '2025年'],
    groups: [
      { label: longestName, values: [12, 0, null, 4] },
      { label: '济宁市兖州区公安局', values: [45_678, 3, -1, 2] },
      { label: '济宁市兖州区教育和体育局', values: [0, 0, 0, 0] },
    ],
  },
  'a comparison of series with the longest names': {
    ...words,
    kind: 'comparison',
    title: '比较',
    series: [longestName, `${longestName}（${longestName}）`],
    groups: [{ label: '2024年', values: [1, 2] }],
  },
  'sixty bars with the longest names': sixtyBars,
  'changes, up and down': {
    ...words,
    kind: 'ranking',
    title: '2025年比2024年 依申请数量增减',
    signed: true,
    bars: [40, 12, 0, 0, -1, -150, null].map((value, at) => ({ label: `${longestName}${at}`, value })),
  },
  'one bar, characters no font has': {
    ...words,
    kind: 'ranking',
    title: '𬒗<&>"\'😀',
    bars: [{ label: '堽城镇垟头街道\u0000😀\u200d<b>&', value: 1 }],
  },
  'a composition with parts of parts': {
    ...words,
    kind: 'composition',
    title: '济宁市兖州区科学技术局 2025年 办理结果',
    total: 35,
    parts: (
      [
        ['（一）予以公开', 20, 0],
        ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 3, 0],
        ['（三）不予公开', 8, 0],
        ['3.危及“三安全一稳定”', 0, 1],
        ['4.保护第三方合法权益', 8, 1],
        ['（四）无法提供', 4, 0],
        ['（六）其他处理', null, 0],
      ] as const
    ).map(part),
  },
  'a composition of nothing': {
    ...words,
    kind: 'composition',
    title: '行政复议',
    total: 0,
    parts: (
      [
        ['结果维持', 0, 0],
        ['尚未审结', 0, 0],
      ] as const
    ).map(part),
  },
  'a composition that does not add up': {
    ...words,
    kind: 'composition',
    title: '行政复议',
    total: 3,
    parts: ([['结果维持', 8, 0]] as const).map(part),
  },
}
