import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

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
    [[first, '2023年呢', '多了1件对吧'], { operation: 'compare', subject: 2024, base: 2023, confirm: 1 }],
    [
      [first, '2023年呢', '2022年呢', '这三年里哪年最多'],
      { operation: 'rank', by: 'year', years: [2022, 2023, 2024] },
    ],
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
    [[...two, '不是教体局，是审计局', '合计'], { operation: 'sum', agencies: [keji, shenji] }],
    [[...two, '不对，审计局', '谁多'], { operation: 'compare', base: `济宁市兖州区${shenji}` }],
    [[first, '2023年呢', '不对，2022年', '两年一共'], { operation: 'sum', years: [2022, 2024] }],
    [[...two, '不是科技局，是审计局', '合计'], { operation: 'value', agencies: [shenji] }],
    [[...two, '它们复议几件'], { operation: 'list', agencies: [jiaoti, keji], years: [2024] }],
    [[...two, '这两家复议几件'], { operation: 'list', agencies: [jiaoti, keji] }],
    [[...two, '复议各几件'], { operation: 'list', agencies: [jiaoti, keji], years: [2024] }],
    [[...two, '2023年一共几件'], { operation: 'sum', agencies: [jiaoti, keji], years: [2023] }],
    [[...two, '2023年谁多'], { ...against, years: [2023] }],
    [[first, '2022年呢', '增加多少'], { operation: 'compare', subject: 2024, base: 2022 }],
    [['科技局2022年依申请几件', '2024年呢', '差几件'], { operation: 'compare', subject: 2024, base: 2022 }],
    [['科技局2022年公开率多少', '2024年呢', '多了还是少了'], { subject: 2024, base: 2022 }],
    [
      [first, '教体局2023年复议几件', '同比增长多少'],
      { operation: 'compare', agencies: [jiaoti], base: 2022 },
    ],
    [[first, '教体局2023年复议几件', '前一个呢'], { operation: 'value', agencies: [keji], years: [2024] }],
    [[first, '教体局2023年复议几件', '审计局呢', '合计'], { operation: 'sum', agencies: [jiaoti, shenji] }],
    [
      ['科技局2024年复议几件', '维持几件', '纠正几件', '两项合计'],
      { added: true, metrics: ['review.reconsideration.upheld', 'review.reconsideration.corrected'] },
    ],
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
    [['科技局2024年复议几件', '维持几件', '纠正几件', '一共几件']],
    [['科技局2024年复议几件', '维持几件', '合计']],
    [[first, '第二名呢']],
    [['全区2024年依申请几件', '第二个呢']],
    [['科技局2024年复议维持几件', '复议一共几件', '加起来']],
    [['科技局2024年诉讼几件', '败诉的呢', '合计']],
    [['科技局2024年不予公开几件', '第三方的呢', '合计']],
    [['科技局2024年不予公开几件', '企业的呢', '合计']],
    [[first, '教体局2023年复议几件', '一共几件']],
    [['科技局2024年复议几件', '教体局2024年诉讼几件', '合计']],
    [['科技局2024年复议几件', '教体局2024年诉讼几件', '谁多']],
    [['科技局2024年复议几件', '教体局2024年诉讼几件', '两家一共']],
  ])('%s', (turns) => {
    expect(converse(...turns)).toBe('not_understood')
  })
})
