import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const [keji, jiaoti, shenji] = ['科学技术局', '教育和体育局', '审计局'] as const
const first = '科技局2024年依申请几件'
const two = [first, '教体局呢']
const three = [...two, '审计局呢']
const received = ['requests.received.total']
const bothAgencies = { agencies: [jiaoti, keji], years: [2024], metrics: received }
const against = { operation: 'compare', subject: `济宁市兖州区${keji}`, base: `济宁市兖州区${jiaoti}` }
const bothYears = { agencies: [keji], years: [2023, 2024], metrics: received }
const review = ['科技局2024年复议几件', '诉讼呢']

describe('several questions in a row are added up and compared', () => {
  test.each<[readonly string[], Expected]>([
    [[...two, '一共几件'], { operation: 'sum', ...bothAgencies }],
    [[...two, '合计'], { operation: 'sum', ...bothAgencies }],
    [[...two, '加起来多少'], { operation: 'sum', ...bothAgencies }],
    [[...two, '两家一共'], { operation: 'sum', ...bothAgencies }],
    [[...two, '这两个单位合计多少件'], { operation: 'sum', ...bothAgencies }],
    [[first, '教体局2024年依申请几件', '一共几件'], { operation: 'sum', ...bothAgencies }],
    [[...three, '三家一共多少'], { operation: 'sum', agencies: [jiaoti, keji, shenji] }],
    [[...three, '两家一共'], { operation: 'sum', agencies: [jiaoti, shenji] }],
    [
      ['新兖镇2024年依申请几件', '那小孟镇呢', '两个镇加起来是多少'],
      { operation: 'sum', agencies: ['新兖镇人民政府', '小孟镇人民政府'] },
    ],
    [[...two, '差几件'], against],
    [[...two, '两家相差几件'], against],
    [[...two, '谁多'], against],
    [[...two, '多几件'], against],
    [[...three, '两家差多少'], { operation: 'compare', subject: `济宁市兖州区${jiaoti}` }],
    [[...two, '一共几件', '谁多'], against],
    [[...two, '一共几件', '2023年呢'], { operation: 'sum', agencies: [jiaoti, keji], years: [2023] }],
    [[first, '2023年呢', '两年一共'], { operation: 'sum', ...bothYears }],
    [[first, '2023年呢', '两年相差多少'], { operation: 'compare', subject: 2024, base: 2023 }],
    [[first, '2023年呢', '哪年多'], { operation: 'rank', by: 'year', ...bothYears }],
    [[first, '2023年呢', '多了还是少了'], { operation: 'compare', subject: 2024, base: 2023 }],
    [['科技局依申请几件', '去年呢', '差几件'], { operation: 'compare', subject: 2025, base: 2024 }],
    [['科技局依申请几件', '去年呢', '比去年多几件'], { operation: 'compare', subject: 2025, base: 2024 }],
    [['科技局依申请几件', '去年呢', '和上年比'], { operation: 'compare', subject: 2024, base: 2023 }],
    [[...review, '一共几件'], { operation: 'value', metrics: ['review.all.total'] }],
    [
      [...review, '差几件'],
      { ofMetrics: true, metrics: ['review.reconsideration.total', 'review.litigation.total'] },
    ],
    [
      ['科技局2024年处罚几件', '强制呢', '许可呢', '这三项加起来多少'],
      { operation: 'sum', added: true, agencies: [keji] },
    ],
    [['科技局2024年维持的几件', '2', '纠正的呢', '两项加起来'], { operation: 'sum', added: true }],
    [[...two, '怎么算的', '一共几件'], { operation: 'sum', ...bothAgencies }],
    // 最多的是谁 is of all (questions.md section 6), 哪个最多 of those.
    [[...three, '哪个最多'], { operation: 'rank', whose: 'named', top: 1 }],
    [[...three, '最多的是谁'], { operation: 'rank', whose: 'all' }],
    [[...three, '平均每家几件'], { operation: 'average', whose: 'named' }],
    [[first, '2023年呢', '平均每年几件'], { operation: 'average', years: [2023, 2024], agencies: [keji] }],
    [['科技局2024年部分公开几件', '予以公开呢', '加起来呢'], { metrics: ['requests.disclosed.total'] }],
    [['鼓楼街道2024年依申请几件', '两个街道一共呢'], { operation: 'sum', whose: 'subdistrict' }],
    [['科技局和教体局2024年依申请谁多', '2023年呢'], { operation: 'compare', years: [2023] }],
    [['各街道2024年依申请几件', '鼓楼街道占多少'], { operation: 'share', years: [2024] }],
    [['2024年依申请最多的三家', '2023年的总额呢'], { operation: 'sum', whose: 'all', years: [2023] }],
    [[...two, '前一个呢'], { operation: 'value', agencies: [keji] }],
    [[...three, '前一个呢'], { operation: 'value', agencies: [jiaoti] }],
    [['各镇2024年依申请一共几件', '各街道呢', '合计'], { operation: 'sum', whose: 'named' }],
    [[first, '全区呢', '一共几件'], { operation: 'sum', whose: 'all' }],
    [[first, '不对，教体局', '一共几件'], { operation: 'value', agencies: [jiaoti] }],
    [[first, '教体局2023年复议几件', '一共几件'], { operation: 'value', agencies: [jiaoti] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('what cannot be told, or means nothing together, is declined', () => {
  test.each<readonly string[][]>([
    [[...three, '差几件']],
    [[...two, '三家一共']],
    [[...two, '两年一共']],
    [[...two, '两个镇加起来']],
    [[...two, '2023年呢', '一共几件']],
    [[first, '不予公开呢', '一共几件']],
    [[first, '企业的呢', '一共几件']],
    [[first, '全区呢', '差几件']],
    [['各镇2024年依申请一共几件', '各街道呢', '差几件']],
    [['科技局2024年未审结的几件', '1', '纠正的呢', '总共几件']],
    [[first, '前一个呢']],
  ])('%s', (turns) => {
    expect(converse(...turns)).toBe('not_understood')
  })
})
