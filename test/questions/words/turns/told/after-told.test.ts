import { expect, test } from '@jest/globals'
import type { Expected } from '../converse.ts'
import { converse } from '../converse.ts'
import { after, best, gulou, jiaoti, keji, most, sued, those, three } from './after-list.ts'

const received = ['requests.received.total']

/** All of the ranking, its other end, or the same of another year: whoever it is is told. */
test.each<[string, readonly string[], string, Expected]>([
  [best, three, '还有谁', { whose: 'all', operation: 'rank', order: 'desc', years: [2024] }],
  [best, three, '还有哪些单位', { whose: 'all', operation: 'rank', years: [2024] }],
  [best, three, '后面的呢', { whose: 'all', operation: 'rank', years: [2024] }],
  [best, three, '再往后呢', { whose: 'all', operation: 'rank', years: [2024] }],
])('%s (%s): %s is the whole ranking', (question, told, turn, expected) => {
  const query = after(question, told, turn)
  expect(query).toMatchObject(expected)
  expect(query).not.toHaveProperty('top')
})

test.each<[string, readonly string[], string, Expected]>([
  [best, three, '倒数的呢', { whose: 'all', operation: 'rank', top: 3, order: 'asc' }],
  [most, [keji], '2023年也是它吗', { whose: 'all', operation: 'rank', top: 1, years: [2023] }],
  [most, [keji], '2023年还是科技局吗', { whose: 'all', operation: 'rank', top: 1, years: [2023] }],
  [most, [keji], '2023年是不是它', { whose: 'all', operation: 'rank', top: 1, years: [2023] }],
  [best, three, '2023年也是它们吗', { whose: 'all', operation: 'rank', top: 3, years: [2023] }],
  [
    most,
    [keji],
    '复议也是它吗',
    { whose: 'all', operation: 'rank', metrics: ['review.reconsideration.total'] },
  ],
  [most, [keji], '它2023年有吗', { agencies: [keji], operation: 'value', years: [2023] }],
  [best, three, '其他的一共几件', { whose: 'named', operation: 'sum', metrics: received }],
])('%s (%s): %s', (question, told, turn, expected) => {
  expect(after(question, told, turn)).toMatchObject(expected)
})

/** Who has no lawsuit has lost none; another figure is asked of all. */
test.each<[string, string, Expected]>([
  [sued, '没有败诉的呢', { agencies: those, where: [{ op: '=', value: 0 }], operation: 'list' }],
  [sued, '没有败诉的有几家', { agencies: those, where: [{ op: '=', value: 0 }], operation: 'count' }],
  ['2024年有复议的单位', '没有纠正的呢', { agencies: those, metrics: ['review.reconsideration.corrected'] }],
  [sued, '没有复议的呢', { whose: 'all', where: [{ op: '=', value: 0 }] }],
  ['2024年没有诉讼的单位', '没有败诉的呢', { whose: 'all', where: [{ op: '=', value: 0 }] }],
])('%s: %s', (question, turn, expected) => {
  expect(after(question, those, turn)).toMatchObject(expected)
})

/** The one told, set beside others. */
test.each<[string, Expected]>([
  ['占全区多少', { agencies: [keji], operation: 'share' }],
  ['比教体局多几件', { operation: 'compare', agencies: [jiaoti, keji] }],
])(`${most} (${keji}): %s`, (turn, expected) => {
  expect(after(most, [keji], turn)).toMatchObject(expected)
})

/** The reports of those told, or of all. */
test.each<[string, readonly string[], string, Expected]>([
  ['谁没通过', [keji], '什么问题', { agencies: [keji], metrics: ['report.findings'], years: [2025] }],
  ['谁没通过', [keji, gulou], '哪里错了', { agencies: [keji, gulou], metrics: ['report.findings'] }],
  ['谁通过了', [keji], '哪里错了', { whose: 'all', metrics: ['report.findings'] }],
  ['谁没通过', [keji], '去年通过了吗', { agencies: [keji], metrics: ['report.verdict'], years: [2024] }],
  ['谁没交', [keji, gulou], '去年交了吗', { agencies: [keji, gulou], operation: 'status', years: [2024] }],
  ['谁没交', [keji, gulou], '交了的呢', { whose: 'all', metrics: ['report.submitted'] }],
  ['谁没交', [keji, gulou], '交了几家', { whose: 'all', operation: 'count' }],
])('%s (%s): %s', (question, told, turn, expected) => {
  expect(after(question, told, turn)).toMatchObject(expected)
})

/** 为什么 about one of them is not answered, and the list stays. */
test('the places of a list are known after 第二名为什么这么多', () => {
  expect(after(best, three, '第二名为什么这么多', '第三名复议几件')).toMatchObject({
    ...{ agencies: [keji], operation: 'value', metrics: ['review.reconsideration.total'] },
  })
})

/** The figure of just those spoken of: of all together, or of each. */
test.each<[string, string, Expected]>([
  [best, '全区呢', { whose: 'all', operation: 'sum', metrics: received }],
  [best, '各单位呢', { whose: 'all', operation: 'list', metrics: received }],
  [best, '各街道呢', { whose: 'subdistrict', operation: 'rank' }],
  ['街道里依申请谁最多', '全区呢', { whose: 'all', operation: 'rank' }],
  ['街道里依申请谁最多', '各街道呢', { whose: 'subdistrict', operation: 'list' }],
  ['近三年依申请', '各单位呢', { whose: 'all', operation: 'list', years: [2023, 2024, 2025] }],
  ['依申请几件', '各单位呢', { whose: 'all', operation: 'list', years: [2025] }],
  ['公开率多少', '各单位呢', { whose: 'all', operation: 'list', metrics: ['rate.disclosed'] }],
  ['依申请比去年增长最多的三家', '全区呢', { whose: 'all', operation: 'compare', base: 2024 }],
  ['科技局依申请几件', '各单位呢', { whose: 'all', operation: 'sum' }],
  ['各单位依申请几件', '全区呢', { whose: 'all', operation: 'sum' }],
])('%s, then %s', (question, turn, expected) => {
  expect(converse(question, turn)).toMatchObject(expected)
})

/** Who of those named has more; 最多 asks of all. */
test.each<[string, string, Expected]>([
  ['鼓楼和龙桥2024年依申请', '谁的复议多', { whose: 'named', operation: 'rank', years: [2024] }],
  ['鼓楼和龙桥2024年依申请', '复议谁多', { whose: 'named', operation: 'compare', years: [2024] }],
  ['鼓楼和龙桥2024年依申请', '谁的公开率低', { whose: 'named', operation: 'rank', order: 'asc' }],
  ['鼓楼和龙桥2024年依申请', '谁的复议最多', { whose: 'all', operation: 'rank', years: [2025] }],
  ['鼓楼2024年依申请', '谁的复议多', { whose: 'all', operation: 'rank', years: [2025] }],
])('%s, then %s', (question, turn, expected) => {
  expect(converse(question, turn)).toMatchObject(expected)
})
