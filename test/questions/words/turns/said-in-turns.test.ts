import { describe, expect, test } from '@jest/globals'
import { converse, type Expected } from './converse.ts'

const keji = ['科学技术局']
const jiaoti = ['教育和体育局']
const received = ['requests.received.total']
const first = '科技局2024年依申请几件'

describe('half sentences that go on', () => {
  test.each<[readonly string[], Expected]>([
    [[first, '老师好，教体局呢'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '辛苦老师，2023年呢'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '老师辛苦，2023年'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '领导好，教体局呢'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '再往前一年呢'], { years: [2023], agencies: keji }],
    [[first, '再往前推一年', '往前再数一年'], { years: [2022], agencies: keji }],
    [[first, '换作教体局是多少'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '换成教体局又是多少', '再看2023年'], { agencies: jiaoti, years: [2023] }],
    [[first, '诉讼又有几起'], { agencies: keji, metrics: ['review.litigation.total'] }],
    [[first, '2023年又是几件'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '教体局的也看一眼'], { agencies: jiaoti, metrics: received }],
    [[first, '诉讼的也要'], { agencies: keji, metrics: ['review.litigation.total'], years: [2024] }],
    [
      ['科技局2021年到2023年处罚趋势', '许可也这么列'],
      { agencies: keji, metrics: ['proactiveDisclosure.licenses'], operation: 'trend' },
    ],
    [['2024年依申请最多的三家', '同样看2023年'], { operation: 'rank', top: 3, years: [2023] }],
    [['2024年依申请最多的三家', '最少的又是谁'], { operation: 'rank', order: 'asc', years: [2024] }],
    [['全区2024年依申请几件', '部门单算呢'], { whose: 'department', operation: 'sum', years: [2024] }],
    [['全区2024年依申请几件', '街道这块呢'], { whose: 'subdistrict', operation: 'sum', years: [2024] }],
    [['全区2024年依申请几件', '只看街道'], { whose: 'subdistrict', operation: 'sum', years: [2024] }],
    [['各镇2024年依申请一共几件', '分开讲'], { whose: 'township', operation: 'list', years: [2024] }],
    [['各镇2024年依申请一共几件', '挨个说一下'], { whose: 'township', operation: 'list' }],
    [[first, '先看许可'], { agencies: keji, metrics: ['proactiveDisclosure.licenses'], years: [2024] }],
    [['科技局2024年制发规范性文件几件', '同年废止的几件'], { agencies: keji, years: [2024] }],
    [['科技局2024年不予公开几件', '都是出于哪些原因'], { operation: 'detail', agencies: keji }],
    [['科技局2024年不予公开几件', '拆开看都是哪几种'], { operation: 'detail', agencies: keji }],
    [['科技局2024年不予公开几件', '这里头又分哪几种'], { operation: 'detail', agencies: keji }],
    [['科技局2024年办结几件', '各类办理结果的构成如何'], { operation: 'detail', agencies: keji }],
    [['科技局2024年不予公开几件', '哪条理由最多'], { operation: 'rank', by: 'row', agencies: keji }],
    [['科技局2024年不予公开几件', '占办结总数的百分之几'], { metrics: ['rate.denied'], agencies: keji }],
    [
      ['科技局2024年依申请中企业几件', '占新收的几成'],
      { metrics: ['rate.applicant.enterprise'], agencies: keji },
    ],
    [['2024年没有复议的街道有哪些', '一共几家'], { operation: 'count', whose: 'subdistrict' }],
    [[first, '这数咋算出来的'], { operation: 'explain', agencies: keji }],
    [[first, '这一数字的依据是什么'], { operation: 'explain', agencies: keji }],
    [[first, '在哪张表上'], { operation: 'explain', agencies: keji }],
    [['科技局2024年结转几件', '指结转下年度的'], { metrics: ['requests.carriedForward.total'] }],
    [['科技局2024年年报过关了吗', '教体局的呢'], { metrics: ['report.verdict'], agencies: jiaoti }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('a correction', () => {
  test.each<[readonly string[], Expected]>([
    [[first, '不是科技局，我要的是教体局', '那就看2023年的'], { agencies: jiaoti, years: [2023] }],
    [[first, '不对，我要2023年的', '办结了多少'], { agencies: keji, years: [2023] }],
    [[first, '年份也错了，是2023年'], { agencies: keji, years: [2023] }],
    [[first, '纠正一下，是教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '更正：2023年'], { agencies: keji, years: [2023] }],
    [[first, '对的，那不予公开几件'], { agencies: keji, metrics: ['requests.denied.total'], years: [2024] }],
    [[first, '没错，教体局呢'], { agencies: jiaoti, years: [2024] }],
    [[first, '2023年行政处罚是不是22件'], { agencies: keji, years: [2023], confirm: 22 }],
    [[first, '把科技局换成教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '把2024年换成2023年'], { agencies: keji, years: [2023] }],
    [[first, '把依申请换成复议'], { agencies: keji, metrics: ['review.reconsideration.total'] }],
    [[first, '不对不对，问的是2023年'], { agencies: keji, years: [2023] }],
    [[first, '说错了，我要的是许可'], { agencies: keji, metrics: ['proactiveDisclosure.licenses'] }],
    [[first, '看错了，我想看的是教体局'], { agencies: jiaoti, years: [2024] }],
    [[first, '要的是2023年'], { agencies: keji, years: [2023] }],
    [[first, '我要教体局的'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '不，教体局'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '不要科技局要教体局'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '不看科技局看教体局'], { agencies: jiaoti, years: [2024], metrics: received }],
    [[first, '改成2023年'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '换2023年看看'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '换个年份2023'], { agencies: keji, years: [2023], metrics: received }],
    [[first, '我指的是教体局'], { agencies: jiaoti, years: [2024] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })
})

describe('what became of the requests', () => {
  const forward = ['requests.carriedForward.total']
  test.each<[readonly string[], Expected]>([
    [[first, '结果呢'], { agencies: keji, years: [2024], operation: 'detail' }],
    [[first, '情况呢'], { agencies: keji, years: [2024], operation: 'detail', metrics: ['requests'] }],
    [[first, '剩几件'], { agencies: keji, years: [2024], metrics: forward }],
    [[first, '办结几件', '剩下几件'], { agencies: keji, years: [2024], metrics: forward }],
    [[first, '受理的几件'], { agencies: keji, years: [2024], metrics: received }],
    [['科技局2023年依申请几件', '下一年呢'], { agencies: keji, years: [2024], metrics: received }],
    [['科技局2023年依申请几件', '后一年呢', '后一年呢'], { agencies: keji, years: [2025] }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject(expected)
  })

  test.each(['进行中几件', '年底几件', '现在几件', '最后几件'])('%s is no figure again', (said) => {
    expect(converse(first, said)).toBe('out_of_scope')
  })

  test('剩几件 after another figure says nothing certain', () => {
    expect(converse('科技局2024年复议几件', '剩几件')).toBe('not_understood')
  })
})

describe('前年 after 去年 is the year before that', () => {
  test.each<[readonly string[], Expected]>([
    [['科技局去年依申请几件', '跟前年比高了没'], { subject: 2025, base: 2024 }],
    [['科技局去年依申请几件', '诉讼呢', '比前年多几件'], { subject: 2025, base: 2024 }],
    [[first, '比前年多几件'], { subject: 2024, base: 2022 }],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toMatchObject({ operation: 'compare', ...expected })
  })
})

describe('a half sentence that may mean something else is not guessed at', () => {
  test.each<[readonly string[], string]>([
    [['科技局2024年依申请中企业几件', '占办结的几成'], 'not_understood'],
    [['科技局2024年依申请几件', '占办结的几成'], 'not_understood'],
    [['再往前一年呢'], 'metric'],
    [[first, '改成30件'], 'out_of_scope'],
    [['又是多少'], 'metric'],
    [[first, '跟它比的呢'], 'not_understood'],
  ])('%s', (turns, expected) => {
    expect(converse(...turns)).toBe(expected)
  })
})
