import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

const [keji, jiaoti, shenji] = ['科学技术局', '教育和体育局', '审计局'] as const
const listed = '科技局和教体局2024年依申请各几件'
const three = [listed, '审计局呢']
const allThree = { agencies: [jiaoti, keji, shenji], years: [2024], metrics: ['requests.received.total'] }
const one = '科技局2024年依申请几件'
const years = ['科技局2022年依申请几件', '2023年呢', '2024年呢']

describe('a list named one by one stands in a row with the figure asked for after it', () => {
  test.each<[readonly string[], Expected]>([
    [[...three, '一共几件'], { operation: 'sum', ...allThree }],
    [[...three, '三家一共几件'], { operation: 'sum', ...allThree }],
    [[...three, '哪个最多'], { operation: 'rank', top: 1, ...allThree }],
    [[...three, '平均每家几件'], { operation: 'average', ...allThree }],
    [[...three, '它们复议几件'], { operation: 'list', agencies: allThree.agencies }],
    [[one, '教体局和审计局呢', '合计'], { operation: 'sum', ...allThree }],
    [[listed, '复议呢', '一共几件'], { operation: 'sum', metrics: ['review.reconsideration.total'] }],
    [[listed, '2023年呢', '一共几件'], { operation: 'sum', years: [2023] }],
    [[listed, '2023年呢', '差几件'], { operation: 'compare', years: [2023] }],
    [
      ['科技局2024年复议几件', '各街道2024年依申请几件', '一共几件'],
      { operation: 'sum', whose: 'subdistrict' },
    ],
    [['各街道2024年依申请各几件', '各镇呢', '合计'], { operation: 'sum', whose: 'township' }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })

  test.each<readonly string[][]>([
    [[...three, '差几件']],
    [[...three, '两家一共几件']],
    [[listed, '科技局呢', '一共几件']],
    [['各单位2024年依申请几件', '教体局呢', '合计']],
  ])('%s is declined', (turns) => {
    expect(converse(...turns)).toBe('not_understood')
  })
})

describe('those in a row are ranked', () => {
  test.each<[readonly string[], Expected]>([
    [[...three, '排个名'], { operation: 'rank', ...allThree }],
    [[one, '教体局呢', '排一下'], { operation: 'rank', agencies: [jiaoti, keji] }],
    [[one, '教体局呢', '审计局呢', '三家排个名'], { operation: 'rank', ...allThree }],
    [[one, '教体局呢', '全区排个名'], { operation: 'rank', whose: 'all' }],
    [[one, '复议呢', '排个名'], { operation: 'rank', whose: 'all' }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('哪年最多 is of three years that were asked about, and 哪年多 of two', () => {
  test.each<[readonly string[], Expected]>([
    [[...years, '哪年最多'], { by: 'year', years: [2022, 2023, 2024], agencies: [keji] }],
    [[...years, '哪年最少'], { by: 'year', years: [2022, 2023, 2024], order: 'asc' }],
    [[...years, '近两年哪年最多'], { by: 'year', years: [2024, 2025] }],
    [[one, '2023年呢', '哪年多'], { by: 'year', years: [2023, 2024] }],
    [[one, '哪年多'], { operation: 'rank', by: 'year', agencies: [keji] }],
    [[one, '哪年少'], { operation: 'rank', by: 'year', order: 'asc' }],
    [[one, '教体局呢', '哪年多'], { operation: 'rank', by: 'year', agencies: [jiaoti] }],
    [['科技局2024年依申请比2023年多几件', '哪年多'], { by: 'year', years: [2023, 2024] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject({ operation: 'rank', ...expected })
  })

  test('of two agencies that were compared it means nothing', () => {
    expect(converse('科技局和教体局2024年依申请谁多', '哪年多')).toBe('not_understood')
  })
})

describe('a sum that is to be confirmed is the sum of those in a row', () => {
  test.each<[readonly string[], Expected]>([
    [
      ['科技局2024年依申请是40件吧', '教体局是11件吧', '一共51件对吗'],
      { operation: 'sum', confirm: 51, agencies: [jiaoti, keji] },
    ],
    [[one, '教体局呢', '一共50件吧'], { operation: 'sum', confirm: 50 }],
    [[one, '教体局呢', '一共3个对吗'], { operation: 'sum', confirm: 3, agencies: [jiaoti, keji] }],
    [[one, '教体局呢', '两家一共51件对吗'], { operation: 'sum', confirm: 51 }],
    [[one, '2023年呢', '两年一共21件对吧'], { operation: 'sum', confirm: 21, years: [2023, 2024] }],
    [['科技局2024年复议几件', '诉讼呢', '一共8件吧'], { metrics: ['review.all.total'], confirm: 8 }],
    [[one, '一共40件对吧'], { operation: 'value', confirm: 40 }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })

  test.each<readonly string[][]>([
    [[one, '不予公开呢', '一共51件对吗']],
    [[one, '教体局呢', '一共超过50件吗']],
    [[one, '教体局呢', '一共51件']],
  ])('%s is declined', (turns) => {
    expect(converse(...turns)).toBe('not_understood')
  })
})

describe('what was asked year by year of two agencies is not set against each other', () => {
  const spans = ['科技局近三年依申请', '教体局呢']
  test.each<readonly string[][]>([
    [[...spans, '差几件']],
    [[...spans, '一共几件']],
    [[...spans, '谁多']],
    [['科技局近三年依申请', '复议呢', '差几件']],
  ])('%s is declined', (turns) => {
    expect(converse(...turns)).toBe('not_understood')
  })

  test.each<[readonly string[], Expected]>([
    [[...spans, '哪年最多'], { operation: 'rank', by: 'year', agencies: [jiaoti] }],
    [[...spans, '平均每年几件'], { operation: 'average', agencies: [jiaoti] }],
    [[...spans, '前一个呢'], { operation: 'trend', agencies: [keji] }],
    [[one, '近三年呢', '一共几件'], { operation: 'sum', agencies: [keji] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})
