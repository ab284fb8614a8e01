import { expect, test } from '@jest/globals'
import { converse, type Expected } from '../converse.ts'

const forced = '2023年全区行政强制一共多少'
const ranked = { whose: 'all', operation: 'rank', years: [2023] }
const metrics = ['proactiveDisclosure.coerciveMeasures']

/** Those that have most of a figure of all. */
test.each<[string, string, Expected]>([
  [forced, '主要是哪两家', { ...ranked, metrics, top: 2, order: 'desc' }],
  [forced, '主要是哪家', { ...ranked, metrics, top: 1 }],
  [forced, '主要是谁', { ...ranked, metrics, top: 1 }],
  ['2023年全区诉讼一共多少', '主要是谁', { ...ranked, metrics: ['review.litigation.total'], top: 1 }],
  ['2023年全区依申请一共多少', '主要是哪两家', { ...ranked, metrics: ['requests.received.total'], top: 2 }],
  ['2023年各街道许可几件', '主要是哪家', { whose: 'subdistrict', operation: 'rank', top: 1 }],
  ['2023年全区依申请一共多少', '主要是谁', { by: 'applicant', operation: 'rank' }],
  ['2023年全区不予公开一共多少', '主要是什么', { by: 'row', operation: 'rank' }],
])('%s: %s', (question, turn, expected) => {
  expect(converse(question, turn)).toMatchObject(expected)
})

test('主要是哪几家 says no number: all are ranked', () => {
  const query = converse(forced, '主要是哪几家')
  expect(query).toMatchObject(ranked)
  expect(query).not.toHaveProperty('top')
})

/** One alone has nobody to be ranked with, and who applied is no part of its lawsuits. */
test.each([
  ['教体局2023年诉讼几件', '主要是谁', 'out_of_scope'],
  ['教体局2023年诉讼几件', '主要是哪家', 'not_understood'],
])('%s: %s is not answered', (question, turn, reason) => {
  expect(converse(question, turn)).toBe(reason)
})

const carried = '全区2024年结转下年度的多少'

/** Which of two figures of one name is meant, the one spoken of says; 结转呢 may be the other. */
test.each<[string, string, Expected | string]>([
  [carried, '哪家结转最多', { ...ranked, years: [2024], metrics: ['requests.carriedForward.total'], top: 1 }],
  [
    '全区2024年上年结转多少',
    '结转最多的三家',
    { metrics: ['requests.carriedIn.total'], years: [2024], top: 3 },
  ],
  [carried, '结转呢', 'metric'],
  [carried, '教体局结转多少', 'metric'],
  ['全区2024年依申请几件', '哪家结转最多', 'metric'],
])('%s: %s', (question, turn, expected) => {
  if (typeof expected === 'string') expect(converse(question, turn)).toBe(expected)
  else expect(converse(question, turn)).toMatchObject(expected)
})

const all = '全区2024年依申请几件'

/** 再 takes away one more. */
test.each<[readonly string[], readonly string[]]>([
  [
    [all, '除去教体局呢', '再除去住建局呢'],
    ['教育和体育局', '住房和城乡建设局'],
  ],
  [[all, '除去教体局呢', '除去住建局呢'], ['住房和城乡建设局']],
  [[all, '再除去住建局呢'], ['住房和城乡建设局']],
])('%s takes away %s', (turns, without) => {
  expect(converse(...turns)).toMatchObject({
    ...{ operation: 'sum', whose: 'all', without: without.map((name) => `济宁市兖州区${name}`) },
  })
})

const missing = { metrics: ['report.missing'], whose: 'all' }

/** 去年 after the reports now due is the year before those, whatever stands beside it. */
test.each<[readonly string[], Expected]>([
  [['谁没交', '去年呢'], { ...missing, years: [2024] }],
  [['谁没交', '去年谁没交'], { ...missing, years: [2024] }],
  [['谁没交', '去年谁没交', '前年呢'], { ...missing, years: [2023] }],
  [['谁没交', '去年都交了吗'], { ...missing, years: [2024] }],
  [['谁没交', '2023年谁没交', '去年谁没交'], { ...missing, years: [2025] }],
  [['去年谁没交'], { ...missing, years: [2025] }],
  [['全区依申请几件', '去年谁没交'], { ...missing, years: [2025] }],
])('%s', (turns, expected) => {
  expect(converse(...turns)).toMatchObject(expected)
})
