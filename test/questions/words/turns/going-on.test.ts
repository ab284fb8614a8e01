import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const keji = ['科学技术局']
const jiaoti = ['教育和体育局']
const towns = ['新兖镇人民政府', '小孟镇人民政府']
const received = ['requests.received.total']
const carried = ['requests.carriedIn.total', 'requests.carriedForward.total']
const first = '科技局2024年依申请几件'

describe('a question with a reckoning of its own among many stands alone', () => {
  test.each<[readonly string[], Expected]>([
    [
      ['科技局2022年依申请几件', '不予公开最多的三个单位'],
      { operation: 'rank', top: 3, years: [2025], whose: 'all' },
    ],
    [['科技局2022年依申请几件', '部分公开超过5件的单位有几家'], { operation: 'count', years: [2025] }],
    [['科技局2022年依申请几件', '不予公开平均每家几件'], { operation: 'average', years: [2025] }],
    [['科技局2021年到2023年依申请趋势', '不予公开最多的三个单位'], { operation: 'rank', years: [2025] }],
    [['科技局2021年到2023年依申请趋势', '全区申请人构成'], { operation: 'detail', years: [2023] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })

  test('who stands one before is not the first', () => {
    expect(converse(first, '排第几', '前一名是谁')).toBe('not_understood')
  })
})

describe('what names nobody goes on from the agency spoken of', () => {
  test.each<[readonly string[], Expected | string]>([
    [[first, '诉讼呢，谢谢'], { agencies: keji, metrics: ['review.litigation.total'] }],
    [[first, '麻烦看下其中企业的'], { agencies: keji, metrics: ['requests.received.enterprise'] }],
    [[first, '请问换成行政复议'], { agencies: keji, metrics: ['review.reconsideration.total'] }],
    [[first, '教体局呢，急'], { agencies: jiaoti, metrics: received }],
    [
      ['科技局2024年不予公开几件', '一共办结几件'],
      { agencies: keji, years: [2024], metrics: ['requests.handledTotal.total'] },
    ],
    [
      ['科技局2024年部分公开几件', '公开率是多少'],
      { agencies: keji, years: [2024], metrics: ['rate.disclosed'] },
    ],
    [
      ['科技局2024年复议几件', '被纠正的有吗', '诉讼几件'],
      { agencies: keji, years: [2024], metrics: ['review.litigation.total'] },
    ],
    [[first, '行政处罚几件'], { whose: 'all', years: [2025], metrics: ['proactiveDisclosure.penalties'] }],
    [[first, '行政复议几件'], { whose: 'all', years: [2025], metrics: ['review.reconsideration.total'] }],
    [[first, '信访类的有吗'], { agencies: keji, metrics: ['requests.petitionOrComplaint.total'] }],
    [[first, '办结', '办结率'], { agencies: keji, metrics: ['rate.handled'], operation: 'ratio' }],
    [[first, '外省企业的呢', '企业的呢'], { agencies: keji, metrics: ['requests.received.enterprise'] }],
    [
      ['科技局和教体局2024年依申请一共几件', '2023年呢', '诉讼呢'],
      {
        agencies: [...jiaoti, ...keji],
        operation: 'sum',
        years: [2023],
        metrics: ['review.litigation.total'],
      },
    ],
    [['科技局近三年依申请一共几件', '2023年呢'], { agencies: keji, operation: 'value', years: [2023] }],
    [[first, '请问不是科技局，是教体局'], { agencies: jiaoti, metrics: received }],
    [
      ['科技局2024年结转几件', '1，谢谢'],
      { agencies: keji, metrics: ['requests.carriedIn.total'], operation: 'value' },
    ],
    [['科技局2024年结转几件', '都要，麻烦了'], { metrics: carried }],
    [['科技局2024年依申请比去年多吗', '多多少'], { operation: 'compare', agencies: keji, subject: 2024 }],
    [['科技局2024年比教体局依申请多吗', '教体局多几件'], 'not_understood'],
    [[first, '多多少'], 'not_understood'],
    [[first, '报告有错吗'], { intent: 'reports', agencies: keji, verdicts: ['fail'] }],
    [
      ['科技局2022至2024年依申请', '哪年最多'],
      { operation: 'rank', by: 'year', agencies: keji, years: [2022, 2023, 2024] },
    ],
    [[first, '不予公开呢', '加起来多少'], 'not_understood'],
    [['全区2024年依申请多少件', '按单位列出来'], { operation: 'list', years: [2024] }],
    [['科技局2024年依申请几件', '再看下2023年', '2022年也看看'], { agencies: keji, years: [2022] }],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})

describe('a question that is clear but for what is not there is gone on from', () => {
  test.each<[readonly string[], Expected | string]>([
    [
      ['科技局2024年逾期答复的几件', '那逾期不补正的呢'],
      { agencies: keji, years: [2024], metrics: ['requests.correctionOverdue.total'] },
    ],
    [['科技局2030年依申请几件', '那2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [['曲阜市教体局2024年依申请几件', '那2023年呢'], 'agency'],
    [['曲阜市教体局2024年依申请几件', '那科技局呢'], { agencies: keji, years: [2024], metrics: received }],
    [[first, '曲阜市教体局呢', '2023年呢'], 'agency'],
    [[first, '教体局2030年呢', '2023年呢'], { agencies: jiaoti, years: [2023], metrics: received }],
    [[first, '结转呢', '2023年呢'], 'metric'],
    [
      ['科技局近三年现行有效规范性文件合计', '趋势呢'],
      { agencies: keji, operation: 'trend', metrics: ['proactiveDisclosure.normativeDocuments.inForce'] },
    ],
    [
      ['科技局2023年结转几件', '教体局呢', '结转下年的'],
      { agencies: jiaoti, years: [2023], metrics: ['requests.carriedForward.total'] },
    ],
    [['科技局2030年依申请几件', '怎么算的'], 'metric'],
    [[first, '交了没'], { intent: 'reports', operation: 'status', agencies: keji }],
    [[first, '那镇里呢'], { agencies: towns, years: [2024], operation: 'sum' }],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})

describe('two groups asked side by side are what 谁多 is of', () => {
  const groups = [{ group: 'department' }, { group: 'subdistrict' }]
  test.each<[readonly string[], Expected | string]>([
    [['部门依申请一共几件，街道一共几件', '谁多'], { operation: 'compare', groups, metrics: received }],
    [['部门公开率，街道公开率', '谁高'], { operation: 'compare', groups, metrics: ['rate.disclosed'] }],
    [['部门和街道哪个依申请多', '那谁的多'], { operation: 'compare', groups }],
    // Between the groups, or over the years of each.
    [['部门依申请几件，街道几件', '去年呢', '增加几件'], 'not_understood'],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})

describe('还有几件 asks what remains of the requests', () => {
  const remains = { agencies: keji, years: [2024], metrics: ['requests.carriedForward.total'] }
  test.each<[readonly string[], Expected | string]>([
    [[first, '还有几件'], remains],
    [['科技局2024年办结几件', '还有多少'], remains],
    [[first, '还有几件没办'], remains],
    [['科技局2024年依申请几件，还有几件没办'], { metrics: [...received, ...remains.metrics] }],
    [['科技局2024年复议几件', '还有几件'], 'out_of_scope'],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})

test('各街道每年合计 is one sum a year', () => {
  const read = converse('各街道2023到2025年依申请每年合计多少')
  expect(read).toMatchObject({ operation: 'trend', years: [2023, 2024, 2025], whose: 'subdistrict' })
})
