import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const keji = ['科学技术局']
const jiaoti = ['教育和体育局']
const first = '科技局2024年依申请几件'

describe('a row that must be asked back for goes on from the question before', () => {
  const ofKeji = { agencies: keji, years: [2024] }
  test.each<[readonly string[], Expected]>([
    [[first, '结转几件', '1'], { ...ofKeji, metrics: ['requests.carriedIn.total'] }],
    [[first, '结转了几件', '2'], { ...ofKeji, metrics: ['requests.carriedForward.total'] }],
    [[first, '公开了几件', '1'], { ...ofKeji, metrics: ['requests.granted.total'] }],
    [[first, '公开了几件', '3'], { ...ofKeji, metrics: ['text.published'] }],
    [[first, '没公开的几件', '3'], { ...ofKeji, metrics: ['requests.notProcessed.total'] }],
    [[first, '其他几件', '1'], { ...ofKeji, metrics: ['requests.otherwise.total'] }],
    [['科技局2024年办结几件', '未公开的几件', '2'], { ...ofKeji, metrics: ['requests.unavailable.total'] }],
    [['科技局2024年公开率', '公开了几件', '2', '2023年呢'], { agencies: keji, years: [2023] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

test('a row of another table that must be asked back for stands alone, like one that is clear', () => {
  const last = converse('科技局2024年复议几件', '结转几件', '1')
  expect(last).toMatchObject({ years: [2025], whose: 'all', metrics: ['requests.carriedIn.total'] })
})

describe('what is said of a question that is open joins it', () => {
  const reconsideration = ['review.reconsideration.total']
  const carriedForward = ['requests.carriedForward.total']
  test.each<[readonly string[], Expected | string]>([
    [['2024年', '教体局', '复议'], { agencies: jiaoti, years: [2024], metrics: reconsideration }],
    [['2024年', '教体局复议'], { agencies: jiaoti, years: [2024], metrics: reconsideration }],
    [['教体局', '2024年', '复议'], { agencies: jiaoti, years: [2024], metrics: reconsideration }],
    [['近三年趋势', '科技局', '依申请'], { agencies: keji, operation: 'trend', years: [2023, 2024, 2025] }],
    [['结转几件', '科技局', '2'], { agencies: keji, metrics: carriedForward }],
    [['科技局2024年结转几件', '2023年的', '2'], { agencies: keji, years: [2023], metrics: carriedForward }],
    [['科技局2024年结转几件', '教体局呢', '那2023年呢', '2'], { agencies: jiaoti, years: [2023] }],
    [['科技局2024年结转几件', '不是科技局，是教体局', '2'], { agencies: jiaoti, metrics: carriedForward }],
    [['科技局2024年公开了几件', '结转的', '2'], { agencies: keji, years: [2024], metrics: carriedForward }],
    [['科技局2024年公开了几件', '不予公开的'], { agencies: keji, metrics: ['requests.denied.total'] }],
    [['街道办依申请几件', '复议的'], 'agency'],
    [['街道办2024年依申请几件', '复议的', '1'], { years: [2024], metrics: reconsideration, whose: 'one' }],
    [['街道办收到几件申请', '企业的', '1'], { metrics: ['requests.received.enterprise'], whose: 'one' }],
    [['街道办依申请几件', '2024年的', '1'], { years: [2024], metrics: ['requests.received.total'] }],
    [['街道办2024年依申请几件', '教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '没公开的呢', '教体局的', '1'], { agencies: jiaoti, metrics: ['requests.denied.total'] }],
    [['2024年', '曲阜市水务局', '教体局', '复议'], { agencies: jiaoti, years: [2024] }],
    [['2024年', '曲阜市水务局', '复议'], 'not_in_roster'],
    [['科技局比教体局多结转几件', '水务局呢'], 'not_understood'],
    [['街道办2024年比2023年依申请多几件', '2022年的'], 'not_understood'],
    [
      ['哪个单位比上年增长最多', '2024年', '依申请'],
      { metrics: ['requests.received.total'], subject: 2024, base: 2023 },
    ],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })

  test.each<[readonly string[], Expected]>([
    [
      ['街道办依申请几件', '教体局2024年复议几件'],
      { agencies: jiaoti, years: [2024], metrics: reconsideration },
    ],
    [['科技局2024年结转几件', '谁的依申请最多'], { operation: 'rank', metrics: ['requests.received.total'] }],
  ])('%s asks anew', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('options are told by their places and names', () => {
  const denied = 'requests.denied.total'
  const unavailable = 'requests.unavailable.total'
  const notProcessed = 'requests.notProcessed.total'
  test.each<[string, readonly string[]]>([
    ['1和2', [denied, unavailable]],
    ['1、2', [denied, unavailable]],
    ['1,3', [denied, notProcessed]],
    ['第一个和第三个', [denied, notProcessed]],
    ['3和1都要', [denied, notProcessed]],
    ['1到3', [denied, unavailable, notProcessed]],
    ['前两个', [denied, unavailable]],
    ['后两项吧', [unavailable, notProcessed]],
    ['最后一个', [notProcessed]],
    ['倒数第二个', [unavailable]],
    ['不予公开和无法提供', [denied, unavailable]],
  ])('%s', (answer, metrics) => {
    expect(converse('科技局2024年没公开的几件', answer)).toMatchObject({
      agencies: keji,
      years: [2024],
      metrics,
    })
  })

  test.each(['1和4', '前五个', '1和9'])('%s asks again', (answer) => {
    expect(converse('科技局2024年没公开的几件', answer)).toBe('metric')
    expect(converse('科技局2024年没公开的几件', answer, '2')).toMatchObject({ metrics: [unavailable] })
  })

  test('two that no answer can give together are asked back again', () => {
    expect(converse('科技局2024年公开了几件', '1和3')).toBe('metric')
  })
})

describe('what names a figure completes the question that waits for one', () => {
  const received = ['requests.received.total']
  const reviews = ['review.reconsideration.total']
  test.each<[readonly string[], Expected]>([
    [['教体局', '2024年依申请几件'], { agencies: jiaoti, years: [2024], metrics: received }],
    [['教体局', '去年复议几件'], { agencies: jiaoti, years: [2025], metrics: reviews }],
    [['教体局', '去年', '复议'], { agencies: jiaoti, years: [2025], metrics: reviews }],
    [['教体局', '一共复议几件'], { agencies: jiaoti, metrics: reviews }],
    [['教体局', '有没有复议'], { agencies: jiaoti, metrics: reviews, operation: 'value' }],
    [['教体局', '复议情况'], { agencies: jiaoti, operation: 'detail' }],
    [['教体局', '不予公开原因'], { agencies: jiaoti, operation: 'detail' }],
    [['教体局', '依申请趋势'], { agencies: jiaoti, operation: 'trend' }],
    [['教体局', '比去年多几件申请'], { agencies: jiaoti, operation: 'compare', subject: 2025, base: 2024 }],
    [['教体局2024年', '复议情况'], { agencies: jiaoti, years: [2024], operation: 'detail' }],
    [['教体局2024年', '和2023年比依申请'], { agencies: jiaoti, subject: 2024, base: 2023 }],
    [['教体局', '2024年', '复议情况'], { agencies: jiaoti, years: [2024], operation: 'detail' }],
    [['2024年', '教体局复议几件'], { agencies: jiaoti, years: [2024], metrics: reviews }],
    [['2024年', '依申请前三'], { whose: 'all', years: [2024], operation: 'rank', top: 3 }],
    [['2024年', '哪些单位没有复议'], { whose: 'all', years: [2024], operation: 'list' }],
    [['2024年', '各单位复议几件'], { whose: 'all', years: [2024], operation: 'list', metrics: reviews }],
    [['2024年', '谁没交'], { intent: 'reports', years: [2024], operation: 'missing' }],
    [['2024年', '教体局复议占全区多少'], { agencies: jiaoti, years: [2024], operation: 'share' }],
    [['各镇2024年', '依申请最多的是谁'], { whose: 'township', years: [2024], operation: 'rank' }],
    [
      ['除教体局外2024年', '复议最多的是谁'],
      { years: [2024], operation: 'rank', without: ['济宁市兖州区教育和体育局'] },
    ],
    [
      ['教体局2024年', '申请人构成'],
      { agencies: jiaoti, years: [2024], operation: 'detail', by: 'applicant' },
    ],
    [['教体局2024年', '占全区多少', '1'], { agencies: jiaoti, years: [2024], operation: 'share' }],
    [['教体局2024年', '交了没'], { intent: 'reports', agencies: jiaoti, years: [2024] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('what is said to a list of options loses neither agency nor year', () => {
  const granted = ['requests.granted.total']
  const gulou = { agencies: ['鼓楼街道办事处'], years: [2024] }
  const ofJiaoti = { agencies: jiaoti, years: [2024] }
  const published = '教体局2024年公开了几件'
  const carried = '教体局2024年结转几件'
  const office = '街道办2024年依申请几件'
  test.each<[readonly string[], Expected | string]>([
    [[published, '1和2'], 'metric'],
    [[published, '前两个'], 'metric'],
    [[published, '1和2', '1'], { ...ofJiaoti, metrics: granted }],
    [[published, '依申请的那个'], 'metric'],
    [[published, '依申请公开的', '1'], { ...ofJiaoti, metrics: granted }],
    [[published, '教体局予以公开的'], { ...ofJiaoti, metrics: granted }],
    [[published, '科技局予以公开几件'], { agencies: keji, years: [2024], metrics: granted }],
    [[published, '2023年予以公开几件'], { agencies: jiaoti, years: [2023], metrics: granted }],
    [[published, '占比呢', '1'], { ...ofJiaoti, metrics: ['rate.granted'], operation: 'ratio' }],
    [
      [published, '比去年呢', '1'],
      { agencies: jiaoti, metrics: granted, operation: 'compare', subject: 2024 },
    ],
    [[published, '最多的是谁', '1'], { years: [2024], metrics: granted, operation: 'rank' }],
    [[published, '收到几件'], { ...ofJiaoti, metrics: ['requests.received.total'] }],
    [[carried, '进来的'], 'metric'],
    [[carried, '进来的和结转下年的'], 'metric'],
    [[carried, '收进来的', '1'], { ...ofJiaoti, metrics: ['requests.carriedIn.total'] }],
    [['教体局2024年总计几件', '申请总数'], { ...ofJiaoti, metrics: ['requests.received.total'] }],
    [[office, '鼓楼街道依申请几件'], { ...gulou, metrics: ['requests.received.total'] }],
    [[office, '鼓楼的依申请'], { ...gulou, metrics: ['requests.received.total'] }],
    [[office, '鼓楼复议几件'], { ...gulou, metrics: ['review.reconsideration.total'] }],
    [[office, '教体局复议几件'], { ...ofJiaoti, metrics: ['review.reconsideration.total'] }],
    [[published, '依申请公开几件', '1'], { ...ofJiaoti, metrics: granted }],
    [[office, '复议情况', '1'], { ...gulou, operation: 'detail' }],
    [[office, '和上年比呢', '1'], { agencies: gulou.agencies, operation: 'compare', subject: 2024 }],
    [['我局2024年依申请几件', '教体局的依申请'], { ...ofJiaoti, metrics: ['requests.received.total'] }],
    [['街道办依申请几件', '教体局2023年复议几件'], { agencies: jiaoti, years: [2023] }],
  ])('%s', (turns, expected) => {
    const read = converse(...turns)
    if (typeof expected === 'string') expect(read).toBe(expected)
    else expect(read).toMatchObject(expected)
  })
})

describe('the bare name of a figure asks the same of another', () => {
  test.each<[readonly string[], Expected]>([
    [[first, '复议'], { agencies: keji, years: [2024], metrics: ['review.reconsideration.total'] }],
    [['2024年依申请几件', '教体局', '复议'], { agencies: jiaoti, years: [2024] }],
    [[first, '不予公开的'], { agencies: keji, years: [2024], metrics: ['requests.denied.total'] }],
    // With a word that asks it is a question by itself.
    [[first, '复议几件'], { whose: 'all', years: [2025] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

test.each([
  [['倒数第一是谁', '倒数第二呢', '1'], { operation: 'rank', position: 2, order: 'asc' }],
  [['第一名是谁', '第二呢', '1'], { operation: 'rank', position: 2, order: 'desc' }],
  [['结转几件', '倒数第二个'], { metrics: ['requests.carriedIn.total'] }],
])('%j: another place is no number of an option', (turns, expected) => {
  expect(converse(...turns)).toMatchObject(expected)
})
