import { describe, expect, test } from '@jest/globals'
import { everybody, short } from '../district-words.ts'
import { converse, type Expected } from './converse.ts'

const keji = ['科学技术局']
const jiaoti = ['教育和体育局']

const towns = ['新兖镇人民政府', '小孟镇人民政府']
const all = everybody.map(({ name }) => short(name))
const received = ['requests.received.total']

const first = '科技局2024年依申请几件'

describe('a fragment edits the query before', () => {
  test.each<[readonly string[], Expected | string]>([
    [[first, '那2022年呢'], { agencies: keji, metrics: received, years: [2022], operation: 'value' }],
    [[first, '教体局呢'], { agencies: jiaoti, years: [2024], operation: 'value' }],
    [[first, '上一年呢'], { years: [2023] }],
    [['科技局依申请几件', '去年呢'], { years: [2024] }],
    [['科技局2024年依申请几件', '去年呢'], { years: [2025] }],
    [[first, '和上年比'], { operation: 'compare', subject: 2024, base: 2023 }],
    [[first, '和上年比', '2023年呢'], { operation: 'value', years: [2023] }],
    [[first, '和教体局比'], { operation: 'compare', subject: '济宁市兖州区科学技术局' }],
    [[first, '教体局比它多几件'], { operation: 'compare', subject: '济宁市兖州区教育和体育局' }],
    [[first, '各街道呢'], { operation: 'sum', whose: 'subdistrict' }],
    [['各镇2024年依申请分别几件', '各街道呢'], { operation: 'list', whose: 'subdistrict' }],
    [[first, '它的行政复议呢'], { agencies: keji, years: [2024], metrics: ['review.reconsideration.total'] }],
    [[first, '企业的呢'], { metrics: ['requests.received.enterprise'] }],
    [
      ['科技局2024年法人依申请几件', '其中无法提供的'],
      { metrics: ['requests.unavailable.organizations'], years: [2024] },
    ],
    [['科技局2024年法人依申请几件', '无法提供的呢'], { metrics: ['requests.unavailable.total'] }],
    [['科技局2024年法人依申请几件', '其中公开率'], 'not_understood'],
    [['科技局2024年法人依申请几件', '其中诉讼几件'], 'not_understood'],
    [['科技局2024年诉讼败诉几件', '其中直接起诉的'], { metrics: ['review.litigationDirect.corrected'] }],
    [[first, '科研机构几件'], { agencies: keji, metrics: ['requests.received.researchInstitution'] }],
    [['科技局2024年复议几件', '纠正的', '还有维持的'], { metrics: ['review.reconsideration.upheld'] }],
    [['全区2024年依申请一共几件', '最多的是谁'], { operation: 'rank', top: 1, agencies: all, years: [2024] }],
    [['各镇2024年依申请一共几件', '谁最多'], { operation: 'rank', agencies: towns, years: [2024] }],
    [['各镇2024年依申请一共几件', '哪家最少'], { operation: 'rank', order: 'asc', agencies: towns }],
    [['各镇2024年依申请一共几件', '全区谁最多'], { operation: 'rank', agencies: all }],
    [['各镇2024年依申请一共几件', '2024年谁依申请最多'], { operation: 'rank', agencies: all }],
    [
      ['各镇2024年依申请一共几件', '有几家超过30件'],
      { operation: 'count', agencies: towns, where: [{ op: '>', value: 30 }] },
    ],
    [[first, '谁最多'], { operation: 'rank', agencies: all }],
    [['2024年依申请前三名', '2023年呢'], { operation: 'rank', top: 3, years: [2023] }],
    [['哪些单位2024年有复议', '诉讼呢'], { operation: 'list', metrics: ['review.litigation.total'] }],
    [[first, '趋势呢'], { operation: 'trend', years: [2023, 2024, 2025] }],
    [['科技局2024年不予公开几件', '占比呢'], { operation: 'ratio', metrics: ['rate.denied'] }],
    [['科技局2024年不予公开几件', '什么原因'], { operation: 'detail', years: [2024] }],
    [[first, '占全区多少'], { operation: 'share', agencies: keji }],
    ...['这个数不对', '是不是算错了', '从哪里来的数字', '以什么为依据'].map(
      (why): [readonly string[], Expected] => [
        [first, why],
        { operation: 'explain', explains: 'value', agencies: keji },
      ],
    ),
    [[first, '其中网络的呢'], 'not_in_tables'],
    [[first, '其中疑难的呢'], 'not_understood'],
    [['教体局2024年依申请几件', '不对，科技局'], { agencies: keji, years: [2024] }],
    [[first, '出个走势图'], { operation: 'trend', years: [2023, 2024, 2025] }],
    // 今年 was told of 2025, so that 去年 is 2024, in a question by itself too.
    [['今年依申请几件', '去年复议几件'], { operation: 'sum', years: [2024] }],
    [['今年依申请几件', '去年复议几件', '前年诉讼几件'], { years: [2023] }],
    [['今年依申请几件', '2023年复议几件', '去年诉讼几件'], { years: [2025] }],
    [[first, '怎么算的'], { operation: 'explain', explains: 'value', agencies: keji }],
    [
      ['谁没交年报', '镇街呢'],
      { intent: 'reports', operation: 'missing', whose: 'townshipsAndSubdistricts' },
    ],
    // Figures again: asked back, and the answer carries the rest.
    [['谁没交年报', '比去年增长最多的三家'], 'metric'],
    [['谁没交年报', '比去年增长最多的三家', '1'], { operation: 'rank', growth: 'delta', top: 3 }],
    [['谁没交年报', '前三名', '行政复议'], { operation: 'rank', metrics: ['review.reconsideration.total'] }],
    [['谁没交年报', '有几家'], { intent: 'reports', operation: 'count' }],
    [['科技局是10件吗', '依申请'], { operation: 'value', confirm: 10, agencies: keji }],
    [['教体局比科技局多多少', '1'], { operation: 'compare', metrics: received }],
    [['超过30件的单位有哪些', '行政复议'], { operation: 'list', where: [{ op: '>', value: 30 }] }],
    [[first, '不是科技局，是教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '不对，是2023年'], { agencies: keji, years: [2023] }],
    [[first, '我说的是行政复议'], { metrics: ['review.reconsideration.total'], agencies: keji }],
    [[first, '讲个笑话', '那2023年呢'], { years: [2023], agencies: keji }],
    [[first, '谢谢', '教体局呢'], { agencies: jiaoti }],
    [[first, '网上的呢'], 'not_in_tables'],
    [['那2022年呢'], 'metric'],
    [['科技局哪年依申请最多', '教体局呢'], { operation: 'rank', by: 'year', agencies: jiaoti }],
    [['科技局2024年依申请同比', '各街道分别几件'], { operation: 'list', years: [2024] }],
    [
      ['2024年依申请比2023年增长最多的两家', '各镇呢'],
      { growth: 'delta', whose: 'township', top: 2, subject: 2024 },
    ],
    [
      ['2024年依申请比2023年增长最多的两家', '办结呢'],
      { growth: 'delta', metrics: ['requests.handledTotal.total'] },
    ],
    [
      ['2024年依申请同比降幅最大的两家', '2023年呢'],
      { growth: 'change', order: 'asc', subject: 2023, base: 2022 },
    ],
    [['2024年依申请比2022年增长最多的两家', '2023年呢'], 'not_understood'],
    [
      ['哪些单位2024年依申请超过10件', '办结呢'],
      { metrics: ['requests.handledTotal.total'], where: [{ op: '>', value: 10 }] },
    ],
    [['哪些单位2024年依申请超过10件', '有复议的呢'], { where: [{ op: '>', value: 0 }] }],
    [['哪些单位2024年公开率低于60%', '复议呢'], 'not_understood'],
    [['2024年几家单位复议超过2件', '2023年呢'], { operation: 'count', years: [2023] }],
    [['科技局近三年依申请趋势', '一共几件'], { operation: 'sum', years: [2023, 2024, 2025] }],
    [['科技局近三年依申请一共几件', '每年呢'], { operation: 'trend', years: [2023, 2024, 2025] }],
    [['科技局2024年依申请和办结各几件', '企业的呢'], 'not_understood'],
    [['科技局2024年公开率', '企业的呢'], 'not_understood'],
    [
      ['除科技局外各部门2024年依申请合计', '除教体局外呢'],
      { whose: 'department', without: ['济宁市兖州区教育和体育局'], operation: 'sum' },
    ],
    [['科技局、教体局2024年依申请各几件', '谁多'], { operation: 'compare', years: [2024] }],
    [
      ['科技局2024年依申请比教体局多几件', '比审计局呢'],
      { operation: 'compare', subject: '济宁市兖州区科学技术局', base: '济宁市兖州区审计局' },
    ],
    [[first, '和全区比'], 'not_understood'],
    [['科技局2024年公开率', '全区呢', '高几个百分点'], 'not_understood'],
    [[first, '平均到每家'], { operation: 'average', agencies: all, years: [2024] }],
    [['科技局依申请几件', '去年呢', '前年呢'], { years: [2023] }],
    [['科技局去年依申请几件', '前年呢'], { years: [2024] }],
    [['科技局2024年不予公开的主要原因', '教体局呢'], { operation: 'rank', by: 'row', agencies: jiaoti }],
    [[first, '我是说2023年'], { years: [2023], agencies: keji }],
    [['科技局2024年年报合格吗', '错在哪里'], { metrics: ['report.findings'], agencies: keji, years: [2024] }],
    [
      ['科技局2024年年报合格吗', '什么时候交的'],
      { metrics: ['report.filed'], agencies: keji, years: [2024] },
    ],
    [
      ['科技局2024年年报交了没', '校验通过了吗'],
      { metrics: ['report.verdict'], agencies: keji, years: [2024] },
    ],
    [['科技局2024年年报合格吗', '谁没通过校验'], { agencies: ['人民政府', ...all], years: [2025] }],
    [['科技局2024年年报合格吗', '还差几家没报'], { operation: 'count', agencies: ['人民政府', ...all] }],
    [['各镇2024年年报合格吗', '有什么错误'], { whose: 'township', years: [2024] }],
    [[first, '有哪些错误'], { metrics: ['report.findings'], agencies: keji, years: [2024] }],
    [[first, '年报交了没'], { metrics: ['report.submitted'], whose: 'all', years: [2025] }],
  ])('%s', (turns, expected) => {
    const found = converse(...turns)
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatchObject(expected)
  })

  test.each([[[first, '行政复议几件']], [[first, '2023年教体局行政复议几件']]])(
    '%s stands alone',
    (turns) => {
      expect(converse(...turns)).toEqual(converse(turns.at(-1) ?? ''))
    },
  )
})

describe('a question back', () => {
  const streets = '街道办2024年依申请几件'
  test.each<[readonly string[], Expected | string]>([
    [[streets, '1'], { agencies: ['鼓楼街道办事处'], years: [2024], operation: 'value' }],
    [[streets, '第二个'], { agencies: ['龙桥街道办事处'] }],
    [[streets, '龙桥的'], { agencies: ['龙桥街道办事处'] }],
    [[streets, '都要'], { agencies: ['鼓楼街道办事处', '龙桥街道办事处'], operation: 'list' }],
    [[streets, '算了'], 'help'],
    // Beyond the options: they are named again.
    [[streets, '9'], 'agency'],
    [['科技局2024年结转几件', '3'], 'metric'],
    [[streets, '科技局2023年复议几件'], { agencies: keji, metrics: ['review.reconsideration.total'] }],
    [[streets, '龙桥的', '那2023年呢'], { agencies: ['龙桥街道办事处'], years: [2023] }],
    [
      ['科技局2024年结转几件', '结转下年度的'],
      { metrics: ['requests.carriedForward.total'], agencies: keji },
    ],
    [['科技局2024年公开了几件', '予以公开的'], { metrics: ['requests.granted.total'] }],
    [['科技局2024年纠正的几件', '2'], { metrics: ['review.litigation.corrected'] }],
    [['科技局2024年', '1'], { metrics: received, agencies: keji, years: [2024] }],
    [['科技局99年依申请几件', '2023年'], { years: [2023], agencies: keji }],
    [
      ['街道办2024年结转几件', '1', '龙桥'],
      { metrics: ['requests.carriedIn.total'], agencies: ['龙桥街道办事处'] },
    ],
    [['街道2023年'], 'metric'],
    [['街道办2024年依申请几件', '龙桥的那个'], { agencies: ['龙桥街道办事处'] }],
    [
      ['科技局2024年', '部分公开'],
      { metrics: ['requests.partiallyGranted.total'], agencies: keji, years: [2024] },
    ],
    [['科技局2024年结转几件', '上年的'], { metrics: ['requests.carriedIn.total'], agencies: keji }],
    [['科技局2024年维持几件', '诉讼的'], { metrics: ['review.litigation.upheld'], agencies: keji }],
    [['科技局2024年审结率', '复议'], { metrics: ['rate.concluded.reconsideration'], agencies: keji }],
    [
      ['2024年规章最多的两家', '制定的'],
      { metrics: ['proactiveDisclosure.rules.issued'], operation: 'rank', top: 2 },
    ],
    [
      ['科技局2024年规范性文件同比', '3'],
      { metrics: ['proactiveDisclosure.normativeDocuments.inForce'], operation: 'compare' },
    ],
    [
      ['科技局2024年依申请同比', '教体局呢'],
      { operation: 'compare', agencies: jiaoti, subject: 2024, base: 2023 },
    ],
    [
      ['科技局2024年依申请同比', '企业的呢'],
      { operation: 'compare', metrics: ['requests.received.enterprise'] },
    ],
    [['科技局2024年依申请同比', '其中企业几件'], { operation: 'value', years: [2024] }],
    [
      ['科技局和教体局2024年复议谁多', '诉讼呢'],
      {
        operation: 'compare',
        metrics: ['review.litigation.total'],
        base: '济宁市兖州区教育和体育局',
        years: [2024],
      },
    ],
    [
      ['科技局2024年结转对得上吗', '教体局呢'],
      { carryOver: true, agencies: jiaoti, subject: 2024, base: 2023 },
    ],
    [
      ['全区2024年结转对得上吗', '科技局呢'],
      { operation: 'compare', carryOver: true, agencies: keji, subject: 2024, base: 2023 },
    ],
    [
      ['科技局2024年结转对得上吗', '2023年呢'],
      { operation: 'compare', carryOver: true, agencies: keji, subject: 2023, base: 2022 },
    ],
    [
      ['科技局2024年结转对得上吗', '各镇呢', '有几家对不上'],
      { operation: 'count', carryOver: true, whose: 'township', subject: 2024 },
    ],
    [
      ['科技局2024年结转对得上吗', '上年结转几件'],
      { operation: 'sum', metrics: ['requests.carriedIn.total'] },
    ],
    [['科技局2023年依申请同比', '出处', '比上年多几件'], { operation: 'compare', subject: 2023, base: 2022 }],
    [['各镇2024年复议分别几件', '怎么算的', '各街道呢'], { operation: 'list', whose: 'subdistrict' }],
    [['科技局2024年依申请同比', '怎么算的', '上一年呢'], { operation: 'value', years: [2023] }],
    [['科技局依申请几件', '比上年多几件', '去年呢'], { operation: 'value', years: [2024] }],
    [['2024年依申请最多的是谁', '它的复议呢'], 'agency'],
    [['该单位2024年办结几件'], 'agency'],
    [['该单位2024年办结几件', '科技局'], { agencies: keji, years: [2024], operation: 'value' }],
    [['各镇2024年依申请分别几件', '它们的复议呢'], { whose: 'township', operation: 'list' }],
    [[first, '和教体局2022年比'], { operation: 'compare', base: '济宁市兖州区教育和体育局', years: [2022] }],
    [
      [first, '教体局2022年比上年多几件'],
      { operation: 'compare', subject: 2022, base: 2021, agencies: jiaoti },
    ],
  ])('%s', (turns, expected) => {
    const found = converse(...turns)
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatchObject(expected)
  })

  test('what was chosen is no guess', () => {
    expect(converse('sjj2024年依申请几件', '1')).toMatchObject({ agencies: ['市场监督管理局'] })
    expect(converse('sjj2024年依申请几件', '1')).not.toHaveProperty('guessed')
  })
})
